/// Porter's second stemmer for English (Snowball `english`), over ASCII lower case without apostrophes.
enum EnglishStemmer {
  /// The stem of a word; a word with other letters is left as it is.
  static func stem(_ text: String) -> String {
    guard var word = ShortWord(text) else { return text }
    stem(&word)
    return word.text
  }

  /// Leaves the stem of a word.
  static func stem(_ word: inout ShortWord) {
    guard word.count > 2, var stemmer = PorterStemmer(word) else { return }
    let tail = word.tail
    if let exception = exceptions.first(
      endingIn: word[word.count - 1], where: { $0.word.count == word.count && $0.word.ends(tail) })
    {
      word.removeLast(word.count)
      word.append(exception.stem)
      return
    }
    stemmer.run()
    word = stemmer.word
  }

  /// Words of at most seven letters that the rules would get wrong.
  private static let exceptions = SuffixTable<(word: Suffix, stem: Suffix)>(
    exceptionStems.map { (Suffix($0), Suffix($1)) }, suffix: \.word)

  static let exceptionStems: [(word: String, stem: String)] = [
    ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"),
    ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"),
    ("news", "news"), ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"),
    ("andes", "andes"), ("inning", "inning"), ("outing", "outing"), ("canning", "canning"), ("herring", "herring"),
    ("earring", "earring"), ("proceed", "proceed"), ("exceed", "exceed"), ("succeed", "succeed"),
  ]
}

/// A y that counts as a consonant.
private let consonantY = UInt8(ascii: "Y")

private struct PorterStemmer {
  var word: ShortWord
  /// Which letters are vowels, one bit each from the first on.
  private var vowels: UInt64 = 0
  private var hasConsonantY = false
  private var first = 0
  private var second = 0

  /// Takes a word; `nil` where there are letters beyond a to z.
  init?(_ word: ShortWord) {
    self.word = word
    for index in 0..<word.count {
      let letter = word[index]
      guard letter &- UInt8(ascii: "a") <= 25 else { return nil }
      if letter == UInt8(ascii: "y"), index == 0 || vowels >> UInt64(index - 1) & 1 == 1 {
        self.word[index] = consonantY
        hasConsonantY = true
      } else if isVowel(letter) {
        vowels |= 1 << UInt64(index)
      }
    }
    let opening = word.opening
    let prefix = Self.prefixes.first { $0.begins(opening) }
    first = prefix?.count ?? region(after: 0)
    second = region(after: first)
  }

  /// Prefixes after which the first region begins.
  private static let prefixes: [Suffix] = ["gener", "commun", "arsen"]

  mutating func run() {
    removePlural()
    removePast()
    if word.count > 2, word[word.count - 1] | 0x20 == UInt8(ascii: "y"), !isVowel(word[word.count - 2]) {
      word[word.count - 1] = UInt8(ascii: "i")
    }
    replace(Step.derivations, from: first)
    replace(Step.adjectives, from: first)
    removeResidue()
    removeFinalE()
    guard hasConsonantY else { return }
    for index in 0..<word.count where word[index] == consonantY { word[index] = UInt8(ascii: "y") }
  }

  /// The region after the first consonant that follows a vowel.
  private func region(after start: Int) -> Int {
    let vowel = start + (vowels >> UInt64(start)).trailingZeroBitCount
    guard vowel < word.count else { return word.count }
    let consonant = vowel + (~vowels >> UInt64(vowel)).trailingZeroBitCount
    return min(consonant + 1, word.count)
  }

  @inline(__always)
  private func isVowel(_ byte: UInt8) -> Bool { LetterSet.vowels.contains(byte) }

  /// Whether there is a vowel before a place up to which the word is as it was.
  private func hasVowel(before end: Int) -> Bool { vowels & (1 << UInt64(end) - 1) != 0 }

  private var endsInShortSyllable: Bool {
    let count = word.count
    if count == 2 { return isVowel(word[0]) && !isVowel(word[1]) }
    guard count > 2 else { return false }
    let last = word[count - 1]
    return !isVowel(word[count - 3]) && isVowel(word[count - 2]) && !isVowel(last) && last != UInt8(ascii: "w")
      && last != UInt8(ascii: "x") && last != consonantY
  }

  private mutating func removePlural() {
    if word.hasSuffix("sses") {
      word.removeLast(2)
    } else if word.hasSuffix("ied") || word.hasSuffix("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if word.hasSuffix("us") || word.hasSuffix("ss") {
      return
    } else if word.hasSuffix("s"), word.count > 2, hasVowel(before: word.count - 2) {
      word.removeLast()
    }
  }

