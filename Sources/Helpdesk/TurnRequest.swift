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
  /// Whether ``choice`` answers "did that help?" and no other question.
  var isFeedback = false

  /// Makes a request from its parts.
  public init(session: String, messageID: String? = nil, text: String, choice: String? = nil) {
    self.session = session
    self.messageID = messageID
    self.text = text
    self.choice = choice
  }
}
