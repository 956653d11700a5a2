import Dialogue
import FoundationEssentials
import Helpdesk
import Knowledge
import Matching
import SessionLog
import TextAnalysis

/// The helpdesk as the protocol sees it, with a way to read its content anew.
struct LiveDesk: Desk {
  private let helpdesk: Helpdesk
  private let load: @Sendable () throws -> DialogueEngine

  /// Makes a desk for a helpdesk.
  ///
  /// - Parameters:
  ///   - helpdesk: who answers.
  ///   - load: reads the content and makes an engine of it; throws what is wrong with the content.
  init(_ helpdesk: Helpdesk, load: @escaping @Sendable () throws -> DialogueEngine) {
    self.helpdesk = helpdesk
    self.load = load
  }

  var content: ContentSummary {
    let knowledge = helpdesk.engine.knowledge
    return ContentSummary(hash: knowledge.version, intents: knowledge.intentIDs.count)
  }

  func respond(to requests: [TurnRequest], now: Date) -> [Result<TurnResponse, any Error>] {
    helpdesk.respond(to: requests, now: now)
  }

  func prepare(_ requests: [TurnRequest], now: Date) -> @Sendable () -> [Result<TurnResponse, any Error>] {
    let prepared = helpdesk.prepare(requests, now: now)
    return { helpdesk.respond(to: prepared) }
  }

  func explain(_ text: String, language: Language?) -> any Encodable {
    helpdesk.engine.matcher.explain(text, language: language ?? .english)
  }

  func feedback(_ feedback: Feedback, now: Date) throws -> TurnResponse {
    try helpdesk.feedback(
      feedback.session, helped: feedback.helped.rawValue, messageID: feedback.messageID, now: now)
  }

  func status(of session: String) throws -> SessionStatus { try helpdesk.session(session) }

  func reset(_ session: String) throws { try helpdesk.reset(session) }

  func end(_ session: String) throws { try helpdesk.end(session) }

  func delete(_ session: String) throws { try helpdesk.delete(session) }

  func openSessions() throws -> Int { try helpdesk.log.openSessions() }

  func reload() throws(ContentInvalid) {
    do {
      helpdesk.engine = try load()
    } catch {
      let problems = "\(error)".split(separator: "\n")
      let rest = problems.count > 1 ? " (and \(problems.count - 1) more: fixline check lists them)" : ""
      throw ContentInvalid("\(problems.first ?? "")\(rest); the content in use stays")
    }
  }
}
