public import Dialogue
public import FoundationEssentials
public import SessionLog
public import TextAnalysis

/// One message as a channel received it.
public struct TurnRequest: Sendable {
  /// The session's id: at most 200 bytes, not empty (the channel checks it).
  public var session: String
  /// The channel's own id of the message; the same one again gives the stored reply.
  public var messageID: String?
  /// What the person wrote, raw: it is redacted before anything else happens.
  public var text: String
  /// An option's value, chosen instead of writing.
  public var choice: String?

  /// Makes a request from its parts.
  public init(session: String, messageID: String? = nil, text: String, choice: String? = nil) {
    self.session = session
    self.messageID = messageID
    self.text = text
    self.choice = choice
  }
}

/// What a turn gave, once it is in the log.
public struct TurnResponse: Codable, Sendable, Equatable {
  /// The session's id.
  public var session: String
  /// The turn's number, from 1 in a session.
  public var turn: Int
  /// The language replied in.
  public var language: Language
  /// What the bot says, in order.
  public var replies: [Reply]
  /// Where the conversation stands.
  public var state: State
  /// True where the same message id had been answered before.
  public var repeated: Bool?

  /// Where the conversation stands after a turn.
  public struct State: Codable, Sendable, Equatable {
    /// The symptom that is open.
    public var intent: String?
    /// The question that is open: a slot, `intent`, or `helped`.
    public var awaiting: String?
    /// How many questions the symptom has cost, of three.
    public var asked: Int?
  }
}

/// One turn of one session: load, redact, decide, commit, reply.
public final class Helpdesk: Sendable {
  /// Answers messages in order, all in one transaction; each is in the log before this returns.
  ///
  /// - Parameters:
  ///   - requests: messages of any sessions, in the order in which they came.
  ///   - now: the time of all of them.
  public func respond(to requests: [TurnRequest], now: Date) -> [Result<TurnResponse, any Error>] { [] }
}
