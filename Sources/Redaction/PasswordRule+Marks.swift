/// Marks, quotes and clauses around a password.
extension PasswordRule {
  func isTie(_ position: Int) -> Bool {
    scan.has(":", at: position) || scan.has("=", at: position) || scan.reads("->", at: position)
      || scan.reads(">>", at: position)
      || (scan.has("-", at: position) && scan.character(position + 1) == .space)
  }

  /// True where a colon is followed by a Swedish ending: `pwd:t`.
  func isInflected(at position: Int) -> Bool {
    let ends: [StaticString] = ["t ", "et ", "en ", "n ", "s ", "ts ", "ens ", "ets "]
    return scan.has(":", at: position) && ends.contains { scan.reads($0, at: position + 1) }
  }

  func pastTie(_ position: Int) -> Int {
    var position = position
    while scan.has(":", at: position) || scan.has("=", at: position) || scan.has("-", at: position)
      || scan.has(">", at: position)
    {
      position += 1
    }
    return position
  }

  func breaksSentence(_ gap: Range<Int>) -> Bool {
    gap.contains { position in
      scan.has(anyOf: ";?!", at: position)
        || ((scan.has(".", at: position) || scan.has(",", at: position)) && scan.character(position + 1) == .space)
    }
  }

  private static let quotes: [Unicode.Scalar] = ["\"", "'", "`"]

  /// Adds what stands in quotes from this position on; says whether it did.
  ///
  /// - Parameters:
  ///   - mayBeHarmless: also where all of it are words that are said about passwords.
  ///   - mayBeTitle: also where it has letters alone, as the name of a button has.
  func addQuoted(
    at position: Int, mayBeHarmless: Bool = false, mayBeTitle: Bool = true, _ findings: inout Findings
  ) -> Bool {
    guard let quote = Self.quotes.first(where: { scan.has($0, at: position) }) else { return false }
    let limit = min(scan.count, position + 80)
    let close = (position + 1..<max(limit, position + 1)).first { place in
      scan.has(quote, at: place) && (quote != "'" || !scan.character(place + 1).isWord)
    }
    guard let close, close > position + 1 else { return false }
    let range = position + 1..<close
    guard mayBeHarmless || !isHarmless(range) else { return false }
    let isTitle = range.allSatisfy { scan.classes[$0].isLetter || scan.classes[$0] == .space || scan.has("-", at: $0) }
    guard mayBeTitle || !isTitle else { return false }
    findings.add(range, .password)
    return true
  }

  /// Adds the digits of `73 91`; says whether there were some.
  func addHalves(at position: Int, _ findings: inout Findings) -> Bool {
    guard scan.character(position) == .digit else { return false }
    let run = DigitRun(in: scan, from: position)
    guard run.groups.count == 2, (2...4).contains(run.groups[0].count), run.groups[0].count == run.groups[1].count
    else { return false }
    findings.add(position..<run.end, .password)
    return true
  }

  /// `s n ö 9`: where four characters or more end that have a space between each two.
  private func endOfSpaced(from position: Int) -> Int? {
    var end = position + 1
    while scan.character(end) == .space, scan.character(end + 1) != .space, scan.character(end + 2) == .space,
      end + 1 < scan.count
    {
      end += 2
    }
    return scan.character(position) != .space && end >= position + 7 ? end : nil
  }

  /// `blue monkey` to the end of the message: two or three words that nobody says about passwords.
  func plainPhrase(from first: Range<Int>) -> Range<Int>? {
    let words = scan.words.filter { $0.range.lowerBound >= first.lowerBound }
    guard (2...3).contains(words.count), let last = words.last, words.allSatisfy({ $0.kinds.isEmpty }),
      words.allSatisfy({ $0.range.count >= 3 && !PasswordShape($0.range, in: scan).isParticiple }),
      zip(words, words.dropFirst()).allSatisfy({ $1.range.lowerBound == $0.range.upperBound + 1 })
    else { return nil }
    return first.lowerBound..<last.range.upperBound
  }

  /// Adds the digits of `0 0 4 2`; says whether there were some.
  func addSpaced(at position: Int, _ findings: inout Findings) -> Bool {
    if let end = endOfSpaced(from: position) {
      findings.add(position..<end, .password)
      return true
    }
    guard scan.character(position) == .digit else { return false }
    let run = DigitRun(in: scan, from: position)
    guard run.groups.count >= 4, run.groups.allSatisfy({ $0.count == 1 }) else { return false }
    findings.add(position..<run.end, .password)
    return true
  }

  func isAssignment(before position: Int) -> Bool {
    var position = position
    while scan.character(position - 1) == .space, position > 0 { position -= 1 }
    return scan.has("=", at: position - 1)
  }

  func quotation(endingAt end: Int) -> Range<Int>? {
    guard let quote = Self.quotes.first(where: { scan.has($0, at: end - 1) }) else { return nil }
    return (max(0, end - 80)..<end - 1).last { scan.has(quote, at: $0) }.map { $0 + 1..<end - 1 }
  }

  /// True where every word, or most of a sentence, is what is said about passwords.
  func isHarmless(_ range: Range<Int>) -> Bool {
    let inside = scan.words.filter { range.contains($0.range.lowerBound) }
    let harmless = inside.count { !$0.kinds.isDisjoint(with: [.harmless, .password]) }
    return harmless == inside.count || inside.count >= 3 && harmless * 2 > inside.count
      || inside.contains { $0.kinds.contains(.password) }
  }

  /// True where a clause ends after a value, so that it isn't the beginning of a description.
  func endsClause(_ range: Range<Int>) -> Bool {
    let next = scan.skippingSpaces(range.upperBound)
    guard next < scan.count, scan.classes[next].isWord else { return true }
    return scan.words.first { $0.range.lowerBound == next }?.kinds.contains(.clause) ?? true
  }

  /// `correct horse battery staple`, to the end of its clause, where most of the words are not said about passwords.
  func wholePhrase(from first: Range<Int>) -> Range<Int>? {
    var words: [Word] = []
    for word in scan.words where word.range.lowerBound >= first.lowerBound {
      let gap = (words.last?.range.upperBound ?? word.range.lowerBound)..<word.range.lowerBound
      guard gap.allSatisfy({ scan.classes[$0] == .space || scan.has("-", at: $0) }), !word.kinds.contains(.clause)
      else {
        break
      }
      words.append(word)
    }
    let harmless = words.count { $0.kinds.contains(.harmless) }
    guard let last = words.last, harmless * 2 < words.count else { return nil }
    return first.lowerBound..<last.range.upperBound
  }

  /// A value of several words goes on to the end of its line, as long as none of them is an everyday one.
  func phrase(from first: Range<Int>) -> Range<Int> {
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
