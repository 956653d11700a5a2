/// What speaks for and against a word of a message being a password: how it looks, which words stand around it, where the
/// message speaks of passwords. Each piece is a number below ``count``, an index into the weights of ``LearnedPasswords``.
///
/// The word itself is none, unless it is one of the known words: what was learned would be the passwords of the examples.
struct PasswordEvidence {
  /// A run of characters between two spaces, without the marks around it.
  struct Token {
    /// Where it stands in the scan.
    var range: Range<Int>
    /// What is known of it, for itself and beside others: the hash of a known word, or what it looks like.
    fileprivate var name: UInt64
    fileprivate var kinds: WordKinds
    fileprivate var look: Look
    fileprivate var lookHash: UInt64 { UInt64(look.rawValue) }
    /// The mark right behind it, 0 for none.
    fileprivate var mark: UInt32
    fileprivate var isQuoted: Bool
  }

  /// How many pieces of evidence are told apart: a power of two.
  static let count = 1 << 17
  /// How many words of a message are looked at.
  private static let most = 80

  let tokens: [Token]
  private let scan: Scan
  /// Which of the tokens speak of passwords.
  private let places: [Int]
  private let known: Set<UInt64>

  /// - Parameter words: hashes of words that are as well known as those of the lists.
  init(_ scan: Scan, words: Set<UInt32>) {
    self.scan = scan
    let tokens = Self.tokens(of: scan, words: words)
    self.tokens = tokens
    places = tokens.indices.filter {
      !tokens[$0].kinds.isDisjoint(with: [.password, .perhapsPassword, .passwordThing])
    }
    known = Set(tokens.filter { $0.look == .known }.map(\.name))
  }

  /// Whether there is anything that could be a password: where none is spoken of, something that is no plain word.
  var isWorthALook: Bool {
    !places.isEmpty || tokens.contains { $0.look.isOdd || !$0.kinds.isDisjoint(with: [.typing, .credentials, .code]) }
  }

  /// Whether a word of it speaks of passwords.
  var speaksOfPasswords: Bool { !places.isEmpty }

  /// The evidence on one of the tokens.
  func pieces(of index: Int) -> [Int] {
    let token = tokens[index]
    let look = token.lookHash
    var list = EvidenceList()
    list.add(1, look)
    list.add(2, look, shape(of: token.range))
    list.add(3, UInt64(min(token.range.count, 16)), look)
    list.add(4, token.isQuoted ? 1 : 0, look)
    if token.look == .known { list.add(5, token.name) }
    addNeighbours(of: index, look: look, to: &list)
    addPlace(of: index, look: look, to: &list)
    if token.look != .known {
      for word in known.sorted() { list.add(6, word, look >> 2) }
    }
    return list.pieces
  }

  private func addNeighbours(of index: Int, look: UInt64, to list: inout EvidenceList) {
    let (before, second, third) = (name(index - 1), name(index - 2), name(index - 3))
    let (after, next) = (name(index + 1), name(index + 2))
    for (kind, value) in [
      (10, before), (11, second), (12, third), (13, after), (14, next), (15, join(second, before)),
      (16, join(before, after)), (17, join(after, next)), (18, join(third, join(second, before))),
    ] {
      list.add(UInt64(kind), value)
      list.add(UInt64(kind + 10), value, look)
    }
    for (offset, kind) in [(-1, 30), (-2, 31), (1, 32)] where tokens.indices.contains(index + offset) {
      var bits = tokens[index + offset].kinds.rawValue
      while bits != 0 {
        list.add(UInt64(kind), UInt64(bits.trailingZeroBitCount), look)
        bits &= bits - 1
      }
    }
    list.add(40, index > 0 ? UInt64(tokens[index - 1].mark) : 1, look)
    list.add(41, UInt64(tokens[index].mark), look)
  }

  private func addPlace(of index: Int, look: UInt64, to list: inout EvidenceList) {
    if let nearest = places.min(by: { abs($0 - index) < abs($1 - index) }) {
      let distance = UInt64(max(-6, min(8, index - nearest)) + 6)
      list.add(50, distance, look)
      list.add(51, distance, join(name(index - 1), look >> 2))
    } else {
      list.add(52, look)
    }
    list.add(53, index == tokens.count - 1 ? 1 : 0, look)
    list.add(54, UInt64(min(tokens.count, 12)), look)
  }

  /// What is known of the word at a place; the message's edges count as words.
  private func name(_ index: Int) -> UInt64 {
    tokens.indices.contains(index) ? tokens[index].name : index < 0 ? 1 : 2
  }

