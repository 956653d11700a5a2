/// The distinct words of a lexicon, and which of them a typed word may be.
struct WordIndex: Sendable {
  /// A word of the index that a typed word (or two, or a part of one) was taken for.
  struct Hit: Sendable, Equatable {
    var word: Int
    var rule: Lexicon.Rule
    /// How many typed words it covers, 1 or 2.
    var length = 1
  }

  /// The hits of each typed word, one after another.
  struct Hits {
    fileprivate(set) var all: [Hit] = []
    fileprivate var ends: [Int] = []

    /// How many typed words there are.
    var count: Int { ends.count }

    /// The range in ``all`` of a typed word's hits.
    @inline(__always)
    func range(_ position: Int) -> Range<Int> { (position == 0 ? 0 : ends[position - 1])..<ends[position] }
  }

  private struct Key: Hashable {
    let hash: UInt64
    let language: Language?
  }

  private(set) var words: [Token] = []
  private var ids: [Key: Int] = [:]
  private var englishLists: [UInt64: [Int]] = [:]
  private var swedishLists: [UInt64: [Int]] = [:]
  /// Words by their folded stem, of each language.
  private(set) var english = FlatLists([:])
  private(set) var swedish = FlatLists([:])
  /// The first four folded letters of the words that are long enough to be typed as two.
  private var openings = FlatTable<Bool>([], empty: false)
  /// The first three folded letters of all words, one bit each: most pieces of a compound are ruled out by them.
  private var beginnings = [UInt64](repeating: 0, count: 512)
  private(set) var typos = TypoIndex()

  /// How many words there are.
  var count: Int { words.count }

  /// The letters of a word of the index, in bytes without marks.
  func length(of word: Int) -> Int { words[word].folded.utf8.count }

  /// Takes in a word, once for each language, and gives its number.
  mutating func insert(_ token: Token, language: Language?) -> Int {
    let key = Key(hash: token.hash, language: language)
    if let id = ids[key] { return id }
    let id = words.count
    ids[key] = id
    words.append(token)
    if language != .swedish { englishLists[token.englishKey, default: []].append(id) }
    if language != .english { swedishLists[token.swedishKey, default: []].append(id) }
    if token.folded.utf8.count >= 3 {
      let place = Self.beginning(token.folded.utf8.prefix(3))
      beginnings[place / 64] |= 1 << UInt64(place % 64)
    }
    return id
  }

  /// Makes the index ready for looking up, once all words are in.
  mutating func finish() {
    english = FlatLists(englishLists)
    swedish = FlatLists(swedishLists)
    let long = words.lazy.map(\.folded.utf8).filter { $0.count >= 6 }
    openings = FlatTable(Set(long.map { wordHash($0.prefix(4)) }).map { (key: $0, value: true) }, empty: false)
    for (id, word) in words.enumerated() where !word.isFunctionWord && !word.isPlaceholder {
      typos.insert(word.folded, id: id)
    }
    (ids, englishLists, swedishLists) = ([:], [:], [:])
  }

  /// For each typed word the words of the index that it may be, or that it and the next may be together.
  func hits(in utterance: Utterance) -> Hits {
    let tokens = utterance.tokens
    var hits = Hits()
    hits.all.reserveCapacity(tokens.count * 2)
    hits.ends.reserveCapacity(tokens.count)
    for index in tokens.indices {
      let start = hits.all.count
      addHits(for: tokens[index], to: &hits.all)
      if hits.all.count == start { addLooseHits(for: tokens[index], to: &hits.all) }
      if index + 1 < tokens.count, tokens[index + 1].boundary == .none {
        addJoinedHits(for: tokens[index], tokens[index + 1], to: &hits.all)
      }
      hits.ends.append(hits.all.count)
    }
    return hits
  }

  /// The same word, inflected or folded.
  private func addHits(for token: Token, to hits: inout [Hit]) {
    let start = hits.count
    addHits(english[token.englishKey], token, since: start, to: &hits)
    addHits(swedish[token.swedishKey], token, since: start, to: &hits)
  }

  @inline(__always)
  private func addHits(_ list: ArraySlice<Int32>, _ token: Token, since start: Int, to hits: inout [Hit]) {
    for id in list where !hits[start...].contains(where: { $0.word == Int(id) }) {
      hits.append(Hit(word: Int(id), rule: rule(words[Int(id)], token)))
    }
  }

  /// By what rule a typed word is one of the index that has the same stem without marks.
  private func rule(_ word: Token, _ token: Token) -> Lexicon.Rule {
    if word.hash == token.hash { return .exact }
    if word.traits.contains(.plain), token.traits.contains(.plain) { return .inflected }
    return word.swedishStem == token.swedishStem || word.englishStem == token.englishStem ? .inflected : .folded
  }

  /// Two typed words that are one word of the index: "skrivar installation".
  private func addJoinedHits(for first: Token, _ second: Token, to hits: inout [Hit]) {
    guard first.text.utf8.count + second.text.utf8.count >= 6, !first.isPlaceholder, !second.isPlaceholder else {
      return
    }
    var opening = StableHash()
    var letters = 0
    for part in [first.folded, second.folded] {
      for byte in part.utf8 where letters < 4 {
        opening.combine(byte)
        letters += 1
      }
    }
    guard openings[opening.finished] != nil else { return }
    guard let word = ShortWord(first.text.utf8, second.text.utf8), hasWord(like: word) else { return }
    let token = word.withBytes { Token($0, range: first.range, boundary: first.boundary) }
    let start = hits.count
    addHits(for: token, to: &hits)
    for index in start..<hits.count {
      hits[index].rule = max(hits[index].rule, .joined)
      hits[index].length = 2
    }
  }

  /// Whether there is a word of this stem: quicker than a token, which is seldom needed.
  private func hasWord(like word: ShortWord) -> Bool {
    guard !word.hasMarks, !WordTraits.of(word.withBytes(wordHash)).contains(.shorthand) else { return true }
    var stem = word
    EnglishStemmer.stem(&stem)
    if !english[stem.withBytes(wordHash)].isEmpty { return true }
    stem = word
    SwedishStemmer.stem(&stem)
    return !swedish[stem.withBytes(wordHash)].isEmpty
  }

  /// The place of three letters among ``beginnings``; letters of other alphabets share places.
  private static func beginning(_ letters: some Sequence<UInt8>) -> Int {
    letters.reduce(0) { $0 << 5 | Int($1 & 31) }
  }

  /// Whether a word of the index may begin with these letters, which are three at least.
  @inline(__always)
  func mayBegin(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    let place = Int(letters[0] & 31) << 10 | Int(letters[1] & 31) << 5 | Int(letters[2] & 31)
    return beginnings[place / 64] >> UInt64(place % 64) & 1 == 1
  }
}
