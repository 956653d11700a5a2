/// Finds phone, personal and card numbers: digits in groups, however they are spaced.
enum NumberRule {
  static func find(in scan: Scan, _ findings: inout Findings) {
    var position = 0
    while position < scan.count {
      guard scan.classes[position] == .digit else {
        position += 1
        continue
      }
      let run = DigitRun(in: scan, from: position)
      if run.standsAlone { find(in: run, scan, &findings) }
      position = run.end
    }
    findSpelledOut(in: scan, &findings)
    NationalInsurance.find(in: scan, &findings)
    findFinnish(in: scan, &findings)
    findSplit(in: scan, &findings)
    findLastFour(in: scan, &findings)
    NumberInBits.find(in: scan, &findings)
  }

  /// `131052-308T`: a Finnish identity number, the day of birth, a sign for the century, three digits and a check
  /// character.
  private static func findFinnish(in scan: Scan, _ findings: inout Findings) {
    for word in scan.words where word.range.count >= 6 && scan.classes[word.range.lowerBound] == .digit {
      let start = word.range.lowerBound
      guard start + 11 <= scan.count, !scan.character(start + 11).isWord else { continue }
      let day = (start..<start + 6).map { UInt8(truncatingIfNeeded: scan.folded[$0] &- 0x30) }
      guard (start..<start + 6).allSatisfy({ scan.classes[$0] == .digit }), scan.has(anyOf: "-+a", at: start + 6),
        (start + 7..<start + 10).allSatisfy({ scan.classes[$0] == .digit }), scan.classes[start + 10].isWord,
        (1...31).contains(day[0] * 10 + day[1]), (1...12).contains(day[2] * 10 + day[3])
      else { continue }
      findings.add(start..<start + 11, .personalNumber)
    }
  }

  /// `född 850412 och sista fyra är 1239`, `född 85 04 12, de fyra sista 1239`: the day and the last four digits with
  /// words between them.
  private static func findSplit(in scan: Scan, _ findings: inout Findings) {
    guard let person = scan.words.firstIndex(where: { $0.kinds.contains(.person) }) else { return }
    let numbers = scan.words[person...].filter { word in word.range.allSatisfy { scan.classes[$0] == .digit } }
    let days =
      numbers.lazy.map(\.range)
      + numbers.indices.dropLast(2).lazy.map { index in
        numbers[index].range.lowerBound..<numbers[index + 2].range.upperBound
      }
    guard let day = days.first(where: { isDay($0, scan) }),
      let last = numbers.first(where: { $0.range.count == 4 && $0.range.lowerBound > day.upperBound }),
      findings.isFree(day), findings.isFree(last.range)
    else { return }
    let between = scan.words.indices.filter {
      (day.upperBound..<last.range.lowerBound).contains(scan.words[$0].range.lowerBound)
    }
    let isSaid = between.contains { index in
      ["sista", "last", "four", "fyra", "siffror", "siffrorna", "digits", "kontrollsiffror"].contains {
        scan.isWord(index, $0)
      } || separators.contains { scan.isWord(index, $0) }
    }
    guard isSaid else { return }
    findings.add(day, .personalNumber)
    findings.add(last.range, .personalNumber)
  }

  /// The mark between the two, in words.
  private static let separators: [StaticString] = [
    "streck", "bindestreck", "tankstreck", "dash", "hyphen", "minus", "snedstreck", "slash",
  ]

  /// `född 9 juli 1985, sista fyra 9805`, `the last four of my social are 9999`: what of a number is not the day.
  private static func findLastFour(in scan: Scan, _ findings: inout Findings) {
    guard scan.words.contains(where: { $0.kinds.contains(.person) }) else { return }
    for index in scan.words.indices {
      let isFour = scan.isWord(index, "four") || scan.isWord(index, "fyra")
      let isLast = [index - 1, index + 1].contains { scan.isWord($0, "last") || scan.isWord($0, "sista") }
      let isRest = scan.isWord(index, "sista") && scan.isWord(index + 1, "är")
      guard isFour && isLast || isRest || isEnd(index, scan) else { continue }
      let number = scan.words.dropFirst(index + 1).prefix(6).first { scan.classes[$0.range.lowerBound] == .digit }
      guard let number,
        !(scan.words[index].range.upperBound..<number.range.lowerBound).contains(where: {
          scan.has(anyOf: "?!;", at: $0)
        })
      else { continue }
      if number.range.count == 4, number.range.allSatisfy({ scan.classes[$0] == .digit }) {
        findings.add(number.range, .personalNumber)
      }
    }
  }

