/// Marks, quotes and clauses around a password.
extension PasswordRule {
  func isTie(_ position: Int) -> Bool {
    scan.has(":", at: position) || scan.has("=", at: position) || scan.has("→", at: position)
      || scan.reads("->", at: position)
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
      || scan.has(">", at: position) || scan.has("→", at: position)
    {
      position += 1
    }
    return position
  }

  /// The tie after the quote that closes a name: `"password": …`; the position itself where there is none.
  func pastClosingQuote(_ position: Int) -> Int {
    guard scan.has(anyOf: "\"'`", at: position) else { return position }
    let tie = scan.skippingSpaces(position + 1)
    return scan.has(anyOf: ":=", at: tie) ? tie : position
  }

  /// `<password>hunter2</password>`, `pw;hunter2`
  func elementOrGlued(after word: Word) -> Range<Int>? {
    let end = word.range.upperBound
    guard scan.character(end + 1) != .space else { return nil }
    if scan.has("<", at: word.range.lowerBound - 1), scan.has(">", at: end),
      let close = (end + 1..<scan.count).first(where: { scan.has("<", at: $0) || scan.classes[$0] == .space })
    {
      return end + 1..<close
    }
    guard scan.has(anyOf: ";,|", at: end) else { return nil }
    let value = Value(at: end + 1, in: scan)
    return value.shape.isMixed ? value.range : nil
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
  /// - Parameter mayBeHarmless: also where all of it are words that are said about passwords.
  func addQuoted(
    at position: Int, mayBeHarmless: Bool = false, _ findings: inout Findings
  ) -> Bool {
    guard let range = quoted(at: position, mayBeHarmless: mayBeHarmless) else { return false }
    findings.add(range, .password)
    return true
  }

  /// Whether the word is the last of a name in quotes: `"Reset password" is grey` tells of a button.
  func endsName(_ index: Int) -> Bool {
    let word = scan.words[index]
    guard index > 0, let quote = Self.quotes.first(where: { scan.has($0, at: word.range.upperBound) }) else {
      return false
    }
    let before = scan.words[index - 1].range.lowerBound
    return (max(0, before - 40)..<before).contains { position in
      scan.has(quote, at: position) && scan.character(position + 1).isWord
        && (position == 0 || !scan.character(position - 1).isWord)
    }
  }

  /// What stands in quotes from this position on, unless it is what is said about passwords.
  func quoted(at position: Int, mayBeHarmless: Bool = false) -> Range<Int>? {
    guard let quote = Self.quotes.first(where: { scan.has($0, at: position) }) else { return nil }
    let limit = min(scan.count, position + 80)
    let close = (position + 1..<max(limit, position + 1)).first { place in
      scan.has(quote, at: place) && (quote != "'" || !scan.character(place + 1).isWord)
    }
    guard let close, close > position + 1 else { return nil }
    // `"Citat"9!`: the quotes are part of it.
    if quote == "\"", scan.character(close + 1) == .digit { return position..<scan.endOfValue(from: close + 1) }
    let range = position + 1..<close
    return mayBeHarmless || !isHarmless(range) ? range : nil
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
    return inside.allSatisfy { !$0.kinds.isDisjoint(with: [.harmless, .password, .everyday]) }
      || inside.count >= 3 && harmless * 2 > inside.count
      || inside.contains { $0.kinds.contains(.password) }
  }

  /// True where a clause ends after a value, so that it isn't the beginning of a description.
  func endsClause(_ range: Range<Int>) -> Bool {
    let next = scan.skippingSpaces(range.upperBound)
    guard next < scan.count, scan.classes[next].isWord else { return true }
    return scan.words.first { $0.range.lowerBound == next }?.kinds.contains(.clause) ?? true
  }
}
