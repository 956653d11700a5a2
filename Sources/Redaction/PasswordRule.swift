/// Finds passwords: by the words before and after them, by quotes, and by their look where passwords are spoken of.
struct PasswordRule {
  let scan: Scan
  /// Passwords are spoken of, in this message or before it.
  let isGuarded: Bool

  /// Passwords are spoken of in this message.
  let isSpokenOf: Bool

  init(_ scan: Scan, isSpokenOf: Bool, isGuarded: Bool) {
    self.scan = scan
    self.isSpokenOf = isSpokenOf
    self.isGuarded = isGuarded
  }

  func find(_ findings: inout Findings) {
    for (index, word) in scan.words.enumerated() {
      if !word.kinds.isDisjoint(with: [.password, .perhapsPassword]) {
        findAfter(index, isSure: word.kinds.contains(.password), &findings)
        if word.kinds.contains(.password) { findBefore(index, &findings) }
      }
      if !word.kinds.isDisjoint(with: [.setting, .using]) { findAfterVerb(index, &findings) }
      if word.kinds.contains(.reference), isGuarded { findAfterReference(index, &findings) }
    }
    findByLook(&findings)
  }

  /// `https://user:secret@host`
  func findInAddresses(_ findings: inout Findings) {
    guard scan.contains("@") else { return }
    for position in scan.folded.indices where scan.reads("://", at: position) {
      let end = scan.endOfValue(from: position + 3)
      let range = position + 3..<end
      guard let sign = range.last(where: { scan.has("@", at: $0) }),
        let colon = range.first(where: { scan.has(":", at: $0) }), colon < sign
      else { continue }
      findings.add(colon + 1..<sign, .password)
    }
  }
}

// MARK: After a password word

extension PasswordRule {
  private func findAfter(_ index: Int, isSure: Bool, _ findings: inout Findings) {
    let word = scan.words[index]
    let mark = scan.skippingSpaces(word.range.upperBound)
    if isTie(mark) {
      addTied(from: scan.skippingSpaces(pastTie(mark)), isSure: isSure, &findings)
      return
    }
    // Directly: "pw hunter2", `password "correct horse"`.
    guard mark > word.range.upperBound || scan.has(anyOf: "([\"'", at: mark) else {
      findAfterLink(index, isSure: isSure, &findings)
      return
    }
    let value = Value(at: mark, in: scan)
    if isSure, addQuoted(at: mark, &findings) { return }
    let shape = value.shape
    if shape.isMixed && value.range.count >= 5 || shape.isNumber && isSure && !value.isCounted {
      findings.add(value.range, .password)
      return
    }
    if !isSure, shape.isNumber, !value.isCounted, value.range.count <= 8, word.range.count == 3 {
      findings.add(value.range, .password)
      return
    }
    findAfterLink(index, isSure: isSure, &findings)
  }

  /// After a colon, an equals sign or an arrow nearly anything is the password, also several words.
  private func addTied(from position: Int, isSure: Bool, _ findings: inout Findings) {
    if addQuoted(at: position, &findings) { return }
    let value = Value(at: position, in: scan)
    guard !value.range.isEmpty, !value.isLabel, !value.isCounted else { return }
    let shape = value.shape
    guard !shape.isHarmless, isSure || shape.isMixed || shape.isNumber else { return }
    if shape.isMixed || shape.isNumber {
      findings.add(value.range, .password)
    } else {
      findings.add(phrase(from: value.range), .password)
    }
  }

  /// `my password for the portal is now hunter2`: a link within eight words, then the value.
  private func findAfterLink(_ index: Int, isSure: Bool, _ findings: inout Findings) {
    for next in scan.words.indices.dropFirst(index + 1).prefix(8) {
      let word = scan.words[next]
      guard !breaksSentence(scan.words[next - 1].range.upperBound..<word.range.lowerBound) else { return }
      if next > index + 1, word.kinds.contains(.password) { return }
      guard word.kinds.contains(.link) else { continue }
      if addLinked(after: next, mayBePlain: isSure && next == index + 1, &findings) { return }
    }
  }

  /// Adds the value after a link, past fillers; says whether there was one.
  private func addLinked(
    after link: Int, mayBePlain: Bool, mayBeNumber: Bool = true, _ findings: inout Findings
  ) -> Bool {
    var last = link
    while scan.words.indices.contains(last + 1), !scan.words[last + 1].kinds.isDisjoint(with: [.filler, .link]),
      !breaksSentence(scan.words[last].range.upperBound..<scan.words[last + 1].range.lowerBound), last < link + 3
    {
      last += 1
    }
    var position = scan.skippingSpaces(scan.words[last].range.upperBound)
    if isTie(position) { position = scan.skippingSpaces(pastTie(position)) }
    if addQuoted(at: position, &findings) { return true }
    let value = Value(at: position, in: scan)
    let shape = value.shape
    guard !value.range.isEmpty, !value.isCounted, !shape.isHarmless else { return false }
    guard
      shape.isMixed || (mayBeNumber && shape.isNumber)
        || (mayBePlain && value.range.count >= 4 && endsClause(value.range))
    else {
      return false
    }
    findings.add(value.range, .password)
    return true
  }
}

// MARK: Before a password word, after a verb, by look

