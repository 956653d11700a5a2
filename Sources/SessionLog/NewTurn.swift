public import FoundationEssentials
public import Redaction

/// A turn to be kept. The person's words are taken redacted only.
public struct NewTurn: Sendable {
  /// ``StoredSession/id`` of the conversation.
  public var session: Int64
  /// The turn's number, from 1 in a session.
  public var number: Int
  /// The channel's own id of the message.
  public var message: String?
  /// When the message came.
  public var at: Date
  /// What was written.
  public var text: RedactedText
  /// The option that was chosen instead of writing.
  public var choice: String?
  /// The language replied in, `sv` or `en`.
  public var language: String
  /// The intent that the turn is about.
  public var intent: String?
  /// How sure the matcher was of it, 0 to 1.
  public var score: Double?
  /// How the message was taken: `answer`, `ask`, `none`, `reply`, `follow-up`, `command`, `small-talk`, `feedback`.
  public var decision: String
  /// The question that is open after the turn.
  public var question: String?
  /// The facts known after the turn, as a JSON object.
  public var facts: String
  /// The fix given in the turn.
  public var fix: String?
  /// What the conversation has come to after the turn.
  public var outcome: String
  /// The intents that the matcher saw, best first, as a JSON array.
  public var candidates: String
  /// ``LogWriter/content(version:)`` of the content that answered.
  public var content: Int64
  /// How long the decision took, in microseconds.
  public var latency: Int
  /// What the turn gave, as a JSON object: given again where the message is repeated.
  public var result: String

  /// Makes a turn of what every one has; set the rest afterwards.
  public init(
    session: Int64, number: Int, message: String?, at: Date, text: RedactedText, choice: String?, language: String,
    decision: String, outcome: String, content: Int64, latency: Int, result: String
  ) {
    self.session = session
    self.number = number
    self.message = message
    self.at = at
    self.text = text
    self.choice = choice
    self.language = language
    self.decision = decision
    self.outcome = outcome
    self.content = content
    self.latency = latency
    self.result = result
    facts = "{}"
    candidates = "[]"
  }
}
