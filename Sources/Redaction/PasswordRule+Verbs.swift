/// Passwords after what is done with them, and after what they are referred to as.
extension PasswordRule {
  /// `I set it to hunter2`, `jag bytte till Sommar24`, `tried hunter2`
  func findAfterVerb(_ index: Int, _ findings: inout Findings) {
    let isSetting = scan.words[index].kinds.contains(.setting)
    for next in scan.words.indices.dropFirst(index + 1).prefix(5) {
      let gap = scan.words[next - 1].range.upperBound..<scan.words[next].range.lowerBound
      guard !breaksSentence(gap) else { break }
      let kinds = scan.words[next].kinds
      if isSpokenOf, kinds.contains(.origin),
        let plain = plainSecret(at: scan.words[next].range.upperBound + 1, asName: true),
        scan.word(at: plain.upperBound + 1)?.kinds.contains(.link) == true
      {
        findings.add(plain, .password)
      }
      guard kinds.contains(.link) else { continue }
      let object = scan.words[index + 1..<next]
      let isSet = isSetting && !kinds.contains(.being) && isPassword(object)
      let mayBePlain = isSet && isSpokenOf
      let isPass = !object.isEmpty && scan.isWord(object.endIndex - 1, "pass")
      let mayBeStrange = isSet && (isSpokenOf || isPass || !object.isEmpty)
      if addLinked(
        after: next, mayBePlain: mayBePlain, mayBeStrange: mayBeStrange, &findings)
      {
        return
      }
      if kinds.contains(.being) { break }
    }
    if isSetting, isSpokenOf, scan.words.indices.contains(index + 1), scan.words[index + 1].kinds.contains(.reference),
      let plain = plainSecret(at: scan.words[index + 1].range.upperBound + 1)
    {
      findings.add(plain, .password)
    }
    if let value = typed(after: index) { findings.add(value, .password) }
    if let value = presented(after: index) { findings.add(value, .password) }
    guard scan.words[index].kinds.contains(.using) else { return }
    // `skriver jag …`
    let isTurned = ["jag", "vi", "man", "in", "inte", "down", "ner", "upp", "dit", "fram"].contains {
      scan.isWord(index + 1, $0)
    }
    let position = scan.skippingSpaces(scan.words[isTurned ? index + 1 : index].range.upperBound)
    if addQuoted(at: position, &findings) { return }
    let value = Value(at: position, in: scan)
    if hasDone(value.range, after: index) { return }
    let isName = scan.classes[value.range].first == .upper
    if isName
      ? scan.words[index].kinds.contains(.used)
      : isSpokenOf && !scan.words[index].kinds.isDisjoint(with: [.typing, .trying]),
      let plain = plainSecret(at: value.range.lowerBound)
    {
      findings.add(plain, .password)
      return
    }
    if value.shape.isMixed, value.range.count >= 5 { findings.add(value.range, .password) }
  }

  /// `hade Sirpa glömt sitt lösenord`: somebody who has done something, not what somebody had.
  private func hasDone(_ range: Range<Int>, after index: Int) -> Bool {
    guard ["hade", "had"].contains(where: { (word: StaticString) in scan.isWord(index, word) }),
      let next = scan.words.firstIndex(where: { $0.range.lowerBound > range.upperBound })
    else { return false }
    return Self.participles.contains { scan.isWord(next, $0) }
  }

  private static let participles: [StaticString] = [
    "glömt", "tappat", "fått", "bytt", "blivit", "ringt", "satt", "skrivit", "ändrat", "forgotten", "lost", "reset",
    "changed", "been", "called", "set", "typed",
  ]

  /// `it's hunter2`, `det nya är hunter2`
  func findAfterReference(_ index: Int, _ findings: inout Findings) {
    let words = scan.words
    if let plain = named(after: index) { findings.add(plain, .password) }
    var next = words.indices.contains(index + 1) ? index + 1 : index
    while next < index + 4, words.indices.contains(next + 1), isModal(next) { next += 1 }
    // `the temp one in the letter is …`
    if scan.reads("temp", at: words[index].range.lowerBound) || scan.reads("tillf", at: words[index].range.lowerBound) {
      next = words.indices.dropFirst(index + 1).prefix(5).first { words[$0].kinds.contains(.being) } ?? next
    }
    let link = words[index].kinds.contains(.link) ? index : next
    guard words[link].kinds.contains(.link) || isPresented(index) else { return }
    _ = addLinked(after: link, mayBePlain: false, mayBeNumber: false, &findings)
  }

  /// `it was supposed to be`, `det skulle vara`
  private func isModal(_ index: Int) -> Bool {
    ["was", "is", "should", "skulle", "ska", "ought", "supposed", "meant", "var", "måste", "must", "borde"].contains {
      scan.isWord(index, $0)
    } && ["be", "vara", "supposed", "meant", "to", "tänkt", "bli"].contains { scan.isWord(index + 1, $0) }
  }

  /// `this is what I set: umbrella-velvet-36`
  private func presented(after index: Int) -> Range<Int>? {
    let tie = scan.words[index].range.upperBound
    guard scan.has(":", at: tie), index > 0, scan.words[index - 1].kinds.contains(.clause) else { return nil }
    let value = Value(at: scan.skippingSpaces(tie + 1), in: scan)
    return value.shape.isMixed && value.range.count >= 6 ? value.range : nil
  }

  /// `old one quietriver, new one loudriver`
  private func named(after index: Int) -> Range<Int>? {
    guard index > 0, scan.isWord(index, "one"), scan.words[index - 1].kinds.contains(.reference) else { return nil }
    return plainSecret(at: scan.words[index].range.upperBound + 1, asName: true)
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
    // `lösenordet satte vi till …`
    if object.count == 1, isSpokenOf,
      ["jag", "vi", "hon", "han", "man"].contains(where: { scan.isWord(object.startIndex, $0) })
    {
      return true
    }
    // `from sunshine`
    let isFrom = object.count > 2 && object[object.endIndex - 2].kinds.contains(.origin)
    guard let last = (isFrom ? object.dropLast(2) : object).last else { return true }
    return !last.kinds.isDisjoint(with: [.password, .reference, .owner])
      || object.count > 1 && scan.isWord(object.endIndex - 1, "pass")
      || object.contains { $0.kinds.contains(.password) } && object.contains { $0.kinds.contains(.purpose) }
  }
}
