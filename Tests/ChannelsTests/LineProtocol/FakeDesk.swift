import Dialogue
import FoundationEssentials
import SessionLog
import Synchronization
import TextAnalysis

@testable import Channels
@testable import Helpdesk

/// A desk that repeats what it hears, counts its turns and can be made to fail.
final class FakeDesk: Desk {
  /// What was asked, a string a call: groups of messages joined by commas.
  let calls = Mutex<[String]>([])
  private let turns = Mutex<[String: Int]>([:])
  private let error: (any Error & Sendable)?

  init(failing error: (any Error & Sendable)? = nil) { self.error = error }

  var content: ContentSummary { ContentSummary(hash: "0123456789abcdef", intents: 1) }

  func respond(to requests: [TurnRequest], now: Date) -> [Result<TurnResponse, any Error>] {
    note(requests.map(\.text).joined(separator: ","))
    return requests.map { request in
      if let error { return .failure(error) }
      let turn = turns.withLock { turns in
        turns[request.session, default: 0] += 1
        return turns[request.session, default: 0]
      }
      return .success(
        TurnResponse(
          session: request.session, turn: turn, language: .english, replies: [Reply(.notice, request.text)],
          state: .init()))
    }
  }

  func explain(_ text: String, language: Language?) -> any Encodable { [text, language?.rawValue] }

  func feedback(_ feedback: Feedback, now: Date) throws -> TurnResponse {
    try respond(to: [TurnRequest(session: feedback.session, text: feedback.helped.rawValue)], now: now)[0].get()
  }

  func status(of session: String) throws -> SessionStatus {
    note("get \(session)")
    throw UnknownSession(session: session)
  }

  func reset(_ session: String) throws { note("reset \(session)") }

  func end(_ session: String) throws { note("end \(session)") }

  func delete(_ session: String) throws { note("delete \(session)") }

  func openSessions() throws -> Int { turns.withLock { $0.count } }

  func reload() throws(ContentInvalid) { throw ContentInvalid("a.yaml:3 is wrong") }

  private func note(_ call: String) { calls.withLock { $0.append(call) } }
}