  /// Runs of letters, digits and others, as in `Xx9.`: the first six.
  private func shape(of range: Range<Int>) -> UInt64 {
    var (shape, last, runs) = (UInt64(0), UInt64(0), 0)
    for position in range {
      let kind: UInt64 =
        switch scan.classes[position] {
        case .lower: 1
        case .upper: 2
        case .digit: 3
        default: 4
        }
      guard kind != last else { continue }
      shape = shape << 3 | kind
      last = kind
      runs += 1
      if runs == 6 { break }
    }
    return shape
  }
}

/// What a word looks like.
struct Look: OptionSet {
  let rawValue: UInt8

  static let inner = Look(rawValue: 1 << 0)
  static let mixedCase = Look(rawValue: 1 << 1)
  private static let unknown = Look(rawValue: 1 << 2)
  private static let capital = Look(rawValue: 2 << 2)
  private static let digits = Look(rawValue: 3 << 2)
  private static let lettersAndDigits = Look(rawValue: 4 << 2)
  /// A word that the lists have, and nothing else about it.
  static let known: Look = []

  /// Whether it is no plain word.
  var isOdd: Bool { rawValue >> 2 >= 3 || contains(.mixedCase) || contains(.inner) }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of range: Range<Int>, isKnown: Bool, opensSentence: Bool, in scan: Scan) {
    let classes = scan.classes[range]
    let hasDigit = classes.contains(.digit)
    let hasLetter = classes.contains(where: \.isLetter)
    let isCapital = classes.first == .upper && classes.dropFirst().first != .upper && !opensSentence
    var look: Look =
      hasDigit ? (hasLetter ? .lettersAndDigits : .digits) : isKnown ? .known : isCapital ? .capital : .unknown
    if classes.contains(where: { !$0.isWord }) { look.formUnion(.inner) }
    if zip(classes, classes.dropFirst()).contains(where: { $0 == .lower && $1 == .upper }) {
      look.formUnion(.mixedCase)
    }
    self = look
  }
}

extension PasswordEvidence {
  /// Cuts a message at its spaces and takes the marks off.
  private static func tokens(of scan: Scan, words: Set<UInt32>) -> [Token] {
    var tokens: [Token] = []
    var position = scan.skippingSpaces(0)
    var opensSentence = true
    while position < scan.count, tokens.count < most {
      var end = position
      while end < scan.count, scan.classes[end] != .space { end += 1 }
      var range = position..<end
      while let first = range.first, range.count > 1, scan.has(anyOf: opening, at: first) { range.removeFirst() }
      while let last = range.last, range.count > 1, scan.has(anyOf: closing, at: last) { range.removeLast() }
      let kinds = scan.words.first { $0.range == range }?.kinds ?? WordKinds.of(scan.folded[range])
      var hash = WordKinds.emptyHash
      for position in range { WordKinds.add(scan.folded[position], to: &hash) }
      let isKnown = !kinds.isEmpty || words.contains(Self.short(hash))
      let look = Look(of: range, isKnown: isKnown, opensSentence: opensSentence, in: scan)
      let mark = range.upperBound < end ? scan.folded[range.upperBound] : 0
      tokens.append(
        Token(
          range: range, name: look == .known ? hash : UInt64(look.rawValue) + 3, kinds: kinds, look: look, mark: mark,
          isQuoted: scan.has(anyOf: "\"'`", at: position) || scan.has(anyOf: "\"'`", at: end - 1)))
      opensSentence = scan.has(anyOf: ".!?:", at: end - 1)
      position = scan.skippingSpaces(end)
    }
    return tokens
  }

  /// The hash by which a known word is kept.
  static func short(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 16) }

  private static let opening: StaticString = "\"'(<[`*"
  private static let closing: StaticString = "\"')>].,:;!?`*"
}

/// Pieces of evidence being collected.
private struct EvidenceList {
  private(set) var pieces: [Int] = []

  init() { pieces.reserveCapacity(64) }

  mutating func add(_ kind: UInt64, _ value: UInt64, _ other: UInt64 = 0) {
    let hash = join(kind &* 0x9E37_79B9, join(value, other))
    pieces.append(Int(truncatingIfNeeded: hash >> 20) & (PasswordEvidence.count - 1))
  }
}

/// Two hashes as one, the order counting.
private func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var hash = (first ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ (hash >> 27) ^ second) &* 0x94D0_49BB_1331_11EB
  return hash ^ (hash >> 31)
}
