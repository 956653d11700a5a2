/// Passwords that were used before the one that was found, and other ways of writing it.
extension PasswordRule {
  /// `used to be fishandchips now its Fish&Chips99`, `my old one lighthouse9 still works but the new one Lighthouse10`:
  /// what was the password before, told before the one that was found. It may be a plain word, as what it was changed
  /// to is a password for certain.
  func earlier(than range: Range<Int>) -> Range<Int>? {
    let words = scan.words
    guard let found = words.firstIndex(where: { $0.range.lowerBound >= range.lowerBound }) else { return nil }
    var last = found - 1
    var isChanged = false
    while last >= 0, found - last <= 8, isBetween(last) {
      isChanged = isChanged || isChange(last)
      last -= 1
    }
    // `from doris to Doris!1954`
    if last > 0, words[last - 1].kinds.contains(.origin), last == found - 2 { isChanged = true }
    guard isChanged, last > 0, !endsSentence(words[last].range.upperBound..<range.lowerBound), isPast(before: last)
    else {
      return nil
    }
    var start = words[last].range.lowerBound
    while start > 0, scan.classes[start - 1] != .space { start -= 1 }
    let value = Value(at: start, in: scan)
    return value.shape.isMixed || isStrange(value.range, asName: true) ? value.range : nil
  }

  /// The other number of `pin was 4471 now its 4472`.
  func later(from position: Int) -> Range<Int>? {
    var position = position
    var isChanged = false
    while let word = scan.words.firstIndex(where: { $0.range.lowerBound == position }),
      isChange(word) || !scan.words[word].kinds.isDisjoint(with: [.being, .reference, .link, .clause])
    {
      isChanged = isChanged || isChange(word)
      position = scan.skippingSpaces(scan.words[word].range.upperBound)
    }
    let value = Value(at: position, in: scan)
    return isChanged && value.shape.isNumber && value.range.count <= 8 && !value.isCounted ? value.range : nil
  }

  /// `still works but the new one`, `now its`
  private func isBetween(_ index: Int) -> Bool {
    isChange(index)
      || !scan.words[index].kinds.isDisjoint(with: [.being, .reference, .filler, .predicate, .clause, .link, .owner])
  }

  /// What comes between a password and the one after it: `now`, `changed to`, `the new one`.
  private func isChange(_ index: Int) -> Bool {
    scan.words[index].kinds.contains(.setting)
      || ["now", "nu", "new", "nya", "nytt", "numera", "nowadays", "then", "sen", "sedan"].contains {
        scan.isWord(index, $0)
      }
  }

  /// What says that something is no more so, directly before it: `used to be`, `förut var det`, `old one`.
  private func isPast(before index: Int) -> Bool {
    scan.words.indices.prefix(index).suffix(3).contains { before in
      scan.words[before + 1..<index].allSatisfy { !$0.kinds.isDisjoint(with: [.being, .reference, .link, .filler]) }
        && Self.pasts.contains { scan.isWord(before, $0) }
    }
  }

  private static let pasts: [StaticString] = [
    "used", "was", "var", "old", "gamla", "previous", "former", "förra", "had", "hade", "before", "förut",
    "from", "från", "ifrån",
  ]

  private func endsSentence(_ gap: Range<Int>) -> Bool { gap.contains { scan.has(anyOf: ";?!", at: $0) } }

  /// `Kestrel4 with a capital or kestrel4 without`: what has the letters of a password, and something else beside them.
  func respellings(of range: Range<Int>) -> [Range<Int>] {
    let letters = letters(of: range)
    // Nobody lists passwords in so long a message, and it would be read once for each.
    guard letters.count >= 4, scan.words.count < 200 else { return [] }
    let isPlain = letters.count == range.count
    var values: [Range<Int>] = []
    var position = scan.skippingSpaces(0)
    while position < scan.count {
      let value = Value(at: position, in: scan)
      if value.range != range, self.letters(of: value.range) == letters,
        value.shape.isMixed || isPlain && isStrange(value.range, asName: true)
      {
        values.append(value.range)
      }
      while position < scan.count, scan.classes[position] != .space { position += 1 }
      position = scan.skippingSpaces(position)
    }
    return values
  }

  func letters(of range: Range<Int>) -> [UInt32] { range.filter { scan.classes[$0].isLetter }.map { scan.folded[$0] } }
}
