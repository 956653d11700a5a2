/// Plain words that are known for passwords by what is done with them or by what comes of it, in messages that need not
/// speak of passwords.
extension PasswordRule {
  func findTyped(_ findings: inout Findings) {
    for index in scan.words.indices {
      let kinds = scan.words[index].kinds
      if kinds.contains(.typing) || isTypedWord(index), let value = entered(after: index) {
        findings.add(value, .password)
      }
      if !kinds.isDisjoint(with: [.setting, .used, .being]), let value = chosen(after: index) {
        findings.add(value, .password)
      }
      if kinds.contains(.being) || hasBeen(index), let value = spelled(after: index) { findings.add(value, .password) }
      let asked = isSpokenOf ? offered(after: index) : nil
      if let value = asked ?? habitual(at: index) ?? phrased(after: index) {
        findings.add(value, .password)
      }
      addEither(index, &findings)
      if let value = reversed(at: index) { findings.add(value, .password) }
      if kinds.contains(.naming), let value = namesakeTyped(after: index) { findings.add(value, .password) }
    }
  }

  /// `when I enter the word dinosaur`, `key in dinosaur`
  private func isTypedWord(_ index: Int) -> Bool {
    if scan.isWord(index, "types") { return true }
    if scan.isWord(index, "key") { return scan.isWord(index + 1, "in") }
    return (scan.isWord(index, "word") || scan.isWord(index, "ordet"))
      && scan.words[max(0, index - 2)..<index].contains { $0.kinds.contains(.typing) }
  }

  /// `I press rosebud and enter`, `jag skriver sommarlov och då säger den fel`: a strange word after what one does at a
  /// keyboard, and another key or a refusal after it.
  private func entered(after index: Int) -> Range<Int>? {
    var last = index
    while last < index + 2, scan.words.indices.contains(last + 1), isParticle(last + 1) { last += 1 }
    let position = scan.skippingSpaces(scan.words[last].range.upperBound)
    let typed = Value(at: position, in: scan)
    if typed.shape.isMixed, typed.range.count >= 5, last > index { return typed.range }
    guard !typed.shape.isHarmless, let value = plainSecret(at: position, asName: true), !isAdverb(value),
      !isFile(value),
      isSpokenOf || isSigningIn || !isPut(index), !isEnteredAs(value.upperBound)
    else { return nil }
    let isPressed = ["press", "pressed", "pressing", "tryck", "trycker", "tryckte", "tryckt"].contains {
      scan.isWord(index, $0)
    }
    return isAnswered(after: value.upperBound, isPressed: isPressed) ? value : nil
  }

  /// `Sweden as country`, but `tigerkaka som vanligt`
  private func isEnteredAs(_ end: Int) -> Bool {
    guard let next = scan.words.firstIndex(where: { $0.range.lowerBound >= end }),
      scan.isWord(next, "as") || scan.isWord(next, "som")
    else { return false }
    return !["vanligt", "alltid", "usual", "always"].contains { scan.isWord(next + 1, $0) }
  }

  /// Paper is put in a printer as well.
  private func isPut(_ index: Int) -> Bool { scan.isWord(index, "put") || scan.isWord(index, "putting") }

  /// `skriver jag`, `knappar in`, `writing down the word`
  private func isParticle(_ index: Int) -> Bool {
    ["in", "ner", "dit", "jag", "vi", "man", "down", "the", "word", "ordet", "just", "only", "bara", "upp"].contains {
      scan.isWord(index, $0)
    }
  }

  /// `carefully`, `bokstavsvis`: how one types.
  private func isAdverb(_ range: Range<Int>) -> Bool {
    ["ly", "vis", "ment", "ad", "at", "gt", "lt"].contains {
      scan.reads($0, at: range.upperBound - $0.utf8CodeUnitCount)
    }
  }

  private func isFile(_ range: Range<Int>) -> Bool {
    scan.has(".", at: range.upperBound) && scan.character(range.upperBound + 1).isWord
  }

