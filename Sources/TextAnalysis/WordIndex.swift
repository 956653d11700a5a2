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

  private(set) var words: [WordForms] = []
  private var ids: [Key: Int] = [:]
  private var englishLists: [UInt64: [Int]] = [:]
  private var swedishLists: [UInt64: [Int]] = [:]
  /// Words by their folded stem, of each language.
  private(set) var english = FlatLists([:])
  private(set) var swedish = FlatLists([:])
  /// What words of these stems begin with.
  private var stemOpenings = StemOpenings()
  private var openingLetters: Set<UInt64> = []
  /// The first four folded letters of the words that are long enough to be typed as two.
  private var openings = FlatTable<Bool>([], empty: false)
  /// The first three folded letters of all words, one bit each: most pieces of a compound are ruled out by them.
  private var beginnings = [UInt64](repeating: 0, count: 512)
  private(set) var typos = TypoIndex()

  /// How many words there are.
  var count: Int { words.count }

  /// Takes in a word, once for each language, and gives its number.
  mutating func insert(_ token: Token, language: Language?) -> Int {
    let forms = token.forms
    let key = Key(hash: forms.hash, language: language)
    if let id = ids[key] { return id }
    let id = words.count
    ids[key] = id
    words.append(forms)
    if language != .swedish {
      englishLists[forms.englishKey, default: []].append(id)
      stemOpenings.insert(token.englishStem.foldingMarks(), language: .english)
    }
    if language != .english {
      swedishLists[forms.swedishKey, default: []].append(id)
      stemOpenings.insert(token.swedishStem.foldingMarks(), language: .swedish)
    }
    if token.folded.utf8.count >= 3 {
      let place = Self.beginning(forms.opening)
      beginnings[place / 64] |= 1 << UInt64(place % 64)
    }
    if token.folded.utf8.count >= 6 { openingLetters.insert(Self.openingKey(forms.opening)) }
    if !token.isFunctionWord, !token.isPlaceholder { typos.insert(token.folded, id: id) }
    return id
  }

  /// Makes the index ready for looking up, once all words are in.
  mutating func finish() {
    english = FlatLists(englishLists)
    swedish = FlatLists(swedishLists)
    openings = FlatTable(openingLetters.sorted().map { (key: $0, value: true) }, empty: false)
    (ids, englishLists, swedishLists, openingLetters) = ([:], [:], [:], [])
  }

  /// The place of the first three letters among ``beginnings``; letters of other alphabets share places.
  @inline(__always)
  private static func beginning(_ opening: UInt64) -> Int {
    Int(opening & 31) << 10 | Int(opening >> 8 & 31) << 5 | Int(opening >> 16 & 31)
  }

  /// How many letters the shortest part of a compound has that may begin so, three at least; `nil` where none does.
  @inline(__always)
  func leastPart(_ opening: UInt64) -> Int? {
    let place = Self.beginning(opening)
    guard beginnings[place / 64] >> UInt64(place % 64) & 1 == 1 else { return nil }
    return stemOpenings.leastLength(opening).map { max(3, $0) }
  }

  /// The key of the first four letters among ``openings``.
  @inline(__always)
  private static func openingKey(_ opening: UInt64) -> UInt64 {
    var hash = StableHash()
    hash.combine(opening & 0xFFFF_FFFF)
    return hash.finished
  }

  /// For each typed word the words of the index that it may be, or that it and the next may be together.
  func hits(in utterance: Utterance) -> Hits {
    utterance.tokens.withUnsafeBufferPointer { tokens in
      var hits = Hits()
      hits.all.reserveCapacity(tokens.count * 4)
      hits.ends.reserveCapacity(tokens.count)
      for index in tokens.indices {
        let start = hits.all.count
        addHits(for: tokens[index].forms, to: &hits.all)
        if hits.all.count == start { addLooseHits(for: tokens[index], to: &hits.all) }
        if index + 1 < tokens.count, mayBeJoined(at: index, in: tokens) {
          addJoinedHits(for: tokens[index], tokens[index + 1], to: &hits.all)
        }
        hits.ends.append(hits.all.count)
      }
      return hits
    }
  }

  /// The same word, inflected or folded.
  private func addHits(for token: WordForms, to hits: inout [Hit]) {
    let start = hits.count
    for place in english[token.englishKey] { addHit(Int(english.numbers[place]), token, since: start, to: &hits) }
    for place in swedish[token.swedishKey] { addHit(Int(swedish.numbers[place]), token, since: start, to: &hits) }
  }

  @inline(__always)
  private func addHit(_ word: Int, _ token: WordForms, since start: Int, to hits: inout [Hit]) {
    for index in start..<hits.count where hits[index].word == word { return }
    hits.append(Hit(word: word, rule: rule(words[word], token)))
  }

  /// By what rule a typed word is one of the index that has the same stem without marks.
  private func rule(_ word: WordForms, _ token: WordForms) -> Lexicon.Rule {
    if word.hash == token.hash { return .exact }
    if word.traits.contains(.plain), token.traits.contains(.plain) { return .inflected }
    return word.isInflection(of: token) ? .inflected : .folded
  }

  /// Whether a typed word and the next may be one word of the index, by what they begin with.
  private func mayBeJoined(at index: Int, in tokens: UnsafeBufferPointer<Token>) -> Bool {
    guard tokens[index + 1].boundary == .none,
      tokens[index].text.utf8.count + tokens[index + 1].text.utf8.count >= 6
    else { return false }
    let (first, second) = (tokens[index].forms, tokens[index + 1].forms)
    guard !first.isPlaceholder, !second.isPlaceholder else { return false }
    let length = tokens[index].folded.utf8.count
    let opening = length < 8 ? first.opening | second.opening << UInt64(8 * length) : first.opening
    guard openings[Self.openingKey(opening)] != nil else { return false }
    // A shortening begins otherwise once it is written out.
    return first.traits.contains(.shorthand) || second.traits.contains(.shorthand)
      || stemOpenings.leastLength(opening) != nil
  }

  /// Two typed words that are one word of the index: "skrivar installation".
  private func addJoinedHits(for first: Token, _ second: Token, to hits: inout [Hit]) {
    guard let word = ShortWord(first.text, second.text), hasWord(like: word) else { return }
    let token = word.withBytes { Token($0, range: first.range, boundary: first.boundary) }
    let start = hits.count
    addHits(for: token.forms, to: &hits)
    for index in start..<hits.count {
      hits[index].rule = max(hits[index].rule, .joined)
      hits[index].length = 2
    }
  }

  /// Whether there is a word of this stem: quicker than a token, which is seldom needed.
  private func hasWord(like word: ShortWord) -> Bool {
    if CommonWords.traits(of: word.withBytes(wordHash)).contains(.shorthand) { return true }
    var (english, swedish) = (word, word)
    SwedishStemmer.stem(&swedish)
    if word.hasMarks {
      (english, swedish) = (english.withoutMarks, swedish.withoutMarks)
    } else {
      EnglishStemmer.stem(&english)
    }
    return !self.english[english.withBytes(wordHash)].isEmpty || !self.swedish[swedish.withBytes(wordHash)].isEmpty
  }
}

extension WordIndex: Storable {
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    words = try WordForms.list(from: &reader)
    english = try FlatLists(from: &reader)
    swedish = try FlatLists(from: &reader)
    stemOpenings = try StemOpenings(from: &reader)
    openings = try FlatTable(from: &reader)
    beginnings = try reader.numbers()
    typos = try TypoIndex(from: &reader)
  }

  func write(to writer: inout FlatWriter) {
    WordForms.write(words, to: &writer)
    english.write(to: &writer)
    swedish.write(to: &writer)
    stemOpenings.write(to: &writer)
    openings.write(to: &writer)
    writer.write(beginnings)
    typos.write(to: &writer)
  }
}
