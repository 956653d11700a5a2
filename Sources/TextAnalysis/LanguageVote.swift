/// How much of a message is in which language, by both languages' own words.
public struct LanguageVote: Sendable {
  /// The outcome for one message.
  public struct Outcome: Sendable, Equatable {
    /// What speaks for English, in words.
    public var english: Double
    /// What speaks for Swedish, in words.
    public var swedish: Double
    /// How many words are neither placeholders nor numbers nor neutral: product names and technical nouns.
    public var words: Int

    /// The language that more speaks for; `nil` where both are equal.
    public var language: Language? { english == swedish ? nil : english > swedish ? .english : .swedish }
    /// By how much it leads, as a share of all that was counted, 0 to 1.
    public var margin: Double { english + swedish > 0 ? abs(english - swedish) / (english + swedish) : 0 }
  }

  /// What the words of the phrases say, by their hashes: 0 nothing (neutral), else the language.
  private let own: FlatTable<Word>
  /// The pairs of words that neutral phrases begin with where the first alone would count: "on" of "on-prem".
  private let openings: FlatTable<Bool>

  private enum Word: UInt8 {
    case neutral, english, swedish
  }

  /// Makes a vote.
  ///
  /// - Parameters:
  ///   - neutral: phrases whose words say nothing about the language.
  ///   - own: phrases that are in one language; words of both, and neutral ones, don't count.
  public init(neutral: [String] = [], own: [Language: [String]] = [:]) {
    func words(_ phrases: [String]?) -> Set<UInt64> {
      Set((phrases ?? []).flatMap { Utterance($0).tokens.map(\.forms.hash) })
    }
    var table: [UInt64: Word] = [:]
    for word in words(own[.english]) { table[word] = .english }
    for word in words(own[.swedish]) { table[word] = table[word] == nil ? .swedish : .neutral }
    for word in words(neutral) { table[word] = .neutral }
    let openings = Set(
      neutral.compactMap { phrase in
        let tokens = Utterance(phrase).tokens
        return tokens.count > 1 && tokens[0].traits.isFunctionWord ? Self.pair(tokens[0].forms, tokens[1].forms) : nil
      })
    self.openings = FlatTable(openings.sorted().map { (key: $0, value: true) }, empty: false)
    self.own = FlatTable(
      table.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }, empty: .neutral)
  }

  /// Counts the votes of a message's words.
  public func count(_ utterance: Utterance) -> Outcome {
    var outcome = Outcome(english: 0, swedish: 0, words: 0)
    utterance.tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices where !isOpening(at: index, of: tokens) {
        let word = tokens[index].forms
        if word.traits.isFunctionWord {
          vote(word.traits, into: &outcome)
        } else if !word.isPlaceholder {
          vote(word, tokens[index].text, into: &outcome)
        }
      }
    }
    return outcome
  }

  /// Whether a function word only begins a technical noun.
  private func isOpening(at index: Int, of tokens: UnsafeBufferPointer<Token>) -> Bool {
    guard tokens[index].forms.traits.isFunctionWord, index + 1 < tokens.count else { return false }
    return openings[Self.pair(tokens[index].forms, tokens[index + 1].forms)] != nil
  }

  /// The hash of two words after each other.
  private static func pair(_ first: WordForms, _ second: WordForms) -> UInt64 {
    var hash = StableHash()
    hash.combine(first.hash)
    hash.combine(second.hash)
    return hash.finished
  }

  /// The vote of a function word.
  private func vote(_ word: WordTraits, into outcome: inout Outcome) {
    outcome.words += 1
    if !word.contains(.swedish) { outcome.english += 1 }
    if !word.contains(.english) { outcome.swedish += 1 }
  }

  /// The vote of any other word.
  private func vote(_ word: WordForms, _ text: String, into outcome: inout Outcome) {
    var text = text
    text.withUTF8 { letters in
      // Numbers say nothing.
      guard letters.contains(where: { $0 > UInt8(ascii: "9") }) else { return }
      let hasSwedishLetter = word.traits.contains(.swedishLetter)
      switch own[word.hash] {
      case .neutral: return
      case .english: outcome.english += hasSwedishLetter ? 0 : 0.8
      case .swedish: outcome.swedish += hasSwedishLetter ? 0 : 0.8
      case nil:
        if !hasSwedishLetter {
          outcome.english += Self.share(letters, of: englishMarks)
          outcome.swedish += Self.share(letters, of: swedishMarks)
        }
      }
      if hasSwedishLetter { outcome.swedish += 1 }
      outcome.words += 1
    }
  }

  /// What spellings that only one of the languages has say about an unknown word.
  private static func share(_ word: UnsafeBufferPointer<UInt8>, of marks: Marks) -> Double {
    marks.occur(in: word) ? 0.5 : 0
  }
}

extension LanguageVote: Storable {
  /// Takes a vote from its flat form.
  public init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    own = try FlatTable(from: &reader)
    openings = try FlatTable(from: &reader)
  }

  /// Appends the flat form.
  public func write(to writer: inout FlatWriter) {
    own.write(to: &writer)
    openings.write(to: &writer)
  }
}

/// Spellings that tell a language.
private struct Marks: Sendable {
  /// Spellings that tell something wherever they stand, or only at the word's beginning.
  private let within: SuffixTable<(spelling: Suffix, isBeginning: Bool)>
  private let endings: SuffixTable<Suffix>

  /// Takes spellings; a hyphen stands for the rest of the word.
  init(_ marks: [String]) {
    let (endings, others) = (marks.filter { $0.hasPrefix("-") }, marks.filter { !$0.hasPrefix("-") })
    within = SuffixTable(
      others.map { (Suffix($0.replacing("-", with: "")), $0.hasSuffix("-")) }, suffix: \.spelling)
    self.endings = SuffixTable(endings.map { Suffix(String($0.dropFirst())) }, suffix: \.self)
  }

  func occur(in word: UnsafeBufferPointer<UInt8>) -> Bool {
    var tail: UInt64 = 0
    for (index, byte) in word.enumerated() {
      tail = tail >> 8 | UInt64(byte) << 56
      let found = within.first(endingIn: byte) { mark in
        mark.spelling.ends(tail) && (!mark.isBeginning || mark.spelling.count == index + 1)
      }
      if found != nil { return true }
    }
    guard let last = word.last else { return false }
    return endings.first(endingIn: last) { $0.ends(tail) } != nil
  }
}

private let englishMarks = Marks([
  "th", "wh", "sh", "ough", "ight", "-tion", "-ing", "-ly", "-ed", "-ness", "-ment", "-ce", "ck-", "-ey", "-ious",
  "-ity", "w-", "qu", "-ays", "-ies", "-ee",
])
private let swedishMarks = Marks([
  "sj", "skj", "stj", "tj", "kv", "fj", "hj-", "gj", "aa", "-arna", "-erna", "-orna", "-ar", "-ade", "-at", "-ning",
  "-ningen", "-het", "-heten", "-or", "-en", "-et", "-ng", "-ig", "-igt", "-ligt", "-lig", "-skt", "-are", "-aren",
  "-ska",
  "-rna", "-llt", "-tt", "-adm", "lj", "nj", "-sk", "-as", "-ns",
])
