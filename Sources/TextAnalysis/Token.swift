/// A word of a message in the forms in which it is compared.
public struct Token: Sendable, Equatable {
  /// Where the word stands in ``Utterance/text``, as offsets into its UTF-8.
  public let range: Range<Int>
  /// The word in lower case, NFC, without apostrophes: `can’t` is `cant`. A placeholder keeps its brackets: `[email]`.
  public let text: String
  /// The word with chat shortenings written out and letters without their marks: å → a, ä → a, ö → o.
  public let folded: String
  /// What inflection leaves of the word as English.
  public let englishStem: String
  /// What inflection leaves of the word as Swedish.
  public let swedishStem: String
  /// What stands between this word and the one before.
  public let boundary: Boundary
  /// The hash of ``text``.
  let hash: UInt64
  /// The hash of ``englishStem`` without marks.
  let englishKey: UInt64
  /// The hash of ``swedishStem`` without marks.
  let swedishKey: UInt64
  /// What is known of the word without any subject.
  let traits: WordTraits

  /// What inflection leaves of the word in one of the languages.
  public func stem(in language: Language) -> String { language == .english ? englishStem : swedishStem }

  /// Whether the word is a placeholder for something that was taken out, such as `[email]`.
  public var isPlaceholder: Bool { text.utf8.first == UInt8(ascii: "[") }

  /// Whether there is an å, ä or ö.
  var hasSwedishLetter: Bool {
    var isSecond = false
    for byte in text.utf8 {
      if isSecond, byte == 0xA5 || byte == 0xA4 || byte == 0xB6 { return true }
      isSecond = byte == 0xC3
    }
    return false
  }

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
    text = String(decoding: bytes, as: UTF8.self)
    hash = wordHash(bytes)
    guard bytes.first != UInt8(ascii: "["), bytes.count <= ShortWord.capacity, var english = ShortWord(bytes) else {
      folded = bytes.first == UInt8(ascii: "[") ? text : text.foldingMarks()
      (englishStem, swedishStem, traits) = (text, text, [])
      englishKey = wordHash(folded.utf8)
      swedishKey = englishKey
      return
    }
    var traits = WordTraits.of(hash)
    var full = text
    if traits.contains(.shorthand), let expansion = Shorthand.expansions[text], let long = ShortWord(expansion.utf8) {
      (full, english) = (expansion, long)
    }
    var swedish = english
    let isPlain = !english.hasMarks
    if isPlain { traits.insert(.plain) }
    self.traits = traits
    folded = isPlain ? full : full.foldingMarks()
    EnglishStemmer.stem(&english)
    englishStem = english.text
    SwedishStemmer.stem(&swedish)
    swedishStem = swedish.text
    englishKey = isPlain ? english.withBytes(wordHash) : wordHash(folded.utf8)
    swedishKey = isPlain ? swedish.withBytes(wordHash) : wordHash(swedishStem.foldingMarks().utf8)
  }
}
