import FoundationEssentials
import Helpdesk
import TextAnalysis

/// What the protocol asks of the helpdesk. ``LiveDesk`` is the real one; tests put another in its place.
protocol Desk: Sendable {
  /// What is being answered from.
  var content: ContentSummary { get }

  /// Answers messages in order; each is in the log before this returns.
  func respond(to requests: [TurnRequest], now: Date) -> [Result<TurnResponse, any Error>]

  /// Decides messages ahead, while others are being committed, as far as that can be done.
  ///
  /// - Returns: what answers them as ``respond(to:now:)`` does, to be called once.
  func prepare(_ requests: [TurnRequest], now: Date) -> @Sendable () -> [Result<TurnResponse, any Error>]

  /// What the matcher makes of a message, word by word. No session, no log.
  func explain(_ text: String, language: Language?) -> any Encodable

  /// Takes down whether the session's last fix helped.
  func feedback(_ feedback: Feedback, now: Date) throws -> TurnResponse

  /// Where a session stands.
  func status(of session: String) throws -> SessionStatus

  /// Forgets the topic and every fact of a session.
  func reset(_ session: String) throws

  /// Closes a session; its next message begins a new conversation.
  func end(_ session: String) throws

  /// Takes a session out of the log, every turn of it.
  func delete(_ session: String) throws

  /// How many sessions are open.
  func openSessions() throws -> Int

  /// Reads the content anew; what is in use stays in use where the new has errors.
  ///
  /// - Throws: what is wrong with the new content, in one sentence.
  func reload() throws(ContentInvalid)
}

extension Desk {
  /// Decides nothing ahead.
  func prepare(_ requests: [TurnRequest], now: Date) -> @Sendable () -> [Result<TurnResponse, any Error>] {
    { respond(to: requests, now: now) }
  }
}

/// Whether a fix helped, as a person or a button says it.
struct Feedback: Sendable, Equatable {
  /// The session's id.
  var session: String
  /// What the person says.
  var helped: Helped
  /// The channel's own id of the feedback; the same one again gives the stored reply.
  var messageID: String?

  /// What can be said.
  enum Helped: String, Sendable, CaseIterable {
    /// It did.
    case yes
    /// It did not.
    case no
    /// It did some of it.
    case partly
  }
}

/// What content is in use.
struct ContentSummary: Sendable, Equatable {
  /// The hash over all of it, hexadecimal.
  var hash: String
  /// How many symptoms it knows.
  var intents: Int

  /// Makes a summary from its parts.
  init(hash: String, intents: Int) {
    self.hash = hash
    self.intents = intents
  }

  /// The hash cut to what a person can compare.
  var version: String { String(hash.prefix(12)) }
}

/// Why new content was not taken into use, in one sentence that names the first file and line to mend.
public struct ContentInvalid: Error, Sendable, CustomStringConvertible {
  /// The sentence.
  public var description: String

  /// Makes the error from its sentence.
  init(_ description: String) { self.description = description }
}
