/// Phrases to look for in messages, found however people type them: inflected, without å ä ö, as part of a compound,
/// split in two, with a slip of the finger.
///
/// Look-ups go by hash, so the time for a message hardly depends on the number of phrases.
public struct Lexicon: Sendable {
  /// Phrases that stand for the same thing.
  public struct Entry: Sendable {
    /// What they stand for; given back in ``Match/id``. Several entries may share one.
    public var id: String
    /// The language whose inflection the phrases follow; `nil`: both are tried.
    public var language: Language?
    /// The phrases as a person would type them.
    public var phrases: [String]

    /// Makes an entry from what it stands for, a language, and its phrases.
    public init(id: String, language: Language? = nil, phrases: [String]) {
      self.id = id
      self.language = language
      self.phrases = phrases
    }
  }

  /// A phrase found in a message.
  public struct Match: Sendable, Equatable {
    /// What the phrase stands for.
    public var id: String
    /// The words of the message that it was found in: a range of indices into ``Utterance/tokens``.
    public var tokens: Range<Int>
    /// The loosest of the rules by which its words were found.
    public var rule: Rule
    /// How much the finding is worth, from 0 to 1 (found exactly).
    public var strength: Double
    /// The phrase as it stands in the lexicon.
    public var phrase: String
  }

  /// By what rule a typed word was taken for one of the lexicon, from sure to loose.
  public enum Rule: String, Codable, Sendable, Comparable, CaseIterable {
    /// The same word.
    case exact
    /// The same word with another ending.
    case inflected
    /// Two typed words are one in the lexicon, or the other way round.
    case joined
    /// The same word typed without å, ä, ö or other marks.
    case folded
    /// The word is a part of a typed compound.
    case compoundPart = "compound part"
    /// The word with a slip of the finger.
    case typo

    /// What a word found by this rule is worth.
    public var strength: Double {
      switch self {
      case .exact: 1
      case .inflected: 0.97
      case .joined: 0.95
      case .folded: 0.9
      case .compoundPart: 0.8
      case .typo: 0.75
      }
    }

    /// Surer rules come first.
    public static func < (first: Rule, second: Rule) -> Bool { first.strength > second.strength }
  }

  /// A phrase as a run of words.
  struct Phrase: Sendable {
    let entry: Int
    let text: String
    let words: [Int]
    /// Set where the phrase is here as one word, its words run together.
    var isJoined = false
  }

  let ids: [String]
  let words: WordIndex
  /// The phrases that begin with each word.
  let phrasesByFirstWord: [[Phrase]]

  /// Builds a lexicon from its entries.
  public init(_ entries: [Entry]) {
    var words = WordIndex()
    var phrases: [Phrase] = []
    for (index, entry) in entries.enumerated() {
      for text in entry.phrases {
        let tokens = Utterance(text).tokens
        guard !tokens.isEmpty else { continue }
        let ids = tokens.map { words.insert($0, language: entry.language) }
        phrases.append(Phrase(entry: index, text: text, words: ids))
        if let joined = Self.joined(tokens) {
          let id = words.insert(joined, language: entry.language)
          phrases.append(Phrase(entry: index, text: text, words: [id], isJoined: true))
        }
      }
    }
    var byFirstWord = [[Phrase]](repeating: [], count: words.count)
    for phrase in phrases { byFirstWord[phrase.words[0]].append(phrase) }
    words.finish()
    self.words = words
    ids = entries.map(\.id)
    phrasesByFirstWord = byFirstWord
  }

  /// A phrase of two or three words, not all of them small ones, run together, where that is long enough to be told from other words.
  private static func joined(_ tokens: [Token]) -> Token? {
    guard (2...3).contains(tokens.count),
      tokens.contains(where: { $0.text.utf8.count >= 4 && !FunctionWords.contains($0.text) })
    else { return nil }
    let text = tokens.map(\.text).joined()
    return text.utf8.count >= 6 ? Utterance(text).tokens.first : nil
  }