extension PasswordRule {
  /// `hunter2 is my password`, `"correct horse" är mitt lösenord`, `använd hunter2 som lösenord`
  private func findBefore(_ index: Int, _ findings: inout Findings) {
    var first = index
    while first > 0, index - first < 4, !scan.words[first - 1].kinds.isDisjoint(with: [.owner, .link, .reference]) {
      first -= 1
    }
    let between = scan.words[first..<index]
    guard between.contains(where: { $0.kinds.contains(.link) }) else { return }
    let end = scan.words[first].range.lowerBound
    var position = end
    while position > 0, scan.classes[position - 1] == .space { position -= 1 }
    if let quote = quotation(endingAt: position) {
      if !isHarmless(quote) { findings.add(quote, .password) }
      return
    }
    var start = position
    while start > 0, scan.classes[start - 1] != .space { start -= 1 }
    let value = Value(at: start, in: scan)
    if value.shape.isMixed { findings.add(value.range, .password) }
  }

  /// `I set it to hunter2`, `jag bytte till Sommar24`, `tried hunter2`
  private func findAfterVerb(_ index: Int, _ findings: inout Findings) {
    let isSetting = scan.words[index].kinds.contains(.setting)
    for next in scan.words.indices.dropFirst(index + 1).prefix(5) {
      let gap = scan.words[next - 1].range.upperBound..<scan.words[next].range.lowerBound
      guard !breaksSentence(gap) else { break }
      let kinds = scan.words[next].kinds
      if kinds.contains(.link), addLinked(after: next, mayBePlain: isSetting && isSpokenOf, &findings) { return }
    }
    guard isGuarded, scan.words[index].kinds.contains(.using) else { return }
    let position = scan.skippingSpaces(scan.words[index].range.upperBound)
    if addQuoted(at: position, &findings) { return }
    let value = Value(at: position, in: scan)
    if value.shape.isMixed, value.range.count >= 5 { findings.add(value.range, .password) }
  }

  /// `it's hunter2`, `det nya är hunter2`
  private func findAfterReference(_ index: Int, _ findings: inout Findings) {
    let words = scan.words
    let next = words.indices.contains(index + 1) ? index + 1 : index
    let link = words[index].kinds.contains(.link) ? index : next
    guard words[link].kinds.contains(.link) else { return }
    _ = addLinked(after: link, mayBePlain: false, mayBeNumber: false, &findings)
  }

  /// A word that looks like a password while passwords are spoken of; one with all four kinds of characters always.
  private func findByLook(_ findings: inout Findings) {
    var position = scan.skippingSpaces(0)
    let isAlone = scan.endOfValue(from: position) >= scan.count - 1
    while position < scan.count {
      let value = Value(at: position, in: scan)
      if !value.isPlain, isSecretByLook(value, isAlone: isAlone) { findings.add(value.range, .password) }
      while position < scan.count, scan.classes[position] != .space { position += 1 }
      position = scan.skippingSpaces(position)
    }
  }

  private func isSecretByLook(_ value: Value, isAlone: Bool) -> Bool {
    guard isGuarded else { return value.hasAllKinds }
    let shape = value.shape
    return shape.isStrong || (isAlone && shape.isMixed && value.range.count >= 6)
  }
}

// MARK: Marks and quotes

extension PasswordRule {
  private func isTie(_ position: Int) -> Bool {
    scan.has(":", at: position) || scan.has("=", at: position) || scan.reads("->", at: position)
      || (scan.has("-", at: position) && scan.character(position + 1) == .space)
  }

  private func pastTie(_ position: Int) -> Int {
    var position = position
    while scan.has(":", at: position) || scan.has("=", at: position) || scan.has("-", at: position)
      || scan.has(">", at: position)
    {
      position += 1
    }
    return position
  }

  private func breaksSentence(_ gap: Range<Int>) -> Bool {
    gap.contains { position in
      scan.has(anyOf: ";?!", at: position)
        || ((scan.has(".", at: position) || scan.has(",", at: position)) && scan.character(position + 1) == .space)
    }
  }

  private static let quotes: [Unicode.Scalar] = ["\"", "'", "`"]

  /// Adds what stands in quotes from this position on; says whether it did.
  private func addQuoted(at position: Int, _ findings: inout Findings) -> Bool {
    guard let quote = Self.quotes.first(where: { scan.has($0, at: position) }) else { return false }
    let limit = min(scan.count, position + 80)
    let close = (position + 1..<max(limit, position + 1)).first { place in
      scan.has(quote, at: place) && (quote != "'" || !scan.character(place + 1).isWord)
    }
    guard let close, close > position + 1 else { return false }
    let range = position + 1..<close
    guard !isHarmless(range) else { return false }
    findings.add(range, .password)
    return true
  }

  private func quotation(endingAt end: Int) -> Range<Int>? {
    guard let quote = Self.quotes.first(where: { scan.has($0, at: end - 1) }) else { return nil }
    return (max(0, end - 80)..<end - 1).last { scan.has(quote, at: $0) }.map { $0 + 1..<end - 1 }
  }

  /// True where every word is one that is said about passwords.
  private func isHarmless(_ range: Range<Int>) -> Bool {
    let inside = scan.words.filter { range.contains($0.range.lowerBound) }
    return inside.allSatisfy { !$0.kinds.isDisjoint(with: [.harmless, .password]) }
      || inside.contains { $0.kinds.contains(.password) }
  }

  /// True where a clause ends after a value, so that it isn't the beginning of a description.
  private func endsClause(_ range: Range<Int>) -> Bool {
    let next = scan.skippingSpaces(range.upperBound)
    guard next < scan.count, scan.classes[next].isWord else { return true }
    return scan.words.first { $0.range.lowerBound == next }?.kinds.contains(.clause) ?? true
  }

  /// A value of several words goes on to the end of its line, as long as none of them is an everyday one.
  private func phrase(from first: Range<Int>) -> Range<Int> {
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
