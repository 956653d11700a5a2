/// Passwords told as stories: what they were named after, and names that are said to be one later on.
extension PasswordRule {
  /// `it's our boat's name Seabiscuit`, `lösenordet är hundens namn, Rufus`: the name after the word for one, where it is
  /// told what the password is.
  func namesake(after index: Int) -> Range<Int>? {
    let words = scan.words
    guard words[index].kinds.contains(.naming),
      let being = words.indices.prefix(index).suffix(5).last(where: { words[$0].kinds.contains(.being) }),
      isPasswordMeant(by: being),
      !breaksSentence(words[being].range.upperBound..<words[index].range.lowerBound)
    else { return nil }
    return words.indices.dropFirst(index + 1).prefix(4).lazy.map { words[$0].range }.first(where: isProperName)
  }

  /// The subject of an "is" is a password: the word for one, or "it" after a clause that has it.
  private func isPasswordMeant(by being: Int) -> Bool {
    let words = scan.words
    guard being > 0 else { return false }
    // `it's`, `det är`
    let isReference = words[being].kinds.contains(.reference) || words[being - 1].kinds.contains(.reference)
    let before = words[max(0, being - (isReference ? 4 : 2))..<being]
    return before.contains { $0.kinds.contains(.password) }
  }

  /// `Findus och det är det jag skriver som lösen`, `Seabiscuit and that's what I use as my password`: what comes before
  /// a clause that says that one uses it.
  func meant(before index: Int) -> Range<Int>? {
    let words = scan.words
    var first = index
    while first > 0, index - first < 10, isLinking(first - 1),
      !breaksSentence(words[first - 1].range.upperBound..<words[first].range.lowerBound)
    {
      first -= 1
    }
    let clause = words[first..<index]
    guard clause.contains(where: { $0.kinds.contains(.being) }), (first..<index).contains(where: isUsing),
      clause.contains(where: { $0.kinds.contains(.reference) })
        || (first..<index).contains(where: { scan.isWord($0, "what") })
    else { return nil }
    var last = first - 1
    while last >= 0, !words[last].kinds.isDisjoint(with: [.clause, .more]) { last -= 1 }
    guard last >= 0 else { return nil }
    return isProperName(words[last].range) ? words[last].range : nil
  }

  /// `skrev qwerty åäö 12 som lösenord`: all that was typed, where it begins with a word that nobody writes to a helpdesk.
  func typed(after index: Int) -> Range<Int>? {
    let words = scan.words
    guard isSpokenOf, words[index].kinds.contains(.used), words.indices.contains(index + 1) else { return nil }
    let first = words[index + 1].range
    for next in words.indices.dropFirst(index + 2).prefix(5) {
      let gap = words[next - 1].range.upperBound..<words[next].range.lowerBound
      guard gap.allSatisfy({ scan.classes[$0] == .space }), !words[next].kinds.contains(.clause) else { return nil }
      guard scan.isWord(next, "som") || scan.isWord(next, "as") else { continue }
      let isPassword = words[next + 1..<min(next + 3, words.count)].contains { $0.kinds.contains(.password) }
      let isOdd = isStrange(first, asName: true) || Value(at: first.lowerBound, in: scan).shape.isMixed
      return isPassword && isOdd ? first.lowerBound..<gap.lowerBound : nil
    }
    return nil
  }

  /// The words between a name and the word for a password: `that's what I use as my`.
  private func isLinking(_ index: Int) -> Bool {
    !scan.words[index].kinds.isDisjoint(with: [.owner, .link, .reference, .filler, .using])
      || [
        "jag", "vi", "hon", "han", "i", "we", "he", "she", "they", "what", "vad", "as", "som", "uses", "types",
        "kör", "tar",
      ].contains { scan.isWord(index, $0) }
  }

  private func isUsing(_ index: Int) -> Bool {
    scan.words[index].kinds.contains(.using) || ["uses", "types", "kör", "tar"].contains { scan.isWord(index, $0) }
  }

  /// A capital and letters that nobody writes to a helpdesk but as a name.
  func isProperName(_ range: Range<Int>) -> Bool {
    scan.classes[range].first == .upper && isStrange(range, asName: true)
      && Value(at: range.lowerBound, in: scan).range == range
  }
}
