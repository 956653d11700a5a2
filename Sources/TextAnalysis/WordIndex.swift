/// The distinct words of a lexicon, and which of them a typed word may be.
struct WordIndex: Sendable {
  /// A word of the index that a typed word (or two, or a part of one) was taken for.
  struct Hit: Sendable, Equatable {
    var word: Int
    var rule: Lexicon.Rule
    /// How many typed words it covers, 1 or 2.
    var length = 1
  }

  private struct Word: Sendable {
    let token: Token
    let language: Language?
  }

  private struct Key: Hashable {
    let text: String
    let language: Language?
  }

  private var words: [Word] = []
  private var ids: [Key: Int] = [:]
  /// Words by their folded stem, of each language.
  private var english: [String: [Int]] = [:]
  private var swedish: [String: [Int]] = [:]
  /// The first four folded letters of the words that are long enough to be typed as two.
  private var openings: Set<UInt32> = []
  /// The first three folded letters of all words: most pieces of a compound are ruled out by them.
  private var beginnings: Set<UInt32> = []
  private var typos = TypoIndex()

  /// How many words there are.
  /// The letters of a word of the index, in bytes without marks.
  func length(of word: Int) -> Int { words[word].token.folded.utf8.count }

  var count: Int { words.count }

  /// Takes in a word, once for each language, and gives its number.
  mutating func insert(_ token: Token, language: Language?) -> Int {
    let key = Key(text: token.text, language: language)
    if let id = ids[key] { return id }
    let id = words.count
    ids[key] = id
    words.append(Word(token: token, language: language))
    if language != .swedish { english[token.englishStem.foldingMarks(), default: []].append(id) }
    if language != .english { swedish[token.swedishStem.foldingMarks(), default: []].append(id) }
    if token.folded.utf8.count >= 3 { beginnings.insert(Self.beginning(token.folded.utf8.prefix(3))) }
    if token.folded.utf8.count >= 6, let opening = Self.opening(token.folded) { openings.insert(opening) }
    return id
  }

  /// Makes the index ready for looking up, once all words are in.
  mutating func finish() {
    ids = [:]
    for (id, word) in words.enumerated()
    where !FunctionWords.contains(word.token.text) && !word.token.isPlaceholder {
      typos.insert(word.token.folded, id: id)
    }
  }

  /// For each typed word the words of the index that it may be, or that it and the next may be together.
  func hits(in utterance: Utterance) -> [[Hit]] {
    let tokens = utterance.tokens
    return tokens.indices.map { index in
      var hits = hits(for: tokens[index])
      if hits.isEmpty { hits = loosely(tokens[index]) }
      if index + 1 < tokens.count, tokens[index + 1].boundary == .none {
        hits += joined(tokens[index], tokens[index + 1])
      }
      return hits
    }
  }

  /// The same word, inflected or folded.
  private func hits(for token: Token) -> [Hit] {
    var found: [Hit] = []
    collect(english[token.englishStem.foldingMarks()], token, into: &found)
    collect(swedish[token.swedishStem.foldingMarks()], token, into: &found)
    return found
  }

  private func collect(_ ids: [Int]?, _ token: Token, into found: inout [Hit]) {
    guard let ids else { return }
    for id in ids where !found.contains(where: { $0.word == id }) {
      let word = words[id].token
      let rule: Lexicon.Rule =
        word.text == token.text
        ? .exact
        : word.swedishStem == token.swedishStem || word.englishStem == token.englishStem ? .inflected : .folded
      found.append(Hit(word: id, rule: rule))
    }
  }

  /// Å, ä, ö typed as aa, ae, oe; else parts of a compound; else a slip. Never for short or very common words.
  private func loosely(_ token: Token) -> [Hit] {
    guard token.text.utf8.count >= 4, !token.isPlaceholder, !FunctionWords.contains(token.text) else { return [] }
    if let plain = token.folded.foldingDigraphs(), let ids = swedish[SwedishStemmer.stem(plain)] {
      return ids.map { Hit(word: $0, rule: .folded) }
    }
    let parts = compoundParts(of: token)
    if !parts.isEmpty { return parts }
    let closest = typos.closest(to: token.folded) { first, second in
      words[first].token.swedishStem == words[second].token.swedishStem
        || words[first].token.englishStem == words[second].token.englishStem
    }
    guard let closest else { return [] }
    let meant = words[closest].token
    return ((english[meant.englishStem.foldingMarks()] ?? []) + (swedish[meant.swedishStem.foldingMarks()] ?? []))
      .reduce(into: []) { hits, id in
        if !hits.contains(where: { $0.word == id }) { hits.append(Hit(word: id, rule: .typo)) }
      }
  }

  /// Two typed words that are one word of the index: "skrivar kö".
  private func joined(_ first: Token, _ second: Token) -> [Hit] {
    guard first.text.utf8.count + second.text.utf8.count >= 6, let opening = Self.opening(first.folded + second.folded),
      openings.contains(opening), let token = Utterance(first.text + second.text).tokens.first
    else { return [] }
    return hits(for: token).map { Hit(word: $0.word, rule: max($0.rule, .joined), length: 2) }
  }

  private static func beginning(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func opening(_ folded: String) -> UInt32? {
    folded.utf8.count < 4 ? nil : folded.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension WordIndex {
  /// The words of the index that a typed compound is made of: all of it in the fewest parts, else a long known last
  /// part, which says what the thing is, else a long known first part.
  private func compoundParts(of token: Token) -> [Hit] {
    let letters = Array(token.folded.utf8)
    guard letters.count >= 7, letters.count <= 40 else { return [] }
    let ids = wholeSplit(letters) ?? edgePart(letters)
    return ids.map { Hit(word: $0, rule: .compoundPart) }
  }

  private func ids(_ letters: ArraySlice<UInt8>) -> [Int] {
    guard beginnings.contains(Self.beginning(letters.prefix(3))) else { return [] }
    let part = String(decoding: letters, as: UTF8.self)
    guard !FunctionWords.contains(part) else { return [] }
    let found = (swedish[SwedishStemmer.stem(part)] ?? []) + (english[EnglishStemmer.stem(part)] ?? [])
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Splits all of a word into known parts of at least three letters, with s, e, o or u between them allowed.
  private func wholeSplit(_ letters: [UInt8]) -> [Int]? {
    var best: [(count: Int, ids: [Int])?] = Array(repeating: nil, count: letters.count + 1)
    best[0] = (0, [])
    for start in 0...letters.count - 3 {
      guard let before = best[start], before.count < 3 else { continue }
      for end in stride(from: letters.count, through: start + 3, by: -1) {
        guard start > 0 || end < letters.count else { continue }
        let found = ids(letters[start..<end])
        guard !found.isEmpty else { continue }
        for next in [end, end + 1] where next <= letters.count {
          if next > end, next == letters.count || !"seou".utf8.contains(letters[end]) { continue }
          if best[next].map({ before.count + 1 < $0.count }) ?? true {
            best[next] = (before.count + 1, before.ids + found)
          }
        }
      }
    }
    return best[letters.count]?.ids
  }

  private func edgePart(_ letters: [UInt8]) -> [Int] {
    for start in stride(from: 3, through: letters.count - 5, by: 1) {
      let found = ids(letters[start...])
      if !found.isEmpty { return found }
    }
    for end in stride(from: letters.count - 3, through: 6, by: -1) {
      let found = ids(letters[..<end])
      if !found.isEmpty { return found }
    }
    return []
  }
}