  /// What comes of typing a password follows: another key that is pressed, or a refusal, with no other thing between
  /// that could have been refused.
  private func isAnswered(after position: Int, isPressed: Bool = false) -> Bool {
    let after = scan.words.indices.drop { scan.words[$0].range.lowerBound < position }.prefix(12)
    for index in after {
      let word = scan.words[index]
      if word.kinds.contains(.refusal) || isNo(index) { return true }
      let isKey = isPressed ? Self.lastKeys.contains { scan.isWord(index, $0) } : word.kinds.contains(.keystroke)
      if isKey, index > after.startIndex, index <= after.startIndex + 3, isJoining(index - 1) { return true }
      guard word.range.count <= 5 || Self.results.contains(where: { scan.isWord(index, $0) }) || isEntry(word) else {
        return false
      }
    }
    return false
  }

  private static let lastKeys: [StaticString] = ["enter", "return", "retur", "returtangenten"]
  /// The longer words by which a refusal is told.
  private static let results: [StaticString] = [
    "screen", "skärmen", "säger", "saying", "turns", "turned", "return", "presses", "pressed", "trycker", "tryckte",
    "hoppar", "prompt", "window", "fönstret", "genast", "direkt", "straight", "gånger", "already", "computer", "datorn",
    "fortfarande", "neither", "keeps", "vanligt", "always", "rutan", "väntar", "waited",
  ]

  /// Where one signs in: `the login page`, `inloggningssidan`.
  private func isEntry(_ word: Word) -> Bool {
    !word.kinds.isDisjoint(with: [.credentials, .account, .passwordThing])
      || scan.reads("inlogg", at: word.range.lowerBound)
  }

  /// `says no`, `säger nej`
  private func isNo(_ index: Int) -> Bool {
    (scan.isWord(index, "no") || scan.isWord(index, "nej"))
      && ["says", "saying", "said", "säger", "sa"].contains { scan.isWord(index - 1, $0) }
  }

  /// `and enter`, `och sen trycker`, `then pressed`
  private func isJoining(_ index: Int) -> Bool {
    !scan.words[index].kinds.isDisjoint(with: [.more, .setting]) || scan.isWord(index, "hit")
      || scan.isWord(index, "press") || scan.isWord(index, "på")
  }

  /// `it's chocolate all lower case`, `det är blåbär med litet b`: whose letters are told.
  private func spelled(after index: Int) -> Range<Int>? {
    let words = scan.words
    let isShort = words[index].kinds.contains(.reference)
    let isReferred = index > 0 && words[index - 1].kinds.contains(.reference)
    guard (isShort || scan.isWord(index, "its")) && !isOwning(index) || isReferred || hasBeen(index) else { return nil }
    var last = index
    while last < index + 3, words.indices.contains(last + 1), words[last + 1].kinds.contains(.filler) { last += 1 }
    guard let value = plainSecret(at: scan.skippingSpaces(words[last].range.upperBound)) else { return nil }
    // `it's rubbish`, `that's bureaucracy`
    guard scan.character(value.lowerBound) == .lower else { return nil }
    if isRow(value) { return value }
    let isAdjective = scan.has(anyOf: "yitdg", at: value.upperBound - 1) || scan.reads("al", at: value.upperBound - 2)
    if hasBeen(index), !isAdjective, endsClause(value) { return value }
    let after = words.indices.drop { words[$0].range.lowerBound < value.upperBound }.prefix(6)
    let isSpelled = after.contains { index in
      Self.spellings.contains { scan.isWord(index, $0) }
        || ["litet", "stort"].contains { scan.isWord(index, $0) } && words.indices.contains(index + 1)
          && words[index + 1].range.count == 1
    }
    let isOld = after.contains { index in
      isAlways(index)
        && words.indices.prefix(index + 3).suffix(4).contains { scan.isWord($0, "been") || scan.isWord($0, "varit") }
    }
    return isSpelled || isOld && !isAdjective ? value : nil
  }

  /// `it has always been`, `har alltid varit`
  private func hasBeen(_ index: Int) -> Bool {
    (scan.isWord(index, "been") || scan.isWord(index, "varit")) && isAlways(index - 1)
  }