  private mutating func removePast() {
    if word.hasSuffix("eed") || word.hasSuffix("eedly") {
      let length = word.hasSuffix("eed") ? 3 : 5
      if word.count - length >= first { word.removeLast(length - 2) }
      return
    }
    guard let suffix = Step.pasts.first(where: word.hasSuffix) else { return }
    guard hasVowel(before: word.count - suffix.count) else { return }
    word.removeLast(suffix.count)
    if word.hasSuffix("at") || word.hasSuffix("bl") || word.hasSuffix("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble {
      word.removeLast()
    } else if first >= word.count, endsInShortSyllable {
      word.append(UInt8(ascii: "e"))
    }
  }

  private var endsInDouble: Bool {
    guard word.count > 1 else { return false }
    let last = word[word.count - 1]
    return word[word.count - 2] == last && ("bdfgmnprt" as LetterSet).contains(last)
  }

  /// Replaces the longest suffix of a step, if the region holds it.
  private mutating func replace(_ steps: SuffixTable<Step>, from region: Int) {
    let tail = word.tail
    guard let step = steps.first(endingIn: word[word.count - 1], where: { $0.suffix.ends(tail) }) else { return }
    let start = word.count - step.suffix.count
    guard start >= max(region, step.inSecond ? second : 0) else { return }
    if let before = step.before, start == 0 || !before.contains(word[start - 1]) { return }
    word.removeLast(step.suffix.count)
    word.append(step.replacement)
  }

  private mutating func removeResidue() {
    let tail = word.tail
    if let suffix = Step.residues.first(endingIn: word[word.count - 1], where: { $0.ends(tail) }) {
      if word.count - suffix.count >= second { word.removeLast(suffix.count) }
    } else if word.hasSuffix("ion"), word.count - 3 >= second, word.count > 3,
      ("st" as LetterSet).contains(word[word.count - 4])
    {
      word.removeLast(3)
    }
  }

  private mutating func removeFinalE() {
    guard word.count > 0 else { return }
    let start = word.count - 1
    let last = word[start]
    if last == UInt8(ascii: "e") {
      guard start >= second || start >= first else { return }
      word.removeLast()
      if start < second, endsInShortSyllable { word.append(last) }
    } else if last == UInt8(ascii: "l"), start >= second, start > 0, word[start - 1] == last {
      word.removeLast()
    }
  }
}

/// A suffix, what takes its place, and where it has to stand.
private struct Step: Sendable {
  let suffix: Suffix
  let replacement: Suffix
  /// The letters that may stand before it; `nil`: any.
  var before: LetterSet?
  var inSecond = false

  init(_ suffix: Suffix, _ replacement: Suffix, before: LetterSet? = nil, inSecond: Bool = false) {
    (self.suffix, self.replacement, self.before, self.inSecond) = (suffix, replacement, before, inSecond)
  }

  static let pasts: [Suffix] = ["ingly", "edly", "ing", "ed"]

  static let derivations = SuffixTable<Step>(
    [
      Step("ization", "ize"), Step("ational", "ate"), Step("fulness", "ful"), Step("ousness", "ous"),
      Step("iveness", "ive"), Step("tional", "tion"), Step("biliti", "ble"), Step("lessli", "less"),
      Step("entli", "ent"), Step("ation", "ate"), Step("alism", "al"), Step("aliti", "al"), Step("ousli", "ous"),
      Step("iviti", "ive"), Step("fulli", "ful"), Step("enci", "ence"), Step("anci", "ance"), Step("abli", "able"),
      Step("izer", "ize"), Step("ator", "ate"), Step("alli", "al"), Step("bli", "ble"),
      Step("ogi", "og", before: "l"), Step("li", "", before: "cdeghkmnrt"),
    ], suffix: \.suffix)

  static let adjectives = SuffixTable<Step>(
    [
      Step("ational", "ate"), Step("tional", "tion"), Step("alize", "al"), Step("icate", "ic"), Step("iciti", "ic"),
      Step("ative", "", inSecond: true), Step("ical", "ic"), Step("ness", ""), Step("ful", ""),
    ], suffix: \.suffix)

  static let residues = SuffixTable<Suffix>(
    [
      "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al",
      "er", "ic",
    ], suffix: \.self)
}
