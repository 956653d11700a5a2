import Foundation
import Redaction

@testable import SessionLog

/// Rows to fill a log with.
enum Example {
  static let noon = Date(timeIntervalSince1970: 1_764_000_000)

  /// Adds a turn to the session `anna`, which is begun with its first.
  static func turn(
    _ number: Int, in writer: LogWriter, text: String, message: String? = nil,
    change: (inout NewTurn) -> Void = { _ in }
  ) throws {
    var session =
      try writer.session(named: "anna")
      ?? StoredSession(name: "anna", id: writer.nextSession(), after: 0, now: noon)
    session.turn = number
    session.language = "en"
    try writer.save(session)
    var turn = NewTurn(
      session: session.id, number: number, message: message, at: noon, text: RedactedText(redacting: text),
      choice: nil, language: "en", decision: "answer", outcome: "open",
      content: try writer.content(version: "test"), latency: 50,
      result: #"{"replies":[{"kind":"notice","text":"hello"}]}"#)
    change(&turn)
    try writer.add(turn)
  }
}
