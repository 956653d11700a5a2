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

  /// What inflection leaves of the word in one of the languages.
  public func stem(in language: Language) -> String { language == .english ? englishStem : swedishStem }

  /// Whether the word is a placeholder for something that was taken out, such as `[email]`.
  public var isPlaceholder: Bool { text.utf8.first == UInt8(ascii: "[") }

  /// Whether the word is a small and common one of either language.
  public var isFunctionWord: Bool { FunctionWords.contains(text) }

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
