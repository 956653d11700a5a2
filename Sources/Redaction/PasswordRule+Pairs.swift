/// Passwords beside the name of an account, or beside another one.
extension PasswordRule {
  /// True where a password word follows the name of an account: `username anna, password norrsken`, `user anna pw norrsken`.
  func isPaired(_ index: Int) -> Bool {
    for before in scan.words.indices.prefix(index).suffix(6).reversed() {
      let word = scan.words[before]
      let mark = scan.skippingSpaces(word.range.upperBound)
      let isTied = scan.has(anyOf: ":=", at: mark) || isTie(mark)
      let isTold = isTied || word.kinds.contains(.accountName) || before == index - 2
      guard word.kinds.contains(.account), isTold else { continue }
      let between = scan.words[before + 1..<index]
      return between.contains { $0.kinds.isDisjoint(with: [.harmless, .clause]) }
    }
    return false
  }

  /// `användare fritids2 och lösenord lekstuga men`, `as user kiosk3 with the password mangrove but`: a plain word that
  /// is joined to a name; not `user groups and password hashes`, in which nobody is named.
  func besideName(_ value: Value, after index: Int) -> Range<Int>? {
    let words = scan.words
    var last = index - 1
    while last >= 0, isJoint(last) { last -= 1 }
    guard last > 0, last < index - 1,
      let account = words.indices.prefix(last).suffix(2).last(where: isAccount),
      last == account + 1 || words[account + 1].kinds.contains(.being) || scan.isWord(account + 1, "name"),
      !breaksSentence(words[account].range.upperBound..<words[index].range.lowerBound)
    else { return nil }
    let name = words[last].range
    let isName = isStrange(name, asName: true) || name.contains { scan.classes[$0] == .digit }
    guard isName, isStrange(value.range), !isDoing(value.range, after: index) else { return nil }
    let next = scan.word(at: value.range.upperBound + 1)?.kinds ?? []
    return endsClause(value.range) || !next.isDisjoint(with: [.purpose, .origin]) || isIn(value.range.upperBound + 1)
      ? value.range : nil
  }

  private func isAccount(_ index: Int) -> Bool {
    scan.words[index].kinds.contains(.account) || scan.isWord(index, "användaren")
  }

  /// `och`, `with the`, `med`: what joins a password to a name.
  private func isJoint(_ index: Int) -> Bool {
    !scan.words[index].kinds.isDisjoint(with: [.more, .owner])
      || ["with", "med", "plus"].contains { (word: StaticString) in scan.isWord(index, word) }
  }

  /// `lösenordet strejkar`: what may be a verb that is in no list.
  private func isDoing(_ range: Range<Int>, after index: Int) -> Bool {
    scan.has("t", at: scan.words[index].range.upperBound - 1)
      && ["ar", "er", "as", "es"].contains { scan.reads($0, at: range.upperBound - 2) }
  }

  /// `in`, `on the till`
  private func isIn(_ position: Int) -> Bool {
    ["in ", "on ", "at ", "i "].contains { scan.reads($0, at: position) }
  }

  /// `creds anna/hunter2`, `net user anna hunter2`, `sshpass -p Hunter2`
  func findInPairs(_ findings: inout Findings) {
    for (index, word) in scan.words.enumerated() {
      if word.kinds.contains(.credentials), let secret = secondOfPair(after: word.range.upperBound) {
        findings.add(secret, .password)
      }
      // `guest wifi is GranGuest / skogstur88`, not `ssid Guest/Staff2`
      if word.kinds.contains(.network), let secret = secondOfPair(after: word.range.upperBound), secret.count >= 8,
        scan.character(secret.lowerBound - 1) == .space
      {
        findings.add(secret, .password)
      }
      if word.kinds.contains(.account), let secret = afterName(of: index) { findings.add(secret, .password) }
      if isUserOption(word), let secret = secondOfPair(after: word.range.upperBound) {
        findings.add(secret, .password)
      }
      if scan.isWord(index, "p"), scan.has("-", at: word.range.lowerBound - 1) {
        let value = Value(at: scan.skippingSpaces(word.range.upperBound), in: scan)
        let isProgram = isPasswordProgram(0..<index)
        if isProgram, addQuoted(at: scan.skippingSpaces(word.range.upperBound), mayBeHarmless: true, &findings) {
          continue
        }
        if value.shape.isStrong || isProgram && value.shape.isMixed { findings.add(value.range, .password) }
      }
      if let value = initialled(index) ?? afterAccount(index) { findings.add(value, .password) }
      if let value = gluedOption(index) { findings.add(value, .password) }
      if scan.isWord(index, "net"), scan.isWord(index + 1, "user"), let secret = argument(2, after: index + 1) {
        findings.add(secret, .password)
      }
    }
  }

