/// How much a stretch of characters without spaces looks like a password.
struct PasswordShape {
  /// Letters with digits or symbols among them, and no code, product, address, time or amount.
  let isMixed: Bool
  /// Three kinds of characters: what a password policy asks for.
  let isStrong: Bool
  /// Digits only, four or more.
  let isNumber: Bool
  /// A word that no password would be called.
  let isHarmless: Bool
  /// Says what has been done to something, or can be: gråmarkerad, påslagen, shaded.
  let isParticiple: Bool
  /// A name with its number, as Windows11, test1: no password unless it is called one.
  let isNumbered: Bool

  init(_ range: Range<Int>, in scan: Scan) {
    var end = range.upperBound
    while end > range.lowerBound, Self.isExclamation(end - 1, scan) { end -= 1 }
    let core = range.lowerBound..<end
    let classes = scan.classes[core]
    let digits = classes.count { $0 == .digit }
    let uppers = classes.count { $0 == .upper }
    let lowers = classes.count { $0 == .lower }
    let symbols = classes.count { $0 == .symbol }
    let kinds = WordKinds.of(scan.folded[core])
    let isCode = Self.isCode(core, scan, digits: digits, uppers: uppers, lowers: lowers)
    isNumbered = digits > 0 && Self.isNumbered(core, scan)
    isHarmless = kinds.contains(.harmless) || core.isEmpty || isCode || isNumbered
    isParticiple =
      lowers == core.count
      && Self.participleEnds.contains { end in
        core.count >= end.utf8CodeUnitCount + 2 && scan.reads(end, at: core.upperBound - end.utf8CodeUnitCount)
      }
    isNumber = digits >= 4 && digits == core.count
    let letters = uppers + lowers
    isMixed = !isHarmless && letters > 0 && digits + symbols > 0 && core.count >= 4
    let marks = end < range.upperBound ? 1 : 0
    let count = [lowers, uppers, digits, symbols + marks].count { $0 > 0 }
    isStrong = isMixed && range.count >= 6 && count >= 3 && digits + symbols > 0
  }

  private static func isCode(_ core: Range<Int>, _ scan: Scan, digits: Int, uppers: Int, lowers: Int) -> Bool {
    let start = core.lowerBound
    if scan.reads("0x", at: start) || scan.reads("aadsts", at: start) || scan.reads("www.", at: start) { return true }
    if core.contains(where: { scan.reads("://", at: $0) }), !core.contains(where: { scan.has("@", at: $0) }) {
      return true
    }
    if scan.reads("\\\\", at: start) || isVariable(core, scan) || isTime(core, scan) || isTicket(core, scan) {
      return true
    }
    if core.contains(where: { scan.reads("://", at: $0) || scan.has("/", at: $0) || scan.has("\\", at: $0) }) {
      return digits == 0 || isList(core, scan)
        || scan.character(start).isLetter && !core.contains { scan.classes[$0] == .symbol }
    }
    if isShortcut(core, scan) { return true }
    guard digits > 0 else { return isHost(core, scan) || isMention(core, scan) }
    if isHexadecimalAddress(core, scan) || TokenRule.isGUID(core, scan) { return true }
    // SSPR0029, but anything can look so in a message of capitals.
    if digits >= 4, lowers == 0, uppers >= 2, uppers <= 7, core.allSatisfy({ isCodePart($0, scan) }) {
      return !scan.isShouted || scan.words.contains { $0.kinds.contains(.fault) }
    }
    if isHost(core, scan) { return true }
    // LAPTOP-7F3K2J9, S-1-5-21: the names of machines and accounts.
    if lowers == 0, core.contains(where: { scan.has("-", at: $0) }), core.allSatisfy({ isCodePart($0, scan) }) {
      return true
    }
    if isCompound(core, scan) || isModel(core, scan) || isProcessor(core, scan) || isSize(core, scan) { return true }
    // 365:an
    if digits <= 4, core.prefix(digits).allSatisfy({ scan.classes[$0] == .digit }),
      scan.has(":", at: start + digits), core.count <= digits + 4, lowers == core.count - digits - 1
    {
      return true
    }
    // 22H2, 90d: a number with its unit.
    let number = core.prefix { scan.classes[$0] == .digit || scan.classes[$0] == .mark }
    let rest = core.dropFirst(number.count)
    let unit = WordKinds.of(rest.map { scan.folded[$0] })
    return !number.isEmpty && !rest.isEmpty && (unit.contains(.unit) || rest.count <= 2 && core.count <= 4)
  }

