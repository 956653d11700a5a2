/// What is known of a word without any subject: looked up once for each word of a message, by its hash.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt16

  static let english = WordTraits(rawValue: 1 << 0)
  static let swedish = WordTraits(rawValue: 1 << 1)
  static let contrast = WordTraits(rawValue: 1 << 2)
  static let denial = WordTraits(rawValue: 1 << 3)
  static let negatorAfter = WordTraits(rawValue: 1 << 4)
  static let verbalNegator = WordTraits(rawValue: 1 << 5)
  static let negator = WordTraits(rawValue: 1 << 6)
  static let copula = WordTraits(rawValue: 1 << 7)
  static let pronoun = WordTraits(rawValue: 1 << 8)
  static let limit = WordTraits(rawValue: 1 << 9)
  static let light = WordTraits(rawValue: 1 << 10)
  static let shorthand = WordTraits(rawValue: 1 << 11)
  /// All its letters, written out, are without marks.
  static let plain = WordTraits(rawValue: 1 << 12)
  /// As it was typed, it has an å, ä or ö.
  static let swedishLetter = WordTraits(rawValue: 1 << 13)

  /// Whether it is one of the small and common words of either language.
  var isFunctionWord: Bool { !isDisjoint(with: [.english, .swedish]) }
}

/// The hash by which words and stems are looked up.
@inline(__always)
func wordHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash = StableHash()
  for byte in bytes { hash.combine(byte) }
  return hash.finished
}
