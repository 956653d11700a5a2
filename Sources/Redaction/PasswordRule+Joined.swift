/// Passwords beside another one.
extension PasswordRule {
  /// `hunter2 or hunter3`, `from hunter2 to hunter3`: what is joined to a password and looks like one.
  func findMore(_ findings: inout Findings) {
    findVariants(&findings)
    for range in findings.ranges(of: .email) {
      if let value = pairedWithAddress(range) { findings.add(value, .password) }
    }
    var queue = findings.ranges(of: .password)
    while let range = queue.popLast() {
      let more =
        [next(after: range), previous(before: range), earlier(than: range), firstPart(before: range)].compactMap(\.self)
        + respellings(of: range)
      for range in more where findings.isFree(range) {
        findings.add(range, .password)
        queue.append(range)
      }
    }
  }

  /// The last letter of `i.e.` or `d.v.s.`
  func isAbbreviated(_ index: Int) -> Bool {
    let word = scan.words[index].range
    guard word.count == 1 else { return false }
    return scan.reads("i.e", at: word.lowerBound - 2) || scan.reads("d.v.s", at: word.lowerBound - 4)
  }

  /// `samma som hemma dvs mormor1942`, `the same as my bank, ie sunshine88`: which one it is that is the same.
  func named(asSame index: Int) -> Range<Int>? {
    let isSame = scan.words.indices.prefix(index).suffix(10).contains { before in
      ["samma", "same", "vanliga", "usual"].contains { (word: StaticString) in scan.isWord(before, word) }
    }
    guard isSame || isSpokenOf else { return nil }
    var position = scan.words[index].range.upperBound
    while scan.has(anyOf: ".:, ", at: position) { position += 1 }
    if let quoted = quoted(at: position) { return quoted }
    let value = Value(at: position, in: scan)
    if value.shape.isMixed, value.range.count >= 6 { return value.range }
    if isSame, isSpokenOf { return plainSecret(at: position, asName: true) }
    // `gatunamnet som lösen, alltså Kvarnbacken`
    guard index > 0, scan.words[index - 1].kinds.contains(.password), isProperName(value.range) else { return nil }
    return endsClause(value.range) ? value.range : nil
  }

  private func next(after range: Range<Int>) -> Range<Int>? {
    var position = afterMarks(range.upperBound)
    while let word = scan.words.first(where: { $0.range.lowerBound == position }), word.kinds.contains(.more) {
      position = afterMarks(word.range.upperBound)
      // `or is it 7721`, `or maybe`
      while let word = scan.word(at: position), !word.kinds.isDisjoint(with: [.being, .reference, .filler]) {
        position = afterMarks(word.range.upperBound)
      }
    }
    guard position > afterMarks(range.upperBound) else {
      return afterPurpose(of: range) ?? afterReference(beside: range) ?? elsewhere(from: position)
        ?? later(from: position)
    }
    let isQuoted = scan.has(anyOf: "\"'", at: range.upperBound) && scan.has(anyOf: "\"'", at: position - 1)
    if isQuoted, let quoted = quoted(at: position - 1) { return quoted }
    let value = Value(at: position, in: scan)
    return value.shape.isMixed || value.shape.isNumbered || value.shape.isNumber
      || hasShape(value.range, of: range) ? value.range : nil
  }

  /// The other number of `pin på telefonen är 2846, på datorn 284600`.
  private func elsewhere(from position: Int) -> Range<Int>? {
    guard let place = scan.word(at: position), place.kinds.contains(.purpose),
      let thing = scan.word(at: place.range.upperBound + 1)
    else { return nil }
    let value = Value(at: scan.skippingSpaces(thing.range.upperBound), in: scan)
    return value.shape.isNumber && value.range.count <= 8 && !value.isCounted ? value.range : nil
  }

  /// The other name of `new one is firefly, old one dragonfly`.
  private func afterReference(beside range: Range<Int>) -> Range<Int>? {
    guard scan.has(",", at: range.upperBound) else { return nil }
    let start = afterMarks(range.upperBound)
    var position = start
    while let word = scan.word(at: position), word.kinds.contains(.reference) {
      position = scan.skippingSpaces(word.range.upperBound)
    }
    return position > start ? plainSecret(at: position, asName: true) : nil
  }

  /// The other name of `kingfisher for windows and nightingale for mail`.
  private func afterPurpose(of range: Range<Int>) -> Range<Int>? {
    let words = scan.words.filter { $0.range.lowerBound >= range.upperBound }.prefix(3)
    guard words.count == 3, words[words.startIndex].kinds.contains(.purpose),
      words[words.startIndex + 2].kinds.contains(.more), isStrange(range, asName: true)
    else { return nil }
    return plainSecret(at: scan.skippingSpaces(words[words.startIndex + 2].range.upperBound), asName: true)
  }

