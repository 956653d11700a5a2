/// A word of a message in the forms in which it is compared.
public struct Token: Sendable, Equatable {
  /// Where the word stands in ``Utterance/text``, as offsets into its UTF-8.
  public let range: Range<Int>
  /// The word in lower case, NFC, without apostrophes: `can’t` is `cant`. A placeholder keeps its brackets: `[email]`.
  public let text: String
  /// The word with chat shortenings written out and letters without their marks: å → a, ä → a, ö → o.
  public let folded: String
  /// What stands between this word and the one before.
  public let boundary: Boundary
  /// The hash of ``text``.
  let hash: UInt64
  /// The hash of ``englishStem`` without marks.
  let englishKey: UInt64
  /// The hash of ``swedishStem`` without marks.
  let swedishKey: UInt64
  /// The hash of ``englishStem``.
  let englishStemHash: UInt64
  /// The hash of ``swedishStem``.
  let swedishStemHash: UInt64
  /// The first eight letters of ``folded``, the first of them lowest.
  let opening: UInt64
  /// What is known of the word without any subject.
  let traits: WordTraits

  /// What inflection leaves of the word as English.
  public var englishStem: String { stem(by: EnglishStemmer.stem) }

  /// What inflection leaves of the word as Swedish.
  public var swedishStem: String { stem(by: SwedishStemmer.stem) }

  /// What inflection leaves of the word in one of the languages.
  public func stem(in language: Language) -> String { language == .english ? englishStem : swedishStem }

  /// The hash of ``stem(in:)``, which takes no stemming.
  public func stemHash(in language: Language) -> UInt64 { language == .english ? englishStemHash : swedishStemHash }

  /// Whether the word is a placeholder for something that was taken out, such as `[email]`.
  public var isPlaceholder: Bool { text.utf8.first == UInt8(ascii: "[") }

  /// Whether the word is a small and common one of either language.
  public var isFunctionWord: Bool { traits.isFunctionWord }

  /// What stands between two words.
  public enum Boundary: UInt8, Sendable {
    /// Nothing but space or a hyphen.
    case none
    /// A comma or the like.
    case clause
    /// The end of a sentence or a line; also before the first word.
    case sentence
  }
}

extension Token {
  /// Makes a token from its bytes in lower case.
  init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, boundary: Boundary) {
    self.range = range
    self.boundary = boundary
    text = String(word: bytes)
    hash = wordHash(bytes)
    let isPlaceholder = bytes.first == UInt8(ascii: "[")
    var traits = isPlaceholder ? [] : WordTraits.of(hash)
    guard !isPlaceholder, var english = ShortWord(bytes) else {
      folded = isPlaceholder ? text : text.foldingMarks()
      var letters = folded
      opening = letters.withUTF8 { UInt64(opening: $0) }
      englishKey = wordHash(folded.utf8)
      swedishKey = englishKey
      englishStemHash = hashOfStem(bytes)
      swedishStemHash = englishStemHash
      self.traits = Self.hasSwedishLetter(bytes) ? .swedishLetter : []
      return
    }
    var full = text
    if traits.contains(.shorthand), let expansion = Shorthand.expansions[text], let long = ShortWord(expansion) {
      (full, english) = (expansion, long)
    }
    var swedish = english
    if english.hasMarks {
      let plain = english.withoutMarks
      folded = plain.text
      opening = plain.withBytes { UInt64(opening: $0) }
      SwedishStemmer.stem(&swedish)
      // English inflection isn't looked for in words with marks.
      englishKey = plain.withBytes(wordHash)
      swedishKey = swedish.withoutMarks.withBytes(wordHash)
    } else {
      traits.insert(.plain)
      folded = full
      opening = english.withBytes { UInt64(opening: $0) }
      EnglishStemmer.stem(&english)
      SwedishStemmer.stem(&swedish)
      englishKey = english.withBytes(wordHash)
      swedishKey = swedish.withBytes(wordHash)
    }
    englishStemHash = english.withBytes(hashOfStem)
    swedishStemHash = swedish.withBytes(hashOfStem)
    if Self.hasSwedishLetter(bytes) { traits.insert(.swedishLetter) }
    self.traits = traits
  }

  private static func hasSwedishLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isSecond = false
    for byte in bytes {
      if isSecond, byte == 0xA5 || byte == 0xA4 || byte == 0xB6 { return true }
      isSecond = byte == 0xC3
    }
    return false
  }

  private func stem(by stem: (inout ShortWord) -> Void) -> String {
    guard !isPlaceholder, var word = ShortWord(Shorthand.expansions[text] ?? text) else { return text }
    stem(&word)
    return word.text
  }
}

/// The hash by which a stem is told from others.
@inline(__always)
private func hashOfStem(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash = StableHash(seed: 1)
  for byte in bytes { hash.combine(byte) }
  hash.combine(UInt8(0xFF))
  return hash.finished
}
