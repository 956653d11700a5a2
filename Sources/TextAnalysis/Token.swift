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
  /// What the word is compared by.
  let forms: WordForms

  /// What inflection leaves of the word as English.
  public var englishStem: String { stem(by: EnglishStemmer.stem) }

  /// What inflection leaves of the word as Swedish.
  public var swedishStem: String { stem(by: SwedishStemmer.stem) }

  /// What inflection leaves of the word in one of the languages.
  public func stem(in language: Language) -> String { language == .english ? englishStem : swedishStem }

  /// Whether the word is a placeholder for something that was taken out, such as `[email]`.
  public var isPlaceholder: Bool { text.utf8.first == UInt8(ascii: "[") }

  /// Whether the word is a small and common one of either language.
  public var isFunctionWord: Bool { traits.isFunctionWord }

  /// What is known of the word without any subject.
  var traits: WordTraits { forms.traits }

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
    let hash = wordHash(bytes)
    let reading = CommonWords.reading(of: hash) ?? WordReading(bytes, text: text, hash: hash, traits: [])
    (folded, forms) = (reading.folded, reading.forms)
  }

  private func stem(by stem: (inout ShortWord) -> Void) -> String {
    guard !isPlaceholder, var word = ShortWord(Shorthand.expansions[text] ?? text) else { return text }
    stem(&word)
    return word.text
  }
}
