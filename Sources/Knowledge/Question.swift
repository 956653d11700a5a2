/// A question about role or environment that decides a fix: one entry of `questions.yaml`. Its name is the slot's.
public struct Question: Codable, Sendable, Equatable {
  /// The slot that the answer fills, e.g. `role`.
  public var slot: String
  /// The question.
  public var ask: LocalizedText
  /// The same question in other words, for the second time.
  public var again: LocalizedText
  /// A short explanation of why it is asked and how to answer, after a reply that fitted no option.
  public var explanation: LocalizedText
  /// The choices, in the order shown; "don't know" comes after them by itself.
  public var options: [Option]
  /// True where a value given in any message is kept whatever the topic (role, environment); otherwise it is taken from
  /// a message only while the topic's intent asks or uses the slot.
  public var isGeneral: Bool
  /// Phrases that look as if they gave a value but don't: names of something else ("on-premises integration").
  public var ignores: LocalizedPhrases
  /// Phrases after which a value is said of whom something is done to, not of the person who writes: "reset", before
  /// "a global admin".
  public var actsOn: LocalizedPhrases
  /// True where the answer is a length of time in minutes: each option covers a range.
  public var isDuration: Bool
  /// Where the question was written.
  public var location: SourceLocation

  /// The value that stands for "don't know" in every slot.
  public static let unknown = "unknown"

  /// Makes a question from its parts.
  public init(
    slot: String, ask: LocalizedText, again: LocalizedText, explanation: LocalizedText, options: [Option],
    isGeneral: Bool = false, ignores: LocalizedPhrases = .init([:]), actsOn: LocalizedPhrases = .init([:]),
    isDuration: Bool = false, location: SourceLocation
  ) {
    self.slot = slot
    self.ask = ask
    self.again = again
    self.explanation = explanation
    self.options = options
    self.isGeneral = isGeneral
    self.ignores = ignores
    self.actsOn = actsOn
    self.isDuration = isDuration
    self.location = location
  }

  /// The article in whose folder the question stands; `nil` for one that all articles share.
  public var article: String? {
    location.file.lastIndex(of: "/").map { String(location.file[..<$0]) }
  }

  /// The option with this value.
  public func option(_ value: String) -> Option? { options.first { $0.value == value } }

  /// One choice of a question.
  public struct Option: Codable, Sendable, Equatable {
    /// The slot's value, e.g. `manager`.
    public var value: String
    /// What the person sees in the list.
    public var label: LocalizedText
    /// How the value is named back in front of a fix: "as a manager".
    public var named: LocalizedText
    /// Phrases that give this value anywhere in a message.
    public var words: LocalizedPhrases
    /// Phrases that give this value only in reply to the question itself.
    public var replies: LocalizedPhrases
    /// Words that make this value of a reply whatever stands before them, where no other value fits: "some other admin".
    public var heads: LocalizedPhrases
    /// For a duration: the least number of minutes covered; `nil` is none.
    public var from: Int?
    /// For a duration: the first number of minutes no longer covered; `nil` is none.
    public var below: Int?
    /// What this value says about other slots: slot → value.
    public var implies: [String: String]
    /// What this value says about other slots where it is said of somebody else: slot → value.
    public var ofOthers: [String: String]
    /// The value that a reply means which denies this one: "not in use", where the choice is "in use".
    public var denied: String?
    /// Whether somebody with this value may not be shown what is for administrators.
    public var isEndUser: Bool

    /// Makes an option from its parts.
    public init(
      value: String, label: LocalizedText, named: LocalizedText, words: LocalizedPhrases = .init([:]),
      replies: LocalizedPhrases = .init([:]), heads: LocalizedPhrases = .init([:]), from: Int? = nil,
      below: Int? = nil, implies: [String: String] = [:],
      ofOthers: [String: String] = [:], denied: String? = nil, isEndUser: Bool = false
    ) {
      self.value = value
      self.label = label
      self.named = named
      self.words = words
      self.replies = replies
      self.heads = heads
      self.from = from
      self.below = below
      self.implies = implies
      self.ofOthers = ofOthers
      self.denied = denied
      self.isEndUser = isEndUser
    }
  }
}

/// Words and phrases that mean the same: one entry of `vocabulary.yaml`.
public struct Concept: Codable, Sendable, Equatable {
  /// The concept's name, e.g. `greyed-out`.
  public var id: String
  /// The phrases, per language.
  public var phrases: LocalizedPhrases
  /// True for product names and technical nouns, which tell nothing about the language of a message.
  public var isNeutral: Bool
  /// Where the concept was written.
  public var location: SourceLocation

  /// Makes a concept from its parts.
  public init(id: String, phrases: LocalizedPhrases, isNeutral: Bool = false, location: SourceLocation) {
    self.id = id
    self.phrases = phrases
    self.isNeutral = isNeutral
    self.location = location
  }
}
