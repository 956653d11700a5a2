import Testing
@testable import Helpdesk
