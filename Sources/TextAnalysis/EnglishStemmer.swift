/// Porter's second stemmer for English (Snowball `english`), over ASCII lower case without apostrophes.
enum EnglishStemmer {
  /// The stem of a word; a word with other letters is left as it is.
  static func stem(_ word: String) -> String {
    guard word.utf8.count > 2, word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return word }
    if let exception = exceptions[word] { return exception }
    var stemmer = PorterStemmer(word)
    stemmer.run()
    return String(decoding: stemmer.bytes.lazy.map { $0 == consonantY ? UInt8(ascii: "y") : $0 }, as: UTF8.self)
  }

  private static let exceptions: [String: String] = [
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
    "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
    "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes", "inning": "inning", "outing": "outing",
    "canning": "canning", "herring": "herring", "earring": "earring", "proceed": "proceed", "exceed": "exceed",
    "succeed": "succeed",
  ]
}

/// A y that counts as a consonant.
private let consonantY = UInt8(ascii: "Y")

private struct PorterStemmer {
  var bytes: [UInt8]
  private var first = 0
  private var second = 0

  init(_ word: String) {
    bytes = Array(word.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "y") {
      if index == 0 || isVowel(bytes[index - 1]) { bytes[index] = consonantY }
    }
    first = prefixRegion ?? region(after: 0)
    second = region(after: first)
  }

  mutating func run() {
    removePlural()
    removePast()
    if bytes.count > 2, let last = bytes.last, last == UInt8(ascii: "y") || last == consonantY,
      !isVowel(bytes[bytes.count - 2])
    {
      bytes[bytes.count - 1] = UInt8(ascii: "i")
    }
    replace(derivations, from: first)
    replace(adjectives, from: first)
    removeResidue()
    removeFinalE()
  }

  private var prefixRegion: Int? {
    for prefix in ["gener", "commun", "arsen"] where bytes.starts(with: prefix.utf8) { return prefix.utf8.count }
    return nil
  }

  /// The region after the first consonant that follows a vowel.
  private func region(after start: Int) -> Int {
    var index = start
    while index < bytes.count, !isVowel(bytes[index]) { index += 1 }
    while index < bytes.count, isVowel(bytes[index]) { index += 1 }
    return min(index + 1, bytes.count)
  }

  private func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private func hasSuffix(_ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    let offset = bytes.count - count
    for index in 0..<count where suffix.utf8Start[index] != bytes[offset + index] { return false }
    return true
  }

  private func hasVowel(before end: Int) -> Bool { bytes[..<end].contains(where: isVowel) }

  private var endsInShortSyllable: Bool {
    let count = bytes.count
    if count == 2 { return isVowel(bytes[0]) && !isVowel(bytes[1]) }
    guard count > 2 else { return false }
    let last = bytes[count - 1]
    return !isVowel(bytes[count - 3]) && isVowel(bytes[count - 2]) && !isVowel(last) && last != UInt8(ascii: "w")
      && last != UInt8(ascii: "x") && last != consonantY
  }

  private mutating func removePlural() {
    if hasSuffix("sses") {
      bytes.removeLast(2)
    } else if hasSuffix("ied") || hasSuffix("ies") {
      bytes.removeLast(bytes.count > 4 ? 2 : 1)
    } else if hasSuffix("us") || hasSuffix("ss") {
      return
    } else if hasSuffix("s"), bytes.count > 2, hasVowel(before: bytes.count - 2) {
      bytes.removeLast()
    }
  }

  private mutating func removePast() {
    if hasSuffix("eed") || hasSuffix("eedly") {
      let length = hasSuffix("eed") ? 3 : 5
      if bytes.count - length >= first { bytes.removeLast(length - 2) }
      return
    }
    for (suffix, length) in [("ingly", 5), ("edly", 4), ("ing", 3), ("ed", 2)] as [(StaticString, Int)]
    where hasSuffix(suffix) {
      guard hasVowel(before: bytes.count - length) else { return }
      bytes.removeLast(length)
      if hasSuffix("at") || hasSuffix("bl") || hasSuffix("iz") {
        bytes.append(UInt8(ascii: "e"))
      } else if endsInDouble {
        bytes.removeLast()
      } else if first >= bytes.count, endsInShortSyllable {
        bytes.append(UInt8(ascii: "e"))
      }
      return
    }
  }

  private var endsInDouble: Bool {
    guard bytes.count > 1, let last = bytes.last, bytes[bytes.count - 2] == last else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  /// Replaces the longest suffix of a step, if the region holds it.
  private mutating func replace(_ steps: [Step], from region: Int) {
    for step in steps where hasSuffix(step.suffix) {
      let start = bytes.count - step.suffix.utf8CodeUnitCount
      guard start >= max(region, step.inSecond ? second : 0) else { return }
      if let before = step.before, start == 0 || !before.utf8.contains(bytes[start - 1]) { return }
      bytes.removeSubrange(start...)
      bytes.append(contentsOf: step.replacement.utf8)
      return
    }
  }

  private mutating func removeResidue() {
    for suffix in residues where hasSuffix(suffix) {
      let start = bytes.count - suffix.utf8CodeUnitCount
      if start >= second { bytes.removeSubrange(start...) }
      return
    }
    if hasSuffix("ion"), bytes.count - 3 >= second, bytes.count > 3, "st".utf8.contains(bytes[bytes.count - 4]) {
      bytes.removeLast(3)
    }
  }

  private mutating func removeFinalE() {
    guard let last = bytes.last else { return }
    let start = bytes.count - 1
    if last == UInt8(ascii: "e") {
      guard start >= second || start >= first else { return }
      bytes.removeLast()
      if start < second, endsInShortSyllable { bytes.append(last) }
    } else if last == UInt8(ascii: "l"), start >= second, start > 0, bytes[start - 1] == last {
      bytes.removeLast()
    }
  }
}

/// A suffix, what takes its place, and where it has to stand.
private struct Step {
  let suffix: StaticString
  let replacement: String
  var before: String?
  var inSecond = false

  init(_ suffix: StaticString, _ replacement: String, before: String? = nil, inSecond: Bool = false) {
    (self.suffix, self.replacement, self.before, self.inSecond) = (suffix, replacement, before, inSecond)
  }
}

private let derivations: [Step] = [
  Step("ization", "ize"), Step("ational", "ate"), Step("fulness", "ful"), Step("ousness", "ous"),
  Step("iveness", "ive"), Step("tional", "tion"), Step("biliti", "ble"), Step("lessli", "less"),
  Step("entli", "ent"), Step("ation", "ate"), Step("alism", "al"), Step("aliti", "al"), Step("ousli", "ous"),
  Step("iviti", "ive"), Step("fulli", "ful"), Step("enci", "ence"), Step("anci", "ance"), Step("abli", "able"),
  Step("izer", "ize"), Step("ator", "ate"), Step("alli", "al"), Step("bli", "ble"),
  Step("ogi", "og", before: "l"), Step("li", "", before: "cdeghkmnrt"),
]

private let adjectives: [Step] = [
  Step("ational", "ate"), Step("tional", "tion"), Step("alize", "al"), Step("icate", "ic"), Step("iciti", "ic"),
  Step("ative", "", inSecond: true), Step("ical", "ic"), Step("ness", ""), Step("ful", ""),
]

private let residues: [StaticString] = [
  "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er",
  "ic",
]
