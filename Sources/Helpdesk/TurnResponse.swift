public import Dialogue
public import TextAnalysis

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
  /// ``StoredResult`` of this as JSON, where it was encoded or read.
  var stored: String?

  /// The language, the replies and the state as one JSON object: what is in the log, and so sent without being encoded
  /// a second time.
  public var result: String { stored ?? StoredResult(self).json }

  private enum CodingKeys: CodingKey { case session, turn, language, replies, state, repeated }

  /// Where the conversation stands after a turn.
  public struct State: Codable, JSONWritable, Sendable, Equatable {
    /// The symptom that is open.
    public var intent: String?
    /// The question that is open: a slot, `intent`, or `helped`.
    public var awaiting: String?
    /// How many questions the symptom has cost, of three; only while it is one of them that is open.
    public var asked: Int?

    /// A conversation that stands nowhere.
    public init() {}

    init(_ conversation: ConversationState) {
      intent = conversation.topic?.intent
      awaiting = conversation.question?.name
      switch conversation.question?.subject {
      case .slot, .intent: asked = conversation.topic?.asked
      case .helped, .person, nil: break
      }
    }

    /// Writes the state; what is not open is left out.
    public func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("intent", intent)
        $0.member("awaiting", awaiting)
        $0.member("asked", asked)
      }
    }
  }
}
