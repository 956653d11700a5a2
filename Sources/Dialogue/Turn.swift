public import Redaction
public import TextAnalysis

/// One message of a person, as the engine takes it.
public struct TurnInput: Sendable {
  /// What was written, redacted.
  public var text: RedactedText
  /// An option's value, chosen instead of writing; wins over the text.
  public var choice: String?
  /// The session's id, for the handoff packet.
  public var session: String
  /// The conversation's reference in the log, for the handoff packet.
  public var reference: String
  /// The language to answer in while nothing else decides; `nil`: English.
  public var preferredLanguage: Language?

  /// Makes an input from its parts.
  public init(
    text: RedactedText, choice: String? = nil, session: String, reference: String, preferredLanguage: Language? = nil
  ) {
    self.text = text
    self.choice = choice
    self.session = session
    self.reference = reference
    self.preferredLanguage = preferredLanguage
  }
}

/// What one turn leads to: pure values; nothing has been stored or sent.
public struct TurnResult: Sendable, Equatable {
  /// The conversation after the turn.
  public var state: ConversationState
  /// What the bot says, in order; never empty.
  public var replies: [Reply]
  /// What the log keeps about the turn beside its text and replies.
  public var record: TurnRecord
}

/// What the log keeps about a turn beside its text and replies.
public struct TurnRecord: Codable, Sendable, Equatable {
  /// The language replied in.
  public var language: Language
  /// The intent that the turn is about.
  public var intent: String?
  /// How sure the matcher was of it, 0 to 1; `nil` where nothing was matched.
  public var score: Double?
  /// How the message was taken: `answer`, `ask`, `none` from the matcher; `reply` for an answer to a question,
  /// `follow-up`, `command` for a reserved word, `small-talk`, `feedback`.
  public var decision: String
  /// The question that is open after the turn.
  public var question: String?
  /// The facts known after the turn: slot → value.
  public var facts: [String: String]
  /// The fix given in the turn.
  public var fix: String?
  /// What the session has come to after the turn.
  public var outcome: Outcome
  /// The candidates that the matcher saw, best first, at most three: for the list of unanswered questions.
  public var candidates: [String]
}

/// What a session has come to.
public enum Outcome: String, Codable, Sendable {
  /// Going on.
  case open
  /// A fix helped.
  case resolved
  /// Handed to a person.
  case handedOver = "handed-over"
  /// Ended without either.
  case abandoned
}

/// A choice that is not on offer (JSON-RPC −32602): the conversation does not move.
public struct UnknownChoice: Error, Equatable, CustomStringConvertible {
  /// The choice that was sent.
  public var choice: String
  /// The values on offer; empty where no question is open.
  public var offered: [String]

  /// One sentence that says what was wrong and what is on offer.
  public var description: String {
    offered.isEmpty
      ? "choice \"\(choice)\" was sent, but no question with choices is open"
      : "choice \"\(choice)\" is not on offer; one of: \(offered.joined(separator: ", "))"
  }
}