  /// True for `7720-1188` beside `4829-1034`.
  private func hasShape(_ range: Range<Int>, of other: Range<Int>) -> Bool {
    range.count == other.count && range.contains { scan.classes[$0] == .digit }
      && zip(range, other).allSatisfy { scan.classes[$0] == scan.classes[$1] }
  }

  /// The value before a joining word or a comma.
  private func previous(before range: Range<Int>) -> Range<Int>? {
    var position = beforeMarks(range.lowerBound)
    var isJoined = (position..<range.lowerBound).contains { scan.has(",", at: $0) }
    while let word = scan.words.last(where: { $0.range.upperBound == position }),
      !word.kinds.isDisjoint(with: [.more, .purpose, .filler])
    {
      // `crumpet44 or maybe`
      isJoined = isJoined || !word.kinds.isDisjoint(with: [.more, .purpose])
      position = beforeMarks(word.range.lowerBound)
    }
    guard isJoined, position > 0 else { return nil }
    var start = position
    while start > 0, scan.classes[start - 1] != .space { start -= 1 }
    let value = Value(at: start, in: scan)
    return value.shape.isMixed && value.range.count >= 5 ? value.range : nil
  }

  /// The other part of `it: Harv + est77!`, `password is Rab and then bit!42`.
  private func firstPart(before range: Range<Int>) -> Range<Int>? {
    let words = scan.words
    guard var last = words.lastIndex(where: { $0.range.upperBound < range.lowerBound }) else { return nil }
    var isAdded = (words[last].range.upperBound..<range.lowerBound).contains { scan.has("+", at: $0) }
    while last > 0,
      let joint = ["then", "sen", "sedan", "plus", "and", "och"].firstIndex(where: { scan.isWord(last, $0) })
    {
      isAdded = isAdded || joint < 4
      last -= 1
    }
    let part = words[last].range
    guard isAdded, words[last].kinds.isSubset(of: .everyday),
      part.allSatisfy({ scan.classes[$0].isLetter })
    else { return nil }
    let isLinked = last > 0 && words[last - 1].kinds.contains(.link)
    return isLinked || scan.has(anyOf: ":=", at: beforeMarks(part.lowerBound) - 1) ? part : nil
  }

  private func beforeMarks(_ position: Int) -> Int {
    var position = position
    while position > 0, scan.classes[position - 1] == .space || scan.has(anyOf: ",?\"'`", at: position - 1) {
      position -= 1
    }
    return position
  }

  private func afterMarks(_ position: Int) -> Int {
    var position = position
    while position < scan.count, scan.classes[position] == .space || scan.has(anyOf: ",?\"'", at: position) {
      position += 1
    }
    return position
  }

  /// `anna@foo.se : hunter2`
  private func pairedWithAddress(_ address: Range<Int>) -> Range<Int>? {
    let mark = scan.skippingSpaces(address.upperBound)
    guard scan.has(anyOf: ":/|;", at: mark) else { return nil }
    let value = Value(at: scan.skippingSpaces(mark + 1), in: scan)
    return value.shape.isMixed && value.range.count >= 5 ? value.range : nil
  }

  /// The first word of `not hunter2 but hunter3`.
  private func isDenied(_ index: Int) -> Bool {
    scan.isWord(index, "not") && scan.isWord(index + 2, "but")
      || scan.isWord(index, "inte") && scan.isWord(index + 2, "utan")
  }

  /// `tried winter22 and Winter22!`: what was tried in two spellings, which nobody does with anything else.
  private func findVariants(_ findings: inout Findings) {
    let verb = scan.words.indices.first { scan.words[$0].kinds.contains(.using) || isDenied($0) }.map { scan.words[$0] }
    guard let verb else { return }
    var values: [Value] = []
    var position = scan.skippingSpaces(verb.range.upperBound)
    while position < scan.count {
      let value = Value(at: position, in: scan)
      if value.shape.isMixed || isStrange(value.range, asName: true) { values.append(value) }
      while position < scan.count, scan.classes[position] != .space { position += 1 }
      position = scan.skippingSpaces(position)
    }
    guard values.count > 1, values.contains(where: { $0.shape.isMixed }) else { return }
    for value in values where findings.isFree(value.range) {
      let stem = letters(of: value.range)
      if stem.count >= 4, (values.count { letters(of: $0.range) == stem }) > 1 { findings.add(value.range, .password) }
    }
  }
}
