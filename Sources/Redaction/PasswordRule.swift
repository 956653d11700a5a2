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
        let isSure = word.kinds.contains(.password) || isPaired(index) || isOwned(index)
        findAfter(index, isSure: isSure, &findings)
        findBefore(index, isSure: word.kinds.contains(.password), &findings)
        if let value = beside(index) { findings.add(value, .password) }
      }
      if isGuarded, let value = counted(before: index) { findings.add(value, .password) }
      if word.kinds.contains(.credentials) { findBefore(index, isSure: true, &findings) }
      if !word.kinds.isDisjoint(with: [.setting, .using]) { findAfterVerb(index, &findings) }
      if isPurposefulCode(index) { addLinkedNumber(after: index, &findings) }
      if word.kinds.contains(.reference) { findAfterReference(index, &findings) }
    }
    findInPairs(&findings)
    findAnswers(&findings)
    findQuoted(&findings)
    findByLook(&findings)
    findMore(&findings)
  }

  private func beside(_ index: Int) -> Range<Int>? {
    if scan.isWord(index, "pass") { return nil }
    let isSure = scan.words[index].kinds.contains(.password)
    return bound(after: index) ?? (isSure ? askedAbout(before: index) ?? explained(before: index) : nil)
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
    var mark = scan.skippingSpaces(word.range.upperBound)
    // `PIN-koden 4821`, `PIN code 4821`
    if word.range.count == 3, let next = scan.words[(index + 1)...].first,
      ["code", "kod", "koden"].contains(where: {
        (name: StaticString) in scan.isWord(index + 1, name)
      }), next.range.lowerBound == word.range.upperBound + 1
    {
      mark = scan.skippingSpaces(next.range.upperBound)
    }
    let tie = pastClosingQuote(mark)
    if isTie(tie), !isInflected(at: tie) {
      addTied(from: scan.skippingSpaces(pastTie(tie)), isSure: isSure, &findings)
      return
    }
    if let value = elementOrGlued(after: word) ?? apposition(to: index, isSure: isSure) {
      findings.add(value, .password)
      return
    }
    // Directly: "pw hunter2", `password "correct horse"`.
    guard mark > word.range.upperBound || scan.has(anyOf: "([\"'", at: mark) else {
      findAfterLinkOrTie(index, isSure: isSure, &findings)
      return
    }
    if isSure, addSpaced(at: mark, &findings) { return }
    if scan.isWord(index, "pin"), addHalves(at: mark, &findings) { return }
    let value = Value(at: mark, in: scan)
    if isSure, addQuoted(at: mark, &findings) { return }
    let shape = value.shape
    if isSure, let subject = subject(value, after: index) {
      findings.add(subject, .password)
      return
    }
    if isNamed(value, at: index) {
      findings.add(value.range, .password)
      return
    }
    if isPaired(index), value.range.count >= 4, !shape.isHarmless, endsClause(value.range) {
      findings.add(value.range, .password)
      return
    }
    if shape.isMixed && value.range.count >= 5 || shape.isNumber && isSure && !value.isCounted {
      findings.add(value.range, .password)
      return
    }
    if !isSure, shape.isNumber, !value.isCounted, value.range.count <= 8, !scan.isWord(index, "pass") {
      findings.add(value.range, .password)
      return
    }
    findAfterLinkOrTie(index, isSure: isSure, &findings)
  }

  /// True for `my pass is`, which is no session's or passport's.
  private func isOwned(_ index: Int) -> Bool {
    guard index > 0, scan.words[index - 1].kinds.contains(.owner), scan.words.indices.contains(index + 1) else {
      return false
    }
    return scan.isWord(index, "pass") && !scan.isWord(index - 1, "the") && scan.words[index + 1].kinds.contains(.being)
  }

  /// True where a capital letter and the clause's end make a name of what follows: `jag har lösenordet Rosenknopp`; so,
  /// too, whatever follows `her password's`.
  private func isNamed(_ value: Value, at index: Int) -> Bool {
    if scan.classes[value.range].first == .upper, isDefinite(index), plainSecret(at: value.range.lowerBound) != nil {
      return true
    }
    guard index > 0, value.range.count >= 4, !value.shape.isHarmless, endsClause(value.range) else { return false }
    let before = scan.words[index - 1].kinds
    if scan.has("'", at: scan.words[index].range.upperBound - 2) {
      return before.contains(.owner) && !scan.isWord(index - 1, "the")
    }
    return scan.classes[value.range.lowerBound] == .upper
      && (!before.isDisjoint(with: [.using, .setting]) || scan.isWord(index - 1, "har")
        || scan.isWord(index - 1, "have"))
  }

  /// `lösenordet`, `my password`
  private func isDefinite(_ index: Int) -> Bool {
    let word = scan.words[index]
    guard word.kinds.contains(.password), scan.classes[word.range].last == .lower else { return false }
    return scan.has("t", at: word.range.upperBound - 1) || index > 0 && scan.words[index - 1].kinds.contains(.owner)
  }

  /// After a colon, an equals sign or an arrow nearly anything is the password, also several words.
  private func addTied(from position: Int, isSure: Bool, _ findings: inout Findings) {
    if addSpaced(at: position, &findings) { return }
    if addQuoted(at: position, mayBeHarmless: isSure && isAssignment(before: position), &findings) { return }
    let value = Value(at: position, in: scan)
    guard !value.range.isEmpty, !value.isLabel, !value.isCounted else { return }
    let shape = value.shape
    if isSure, shape.isHarmless, let phrase = strangePhrase(at: position) { findings.add(phrase, .password) }
    guard !shape.isHarmless, isSure || shape.isMixed || shape.isNumber || isStrange(value.range) else { return }
    if shape.isMixed || shape.isNumber {
      findings.add(value.range, .password)
    } else {
      let longest = [phrase(from: value.range), plainSecret(at: position, asName: true)].compactMap(\.self)
        .max { $0.count < $1.count }
      findings.add(longest ?? value.range, .password)
    }
  }

  private func findAfterLinkOrTie(_ index: Int, isSure: Bool, _ findings: inout Findings) {
    if !findAfterLink(index, isSure: isSure, &findings) { findAfterTie(index, &findings) }
  }

  /// `my password for the portal is now hunter2`: a link within eight words, then the value; says whether there was one.
  private func findAfterLink(_ index: Int, isSure: Bool, _ findings: inout Findings) -> Bool {
    for next in scan.words.indices.dropFirst(index + 1).prefix(8) {
      let word = scan.words[next]
      let gap = scan.words[next - 1].range.upperBound..<word.range.lowerBound
      guard !breaksSentence(gap) || isRelative(next) else { return false }
      if next > index + 1, word.kinds.contains(.password) { return false }
      guard word.kinds.contains(.link) else { continue }
      let isSaid = word.kinds.contains(.being) || scan.isWord(next + 1, "be") || scan.isWord(next, "vara")
      let isBeing = isSaid && (isSure || scan.isWord(index, "pass"))
      let mayBePlain = isBeing && isSure && isNear(link: next, to: index)
      if addLinked(after: next, mayBePlain: mayBePlain, mayBeStrange: isBeing, &findings) { return true }
    }
    return false
  }

  /// `my password, which is hunter2`
  private func isRelative(_ index: Int) -> Bool {
    scan.has(",", at: scan.words[index - 1].range.upperBound)
      && ["which", "som", "vilket"].contains { scan.isWord(index, $0) }
  }

  /// True for `my password is` and `lösenordet till portalen är`, but not for `reset password is`, which names a button.
  private func isNear(link: Int, to index: Int) -> Bool {
    let before = index > 0 ? scan.words[index - 1].kinds : []
    // `återställning av lösenord är …`, `the button for password is …`
    if index > 0, before.contains(.purpose) || scan.isWord(index - 1, "av") { return false }
    if link == index + 1 { return !before.contains(.setting) }
    let isOne = before.contains(.owner) || scan.has("t", at: scan.words[index].range.upperBound - 1)
    return isOne && link <= index + 4 && scan.words[index + 1].kinds.contains(.purpose)
  }

  /// `the temporary password that I got: Xy7-pQ2`: a colon within six words, unless another thing is named before it.
  private func findAfterTie(_ index: Int, _ findings: inout Findings) {
    for next in scan.words.indices.dropFirst(index + 1).prefix(6) {
      let word = scan.words[next]
      guard !breaksSentence(scan.words[next - 1].range.upperBound..<word.range.lowerBound),
        word.kinds.isDisjoint(with: [.password, .numbered, .account]) || scan.isWord(next, "a")
          || word.kinds.contains(.account) && isOfAccount(next, after: index)
      else { return }
      let end = word.range.upperBound
      let tie = scan.skippingSpaces(scan.has(")", at: end) ? end + 1 : end)
      guard scan.has(anyOf: ":=", at: tie) || scan.reads("->", at: tie) else { continue }
      let position = scan.skippingSpaces(pastTie(tie))
      // `my password is three words: …`
      if scan.isWord(next, "words") || scan.isWord(next, "ord") {
        addTied(from: position, isSure: true, &findings)
        return
      }
      if addQuoted(at: position, &findings) { return }
      let value = Value(at: position, in: scan)
      // `lösenordet till portalen: kanelbulle`
      let isOfIt = next <= index + 3 && scan.words[index + 1].kinds.contains(.purpose) && isSpokenOf
      let isDone = !scan.words[index + 1...next].contains { $0.kinds.contains(.predicate) }
      if isSpokenOf, isDone || scan.character(position) == .lower,
        let plain = plainSecret(at: position, asName: true)
      {
        findings.add(plain, .password)
        return
      }
      let isPlain = isOfIt && value.range.count >= 4 && !value.shape.isHarmless && endsClause(value.range)
      if value.shape.isMixed || isPlain && !value.shape.isParticiple { findings.add(value.range, .password) }
      return
    }
  }

  /// `lösen till kontot = …`, `pw for the account: …`: the account that it is for, rather than the name of one.
  private func isOfAccount(_ next: Int, after index: Int) -> Bool {
    scan.words[index + 1].kinds.contains(.purpose) && next <= index + 3
      && (scan.has("t", at: scan.words[next].range.upperBound - 1) || scan.isWord(next - 1, "the"))
  }

  /// Adds the value after a link, past fillers; says whether there was one.
  func addLinked(
    after link: Int, mayBePlain: Bool, mayBeStrange: Bool = false, mayBeNumber: Bool = true, mayBeTitle: Bool = true,
    _ findings: inout Findings
  ) -> Bool {
    var last = link
    while scan.words.indices.contains(last + 1), !scan.words[last + 1].kinds.isDisjoint(with: [.filler, .link]),
      !breaksSentence(scan.words[last].range.upperBound..<scan.words[last + 1].range.lowerBound), last < link + 3
    {
      last += 1
    }
    var position = scan.skippingSpaces(scan.words[last].range.upperBound)
    if isTie(position) {
      position = scan.skippingSpaces(pastTie(position))
      if mayBePlain {
        addTied(from: position, isSure: true, &findings)
        return true
      }
    }
    if addQuoted(at: position, mayBeTitle: mayBeTitle, &findings) || addSpaced(at: position, &findings) { return true }
    let value = Value(at: position, in: scan)
    if link > 0, scan.words[link - 1].kinds.contains(.phrase), let quoted = quoted(at: position) {
      findings.add(quoted, .password)
      return true
    }
    if link > 0, scan.words[link - 1].kinds.contains(.phrase), let phrase = wholePhrase(from: value.range) {
      findings.add(phrase, .password)
      return true
    }
    let words = mayBePlain ? plainPhrase(from: value.range) ?? longPhrase(from: value.range) : nil
    if let phrase = words ?? numberedWord(value, mayBePlain: mayBePlain) {
      findings.add(phrase, .password)
      return true
    }
    if mayBeStrange, let plain = plainSecret(at: value.range.lowerBound) {
      findings.add(plain, .password)
      return true
    }
    let shape = value.shape
    let isCalledOne = mayBePlain && shape.isNumbered && value.range.count >= 5
    guard !value.range.isEmpty, !value.isCounted, isCalledOne || !shape.isHarmless else { return false }
    guard
      isCalledOne || shape.isMixed || isSpokenOf && isHyphenated(value.range) || (mayBeNumber && shape.isNumber)
        || (mayBePlain && value.range.count >= 4 && !isKnown(value.range) && endsClause(value.range))
    else {
      return false
    }
    findings.add(value.range, .password)
    return true
  }
}
