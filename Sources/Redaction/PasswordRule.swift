/// Finds passwords: by the words before and after them, by quotes, and by their look where passwords are spoken of.
struct PasswordRule {
  let scan: Scan
  /// Passwords are spoken of in this message. Where they aren't, they may have been before it: passwords are what a
  /// helpdesk is asked about, so that what looks like one is taken for one at any time.
  let isSpokenOf: Bool

  init(_ scan: Scan) {
    self.scan = scan
    isSpokenOf = scan.words.contains { !$0.kinds.isDisjoint(with: [.password, .passwordThing]) }
  }

  func find(_ findings: inout Findings) {
    for (index, word) in scan.words.enumerated() {
      if !word.kinds.isDisjoint(with: [.password, .perhapsPassword]) {
        let isSure = word.kinds.contains(.password) || isPaired(index) || isOwned(index)
        findAfter(index, isSure: isSure, &findings)
        findBefore(index, isSure: word.kinds.contains(.password), &findings)
        if let value = beside(index) { findings.add(value, .password) }
      }
      if word.kinds.contains(.password), let value = meant(before: index) { findings.add(value, .password) }
      if isSpokenOf, let value = namesake(after: index) { findings.add(value, .password) }
      if let value = counted(before: index) { findings.add(value, .password) }
      if word.kinds.contains(.credentials) { findBefore(index, isSure: true, &findings) }
      if !word.kinds.isDisjoint(with: [.setting, .using]) { findAfterVerb(index, &findings) }
      if isHalf(index), let value = half(after: index) { findings.add(value, .password) }
      if let value = sent(after: index) { findings.add(value, .password) }
      if isPurposefulCode(index) { addLinkedNumber(after: index, &findings) }
      if word.kinds.contains(.reference) { findAfterReference(index, &findings) }
      if word.kinds.contains(.namely) || isAbbreviated(index), let value = named(asSame: index) {
        findings.add(value, .password)
      }
    }
    findTyped(&findings)
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

  /// What a half is said to be, where passwords are spoken of or both halves are: `first half Marl, second half drum62`.
  private func half(after index: Int) -> Range<Int>? {
    let others = scan.words.indices.filter { $0 != index && isHalf($0) }
    let isMixed = mixed(after: index) != nil
    guard isSpokenOf ? isMixed || !others.isEmpty : others.contains(where: { isMixed || mixed(after: $0) != nil })
    else {
      return nil
    }
    if let value = mixed(after: index) { return value }
    let position = afterLink(index)
    let word = scan.word(at: position)
    return word.map { $0.kinds.isSubset(of: .everyday) && $0.range.count >= 3 } == true ? word?.range : nil
  }

  /// `half of it`
  private func isOfIt(_ word: Word) -> Bool {
    !word.kinds.isDisjoint(with: [.reference, .password]) || scan.reads("of ", at: word.range.lowerBound)
      || scan.reads("av ", at: word.range.lowerBound)
  }

  private func isHalf(_ index: Int) -> Bool {
    ["half", "halvan", "hälften", "halva"].contains { (word: StaticString) in scan.isWord(index, word) }
  }

  private func mixed(after index: Int) -> Range<Int>? {
    let value = Value(at: afterLink(index), in: scan)
    return value.shape.isMixed && value.range.count >= 4 ? value.range : nil
  }

  /// Where the value of `half is …`, `half: …` begins.
  private func afterLink(_ index: Int) -> Int {
    var position = scan.skippingSpaces(scan.words[index].range.upperBound)
    while let word = scan.word(at: position), word.kinds.contains(.being) || isOfIt(word) {
      position = scan.skippingSpaces(word.range.upperBound)
    }
    return isTie(position) ? scan.skippingSpaces(pastTie(position)) : position
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
    if namesRole(index) { return }
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
    if endsName(index) { return }
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
    let bracket = scan.has("(", at: mark) ? mark + 1 : mark
    if scan.isWord(index, "pin"), addHalves(at: bracket, &findings) { return }
    let value = Value(at: mark, in: scan)
    // Behind `"Password"` the quote that closes it opens none.
    let isInQuotes = mark == word.range.upperBound && scan.has(anyOf: "\"'`", at: word.range.lowerBound - 1)
    if isSure, !isInQuotes, addQuoted(at: mark, &findings) { return }
    let shape = value.shape
    let isLinked = scan.word(at: mark)?.kinds.contains(.link) == true
    if word.kinds.contains(.phrase), !isLinked, let phrase = strangePhrase(at: mark) {
      findings.add(phrase, .password)
      return
    }
    if let second = secondOfPair(value, after: index) {
      findings.add(second, .password)
      return
    }
    if isSure, let subject = subject(value, after: index) {
      findings.add(subject, .password)
      return
    }
    if let named = besideName(value, after: index) ?? possessed(by: index, at: mark) {
      findings.add(named, .password)
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

  /// True for `password admin is enough`, which tells who somebody is.
  private func namesRole(_ index: Int) -> Bool {
    ["admin", "admins", "administrator", "administrators"].contains { (name: StaticString) in
      scan.isWord(index + 1, name)
    } && scan.words[index + 1].range.lowerBound == scan.words[index].range.upperBound + 1
      && scan.classes[scan.words[index].range.upperBound] == .space
  }

  /// The second part of `user/pass anna/sunshine`.
  private func secondOfPair(_ value: Value, after index: Int) -> Range<Int>? {
    guard index > 0,
      scan.words[index - 1].kinds.contains(.account) || scan.words[index - 1].kinds.contains(.accountName),
      scan.has("/", at: scan.words[index].range.lowerBound - 1),
      let slash = value.range.first(where: { scan.has("/", at: $0) }), slash > value.range.lowerBound,
      slash + 3 < value.range.upperBound
    else { return nil }
    return slash + 1..<value.range.upperBound
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
      // `my password's knackered`
      let isDescription = isStrange(value.range, asName: true) && !isStrange(value.range)
      return before.contains(.owner) && !scan.isWord(index - 1, "the") && !isDescription
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
  func addTied(from position: Int, isSure: Bool, _ findings: inout Findings) {
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
}
