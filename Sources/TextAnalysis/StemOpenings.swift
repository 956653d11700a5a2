/// What words begin with that share a stem with one of a lexicon: most words are ruled out by it without being stemmed.
///
/// A stem is what its words begin with, but for a last letter that English inflection changes.
struct StemOpenings: Sendable {
  /// More letters than these are not looked at.
  private static let longest = 8
  /// One bit for each opening, by its hash; what shares a place is let through for nothing.
  private var bits: [UInt64]

  /// Knows nothing but the words that don't begin as what they come down to.
  init() {
    bits = [UInt64](repeating: 0, count: 1024)
    for word in EnglishStemmer.exceptionStems.map(\.word) + Shorthand.expansions.keys.map({ $0.foldingMarks() })
    where word.utf8.count > 1 {
      insert(word.utf8, count: word.utf8.count)
    }
  }

  /// Takes in a stem without marks. One of a single letter is no longer word's.
  mutating func insert(_ stem: String, language: Language) {
    let letters = stem.utf8
    guard letters.count > 1, let last = letters.last else { return }
    let mayChange = language == .english && letters.count > 2 && ("eily" as LetterSet).contains(last)
    insert(letters, count: letters.count - (mayChange ? 1 : 0))
  }

  private mutating func insert(_ letters: String.UTF8View, count: Int) {
    let count = min(count, Self.longest)
    let opening = letters.prefix(count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let place = Self.place(opening, count)
    bits[place / 64] |= 1 << UInt64(place % 64)
  }

  /// How many letters a word has at least that begins so and shares a stem; `nil` where none does.
  ///
  /// - Parameter opening: the first eight letters, the first of them lowest.
  @inline(__always)
  func leastLength(_ opening: UInt64) -> Int? {
    for count in 2...Self.longest {
      let place = Self.place(opening & (UInt64.max >> UInt64(64 - 8 * count)), count)
      if bits[place / 64] >> UInt64(place % 64) & 1 == 1 { return count }
    }
    return nil
  }

  @inline(__always)
  private static func place(_ opening: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((opening &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }
}

extension StemOpenings: Storable {
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) { bits = try reader.numbers() }
  func write(to writer: inout FlatWriter) { writer.write(bits) }
}

extension UInt64 {
  /// The first eight of these letters, the first of them lowest; zeros stand after a shorter word.
  @inline(__always)
  init(opening letters: UnsafeBufferPointer<UInt8>) {
    if letters.count >= 8 {
      self = UInt64(littleEndian: UnsafeRawBufferPointer(letters).loadUnaligned(as: UInt64.self))
    } else {
      self = 0
      for (index, letter) in letters.enumerated() { self |= UInt64(letter) << UInt64(8 * index) }
    }
  }
}