  /// The "its" of `hashes of its stems`, which is not short for "it is".
  private func isOwning(_ index: Int) -> Bool {
    scan.isWord(index, "its") && index > 0 && scan.words[index - 1].kinds.isDisjoint(with: [.clause, .more])
  }

  private func isAlways(_ index: Int) -> Bool { scan.isWord(index, "always") || scan.isWord(index, "alltid") }

  private static let spellings: [StaticString] = [
    "lower", "lowercase", "upper", "uppercase", "capital", "capitals", "caps", "spelt", "spelled", "gemener",
    "versaler",
    "versal", "bokstäver", "bokstav", "stavas", "stavat", "mellanslag", "ihopskrivet", "letters",
  ]

  /// `qwertyuiop`: seven keys in a row or more.
  private func isRow(_ range: Range<Int>) -> Bool {
    let heads: [StaticString] = ["qwertyu", "asdfghj", "zxcvbnm"]
    return range.count >= 7 && range.allSatisfy { scan.classes[$0].isLetter }
      && heads.contains { scan.reads($0, at: range.lowerBound) }
  }

  /// `either gardenia or geranium`, with something about their being refused.
  private func addEither(_ index: Int, _ findings: inout Findings) {
    guard scan.isWord(index, "either") || scan.isWord(index, "antingen") else { return }
    let words = scan.words
    let joint = words.indices.dropFirst(index + 1).prefix(5).first {
      scan.isWord($0, "or") || scan.isWord($0, "eller")
    }
    guard let joint, joint + 1 < words.count, isStrange(words[joint - 1].range, asName: true),
      isStrange(words[joint + 1].range, asName: true),
      scan.character(words[joint - 1].range.lowerBound) == .lower,
      isAnswered(after: words[joint + 1].range.upperBound)
        || words.indices.dropFirst(joint + 2).prefix(4).contains(where: isNone)
    else { return }
    findings.add(words[joint - 1].range, .password)
    findings.add(words[joint + 1].range, .password)
  }

  private func isNone(_ index: Int) -> Bool {
    ["ingen", "inget", "none", "both", "båda", "ingendera"].contains { scan.isWord(index, $0) }
  }

  /// `the one that used to work: bluebell`, `det som brukade funka: blåklocka`
  private func habitual(at index: Int) -> Range<Int>? {
    let end = scan.words[index].range.upperBound
    guard scan.has(":", at: end), index > 1 else { return nil }
    let before = scan.words.indices.prefix(index).suffix(5)
    let isPast = before.contains { index in
      ["used", "brukade", "always", "alltid", "förut", "sist"].contains { scan.isWord(index, $0) }
    }
    guard isPast, before.contains(where: { scan.words[$0].kinds.contains(.reference) }),
      let value = plainSecret(at: scan.skippingSpaces(end + 1), asName: true)
    else { return nil }
    return value
  }

  /// `the building name backwards esuohkrap`
  private func reversed(at index: Int) -> Range<Int>? {
    guard scan.isWord(index, "backwards") || scan.isWord(index, "baklänges"),
      scan.words[max(0, index - 3)..<index].contains(where: { $0.kinds.contains(.naming) })
    else { return nil }
    return plainSecret(at: scan.skippingSpaces(scan.words[index].range.upperBound), asName: true)
  }

  /// `I put the name of my first school, Brackenhill, and no luck with the login`: the name that somebody says to type.
  private func namesakeTyped(after index: Int) -> Range<Int>? {
    let words = scan.words
    let verbs: WordKinds = [.using, .setting]
    let isDone =
      words[max(0, index - 5)..<index].contains { !$0.kinds.isDisjoint(with: verbs) }
      || words.indices.prefix(index).suffix(5).contains { scan.isWord($0, "tog") || scan.isWord($0, "took") }
    guard isDone, isSpokenOf || isSigningIn else { return nil }
    return words.indices.dropFirst(index + 1).prefix(6).lazy.map { words[$0].range }.first { range in
      isProperName(range) && scan.has(",", at: range.lowerBound - 2)
    }
  }
}
