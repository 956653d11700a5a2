/// Passwords before the word for one, and by their look alone.
extension PasswordRule {
  /// `hunter2 is my password`, `"correct horse" är mitt lösenord`, `använd hunter2 som lösenord`
  func findBefore(_ index: Int, isSure: Bool, _ findings: inout Findings) {
    var first = index
    while first > 0, index - first < 4, !scan.isWord(first - 1, "next") || !scan.isWord(first, "to"),
      !scan.words[first - 1].kinds.isDisjoint(with: [.owner, .link, .reference, .filler]) || isArticle(first - 1)
    {
      first -= 1
    }
    let between = scan.words[first..<index]
    guard between.contains(where: { $0.kinds.contains(.link) }) else {
      if isSure { addApposed(index, &findings) }
      return
    }
    let end = scan.words[first].range.lowerBound
    var position = end
    while position > 0, scan.classes[position - 1] == .space || scan.has("?", at: position - 1) { position -= 1 }
    if let quote = quotation(endingAt: position) {
      if !isHarmless(quote) { findings.add(quote, .password) }
      return
    }
    var start = position
    while start > 0, scan.classes[start - 1] != .space { start -= 1 }
    let value = Value(at: start, in: scan)
    // A PIN has digits only; a pass may be a session's.
    let isPIN = !isSure && value.shape.isNumber && (isCalled(between) || between.contains { $0.kinds.contains(.being) })
    let isPlain = isSure && !value.shape.isHarmless && isUsed(value.range, as: between)
    if isSure ? value.shape.isMixed || isPlain : isPIN {
      findings.add(isPlain ? strangeStart(of: value.range)..<value.range.upperBound : value.range, .password)
    }
  }

  /// Where `copper lantern river` begins, seen from its last word.
  private func strangeStart(of range: Range<Int>) -> Int {
    var start = range.lowerBound
    while let word = scan.words.last(where: { $0.range.upperBound == start - 1 }), scan.character(start - 1) == .space,
      isStrange(word.range, asName: true)
    {
      start = word.range.lowerBound
    }
    return start
  }

  func isArticle(_ index: Int) -> Bool {
    ["a", "an", "ett"].contains { scan.isWord(index, $0) }
  }

  private func isCalled(_ between: ArraySlice<Word>) -> Bool {
    between.indices.contains { scan.isWord($0, "as") || scan.isWord($0, "som") }
  }

  /// `used rosebud as my password`: also a word of letters alone, if what is done with it stands directly before.
  private func isUsed(_ range: Range<Int>, as between: ArraySlice<Word>) -> Bool {
    let isCalled = isCalled(between)
    let isFirst = !scan.words.contains { $0.range.upperBound < range.lowerBound }
    if isFirst, between.first?.kinds.contains(.being) == true, isStrange(range, asName: true) { return true }
    if isCalled, isStrange(range, asName: true) { return true }
    let verb = scan.words.last { $0.range.upperBound < range.lowerBound }
    guard isCalled, range.count >= 4, let verb, scan.skippingSpaces(verb.range.upperBound) == range.lowerBound else {
      return false
    }
    return !verb.kinds.isDisjoint(with: [.using, .setting]) && WordKinds.of(scan.folded[range]).isEmpty
  }

  /// `"snow flake" (my password)`: what stands in quotes, with a mark between it and the word.
  private func addApposed(_ index: Int, _ findings: inout Findings) {
    var first = index
    while first > 0, scan.words[first - 1].kinds.contains(.owner) { first -= 1 }
    var position = scan.words[first].range.lowerBound
    let end = position
    while position > 0, scan.classes[position - 1] == .space || scan.has(anyOf: "(,=<-", at: position - 1) {
      position -= 1
    }
    let isMarked = (position..<end).contains { scan.classes[$0] != .space }
    if isMarked, let quote = quotation(endingAt: position), !isHarmless(quote) { findings.add(quote, .password) }
  }

  /// A word that looks like a password while passwords are spoken of; one with all four kinds of characters always.
  func findByLook(_ findings: inout Findings) {
    var position = scan.skippingSpaces(0)
    let isAlone = scan.endOfValue(from: position) >= scan.count - 1
    addLoneNumberedWord(position, &findings)
    while position < scan.count {
      let value = Value(at: afterName(position), in: scan)
      if isSpokenOf, isCamel(value.range) { findings.add(value.range, .password) }
      if !value.isPlain, isSecretByLook(value, isAlone: isAlone) { findings.add(value.range, .password) }
      while position < scan.count, scan.classes[position] != .space { position += 1 }
      position = scan.skippingSpaces(position)
    }
  }

  /// `MargaretRose`: words with capitals written as one, none of which is known.
  private func isCamel(_ range: Range<Int>) -> Bool {
    guard range.count >= 8, scan.classes[range].first == .upper, isStrange(range, asName: true) else { return false }
    let starts = range.filter { scan.classes[$0] == .upper }
    guard starts.count > 1, starts.count < range.count - 2 else { return false }
    return zip(starts, starts.dropFirst() + [range.upperBound]).allSatisfy { start, end in
      end - start == 1 || end - start >= 4 && !WordKinds.areKnown(scan.folded[start..<end])
    }
  }

  /// `Gräshoppa 12` as the whole message.
  private func addLoneNumberedWord(_ position: Int, _ findings: inout Findings) {
    let value = Value(at: position, in: scan)
    guard scan.classes[value.range].first == .upper, scan.character(value.range.lowerBound + 1) == .lower,
      let range = numberedWord(value, mayBePlain: true),
      range.upperBound >= scan.count - 1
    else { return }
    findings.add(range, .password)
  }

  /// What follows the sign of `Source=sql01`, where letters stand before and something after it.
  private func afterName(_ position: Int) -> Int {
    var sign = position
    while scan.character(sign).isLetter { sign += 1 }
    return sign > position && scan.has("=", at: sign) && scan.character(sign + 1) != .space ? sign + 1 : position
  }

  /// `qwerty123`: a run of keys and a digit or symbol.
  private func isNotorious(_ range: Range<Int>) -> Bool {
    let heads: [StaticString] = ["qwert", "asdf", "zxcv", "1qaz", "letmein"]
    return range.count >= 6 && heads.contains { scan.reads($0, at: range.lowerBound) }
  }

  /// `~/Downloads/guide(3).pdf`: folders and a name with an ending of letters.
  private func isFile(_ range: Range<Int>) -> Bool {
    guard range.contains(where: { scan.has("/", at: $0) || scan.has("\\", at: $0) }),
      let dot = range.last(where: { scan.has(".", at: $0) })
    else { return false }
    let ending = range[(dot + 1)...]
    return (2...4).contains(ending.count) && ending.allSatisfy { scan.classes[$0] == .lower }
      && (scan.classes[dot - 1].isWord || scan.has(")", at: dot - 1))
  }

  private func isSecretByLook(_ value: Value, isAlone: Bool) -> Bool {
    let shape = value.shape
    if isFile(value.range) || EmailRule.describes(value.range, in: scan) { return false }
    if shape.isMixed, isNotorious(value.range) { return true }
    return shape.isStrong || (isAlone && shape.isMixed && value.range.count >= 6)
  }
}
