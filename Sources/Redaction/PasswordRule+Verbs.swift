/// Passwords after what is done with them, and after what they are referred to as.
extension PasswordRule {
  /// `I set it to hunter2`, `jag bytte till Sommar24`, `tried hunter2`
  func findAfterVerb(_ index: Int, _ findings: inout Findings) {
    let isSetting = scan.words[index].kinds.contains(.setting)
    for next in scan.words.indices.dropFirst(index + 1).prefix(5) {
      let gap = scan.words[next - 1].range.upperBound..<scan.words[next].range.lowerBound
      guard !breaksSentence(gap) else { break }
      let kinds = scan.words[next].kinds
      guard kinds.contains(.link) else { continue }
      let object = scan.words[index + 1..<next]
      let mayBePlain = isSetting && isSpokenOf && !kinds.contains(.being) && isPassword(object)
      if addLinked(after: next, mayBePlain: mayBePlain, mayBeTitle: isGuarded, &findings) { return }
      if kinds.contains(.being) { break }
    }
    guard scan.words[index].kinds.contains(.using) else { return }
    // `skriver jag …`
    let isTurned = ["jag", "vi", "man"].contains { scan.isWord(index + 1, $0) }
    let position = scan.skippingSpaces(scan.words[isTurned ? index + 1 : index].range.upperBound)
    if isGuarded, addQuoted(at: position, &findings) { return }
    let value = Value(at: position, in: scan)
    let isSecret = isGuarded ? value.shape.isMixed && value.range.count >= 5 || isTyped(value, index) : isOdd(value)
    if isSecret { findings.add(value.range, .password) }
  }

  /// `jag skrev Krokodil men`: a name where nothing but a password is typed.
  private func isTyped(_ value: Value, _ index: Int) -> Bool {
    guard
      ["typed", "entered", "wrote", "skrev", "skriver", "angav", "knappade"].contains(where: { scan.isWord(index, $0) }
      ),
      scan.classes[value.range].first == .upper, value.range.count >= 4
    else { return false }
    return WordKinds.of(scan.folded[value.range]).isEmpty && endsClause(value.range)
  }

  /// `when I enter B@nanaSplit`: three kinds of characters with a symbol inside.
  private func isOdd(_ value: Value) -> Bool {
    value.range.dropFirst().dropLast().contains { scan.has(anyOf: "!@#$%*", at: $0) } && value.shape.isStrong
  }

  /// `it's hunter2`, `det nya är hunter2`
  func findAfterReference(_ index: Int, _ findings: inout Findings) {
    let words = scan.words
    guard isGuarded || isTemporary(index) || isTemporary(index - 1) || isPresented(index) else { return }
    let next = words.indices.contains(index + 1) ? index + 1 : index
    let link = words[index].kinds.contains(.link) ? index : next
    guard words[link].kinds.contains(.link) || isPresented(index) else { return }
    _ = addLinked(after: link, mayBePlain: false, mayBeNumber: false, &findings)
  }

  /// `the temp one was`: nothing else that is lent for a while is told by letters and digits.
  private func isTemporary(_ index: Int) -> Bool {
    scan.isWord(index, "temp") || scan.isWord(index, "temporary")
  }

  /// `here it is: hunter2` to the end of the message
  private func isPresented(_ index: Int) -> Bool {
    let isBeingBefore = index > 0 && scan.words[index - 1].kinds.contains(.being)
    let isBeingAfter = scan.isWord(index + 1, "is") && scan.isWord(index - 1, "here")
    guard isBeingBefore || isBeingAfter else { return false }
    let end = scan.words[isBeingAfter ? index + 1 : index].range.upperBound
    return scan.has(":", at: end) && scan.endOfValue(from: scan.skippingSpaces(end + 1)) >= scan.count - 1
  }

  /// True where what is set may be a password: nothing said, `it`, `hennes lösenord`, `the password for Anna`.
  private func isPassword(_ object: ArraySlice<Word>) -> Bool {
    guard let last = object.last else { return true }
    return !last.kinds.isDisjoint(with: [.password, .reference, .owner])
      || object.contains { $0.kinds.contains(.password) } && object.contains { $0.kinds.contains(.purpose) }
  }
}
