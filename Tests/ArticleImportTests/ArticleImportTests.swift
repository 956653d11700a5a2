import Testing
@testable import ArticleImport
