/// Takes Swedish inflection off a word.
///
/// Snowball's Swedish stemmer keeps 10 of 20 inflection groups of helpdesk text whole; taking endings off until none is
/// left, with the verbs' `-de`, `-te` and `-t` and the `-t` and `-n` of nouns in a vowel, keeps nearly all of them. What
/// that would join although it means different things (`konto`, `kontor`) stands in ``whole``.
enum SwedishStemmer {
  /// The stem of a word; at least three letters stay.
  static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.count > 3, bytes.allSatisfy({ $0 < 0x30 || $0 > 0x39 }) else { return word }
    var rounds = 0
    while rounds < 3, !isWhole(bytes), removeEnding(&bytes) { rounds += 1 }
    return rounds == 0 ? word : String(decoding: bytes, as: UTF8.self)
  }

  /// Words that look inflected but aren't, as they are left standing whatever ending followed them.
  private static let whole: [[UInt8]] = [
    "dator", "kontor", "format", "licens", "adress", "access", "process", "system", "alias", "status", "annan",
    "inget", "ingen", "inte", "sedan", "måste", "server", "poster", "enhet", "termin",
  ].map { Array($0.utf8) }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.count <= 7 && whole.contains(bytes)
  }

  private static func removeEnding(_ bytes: inout [UInt8]) -> Bool {
    for ending in endings where has(bytes, ending.bytes) {
      let rest = bytes.count - ending.bytes.count
      guard rest >= 3, bytes[..<rest].contains(where: isVowelByte) else { continue }
      let before = bytes[rest - 1]
      guard ending.after.isEmpty || ending.after.contains(before) else { continue }
      guard ending.minimum <= rest else { continue }
      bytes.removeLast(ending.bytes.count)
      return true
    }
    return false
  }

  private static func has(_ bytes: [UInt8], _ ending: [UInt8]) -> Bool {
    guard bytes.count > ending.count else { return false }
    let offset = bytes.count - ending.count
    for index in ending.indices where bytes[offset + index] != ending[index] { return false }
    return true
  }

  /// A vowel, or a byte of å, ä, ö.
  private static func isVowelByte(_ byte: UInt8) -> Bool { byte >= 0x80 || vowels.contains(byte) }

  private struct Ending {
    let bytes: [UInt8]
    /// The letters it may follow; any where empty.
    let after: Set<UInt8>
    /// How many bytes have to stay.
    let minimum: Int

    init(_ ending: String, after: String = "", keeping minimum: Int = 3) {
      (bytes, self.after, self.minimum) = (Array(ending.utf8), Set(after.utf8), minimum)
    }
  }

  private static let vowels = Set("aeiouy".utf8)
  /// Longest first.
  private static let endings: [Ending] =
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
