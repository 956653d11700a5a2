/// One thing that the bot says: a turn gives one or more, in order.
public struct Reply: Codable, Sendable, Equatable {
  /// What sort of thing is said.
  public var kind: Kind
  /// What is said, in plain text: an adapter that knows nothing but this works. Never has an empty line in it.
  public var text: String
  /// The same in Markdown, where it differs from the plain text.
  public var markdown: String?
  /// The intent that is spoken of.
  public var intent: String?
  /// The fix that is given.
  public var fix: String?
  /// The question that is asked: a slot, `intent` for "did you mean", or `helped`.
  public var question: String?
  /// The choices of the question.
  public var options: [Option]?
  /// The links of the fix.
  public var links: [Link]?
  /// Where the fix is documented.
  public var source: Source?
  /// What a person needs to take over.
  public var packet: HandoffPacket?

  /// Makes a reply of a kind that says something.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// What sort of thing is said.
  public enum Kind: String, Codable, Sendable {
    /// A question that decides something, or "did that help?".
    case question
    /// Two or three symptoms to choose from.
    case didYouMean = "did-you-mean"
    /// A documented fix, or a documented fact that a follow-up question asked for.
    case fix
    /// Anything else: greetings, help, explanations.
    case notice
    /// No documented symptom fits.
    case fallback
    /// The conversation is handed to a person; carries the packet.
    case handoff
    /// The conversation is over.
    case goodbye
  }

  /// One choice of a question, numbered from 1 in the text.
  public struct Option: Codable, Sendable, Equatable {
    /// What a client sends as `choice`.
    public var value: String
    /// What the person sees.
    public var label: String
  }

  /// A link as shown.
  public struct Link: Codable, Sendable, Equatable {
    /// A readable title.
    public var title: String
    /// The address.
    public var url: String
  }

  /// Where a fix is documented.
  public struct Source: Codable, Sendable, Equatable {
    /// The document's title.
    public var document: String
    /// The heading in it.
    public var heading: String?
    /// The date on the document, `YYYY-MM-DD`.
    public var documented: String?
    /// The date when the fix was last compared with it, `YYYY-MM-DD`.
    public var checked: String?
    /// The document's address.
    public var url: String?
  }
}

/// What a person at the helpdesk needs to take over: text to paste into a ticket, data for a ticket system.
public struct HandoffPacket: Codable, Sendable, Equatable {
  /// The conversation's own reference in the log; never a ticket number.
  public var reference: String
  /// The session's id.
  public var session: String
  /// The language spoken, `sv` or `en`.
  public var language: String
  /// What is known about role and environment: slot → value.
  public var facts: [String: String]
  /// The intent, if one was settled.
  public var intent: String?
  /// The symptom's title in the language spoken.
  public var symptom: String?
  /// How sure the matcher was, 0 to 1.
  public var score: Double?
  /// The person's own words, redacted, in order.
  public var words: [String]
  /// The fixes that were given and what came of them.
  public var tried: [Tried]
  /// The sources of those fixes.
  public var sources: [Reply.Source]
  /// All of this as text for a person to paste into a ticket.
  public var text: String

  /// A fix that was given.
  public struct Tried: Codable, Sendable, Equatable {
    /// The intent that it belongs to.
    public var intent: String
    /// The fix's name.
    public var fix: String
    /// `helped`, `partly`, `not-helped` or `unknown`.
    public var outcome: String
  }
}
