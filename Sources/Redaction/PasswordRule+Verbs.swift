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
    guard isGuarded, scan.words[index].kinds.contains(.using) else { return }
    let position = scan.skippingSpaces(scan.words[index].range.upperBound)
    if addQuoted(at: position, &findings) { return }
    let value = Value(at: position, in: scan)
    if value.shape.isMixed, value.range.count >= 5 { findings.add(value.range, .password) }
  }

  /// `it's hunter2`, `det nya är hunter2`
  func findAfterReference(_ index: Int, _ findings: inout Findings) {
    let words = scan.words
    let next = words.indices.contains(index + 1) ? index + 1 : index
    let link = words[index].kinds.contains(.link) ? index : next
    guard words[link].kinds.contains(.link) else { return }
    _ = addLinked(after: link, mayBePlain: false, mayBeNumber: false, &findings)
  }

  /// True where what is set may be a password: nothing said, `it`, `hennes lösenord`, `the password for Anna`.
  private func isPassword(_ object: ArraySlice<Word>) -> Bool {
    guard let last = object.last else { return true }
    return !last.kinds.isDisjoint(with: [.password, .reference, .owner])
      || object.contains { $0.kinds.contains(.password) } && object.contains { $0.kinds.contains(.purpose) }
  }
}