  /// `user anna and then Hunter2`, `net use … /user:anna Hunter2`
  private func afterName(of index: Int) -> Range<Int>? {
    let end = scan.words[index].range.upperBound
    let isOption = scan.has("/", at: scan.words[index].range.lowerBound - 1)
    let name = Value(at: scan.skippingSpaces(scan.has(":", at: end) ? end + 1 : end), in: scan)
    var position = scan.skippingSpaces(name.range.upperBound)
    let start = position
    while let word = scan.word(at: position), word.kinds.contains(.more) {
      position = scan.skippingSpaces(word.range.upperBound)
    }
    guard isOption || position > start, !isKnown(name.range) else { return nil }
    let value = Value(at: position, in: scan)
    return isOption ? value.shape.isMixed ? value.range : nil : value.shape.isStrong ? value.range : nil
  }

  /// `U: anna P: hunter2`
  private func initialled(_ index: Int) -> Range<Int>? {
    let end = scan.words[index].range.upperBound
    guard scan.isWord(index, "p"), scan.has(anyOf: ":=", at: end) else { return nil }
    let isUserSaid = scan.words[max(0, index - 4)..<index].indices.contains { before in
      (scan.isWord(before, "u") || scan.words[before].kinds.contains(.account))
        && scan.has(anyOf: ":=", at: scan.words[before].range.upperBound)
    }
    let value = Value(at: scan.skippingSpaces(end + 1), in: scan)
    return isUserSaid && !value.shape.isHarmless ? value.range : nil
  }

  /// `anna.lund/Hunter2`, where signing in is spoken of
  private func afterAccount(_ index: Int) -> Range<Int>? {
    let end = scan.words[index].range.upperBound
    guard scan.has("/", at: end), isSigningIn else { return nil }
    var start = scan.words[index].range.lowerBound
    while start > 0, scan.classes[start - 1] != .space { start -= 1 }
    let isName = (start..<end).allSatisfy { scan.classes[$0].isWord || scan.has(anyOf: "._-", at: $0) }
    let isWebSite = ["se", "com", "net", "org", "io", "nu"].contains { scan.isWord(index, $0) }
    let value = Value(at: end + 1, in: scan)
    let isSecret = value.shape.isMixed && value.range.count >= 6 && !value.range.contains { scan.has("/", at: $0) }
    return isName && !isWebSite && isSecret && value.range.contains { scan.classes[$0] == .lower } ? value.range : nil
  }

  /// Signing in is spoken of, or being locked out.
  var isSigningIn: Bool {
    scan.words.indices.contains { index in
      !scan.words[index].kinds.isDisjoint(with: [.credentials, .locked])
        || ["in", "on"].contains { scan.isWord(index, $0) }
          && scan.words.indices.prefix(index).suffix(3).contains { before in
            ["logga", "loggar", "log", "logging", "sign", "logged", "get", "kommer", "komma"].contains {
              scan.isWord(before, $0)
            }
          }
    }
  }

  /// `mysql -u root -pHunter2`
  private func gluedOption(_ index: Int) -> Range<Int>? {
    let word = scan.words[index].range
    guard scan.has("p", at: word.lowerBound), scan.has("-", at: word.lowerBound - 1), word.count > 5,
      scan.character(word.lowerBound - 2) == .space
    else { return nil }
    let value = Value(at: word.lowerBound + 1, in: scan)
    return value.shape.isStrong || value.shape.isMixed && isPasswordProgram(0..<index) ? value.range : nil
  }

  /// True where a program is called that takes a password as `-pHunter2`.
  private func isPasswordProgram(_ words: Range<Int>) -> Bool {
    words.contains { index in
      ["mysql", "mysqldump", "mysqladmin", "mariadb", "sshpass", "7z", "7za", "unrar", "rar"].contains {
        (name: StaticString) in scan.isWord(index, name)
      }
    }
  }

  /// `curl -u anna:hunter2`, `--user anna:hunter2`
  private func isUserOption(_ word: Word) -> Bool {
    guard scan.has("-", at: word.range.lowerBound - 1) else { return false }
    return scan.reads("u ", at: word.range.lowerBound) || scan.reads("user ", at: word.range.lowerBound)
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
    if isStrange(name..<position), let joint = scan.word(at: separator), joint.kinds.contains(.more) {
      return plainSecret(at: scan.skippingSpaces(joint.range.upperBound))
    }
    guard position > name, scan.has(anyOf: "/:", at: separator), !scan.reads("//", at: separator),
      !scan.reads("://", at: separator)
    else { return nil }
    let value = Value(at: scan.skippingSpaces(separator + 1), in: scan)
    return value.shape.isMixed || isStrange(value.range, asName: true) ? value.range : nil
  }

  /// An argument of a command line, counted from 1, unless it is an option.
  private func argument(_ number: Int, after word: Int) -> Range<Int>? {
    var position = scan.words[word].range.upperBound
    for _ in 1..<number {
      position = scan.skippingSpaces(position)
      if scan.has("/", at: position) { return nil }
      while position < scan.count, scan.classes[position] != .space { position += 1 }
    }
    let value = Value(at: scan.skippingSpaces(position), in: scan)
    let isOption = value.range.isEmpty || scan.has(anyOf: "/-", at: value.range.lowerBound)
    return isOption || value.shape.isHarmless ? nil : value.range
  }
}
