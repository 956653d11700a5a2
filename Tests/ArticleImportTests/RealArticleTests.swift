import Foundation
import Knowledge
import TestSupport
import TextAnalysis
import Testing
@testable import ArticleImport

/// Over the real articles beside the repository, which are never committed.
@Suite(.enabled(if: Repository.shared != nil, "shared/articles is not on this machine"))
struct RealArticleTests {
  private let articles: URL
  private let content = FileManager.default.temporaryDirectory.appending(path: "fixline-real-\(UUID().uuidString)")

  init() throws { articles = try #require(Repository.shared).appending(path: "articles") }

  @Test func allImportAndLoad() throws {
    defer { try? FileManager.default.removeItem(at: content) }
    let report = try ArticleImporter(into: content).run([
      .init(articles.appending(path: "sv"), language: .swedish),
      .init(articles.appending(path: "en"), language: .english),
    ])
    #expect(report.skipped == [])
    #expect(Set(report.imported.map { "\($0.language) \($0.file)" }).count >= 85)
    #expect(try ContentLoader.load(content).intentIDs.count == Set(report.imported.map(\.intent)).count)
  }

  @Test func aNewRevisionUpdatesAndKeepsWhatAPersonWrote() throws {
    defer { try? FileManager.default.removeItem(at: content) }
    let importer = ArticleImporter(into: content)
    _ = try importer.run([.init(articles.appending(path: "sv-older-revision"))])
    let file = content.appending(path: "mfa-not-working.yaml")
    let planted = "        short: {sv: \"Kontrollera blockeringen först.\"}\n        text:"
    try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "        text:", with: planted)
      .write(to: file, atomically: true, encoding: .utf8)
    let report = try importer.run([.init(articles.appending(path: "sv"))])
    #expect(report.summary == .init(new: 55, updated: 5))
    let intents = try Array(ContentLoader.load(content).intents)
    #expect(Set(intents.map(\.id)) == Set(report.imported.map(\.intent)))
    #expect(
      intents.first { $0.id == "mfa-not-working" }?.fixes.first?.short?[.swedish] == "Kontrollera blockeringen först.")
  }
}
