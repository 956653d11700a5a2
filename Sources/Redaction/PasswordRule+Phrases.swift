/// Passwords of several words.
extension PasswordRule {
  /// `blue monkey` to the end of the message: two or three words that nobody says about passwords.
  func plainPhrase(from first: Range<Int>) -> Range<Int>? {
    let words = scan.words.filter { $0.range.lowerBound >= first.lowerBound }
    guard (2...3).contains(words.count), let last = words.last, words.allSatisfy({ $0.kinds.isEmpty }),
      words.allSatisfy({ $0.range.count >= 3 && !PasswordShape($0.range, in: scan).isParticiple }),
      zip(words, words.dropFirst()).allSatisfy({ $1.range.lowerBound == $0.range.upperBound + 1 })
    else { return nil }
    return first.lowerBound..<last.range.upperBound
  }

  /// `my password's tigger tigger 2`: two words or more after the short form of "is", which nobody says of one.
  func possessed(by index: Int, at position: Int) -> Range<Int>? {
    guard index > 0, scan.words[index - 1].kinds.contains(.owner),
      scan.has("'", at: scan.words[index].range.upperBound - 2),
      let first = scan.word(at: position), isStrange(first.range),
      let phrase = plainSecret(at: position), phrase.upperBound > first.range.upperBound
    else { return nil }
    return phrase
  }

  /// `correct horse battery staple`: four words or more of which at most one is said about passwords.
  func longPhrase(from first: Range<Int>) -> Range<Int>? {
    let words = run(from: first)
    let isLong = words.count >= 4 && words.allSatisfy { $0.range.count >= 3 }
    guard isLong, (words.count { $0.kinds.contains(.harmless) }) <= 1, let last = words.last else { return nil }
    return first.lowerBound..<last.range.upperBound
  }

  /// `dolphin-river-lamp`: three words or more, none of which is said about passwords; with capitals one may be, as in
  /// `Tuesday-Lemon-Cart`.
  func isHyphenated(_ range: Range<Int>) -> Bool {
    let parts = range.split { scan.has("-", at: $0) }
    let known = parts.count { part in !WordKinds.of(part.map { scan.folded[$0] }).isEmpty }
    let isCapital = parts.allSatisfy { part in part.first.map { scan.classes[$0] == .upper } == true }
    return parts.count >= 3 && known <= (isCapital ? 1 : 0)
      && parts.allSatisfy { part in part.count >= 3 && part.allSatisfy { scan.classes[$0].isLetter } }
  }

  /// `Sommar 2024!`: a word that is no product's or everyday one, and a number that counts nothing.
  func numberedWord(_ value: Value, mayBePlain: Bool) -> Range<Int>? {
    let isName = mayBePlain || scan.classes[value.range].first == .upper && isSpokenOf
    guard isName, value.range.count >= 3, value.range.allSatisfy({ scan.classes[$0].isLetter }),
      WordKinds.of(scan.folded[value.range]).isEmpty, scan.character(value.range.upperBound) == .space
    else { return nil }
    let number = Value(at: value.range.upperBound + 1, in: scan)
    let digits = number.range.prefix { scan.classes[$0] == .digit }
    guard (2...6).contains(digits.count), !number.isCounted,
      number.range.dropFirst(digits.count).allSatisfy({ scan.classes[$0] == .symbol })
    else { return nil }
    return value.range.lowerBound..<number.range.upperBound
  }

  /// The words from a position on that have nothing but a space or hyphen between them, up to the clause's end.
  func run(from first: Range<Int>) -> [Word] {
    var words: [Word] = []
    for word in scan.words where word.range.lowerBound >= first.lowerBound {
      let gap = (words.last?.range.upperBound ?? word.range.lowerBound)..<word.range.lowerBound
      guard gap.allSatisfy({ scan.classes[$0] == .space || scan.has("-", at: $0) }), !word.kinds.contains(.clause)
      else { break }
      words.append(word)
    }
    return words
  }

  /// `correct horse battery staple`, to the end of its clause, where most of the words are not said about passwords.
  func wholePhrase(from first: Range<Int>) -> Range<Int>? {
    let words = run(from: first)
    let harmless = words.count { $0.kinds.contains(.harmless) }
    guard let last = words.last, harmless * 2 < words.count else { return nil }
    return first.lowerBound..<last.range.upperBound
  }

  /// A value of several words goes on to the end of its line, as long as none of them is an everyday one.
  func phrase(from first: Range<Int>) -> Range<Int> {
    let words = run(from: first)
    if words.count >= 3, (words.count { $0.kinds.contains(.harmless) }) * 3 <= words.count, let last = words.last,
      !scan.has(":", at: last.range.upperBound)
    {
      return first.lowerBound..<last.range.upperBound
    }
    var end = first.upperBound
    for word in scan.words where word.range.lowerBound >= first.upperBound {
      let gap = end..<word.range.lowerBound
      guard gap.allSatisfy({ scan.classes[$0] == .space }), !word.kinds.contains(.clause) else { break }
      guard scan.words.count < 12, !word.kinds.contains(.harmless), !scan.has(":", at: word.range.upperBound) else {
        return first
      }
      end = word.range.upperBound
    }
    return first.lowerBound..<end
  }
}
