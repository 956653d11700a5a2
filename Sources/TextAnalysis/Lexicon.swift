/// Phrases to look for in messages, found however people type them: inflected, without å ä ö, as part of a compound,
/// split in two, with a slip of the finger.
///
/// Look-ups go by hash, so the time for a message hardly depends on the number of phrases.
public final class Lexicon: Sendable {
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
    /// What it stands for: an index into ``ids``.
    let id: Int32
    /// Where its words begin and end among ``phraseWords``.
    let start, end: Int32
    /// How many bytes it has as one word, where it is here with its words run together; else 0.
    let joinedLength: Int32

    /// Its words: a range of ``phraseWords``.
    var words: Range<Int> { Int(start)..<Int(end) }
    /// Whether it is here with its words run together.
    var isJoined: Bool { joinedLength > 0 }
  }

  /// Where a phrase stands in a message.
  public struct Place: Sendable, Equatable {
    /// What it stands for: an index into ``Lexicon/ids``.
    public let id: Int
    /// The words of the message that it was found in: a range of indices into ``Utterance/tokens``.
    public let tokens: Range<Int>
    /// The loosest of the rules by which its words were found.
    public let rule: Rule
    fileprivate let phrase: Int
  }

  /// What the phrases stand for, each once.
  public let ids: [String]
  let words: WordIndex
  /// The phrases by the words that they begin with.
  let phrases: [Phrase]
  /// The phrases as they were given, in the same order.
  let texts: Texts
  let phraseWords: [Int32]
  /// Where in ``phrases`` those end that begin with each word.
  let ends: [Int32]

  /// Builds a lexicon from its entries.
  public init(_ entries: [Entry]) {
    var words = WordIndex()
    var ids: [String] = []
    var places: [String: Int] = [:]
    var phraseWords: [Int32] = []
    var byFirstWord: [[(phrase: Phrase, text: String)]] = []
    func add(_ text: String, _ tokens: [Token], to entry: Entry, joinedLength: Int = 0) {
      let id = places[entry.id] ?? ids.count
      if id == ids.count {
        ids.append(entry.id)
        places[entry.id] = id
      }
      let numbers = tokens.map { words.insert($0, language: entry.language) }
      let start = Int32(phraseWords.count)
      phraseWords += numbers.map(Int32.init)
      while byFirstWord.count < words.count { byFirstWord.append([]) }
      let phrase = Phrase(
        id: Int32(id), start: start, end: Int32(phraseWords.count), joinedLength: Int32(joinedLength))
      byFirstWord[numbers[0]].append((phrase, text))
    }
    for entry in entries {
      for text in entry.phrases {
        let tokens = Utterance(text).tokens
        guard !tokens.isEmpty else { continue }
        add(text, tokens, to: entry)
        if let joined = Self.joined(tokens) {
          add(text, [joined], to: entry, joinedLength: joined.folded.utf8.count)
        }
      }
    }
    words.finish()
    self.words = words
    self.ids = ids
    self.phraseWords = phraseWords
    phrases = byFirstWord.flatMap { $0.map(\.phrase) }
    texts = Texts(byFirstWord.lazy.joined().map(\.text))
    var end: Int32 = 0
    ends = byFirstWord.map { list in
      end += Int32(list.count)
      return end
    }
  }

  /// Takes a lexicon from its flat form.
  public init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    let names = try Texts(from: &reader)
    ids = (0..<names.count).map { names[$0] }
    words = try WordIndex(from: &reader)
    phrases = try reader.numbers()
    texts = try Texts(from: &reader)
    phraseWords = try reader.numbers()
    ends = try reader.numbers()
  }

  /// The range in ``phrases`` of those that begin with a word.
  @inline(__always)
  private func phrases(beginningWith word: Int) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])
  }

  /// A phrase of two or three words, not all of them small ones, run together, where that is long enough to be told from other words.
  private static func joined(_ tokens: [Token]) -> Token? {
    guard (2...3).contains(tokens.count),
      tokens.contains(where: { $0.text.utf8.count >= 4 && !$0.isFunctionWord })
    else { return nil }
    let text = tokens.map(\.text).joined()
    return text.utf8.count >= 6 ? Utterance(text).tokens.first : nil
  }
}

extension Lexicon {
  /// The phrases that stand in a message word by word, in the order of the message.
  ///
  /// `nested` gives also what lies inside a longer phrase that was found ("reset" in "reset button"); without it the
  /// longest only. Of several phrases over the same words all are given, unless one was found surely and another by
  /// folding or a slip.
  public func matches(in utterance: Utterance, nested: Bool = false) -> [Match] {
    places(in: utterance, nested: nested).map(match)
  }