  /// The verb of `my personnummer ends in 9805`, `pnr slutar på 9805`.
  private static func isEnd(_ index: Int, _ scan: Scan) -> Bool {
    index > 0 && scan.words[index - 1].kinds.contains(.person)
      && ["ends", "ending", "slutar"].contains { scan.isWord(index, $0) }
  }

  private static func isDay(_ range: Range<Int>, _ scan: Scan) -> Bool {
    let digits = range.filter { scan.classes[$0] == .digit }
    // Two marks at most, between year, month and day.
    guard digits.count == 6 || digits.count == 8, range.count - digits.count <= 2 else { return false }
    return Digits.areMonthAndDay(digits.suffix(4).map { UInt8(truncatingIfNeeded: scan.folded[$0] - 0x30) }[...])
  }

  /// `noll sju noll ett …`: seven digits or more in words.
  private static func findSpelledOut(in scan: Scan, _ findings: inout Findings) {
    guard (scan.words.count { $0.kinds.contains(.digit) }) > 1 else { return }
    var run: Range<Int>?
    for (index, word) in scan.words.enumerated() where isNumeral(word, scan) {
      run = run.map { $0.upperBound == index } == true ? (run?.lowerBound ?? index)..<index + 1 : index..<index + 1
      guard let run, run.count >= 7 || run.count >= 4 && isShortened(run, scan) else { continue }
      let isLast = !scan.words.indices.contains(index + 1) || !isNumeral(scan.words[index + 1], scan)
      if isLast { findings.add(scan.words[run.lowerBound].range.lowerBound..<word.range.upperBound, .phone) }
    }
  }

  /// `seven`, `trettiofem`, `nollsjuttio`
  private static func isNumeral(_ word: Word, _ scan: Scan) -> Bool {
    word.kinds.contains(.digit) || word.kinds.isEmpty && isCompound(word.range, scan)
  }

  private static func isCompound(_ range: Range<Int>, _ scan: Scan) -> Bool {
    guard range.count > 5 else { return false }
    return range.dropFirst(3).dropLast(1).contains { cut in
      WordKinds.of(scan.folded[range.lowerBound..<cut]).contains(.digit)
        && WordKinds.of(scan.folded[cut..<range.upperBound]).contains(.digit)
    }
  }

  /// A number that begins with a zero and has tens, which are two digits each: `noll sjuttio sjutton fyrtio tolv`.
  private static func isShortened(_ run: Range<Int>, _ scan: Scan) -> Bool {
    let first = scan.words[run.lowerBound].range.lowerBound
    return ["noll", "zero", "oh"].contains { scan.reads($0, at: first) }
      && run.contains { scan.words[$0].range.count > 4 && !isUnit($0, scan) }
  }

  private static func isUnit(_ index: Int, _ scan: Scan) -> Bool {
    ["seven", "eight", "three", "double", "triple", "dubbel", "dubbelt"].contains { scan.isWord(index, $0) }
  }

  /// Takes the longest stretch of groups that is a number of some kind, then goes on after it.
  private static func find(in run: DigitRun, _ scan: Scan, _ findings: inout Findings) {
    // A correlation id of digits alone.
    if run.groups.map(\.count) == [8, 4, 4, 4, 12] { return }
    var first = 0
    while first < run.groups.count {
      let cue = cue(before: run.groups[first].lowerBound, in: scan).union(cue(after: run.end, in: scan))
      var next = first + 1
      for last in (first..<min(run.groups.count, first + 20)).reversed() {
        let number = DigitGroups(run, first...last, scan)
        let kind = number.digits.count <= 48 ? kind(of: number, cue, scan) : nil
        if let kind { findings.add(number.range, kind) }
        // Year and month of a day are no number of their own, though "call me after" stands before them.
        guard kind != nil || PhoneNumber.isDay(number) else { continue }
        next = last + 1
        break
      }
      first = next
    }
  }

