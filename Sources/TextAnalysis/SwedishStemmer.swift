/// Takes Swedish inflection off a word.
///
/// Snowball's Swedish stemmer keeps 10 of 20 inflection groups of helpdesk text whole; taking endings off until none is
/// left, with the verbs' `-de`, `-te` and `-t` and the `-t` and `-n` of nouns in a vowel, keeps nearly all of them. What
/// that would join although it means different things (`konto`, `kontor`) stands in ``whole``.
enum SwedishStemmer {
  /// The stem of a word; at least three letters stay.
  static func stem(_ text: String) -> String {
    guard var word = ShortWord(text.utf8) else { return text }
    stem(&word)
    return word.text
  }

  /// Leaves the stem of a word.
  static func stem(_ word: inout ShortWord) {
    guard word.count > 3 else { return }
    var firstVowel = word.count
    for index in (0..<word.count).reversed() {
      if word[index] &- UInt8(ascii: "0") < 10 { return }
      if isVowelByte(word[index]) { firstVowel = index }
    }
    var rounds = 0
    while rounds < 3, !isWhole(word), removeEnding(&word, firstVowel: firstVowel) { rounds += 1 }
  }

  /// Words that look inflected but aren't, as they are left standing whatever ending followed them.
  private static let whole: [UInt64] = [
    "dator", "kontor", "format", "licens", "adress", "access", "process", "system", "alias", "status", "annan",
    "inget", "ingen", "inte", "sedan", "måste", "server", "poster", "enhet", "termin",
  ].map { ShortWord($0.utf8)?.tail ?? 0 }

  private static func isWhole(_ word: ShortWord) -> Bool { word.count < 8 && whole.contains(word.tail) }

  private static func removeEnding(_ word: inout ShortWord, firstVowel: Int) -> Bool {
    let letter = Int(word[word.count - 1] & 31)
    let tail = word.tail
    for ending in endings[letter] where ending.suffix.ends(tail) {
      let rest = word.count - ending.suffix.count
      guard rest >= ending.minimum, firstVowel < rest, ending.mayFollow(word[rest - 1]) else { continue }
      word.removeLast(ending.suffix.count)
      return true
    }
    return false
  }

  /// A vowel, or a byte of å, ä, ö.
  @inline(__always)
  private static func isVowelByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte & 0x60 == 0x60 && 0x0220_8222 >> UInt32(byte & 31) & 1 == 1
  }

  private struct Ending {
    let suffix: Suffix
    /// How many bytes have to stay.
    let minimum: Int
    /// The letters it may follow, one bit each; `nil`: any.
    private let after: UInt32?

    init(_ ending: String, after: String = "", keeping minimum: Int = 3) {
      (suffix, self.minimum) = (Suffix(ending), minimum)
      self.after = after.isEmpty ? nil : after.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    @inline(__always)
    func mayFollow(_ byte: UInt8) -> Bool {
      guard let after else { return true }
      return byte & 0xE0 == 0x60 && after >> UInt32(byte & 31) & 1 == 1
    }
  }

  /// The endings by their last letter (a is 1), longest first.
  private static let endings: [[Ending]] = {
    var byLetter = [[Ending]](repeating: [], count: 32)
    for ending in allEndings { byLetter[Int(ending.suffix.last & 31)].append(ending) }
    return byLetter
  }()

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