  /// The same as ``matches(in:nested:)``, in numbers: a message is looked through without making any text.
  public func places(in utterance: Utterance, nested: Bool = false) -> [Place] {
    let hits = words.hits(in: utterance)
    var found: [Place] = []
    found.reserveCapacity(hits.all.count)
    for start in 0..<hits.count {
      for index in hits.range(start) {
        let hit = hits.all[index]
        for number in phrases(beginningWith: hit.word) {
          // An ending taken off a phrase run together may be its last word: "är det" is not "är det sant".
          if phrases[number].isJoined {
            let typed = (start..<start + hit.length).reduce(0) { $0 + utterance.tokens[$1].folded.utf8.count }
            if typed + 1 < phrases[number].joinedLength { continue }
          }
          if let place = place(of: number, from: start, first: hit, hits: hits) { found.append(place) }
        }
      }
    }
    return Self.undominated(found, nested: nested)
  }

  /// The phrases all of whose words stand anywhere in a message, in any order; ``Match/tokens`` spans them.
  public func matchesInAnyOrder(in utterance: Utterance) -> [Match] {
    var best: [Int: (hit: WordIndex.Hit, at: Int)] = [:]
    let hits = words.hits(in: utterance)
    for position in 0..<hits.count {
      for hit in hits.all[hits.range(position)] where best[hit.word].map({ hit.rule < $0.hit.rule }) ?? true {
        best[hit.word] = (hit, position)
      }
    }
    var found: [Place] = []
    for first in best.keys.sorted() {
      for number in phrases(beginningWith: first) {
        let parts = phraseWords[phrases[number].words].compactMap { best[Int($0)] }
        guard parts.count == phrases[number].words.count else { continue }
        let start = parts.map(\.at).min() ?? 0
        let end = parts.map { $0.at + $0.hit.length }.max() ?? start
        found.append(makePlace(number, tokens: start..<end, rule: parts.map(\.hit.rule).max() ?? .exact))
      }
    }
    let sorted = found.enumerated().sorted {
      ($0.element.tokens.lowerBound, $0.offset) < ($1.element.tokens.lowerBound, $1.offset)
    }
    return Self.undominated(sorted.map(\.element), nested: true).map(match)
  }

  private func match(_ place: Place) -> Match {
    Match(
      id: ids[place.id], tokens: place.tokens, rule: place.rule, strength: place.rule.strength,
      phrase: texts[place.phrase])
  }

  private func place(of number: Int, from start: Int, first: WordIndex.Hit, hits: WordIndex.Hits) -> Place? {
    var end = start + first.length
    var rule = first.rule
    for index in phrases[number].words.dropFirst() {
      let word = Int(phraseWords[index])
      guard end < hits.count, let place = hits.range(end).first(where: { hits.all[$0].word == word }) else {
        return nil
      }
      end += hits.all[place].length
      rule = max(rule, hits.all[place].rule)
    }
    return makePlace(number, tokens: start..<end, rule: rule)
  }

  private func makePlace(_ number: Int, tokens: Range<Int>, rule: Rule) -> Place {
    let phrase = phrases[number]
    return Place(
      id: Int(phrase.id), tokens: tokens, rule: phrase.isJoined ? max(rule, .joined) : rule, phrase: number)
  }

  /// Leaves out what a better one makes superfluous. Places come and go by where they begin; of those, the longest go
  /// first.
  private static func undominated(_ places: [Place], nested: Bool) -> [Place] {
    let longest = places.reduce(0) { max($0, $1.tokens.count) }
    var kept: [Place] = []
    kept.reserveCapacity(places.count)
    var windowStart = 0
    var groupEnd = 0
    for place in places {
      let start = place.tokens.lowerBound
      while places[windowStart].tokens.lowerBound < start - longest { windowStart += 1 }
      while groupEnd < places.count, places[groupEnd].tokens.lowerBound <= start { groupEnd += 1 }
      if places[windowStart..<groupEnd].contains(where: { $0.beats(place, nested: nested) }) { continue }
      var index = kept.count
      while index > 0, kept[index - 1].tokens.lowerBound == start,
        kept[index - 1].tokens.upperBound < place.tokens.upperBound
      {
        index -= 1
      }
      let isKnown = kept[..<index].reversed().prefix { $0.tokens == place.tokens }.contains { $0.id == place.id }
      if isKnown { continue }
      if index == kept.count { kept.append(place) } else { kept.insert(place, at: index) }
    }
    return kept
  }
}

extension Lexicon.Place {
  /// Whether this makes another one superfluous.
  fileprivate func beats(_ other: Lexicon.Place, nested: Bool) -> Bool {
    if tokens == other.tokens {
      return id == other.id ? rule < other.rule : rule <= .inflected && other.rule >= .folded
    }
    guard tokens.lowerBound <= other.tokens.lowerBound, tokens.upperBound >= other.tokens.upperBound else {
      return false
    }
    return id == other.id ? rule <= other.rule : !nested
  }
}