  /// Whether a message speaks of what is sent or shown to sign in with, and of no fault that has a code.
  private static func speaksOfOneTimeCodes(_ scan: Scan) -> Bool {
    scan.words.indices.contains { index in
      oneTimeWords.contains { scan.isWord(index, $0) }
        // `the six numbers were 739204`
        || scan.isWord(index, "numbers") && scan.isWord(index - 1, "six")
    }
      && !scan.words.contains { $0.kinds.contains(.fault) }
  }

  /// `authenticatorn säger 620 118`, `the app shows 620118`: said by what shows codes.
  private static func isShown(_ number: DigitGroups, _ scan: Scan) -> Bool {
    guard let verb = scan.words.lastIndex(where: { $0.range.upperBound < number.range.lowerBound }),
      scan.skippingSpaces(scan.words[verb].range.upperBound) == number.range.lowerBound,
      ["säger", "visar", "says", "shows", "showed", "visade", "displays", "gives", "ger"].contains(where: {
        scan.isWord(verb, $0)
      })
    else { return false }
    return ["authenticator", "authenticatorn", "autentiseraren", "app", "appen", "dosan", "smset"].contains {
      (word: StaticString) in scan.isWord(verb - 1, word)
    }
  }

  /// `559201 by text`, `0412 88 från authenticator`: said where it came from.
  private static func cameByMessage(_ number: DigitGroups, _ scan: Scan) -> Bool {
    guard let way = scan.words.firstIndex(where: { $0.range.lowerBound == number.range.upperBound + 1 }),
      scan.character(number.range.upperBound) == .space,
      ["by", "via", "på", "från", "from", "i", "in"].contains(where: { scan.isWord(way, $0) }),
      !scan.words.prefix(way).suffix(4).contains(where: { $0.kinds.contains(.fault) })
    else { return false }
    let isArticle = ["the", "a", "my", "min", "ett", "en"].contains { scan.isWord(way + 1, $0) }
    let source = isArticle ? way + 2 : way + 1
    return ["sms", "smset", "text", "authenticator", "authenticatorn", "appen", "autentiseraren"].contains {
      scan.isWord(source, $0)
    }
  }

  private static let oneTimeWords: [StaticString] = [
    "authenticator", "authenticatorn", "autentiseraren", "autentiseringsappen", "autentiseringsapp", "2fa", "mfa",
    "otp", "sms", "smset",
    "digits", "siffror", "siffrorna", "sexsiffrig", "sexsiffriga", "code", "kod", "koden", "engångskod", "engångskoden",
  ]

  /// The six digits of a code for once: `authenticator visar 339112`, `code 339 112 from the sms`.
  private static func isOneTimeCode(_ number: DigitGroups, _ scan: Scan) -> Bool {
    guard number.digits.count == 6, number.sizes.count <= 3 else { return false }
    if cameByMessage(number, scan) { return true }
    guard [[6], [3, 3], [2, 2, 2]].contains(number.sizes) else { return false }
    let isCalledCode = scan.words.indices.contains { index in
      isAnyCode(index, in: scan) && scan.skippingSpaces(scan.words[index].range.upperBound) == number.range.lowerBound
    }
    return (isCalledCode || isShown(number, scan) || !Digits.areMonthAndDay(number.digits[2...].prefix(4)))
      && speaksOfOneTimeCodes(scan)
  }

  private static func kind(of number: DigitGroups, _ cue: WordKinds, _ scan: Scan) -> SecretKind? {
    if cue.isDisjoint(with: [.numbered, .phone]), isOneTimeCode(number, scan) { return .password }
    if CodeRule.isReceived(number, scan) { return .password }
    if number.sizes == Array(repeating: 6, count: 8) { return .token }
    if cue.contains(.code), (4...8).contains(number.digits.count), number.sizes.count <= 2 { return .password }
    if isCard(number, cue) { return .card }
    if isPersonal(number, cue) { return .personalNumber }
    if PhoneNumber.matches(number, cue) { return .phone }
    return nil
  }