  /// The phrases that stand in a message word by word, in the order of the message.
  ///
  /// - Parameter nested: whether to give also what lies inside a longer phrase that was found ("reset" in "reset
  ///   button"); false gives the longest only. Of several phrases over the same words all are given, unless one was
  ///   found surely and another by folding or a slip.
  public func matches(in utterance: Utterance, nested: Bool = false) -> [Match] {
    let hits = words.hits(in: utterance)
    var found: [Match] = []
    for start in hits.indices {
      for hit in hits[start] {
        for phrase in phrasesByFirstWord[hit.word] {
          let typed = utterance.tokens[start..<start + hit.length].reduce(0) { $0 + $1.folded.utf8.count }
          // An ending taken off a phrase run together may be its last word: "är det" is not "är det sant".
          if phrase.isJoined, typed + 1 < words.length(of: hit.word) { continue }
          if let match = match(phrase, from: start, first: hit, hits: hits) { found.append(match) }
        }
      }
    }
    return Self.undominated(found, nested: nested)
  }

  /// The phrases all of whose words stand anywhere in a message, in any order; ``Match/tokens`` spans them.
  public func matchesInAnyOrder(in utterance: Utterance) -> [Match] {
    var best: [Int: (hit: WordIndex.Hit, at: Int)] = [:]
    for (position, hits) in words.hits(in: utterance).enumerated() {
      for hit in hits where best[hit.word].map({ hit.rule < $0.hit.rule }) ?? true {
        best[hit.word] = (hit, position)
      }
    }
    var found: [Match] = []
    for first in best.keys.sorted() {
      for phrase in phrasesByFirstWord[first] {
        let parts = phrase.words.compactMap { best[$0] }
        guard parts.count == phrase.words.count else { continue }
        let start = parts.map(\.at).min() ?? 0
        let end = parts.map { $0.at + $0.hit.length }.max() ?? start
        let rule = parts.map(\.hit.rule).max() ?? .exact
        found.append(makeMatch(phrase, tokens: start..<end, rule: rule))
      }
    }
    return Self.undominated(found, nested: true)
  }

  private func match(_ phrase: Phrase, from start: Int, first: WordIndex.Hit, hits: [[WordIndex.Hit]]) -> Match? {
    var end = start + first.length
    var rule = first.rule
    for word in phrase.words.dropFirst() {
      guard end < hits.count, let hit = hits[end].first(where: { $0.word == word }) else { return nil }
      end += hit.length
      rule = max(rule, hit.rule)
    }
    return makeMatch(phrase, tokens: start..<end, rule: rule)
  }

  private func makeMatch(_ phrase: Phrase, tokens: Range<Int>, rule: Rule) -> Match {
    let rule = phrase.isJoined ? max(rule, .joined) : rule
    return Match(id: ids[phrase.entry], tokens: tokens, rule: rule, strength: rule.strength, phrase: phrase.text)
  }

  /// Leaves out what a better match makes superfluous.
  private static func undominated(_ matches: [Match], nested: Bool) -> [Match] {
    let byStart = Dictionary(grouping: matches) { $0.tokens.lowerBound }
    let longest = matches.map(\.tokens.count).max() ?? 0
    var kept: [Match] = []
    var seen: Set<Place> = []
    for match in matches {
      let start = match.tokens.lowerBound
      let isBeaten = (max(0, start - longest)...start).contains { place in
        byStart[place]?.contains { $0.beats(match, nested: nested) } ?? false
      }
      if !isBeaten, seen.insert(Place(id: match.id, tokens: match.tokens)).inserted { kept.append(match) }
    }
    return kept.sorted { ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound) }
  }
}

/// What was found where.
private struct Place: Hashable {
  let id: String
  let tokens: Range<Int>
}

extension Lexicon.Match {
  /// Whether this match makes another one superfluous.
  fileprivate func beats(_ other: Lexicon.Match, nested: Bool) -> Bool {
    if tokens == other.tokens {
      return id == other.id ? strength > other.strength : rule <= .inflected && other.rule >= .folded
    }
    guard tokens.lowerBound <= other.tokens.lowerBound, tokens.upperBound >= other.tokens.upperBound else {
      return false
    }
    return id == other.id ? strength >= other.strength : !nested
  }
}
