/// Passwords after what ties them to the word for one: "is", "to", a colon.
extension PasswordRule {
  func findAfterLinkOrTie(_ index: Int, isSure: Bool, _ findings: inout Findings) {
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
    return isOne && link <= index + 4
      && (scan.words[index + 1].kinds.contains(.purpose) || isDoneWith(index + 1..<link))
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
      if scan.words[index].kinds.contains(.phrase), let phrase = wholePhrase(from: value.range) {
        findings.add(phrase, .password)
        return
      }
      // `lösenordet till portalen: kanelbulle`
      let isOfIt = next <= index + 3 && scan.words[index + 1].kinds.contains(.purpose) && isSpokenOf
      let isDone = !scan.words[index + 1...next].contains {
        $0.kinds.contains(.predicate) && !$0.kinds.contains(.being)
      }
      if isSpokenOf, isDone || scan.character(position) == .lower,
        let plain = plainSecret(at: position, asName: true)
      {
        findings.add(plain, .password)
        return
      }
      let isPlain = isOfIt && value.range.count >= 4 && !value.shape.isHarmless && endsClause(value.range)
      let isPIN = next <= index + 3 && scan.words[index + 1].kinds.contains(.purpose) && value.shape.isNumber
      if value.shape.isMixed || isPIN && !value.isCounted || isPlain && !value.shape.isParticiple {
        findings.add(value.range, .password)
      }
      return
    }
  }

  /// `lösen till kontot = …`, `pw for the account: …`: the account that it is for, rather than the name of one.
  private func isOfAccount(_ next: Int, after index: Int) -> Bool {
    scan.words[index + 1].kinds.contains(.purpose) && next <= index + 3
      && (scan.has("t", at: scan.words[next].range.upperBound - 1) || scan.isWord(next - 1, "the"))
  }

  /// `jag använder`, `she typed`: what somebody does with a password.
  private func isDoneWith(_ words: Range<Int>) -> Bool {
    guard words.count == 2, let verb = words.last else { return false }
    return Self.persons.contains { scan.isWord(verb - 1, $0) }
      && !scan.words[verb].kinds.isDisjoint(with: [.using, .setting])
  }

  private static let persons: [StaticString] = ["i", "we", "she", "he", "they", "jag", "vi", "hon", "han", "de", "dom"]

  /// Links before which nothing is described: `heter lingonsylt`.
  private static let namings: [StaticString] = ["heter", "lyder", "stavas", "spells", "reads", "till"]

  /// `hunden: Kexchoklad` to the end of the message: what it is named after, not the name.
  private func isNamedBehind(_ value: Value) -> Bool {
    let position = scan.skippingSpaces(value.range.upperBound + 1)
    return value.isLabel && isKnown(value.range) == false && position < scan.count
      && scan.endOfValue(from: position) >= scan.count - 1
  }

  /// Adds the value after a link, past fillers; says whether there was one.
  func addLinked(
    after link: Int, mayBePlain: Bool, mayBeStrange: Bool = false, mayBeNumber: Bool = true,
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
    if addQuoted(at: position, &findings) || addSpaced(at: position, &findings) { return true }
    let value = Value(at: position, in: scan)
    if isNamedBehind(value) { return false }
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
    let asName = Self.namings.contains { scan.isWord(link, $0) }
    if mayBeStrange, let plain = strangePhrase(at: position) ?? plainSecret(at: position, asName: asName),
      !scan.has(":", at: plain.upperBound)
    {
      findings.add(plain, .password)
      return true
    }
    let shape = value.shape
    let isCalledOne = mayBePlain && shape.isNumbered && value.range.count >= 5
    guard !value.range.isEmpty, !value.isCounted, isCalledOne || !shape.isHarmless else { return false }
    guard
      isCalledOne || shape.isMixed || isHyphenated(value.range) || (mayBeNumber && shape.isNumber)
        || (mayBePlain && value.range.count >= 4 && !isKnown(value.range) && endsClause(value.range))
    else {
      return false
    }
    findings.add(value.range, .password)
    return true
  }
}
