public import TextAnalysis

/// A documented symptom with its decision table: one file in an article's folder.
public struct Intent: Codable, Sendable, Equatable {
  /// The intent's name, e.g. `button-greyed-out`; unique in the whole content.
  public var id: String
  /// The article's folder, ``Article/id``.
  public var article: String
  /// The symptom in a few words: shown in "did you mean" and named back.
  public var title: LocalizedText
  /// The heading in the source document under which the fix stands.
  public var heading: LocalizedText?
  /// Names from the vocabulary and how much each says for this intent.
  public var keywords: [Keyword]
  /// Messages that mean this intent; weights are learned from them, and one typed exactly is certain.
  public var examples: LocalizedPhrases
  /// The slots that decide the fix, in the order in which they are asked.
  public var asks: [Ask]
  /// The fixes, each with the rows of the decision table that lead to it.
  public var fixes: [Fix]
  /// Names of facts (``Fact``) that can be given alone as an answer to a follow-up question.
  public var facts: [String]
  /// Set on an intent made from an article by `fixline import`.
  public var imported: Imported?
  /// Where the intent was written.
  public var location: SourceLocation

  /// Makes an intent from its parts.
  public init(
    id: String, article: String, title: LocalizedText, heading: LocalizedText? = nil, keywords: [Keyword] = [],
    examples: LocalizedPhrases = .init([:]), asks: [Ask] = [], fixes: [Fix], facts: [String] = [],
    imported: Imported? = nil, location: SourceLocation
  ) {
    self.id = id
    self.article = article
    self.title = title
    self.heading = heading
    self.keywords = keywords
    self.examples = examples
    self.asks = asks
    self.fixes = fixes
    self.facts = facts
    self.imported = imported
    self.location = location
  }

  /// The fix called by this name.
  public func fix(_ id: String) -> Fix? { fixes.first { $0.id == id } }
}

/// A slot that decides between an intent's fixes.
public struct Ask: Codable, Sendable, Equatable {
  /// The slot's name.
  public var slot: String
  /// When the question is not asked: as soon as one of these rows holds for the facts known. The slot then counts as
  /// `unknown` unless its value is known. An empty row always holds: the slot is used where it is known, never asked.
  public var unless: [Fix.Row]

  /// Makes an ask from a slot's name and the rows under which it is not asked.
  public init(slot: String, unless: [Fix.Row] = []) {
    self.slot = slot
    self.unless = unless
  }
}

/// A concept of the vocabulary and how much it says for an intent.
public struct Keyword: Codable, Sendable, Equatable {
  /// The concept's name in `vocabulary.yaml`.
  public var concept: String
  /// Weight, from 0.5 to 5; 1 where nothing is written (`greyed-out^3` is 3).
  public var weight: Double

  /// Makes a keyword from a concept's name and a weight.
  public init(concept: String, weight: Double = 1) {
    self.concept = concept
    self.weight = weight
  }
}

/// What an imported intent remembers of the article that it was made from.
public struct Imported: Codable, Sendable, Equatable {
  /// The text that its keywords are drawn from by corpus statistics, by how much each part says.
  public var text: [Language: ArticleText]

  /// Makes it from the parts of the article in each language.
  public init(text: [Language: ArticleText]) { self.text = text }
}

/// The words of an article section, in parts of falling weight.
public struct ArticleText: Codable, Sendable, Equatable {
  /// The article's title.
  public var title: String
  /// The section's own heading; empty where the intent is made from the title.
  public var heading: String
  /// Bold leads and inner headings, one a line.
  public var leads: String
  /// The texts of links, one a line.
  public var links: String
  /// Everything else.
  public var body: String

  /// Makes it from its parts.
  public init(title: String, heading: String = "", leads: String = "", links: String = "", body: String = "") {
    self.title = title
    self.heading = heading
    self.leads = leads
    self.links = links
    self.body = body
  }
}
