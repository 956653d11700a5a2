/// A documented answer to a symptom.
public struct Fix: Codable, Sendable, Equatable {
  /// The fix's name, unique within its intent.
  public var id: String
  /// The rows of the decision table that lead here. A row names slots and the values that it covers; a slot that it
  /// doesn't name may have any value, so an empty row covers all. No row at all: reached only as another fix's
  /// ``next``. `unknown` stands for "don't know".
  public var when: [Row]
  /// Who may be shown this.
  public var audience: Audience
  /// The fix in Markdown; `{fact-name}` stands for that fact's text and is already filled in.
  public var text: LocalizedText
  /// The same in a sentence: the answer to "so what do I do?".
  public var short: LocalizedText?
  /// Names of links (``Article/links``), shown after the text.
  public var links: [String]
  /// The fix to give after "no, that did not help", by its name in the same intent; `nil`: hand over.
  public var next: String?
  /// True where the documented fix is used up, so that the reply itself hands the person over.
  public var handsOver: Bool
  /// The intent to go on with where this row turns out to be another symptom.
  public var continues: String?
  /// Rows under which the fix says nothing new, so that it is passed over as another fix's ``next``.
  public var unless: [Row]
  /// Where the fix was written.
  public var location: SourceLocation

  /// A row of a decision table: slot → the values covered.
  public typealias Row = [String: [String]]

  /// Makes a fix from its parts.
  public init(
    id: String, when: [Row] = [[:]], audience: Audience = .administrators, text: LocalizedText,
    short: LocalizedText? = nil, links: [String] = [], next: String? = nil, handsOver: Bool = false,
    continues: String? = nil, unless: [Row] = [], location: SourceLocation
  ) {
    self.id = id
    self.when = when
    self.audience = audience
    self.text = text
    self.short = short
    self.links = links
    self.next = next
    self.handsOver = handsOver
    self.continues = continues
    self.unless = unless
    self.location = location
  }
}

/// Who may be shown a text.
public enum Audience: String, Codable, Sendable, CaseIterable {
  /// Only people with an administrator role: it holds administrator steps.
  case administrators
  /// Everybody, end users too.
  case everyone
}

/// A documented fact that can be given alone: the answer to a follow-up question. One entry of `facts.yaml`.
public struct Fact: Codable, Sendable, Equatable {
  /// The fact's name, unique in the whole content.
  public var id: String
  /// The article's folder, ``Article/id``.
  public var article: String
  /// Sets of words that ask for this fact: all words of a phrase have to be there, in any order.
  public var triggers: LocalizedPhrases
  /// The fact, in a sentence or a few.
  public var text: LocalizedText
  /// Who may be shown it.
  public var audience: Audience
  /// Names of links (``Article/links``).
  public var links: [String]
  /// Rows under which a yes/no question about this fact is answered yes.
  public var yes: [Fix.Row]
  /// Rows under which a yes/no question about this fact is answered no.
  public var no: [Fix.Row]
  /// Facts that say it more exactly under their rows, by name: with the environment known, only its licences.
  public var instead: [String: [Fix.Row]]
  /// The intent under whose heading the document says it, where other intents tell it as well; `nil`: the open one's.
  public var under: String?
  /// What is said instead of it once it was told; `nil`: the same.
  public var again: LocalizedText?
  /// Whether it tells what the document leaves open, so that a person is offered after it.
  public var isOpen: Bool
  /// Where the fact was written.
  public var location: SourceLocation

  /// Makes a fact from its parts.
  public init(
    id: String, article: String, triggers: LocalizedPhrases, text: LocalizedText, audience: Audience = .everyone,
    links: [String] = [], yes: [Fix.Row] = [], no: [Fix.Row] = [], instead: [String: [Fix.Row]] = [:],
    under: String? = nil, again: LocalizedText? = nil, isOpen: Bool = false, location: SourceLocation
  ) {
    self.id = id
    self.article = article
    self.triggers = triggers
    self.text = text
    self.audience = audience
    self.links = links
    self.yes = yes
    self.no = no
    self.instead = instead
    self.under = under
    self.again = again
    self.isOpen = isOpen
    self.location = location
  }
}