  /// `Ctrl+Alt+Del`, `Win+L`: keys that are held together.
  private static func isShortcut(_ core: Range<Int>, _ scan: Scan) -> Bool {
    heldKeys.contains {
      scan.reads($0, at: core.lowerBound) && scan.has("+", at: core.lowerBound + $0.utf8CodeUnitCount)
    }
  }

  private static let heldKeys: [StaticString] = [
    "ctrl", "control", "alt", "altgr", "shift", "win", "windows", "cmd", "command", "fn", "option", "skift", "strg",
  ]

  /// `i5-1335U`, `Ryzen7-PRO`: a family of processors or of machines, and which one of it.
  private static func isProcessor(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let parts = core.split { scan.has("-", at: $0) }
    // `E5-2690v4-servern`
    guard parts.count >= 2, parts.dropFirst(2).allSatisfy({ $0.allSatisfy { scan.classes[$0].isLetter } }),
      families.contains(where: { scan.reads($0, at: core.lowerBound) }),
      (parts[0].count { scan.classes[$0] == .digit }) <= 1
    else { return false }
    let number = parts[1].prefix { scan.classes[$0] == .digit }
    return number.count <= 5 && parts[1].count <= number.count + 3
      && parts[1].dropFirst(number.count).allSatisfy { scan.classes[$0].isWord }
  }

  private static let families: [StaticString] = [
    "i3", "i5", "i7", "i9", "e3-", "e5-", "e7-", "ryzen", "xeon", "core", "ultra",
  ]

  /// `1920x1080`
  private static func isSize(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let parts = core.split { scan.has("x", at: $0) }
    return parts.count == 2 && parts.allSatisfy { part in part.allSatisfy { scan.classes[$0] == .digit } }
  }

  /// M404dn: a capital or two, a number and at most three small letters.
  private static func isModel(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let head = core.prefix { scan.classes[$0] == .upper }
    let number = core.dropFirst(head.count).prefix { scan.classes[$0] == .digit }
    let tail = core.dropFirst(head.count + number.count)
    return (1...2).contains(head.count) && (2...4).contains(number.count) && tail.count <= 3
      && tail.allSatisfy { scan.classes[$0] == .lower }
  }

  /// Windows11, v2.3, M365.
  private static func isNumbered(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let head = core.prefix { scan.classes[$0].isLetter || scan.has("-", at: $0) }
    let tail = core.dropFirst(head.count)
    let stem = WordKinds.of(head.filter { scan.classes[$0].isLetter }.map { scan.folded[$0] })
    // Pilot1:s
    let bare = tail.firstIndex { scan.has(":", at: $0) }.map { $0 + 3 >= core.upperBound ? tail[..<$0] : tail } ?? tail
    return stem.contains(.numbered) && bare.allSatisfy { !scan.classes[$0].isLetter && scan.classes[$0] != .symbol }
  }

  /// O365-portalen, P2-licens: a product and a word.
  private static func isCompound(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let parts = core.split { scan.has("-", at: $0) }
    // 365-portalen, +46-nummer
    if parts.count == 2, parts[0].count <= 4, parts[1].allSatisfy({ scan.classes[$0].isLetter }),
      parts[0].allSatisfy({ scan.classes[$0] == .digit || scan.has("+", at: $0) })
    {
      return true
    }
    return parts.count > 1
      && parts.allSatisfy { part in
        part.allSatisfy { scan.classes[$0].isLetter } || isHarmless(part, scan)
      }
      // SSPR-Users-2
      || parts.count > 2
        && parts.allSatisfy { part in part.allSatisfy { scan.classes[$0] == .digit } || isHarmless(part, scan) }
  }

  private static func isHarmless(_ part: Range<Int>.SubSequence, _ scan: Scan) -> Bool {
    WordKinds.of(part.map { scan.folded[$0] }).contains(.harmless)
  }

  private static let participleEnds: [StaticString] = [
    "erad", "erat", "erade", "slagen", "slaget", "tonad", "tonat", "ktad", "ktat", "rrad", "rrat", "aded", "ated",
    "ised", "ized", "cted", "rted", "sted", "able", "ible",
  ]

  /// The marks of `help!!!1`
  private static func isExclamation(_ position: Int, _ scan: Scan) -> Bool {
    if scan.has(anyOf: "!?", at: position) { return true }
    return scan.has("1", at: position) && scan.reads("!!", at: position - 2)
  }

