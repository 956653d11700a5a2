/// Finds the names of accounts with the domain before them: `NORTHPIER\jokafor`.
enum AccountNameRule {
  static func find(in scan: Scan, _ findings: inout Findings) {
    guard scan.contains("\\") else { return }
    for slash in scan.folded.indices where scan.has("\\", at: slash) {
      if let range = name(around: slash, in: scan) { findings.add(range, .email) }
    }
  }

  /// A domain's name, the slash, a person's: a path has more slashes or a drive's letter, and its names are words.
  private static func name(around slash: Int, in scan: Scan) -> Range<Int>? {
    var start = slash
    while scan.character(start - 1).isWord || scan.has(anyOf: "-", at: start - 1) { start -= 1 }
    var end = slash + 1
    while scan.character(end).isWord || scan.has(anyOf: "._-$", at: end) { end += 1 }
    while scan.has(anyOf: ".-", at: end - 1) { end -= 1 }
    let (domain, person) = (start..<slash, slash + 1..<end)
    guard (2...20).contains(domain.count), person.count >= 2, isFree(start - 1, scan), isFree(end, scan),
      !isReserved(domain, scan), !scan.isFileName(person), !isKnown(person, scan)
    else { return nil }
    let isCapital = !scan.classes[domain].contains(.lower) && scan.classes[person].contains(.lower)
    return isCapital || speaksOfAccount(before: start, in: scan) ? start..<end : nil
  }

  /// No more of a path, and no variable as in `%TEMP%\x`.
  private static func isFree(_ position: Int, _ scan: Scan) -> Bool {
    !scan.has(anyOf: "\\/%:", at: position) || scan.has(":", at: position) && scan.character(position + 1) == .space
  }

  /// `DOMAIN\username`, `CORP\Domain Admins`: words, not somebody's name.
  private static func isKnown(_ person: Range<Int>, _ scan: Scan) -> Bool {
    let parts = person.split { !scan.classes[$0].isLetter }
    return parts.allSatisfy { WordKinds.areKnown(scan.folded[$0.startIndex..<$0.endIndex]) }
  }

  /// The last few words say that somebody signs in, or whose account it is.
  private static func speaksOfAccount(before position: Int, in scan: Scan) -> Bool {
    let before = scan.words.prefix { $0.range.upperBound <= position }.suffix(4)
    return before.contains { !$0.kinds.isDisjoint(with: [.account, .credentials]) }
      || before.indices.contains { index in
        ["as", "som", "upn", "user's", "users"].contains { (word: StaticString) in scan.isWord(index, word) }
      }
  }

  private static func isReserved(_ domain: Range<Int>, _ scan: Scan) -> Bool {
    reserved.contains { $0.description.unicodeScalars.count == domain.count && scan.reads($0, at: domain.lowerBound) }
  }

  /// Parts of the registry and of Windows, whose members are nobody's accounts, and the domains of examples.
  private static let reserved: [StaticString] = [
    "hklm", "hkcu", "hkcr", "hku", "hkcc", "builtin", "authority", "service", "system32", "sysvol", "netlogon",
    "domain", "domän", "contoso", "fabrikam", "example", "mydomain", "yourdomain",
  ]
}
