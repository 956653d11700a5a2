/// Passwords told as stories: what they were named after, and names that are said to be one later on.
extension PasswordRule {
  /// `it's our boat's name Seabiscuit`, `lösenordet är hundens namn, Rufus`: the name after the word for one, where it is
  /// told what the password is.
  func namesake(after index: Int) -> Range<Int>? {
    let words = scan.words
    let isName = ["name", "namn", "namnet", "named", "after", "efter"].contains { scan.isWord(index, $0) }
    guard isName, let being = words.indices.prefix(index).suffix(5).last(where: { words[$0].kinds.contains(.being) }),
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
    guard clause.contains(where: { $0.kinds.contains(.being) }), clause.contains(where: { $0.kinds.contains(.using) }),
      clause.contains(where: { $0.kinds.contains(.reference) })
    else { return nil }
    var last = first - 1
    while last >= 0, !words[last].kinds.isDisjoint(with: [.clause, .more]) { last -= 1 }
    guard last >= 0 else { return nil }
    return isProperName(words[last].range) ? words[last].range : nil
  }

  /// The words between a name and the word for a password: `that's what I use as my`.
  private func isLinking(_ index: Int) -> Bool {
    !scan.words[index].kinds.isDisjoint(with: [.owner, .link, .reference, .filler, .using])
      || ["jag", "vi", "i", "we", "what", "vad", "as", "som"].contains { scan.isWord(index, $0) }
  }

  /// A capital and letters that nobody writes to a helpdesk but as a name.
  func isProperName(_ range: Range<Int>) -> Bool {
    scan.classes[range].first == .upper && isStrange(range, asName: true)
      && Value(at: range.lowerBound, in: scan).range == range
  }
}
