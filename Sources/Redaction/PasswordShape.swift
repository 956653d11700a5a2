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
  /// A name with its number, as Windows11, test1: no password unless it is called one.
  let isNumbered: Bool

  init(_ range: Range<Int>, in scan: Scan) {
    var end = range.upperBound
    while end > range.lowerBound, scan.has("!", at: end - 1) || scan.has("?", at: end - 1) { end -= 1 }
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
    if core.contains(where: { scan.reads("://", at: $0) || scan.has("/", at: $0) || scan.has("\\", at: $0) }) {
      return digits == 0 || scan.character(start).isLetter && !core.contains { scan.classes[$0] == .symbol }
    }
    guard digits > 0 else { return isHost(core, scan) }
    if digits >= 4, lowers == 0, uppers >= 2, uppers <= 7, core.allSatisfy({ isCodePart($0, scan) }) { return true }
    if isHost(core, scan) { return true }
    // LAPTOP-7F3K2J9, S-1-5-21: the names of machines and accounts.
    if lowers == 0, core.contains(where: { scan.has("-", at: $0) }), core.allSatisfy({ isCodePart($0, scan) }) {
      return true
    }
    if isCompound(core, scan) { return true }
    // 22H2, 90d: a number with its unit.
    let number = core.prefix { scan.classes[$0] == .digit || scan.classes[$0] == .mark }
    let rest = core.dropFirst(number.count)
    let unit = WordKinds.of(rest.map { scan.folded[$0] })
    return !number.isEmpty && !rest.isEmpty && (unit.contains(.unit) || rest.count <= 2 && core.count <= 4)
  }

  /// Windows11, v2.3, M365.
  private static func isNumbered(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let head = core.prefix { scan.classes[$0].isLetter || scan.has("-", at: $0) }
    let tail = core.dropFirst(head.count)
    let stem = WordKinds.of(head.filter { scan.classes[$0].isLetter }.map { scan.folded[$0] })
    return stem.contains(.numbered) && tail.allSatisfy { !scan.classes[$0].isLetter && scan.classes[$0] != .symbol }
  }

  /// O365-portalen, P2-licens: a product and a word.
  private static func isCompound(_ core: Range<Int>, _ scan: Scan) -> Bool {
    let parts = core.split { scan.has("-", at: $0) }
    return parts.count > 1
      && parts.allSatisfy { part in
        part.allSatisfy { scan.classes[$0].isLetter } || WordKinds.of(part.map { scan.folded[$0] }).contains(.harmless)
      }
  }

  private static func isCodePart(_ position: Int, _ scan: Scan) -> Bool {
    scan.classes[position].isWord || scan.has("-", at: position)
  }

  /// A name with dots that ends in letters: portal.azure.com, report.pdf.
  private static func isHost(_ core: Range<Int>, _ scan: Scan) -> Bool {
    guard let dot = core.last(where: { scan.has(".", at: $0) }), dot > core.lowerBound else { return false }
    let tail = dot + 1..<core.upperBound
    return (2...5).contains(tail.count) && tail.allSatisfy { scan.classes[$0].isLetter }
      && !core.contains { scan.classes[$0] == .symbol }
  }
}