  private static func isCard(_ number: DigitGroups, _ cue: WordKinds) -> Bool {
    guard (13...19).contains(number.digits.count), number.gaps.allSatisfy({ $0.count <= 3 }) else { return false }
    if cue.contains(.card) || number.sizes == [4, 4, 4, 4] { return true }
    return (2...6).contains(number.digits[0]) && Digits.haveLuhnSum(number.digits)
  }

  /// How people group the ten or twelve digits of a Swedish number, or the nine of a US one.
  private static let personalShapes = [
    [10], [12], [6, 4], [8, 4], [2, 2, 2, 4], [4, 2, 2, 4], [2, 2, 2, 2, 2], [4, 2, 2, 2, 2], [3, 2, 4], [2, 6, 4],
  ]

  /// Swedish personal identity numbers and coordination numbers, and US social security numbers.
  private static func isPersonal(_ number: DigitGroups, _ cue: WordKinds) -> Bool {
    let digits = number.digits
    if cue.contains(.person), (9...12).contains(digits.count) { return true }
    let isSpaced = number.sizes.allSatisfy { $0 == 1 } && (digits.count == 10 || digits.count == 12)
    guard isSpaced || personalShapes.contains(number.sizes) else { return false }
    if number.sizes == [3, 2, 4], !number.gaps.contains("/") { return true }
    let short = digits.suffix(10)
    guard Digits.areMonthAndDay(short.dropFirst(2).prefix(4)) else { return false }
    // A date with a running number is what many ticket systems count by, but nobody with one was born so lately.
    let century = digits.count == 12 ? Int(digits[0]) * 10 + Int(digits[1]) : nil
    if let century, century != 19, century != 20 { return false }
    if Digits.haveLuhnSum(short) { return true }
    let isHyphenated = number.sizes == [6, 4] && (number.gaps == ["-"] || number.gaps == ["+"])
    return century == 19 || (century == nil && isHyphenated)
  }

  /// `MFA code`, `koden`: the word for a code, where another says that it signs somebody in.
  private static func isCode(_ index: Int, in scan: Scan) -> Bool {
    index > 0 && isAnyCode(index, in: scan) && scan.words[index - 1].kinds.contains(.codeSource)
  }

  /// The `personal` of `personal id no.`, the `national` of `national identity number`.
  private static func isIdentity(_ index: Int, in scan: Scan) -> Bool {
    identities.contains { scan.isWord(index, $0) } && identityNumbers.contains { scan.isWord(index + 1, $0) }
      || scan.isWord(index, "soc") && scan.isWord(index + 1, "sec")
  }

  private static let identities: [StaticString] = ["personal", "national", "citizen", "civic", "pers", "person"]
  private static let identityNumbers: [StaticString] = [
    "id", "identity", "identification", "number", "no", "nr", "num", "nummer", "insurance",
  ]

  private static func isAnyCode(_ index: Int, in scan: Scan) -> Bool {
    ["code", "codes", "kod", "koden", "koder"].contains { (word: StaticString) in scan.isWord(index, word) }
  }

  /// What is said after a number that it is: `850412 1235 är mitt personnummer`.
  private static func cue(after position: Int, in scan: Scan) -> WordKinds {
    let after = scan.words.drop { $0.range.lowerBound < position }.prefix(4)
    guard after.first?.kinds.contains(.being) == true else { return [] }
    return after.contains { $0.kinds.contains(.person) } ? .person : []
  }

  /// What the last few words before a number in the same line say it is.
  private static func cue(before position: Int, in scan: Scan) -> WordKinds {
    var kinds: WordKinds = []
    let before = scan.words.prefix { $0.range.upperBound <= position }.suffix(4)
    for (index, word) in zip(before.indices, before).reversed() {
      if scan.classes[word.range.lowerBound] == .digit { break }
      kinds.formUnion(isAnyCode(index, in: scan) ? word.kinds.subtracting(.numbered) : word.kinds)
      if isCode(index, in: scan) { kinds.insert(.code) }
      if isIdentity(index, in: scan) { kinds = kinds.subtracting(.numbered).union(.person) }
      if !word.kinds.isDisjoint(with: [.phone, .person, .card]) { break }
    }
    return kinds
  }
}