  /// `365/Azure`, `P1/P2`: products and numbers.
  private static func isList(_ core: Range<Int>, _ scan: Scan) -> Bool {
    core.split { scan.has("/", at: $0) }.allSatisfy { part in
      part.count <= 4 && part.allSatisfy { scan.classes[$0] == .digit }
        || WordKinds.of(part.map { scan.folded[$0] }).contains(.harmless)
    }
  }

  /// `%APPDATA%`, `$user.Enabled`
  private static func isVariable(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let inner = core.dropFirst()
    if scan.has("%", at: core.lowerBound), core.count > 2, scan.has("%", at: core.upperBound - 1) {
      return inner.dropLast().allSatisfy { scan.classes[$0].isLetter }
    }
    return scan.has("$", at: core.lowerBound) && inner.contains { scan.has(".", at: $0) }
      && inner.allSatisfy { scan.classes[$0].isLetter || scan.has(".", at: $0) }
  }

  /// `2026-11-25T07:30:00+01:00`
  private static func isTime(_ core: Range<Int>, _ scan: Scan) -> Bool {
    core.count >= 10 && scan.has("-", at: core.lowerBound + 4)
      && core.allSatisfy { scan.classes[$0] == .digit || scan.has(anyOf: "-:.+tz", at: $0) }
  }

  /// `TRACKINGID#2611250050000123`, `ärende#48213`
  private static func isTicket(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let isCalled = ["ticket#", "case#", "ärende#", "incident#"].contains { scan.reads($0, at: core.lowerBound) }
    let name = core.prefix { scan.classes[$0] == .upper || isCalled && scan.classes[$0].isLetter }
    let number = core.dropFirst(name.count + 1)
    return name.count >= 2 && number.count >= 4 && scan.has(anyOf: "#:_", at: core.lowerBound + name.count)
      && number.allSatisfy { scan.classes[$0] == .digit }
  }

  /// `@Anna`, `@firma.se`
  private static func isMention(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let name = core.dropFirst()
    guard scan.has("@", at: core.lowerBound) else { return false }
    let letters = name.last { !scan.classes[$0].isLetter }.map { $0 + 1..<name.upperBound } ?? name
    return letters == name
      || scan.isHostEnd(letters) && scan.has(".", at: letters.lowerBound - 1)
        && name.allSatisfy { scan.classes[$0].isWord || scan.has(anyOf: ".-", at: $0) }
  }

  /// `fe80::1ff:fe23`, `00:1A:2B:3C:4D:5E`
  private static func isHexadecimalAddress(_ core: Range<Int>, _ scan: Scan) -> Bool {
    core.count { scan.has(":", at: $0) } >= 2
      && core.allSatisfy {
        scan.has(":", at: $0) || (48...57).contains(scan.folded[$0]) || (97...102).contains(scan.folded[$0])
      }
  }

  private static func isCodePart(_ position: Int, _ scan: Scan) -> Bool {
    scan.classes[position].isWord || scan.has("-", at: position)
  }

  /// A name with dots that ends in letters: portal.azure.com, report.pdf.
  private static func isHost(_ core: Range<Int>, _ scan: Scan) -> Bool {
    guard let dot = core.last(where: { scan.has(".", at: $0) }), dot > core.lowerBound else { return false }
    let tail = dot + 1..<core.upperBound
    if core.contains(where: { scan.classes[$0] == .symbol }) { return false }
    // `Build1.Release`
    let isPart = isNumbered(core.lowerBound..<dot, scan) && tail.allSatisfy { scan.classes[$0].isLetter }
    if isPart || scan.isFileName(core) { return true }
    return (2...5).contains(tail.count) && tail.allSatisfy { scan.classes[$0].isLetter }
      && !isWrittenAsName(tail, scan, of: core)
  }

  /// The `Ink` of `0ctopus.Ink`: hosts and files end in small letters or in capitals, and in few words.
  private static func isWrittenAsName(_ tail: Range<Int>, _ scan: Scan, of core: Range<Int>) -> Bool {
    guard scan.classes[tail.lowerBound] == .upper, scan.classes[tail].contains(.lower),
      scan.classes[core.lowerBound..<tail.lowerBound].contains(where: \.isLetter)
    else { return false }
    return WordKinds.of(scan.folded[tail]).isEmpty && !scan.isFileName(core) && !scan.isHostEnd(tail)
  }
}
