/// Passwords beside the name of an account, or beside another one.
extension PasswordRule {
  /// True where a password word follows the name of an account: `username anna, password norrsken`.
  func isPaired(_ index: Int) -> Bool {
    for before in scan.words.indices.prefix(index).suffix(6).reversed() {
      let word = scan.words[before]
      let mark = scan.skippingSpaces(word.range.upperBound)
      let isTied = scan.has(anyOf: ":=", at: mark)
      guard word.kinds.contains(.account), isTied || word.kinds.contains(.accountName) else { continue }
      let between = scan.words[before + 1..<index]
      return between.contains { $0.kinds.isDisjoint(with: [.harmless, .clause]) }
    }
    return false
  }

  /// `creds anna/hunter2`, `net user anna hunter2`, `sshpass -p Hunter2`
  func findInPairs(_ findings: inout Findings) {
    for (index, word) in scan.words.enumerated() {
      if word.kinds.contains(.credentials), let secret = secondOfPair(after: word.range.upperBound) {
        findings.add(secret, .password)
      }
      if isUserOption(word), let secret = secondOfPair(after: word.range.upperBound) {
        findings.add(secret, .password)
      }
      if scan.isWord(index, "p"), scan.has("-", at: word.range.lowerBound - 1) {
        let value = Value(at: scan.skippingSpaces(word.range.upperBound), in: scan)
        if value.shape.isStrong { findings.add(value.range, .password) }
      }
      if scan.isWord(index, "net"), scan.isWord(index + 1, "user"), let secret = argument(2, after: index + 1) {
        findings.add(secret, .password)
      }
    }
  }

  /// `curl -u anna:hunter2`, `--user anna:hunter2`
  private func isUserOption(_ word: Word) -> Bool {
    guard scan.has("-", at: word.range.lowerBound - 1) else { return false }
    return scan.reads("u ", at: word.range.lowerBound) || scan.reads("user ", at: word.range.lowerBound)
  }

  /// `hunter2 or hunter3`: what is joined to a password and looks like one.
  func findMore(_ findings: inout Findings) {
    for range in findings.ranges(of: .password) {
      var position = afterMarks(range.upperBound)
      while let word = scan.words.first(where: { $0.range.lowerBound == position }), word.kinds.contains(.more) {
        position = afterMarks(word.range.upperBound)
      }
      guard position > afterMarks(range.upperBound) else { continue }
      let isQuoted = scan.has(anyOf: "\"'", at: range.upperBound) && scan.has(anyOf: "\"'", at: position - 1)
      if isQuoted, addQuoted(at: position - 1, &findings) { continue }
      let value = Value(at: position, in: scan)
      if value.shape.isMixed || value.shape.isNumbered || value.shape.isNumber { findings.add(value.range, .password) }
    }
  }

  private func afterMarks(_ position: Int) -> Int {
    var position = position
    while position < scan.count, scan.classes[position] == .space || scan.has(anyOf: ",?\"'", at: position) {
      position += 1
    }
    return position
  }

  /// What stands after the slash or colon of `anna/hunter2`, where it looks like a password.
  private func secondOfPair(after end: Int) -> Range<Int>? {
    var position = scan.skippingSpaces(end)
    if isTie(position) { position = scan.skippingSpaces(pastTie(position)) }
    while let word = scan.words.first(where: { $0.range.lowerBound == position }),
      !word.kinds.isDisjoint(with: [.link, .filler])
    {
      position = scan.skippingSpaces(word.range.upperBound)
    }
    let name = position
    while scan.character(position).isWord || scan.has(anyOf: "._-@\\", at: position) { position += 1 }
    let separator = scan.skippingSpaces(position)
    guard position > name, scan.has(anyOf: "/:", at: separator), !scan.reads("//", at: separator),
      !scan.reads("://", at: separator)
    else { return nil }
    let value = Value(at: scan.skippingSpaces(separator + 1), in: scan)
    return value.shape.isMixed ? value.range : nil
  }

  /// An argument of a command line, counted from 1, unless it is an option.
  private func argument(_ number: Int, after word: Int) -> Range<Int>? {
    var position = scan.words[word].range.upperBound
    for _ in 1..<number {
      position = scan.skippingSpaces(position)
      while position < scan.count, scan.classes[position] != .space { position += 1 }
    }
    let value = Value(at: scan.skippingSpaces(position), in: scan)
    let isOption = value.range.isEmpty || scan.has(anyOf: "/-", at: value.range.lowerBound)
    return isOption || value.shape.isHarmless ? nil : value.range
  }
}
