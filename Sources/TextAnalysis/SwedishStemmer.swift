/// Takes Swedish inflection off a word.
///
/// Snowball's Swedish stemmer keeps 10 of 20 inflection groups of helpdesk text whole; taking endings off until none is
/// left, with the verbs' `-de`, `-te` and `-t` and the `-t` and `-n` of nouns in a vowel, keeps nearly all of them. What
/// that would join although it means different things (`konto`, `kontor`) stands in ``whole``.
enum SwedishStemmer {
  /// The stem of a word; at least three letters stay.
  static func stem(_ text: String) -> String {
    guard var word = ShortWord(text) else { return text }
    stem(&word)
    return word.text
  }

  /// Leaves the stem of a word.
  static func stem(_ word: inout ShortWord) {
    guard word.count > 3 else { return }
    var firstVowel = word.count
    for index in 0..<word.count {
      if word[index] &- UInt8(ascii: "0") < 10 { return }
      if firstVowel > index, isVowelByte(word[index]) { firstVowel = index }
    }
    var rounds = 0
    while rounds < 3, !isWhole(word), removeEnding(&word, firstVowel: firstVowel) { rounds += 1 }
  }

  /// Words that look inflected but aren't, as they are left standing whatever ending followed them.
  private static let whole = SuffixTable<Suffix>(
    [
      "dator", "kontor", "format", "licens", "adress", "access", "process", "system", "alias", "status", "annan",
      "inget", "ingen", "inte", "sedan", "måste", "server", "poster", "enhet", "termin",
    ], suffix: \.self)

  private static func isWhole(_ word: ShortWord) -> Bool {
    let tail = word.tail
    return whole.first(endingIn: word[word.count - 1]) { $0.count == word.count && $0.ends(tail) } != nil
  }

  private static func removeEnding(_ word: inout ShortWord, firstVowel: Int) -> Bool {
    let tail = word.tail
    let ending = endings.first(endingIn: word[word.count - 1]) { ending in
      guard ending.suffix.ends(tail) else { return false }
      let rest = word.count - ending.suffix.count
      return rest >= ending.minimum && firstVowel < rest && ending.mayFollow(word[rest - 1])
    }
    guard let ending else { return false }
    word.removeLast(ending.suffix.count)
    return true
  }

  /// A vowel, or a byte of å, ä, ö.
  @inline(__always)
  private static func isVowelByte(_ byte: UInt8) -> Bool { byte >= 0x80 || LetterSet.vowels.contains(byte) }

  private struct Ending {
    let suffix: Suffix
    /// How many bytes have to stay.
    let minimum: Int
    /// The letters it may follow; `nil`: any.
    private let after: LetterSet?

    init(_ ending: String, after: LetterSet? = nil, keeping minimum: Int = 3) {
      (suffix, self.after, self.minimum) = (Suffix(ending), after, minimum)
    }

    @inline(__always)
    func mayFollow(_ byte: UInt8) -> Bool { after?.contains(byte) ?? true }
  }

  private static let endings = SuffixTable(allEndings, suffix: \.suffix)

  /// Longest first.
  private static let allEndings: [Ending] =
    ["heterna", "heten", "heter", "arnas", "ernas", "ornas", "andet", "arens", "arna", "erna", "orna", "ande", "ende"]
    .map { Ending($0) }
    + ["aren", "aste", "ades", "ens", "ets", "ans", "ade", "are", "ast", "het"].map { Ending($0) }
    + [
      Ending("de", after: "lnrgvjm", keeping: 4), Ending("te", after: "kptsx", keeping: 4), Ending("na", keeping: 4),
    ]
    + ["en", "et", "er", "ar", "or", "ad", "at", "an", "as", "es"].map { Ending($0) }
    + [
      Ending("a"), Ending("e"), Ending("s", after: "bcdfghjklmnoprtvya", keeping: 4), Ending("n", after: "oyi"),
      Ending("t", after: "oylnrgkpt", keeping: 3),
    ]
}
