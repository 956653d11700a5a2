/// Finds e-mail addresses and user principal names, also written out: `anna at firma dot se`.
enum EmailRule {
  static func find(in scan: Scan, _ findings: inout Findings) {
    if scan.contains("@") {
      for position in scan.folded.indices where scan.has("@", at: position) {
        if let range = address(around: position, in: scan) { findings.add(range, .email) }
      }
    }
    AccountNameRule.find(in: scan, &findings)
    for index in scan.words.indices {
      if let range = spelledOut(at: index, in: scan) { findings.add(range, .email) }
    }
  }

  /// The address around a `@`, which may have spaces beside it where a domain with a dot follows.
  private static func address(around sign: Int, in scan: Scan) -> Range<Int>? {
    var start = sign
    while scan.character(start - 1) == .space, sign - start < 2 { start -= 1 }
    let local = start
    while true {
      while isLocal(start - 1, scan) || scan.has(",", at: start - 1) && isLocal(start - 2, scan) { start -= 1 }
      // `gunnel . berg @`
      guard scan.character(start - 1) == .space, scan.has(".", at: start - 2), scan.character(start - 3) == .space,
        scan.character(start - 4).isWord
      else { break }
      start -= 3
    }
    // `"Anna Berg"@firma.se`
    if start == local, scan.has("\"", at: local - 1),
      let quote = (max(0, local - 60)..<local - 1).last(where: { scan.has("\"", at: $0) })
    {
      start = quote
    }
    // `anna@@firma.se`
    let host = scan.skippingSpaces(scan.has("@", at: sign + 1) ? sign + 2 : sign + 1)
    guard start < local, host - sign <= 3, let domain = domain(from: host, in: scan) else { return nil }
    // `everyone on @contoso.com` speaks of a domain, `anna @contoso.com` of somebody.
    guard local == sign || host > sign + 1 || !WordKinds.areKnown(scan.folded[start..<local]) else { return nil }
    let isTight = local == sign && host == sign + 1
    guard domain.hasDot || (isTight && domain.isLetters && !isSecretive(start..<local, scan)) else { return nil }
    return isDescription(start..<local, host..<domain.end, hasDot: domain.hasDot, scan) ? nil : start..<domain.end
  }

  /// True for a stretch that tells how an address is made.
  static func describes(_ range: Range<Int>, in scan: Scan) -> Bool {
    guard scan.contains("@"), let sign = range.first(where: { scan.has("@", at: $0) }), sign > range.lowerBound,
      sign + 1 < range.upperBound
    else { return false }
    let host = sign + 1..<range.upperBound
    let hasDot = host.contains { scan.has(".", at: $0) }
    return isDescription(range.lowerBound..<sign, host, hasDot: hasDot, scan)
  }

  /// `user@domain`, `username@domain.com`: how an address is made, and nobody's.
  private static func isDescription(_ local: Range<Int>, _ host: Range<Int>, hasDot: Bool, _ scan: Scan) -> Bool {
    let users: [StaticString] = [
      "user", "username", "name", "namn", "alias", "first.last", "firstname.lastname", "fornamn.efternamn",
    ]
    let isAnyone = users.contains { $0.utf8CodeUnitCount == local.count && scan.reads($0, at: local.lowerBound) }
    guard hasDot else {
      return isAnyone || WordKinds.areKnown(scan.folded[local]) && WordKinds.areKnown(scan.folded[host])
    }
    let hosts: [StaticString] = ["domain.", "yourdomain.", "domän.", "doman.", "company.", "example."]
    return isAnyone && hosts.contains { scan.reads($0, at: host.lowerBound) }
  }

  private static func isLocal(_ position: Int, _ scan: Scan) -> Bool {
    guard position >= 0, position < scan.count else { return false }
    return scan.classes[position].isWord || scan.has(anyOf: "._%+-#'", at: position)
  }

  /// True where what stands before a `@` looks more like part of a password.
  private static func isSecretive(_ range: Range<Int>, _ scan: Scan) -> Bool {
    range.contains { scan.classes[$0] == .digit } || range.count < 2
  }

  /// Labels of letters, digits and hyphens with dots (or, mistyped, commas) between them, from this position on.
  private static func domain(from start: Int, in scan: Scan) -> (end: Int, hasDot: Bool, isLetters: Bool)? {
    var position = start
    var hasDot = false
    while true {
      let label = position
      while scan.character(position).isWord || (scan.has("-", at: position) && isLocal(position + 1, scan)) {
        position += 1
      }
      guard position > label else { return nil }
      let isPoint = scan.has(".", at: position) || (!hasDot && isMistypedPoint(position, scan))
      if isPoint, scan.character(position + 1).isWord,
        scan.has(".", at: position) || scan.character(position + 1).isLetter
      {
        position += 1
      } else if let next = afterSpacedPoint(position, scan) {
        position = next
      } else {
        break
      }
      hasDot = true
    }
    return (position, hasDot, position - start >= 3 && scan.classes[start..<position].allSatisfy(\.isLetter))
  }

  /// `telia . com`, `telia. com`: where the end of a host name begins that stands apart from it.
  private static func afterSpacedPoint(_ position: Int, _ scan: Scan) -> Int? {
    let point = scan.character(position) == .space ? position + 1 : position
    guard scan.has(".", at: point), scan.character(point + 1) == .space else { return nil }
    // `oakfield . sch . uk`
    var end = point + 2
    while scan.character(end).isLetter { end += 1 }
    return isEnd(at: point + 2, scan) || end > point + 2 && afterSpacedPoint(end, scan) != nil ? point + 2 : nil
  }

  /// True where a comma stands before the end of a host name: `firma,se`.
  private static func isMistypedPoint(_ position: Int, _ scan: Scan) -> Bool {
    scan.has(",", at: position) && isEnd(at: position + 1, scan)
  }

  private static func isEnd(at position: Int, _ scan: Scan) -> Bool {
    Scan.hostEnds.contains { end in
      scan.reads(end, at: position) && !scan.character(position + end.utf8CodeUnitCount).isWord
    }
  }

  /// `name (at) firma.se`, `name snabel-a firma punkt se`, `first dot last at firma dot se`; from the word that stands
  /// for the sign.
  private static func spelledOut(at index: Int, in scan: Scan) -> Range<Int>? {
    let words = scan.words
    guard index > 0, index + 1 < words.count, let sign = Sign(at: index, in: scan) else { return nil }
    var first = index - 1
    while first >= 2, isDot(first - 1, scan) { first -= 2 }
    var last = sign.last + 1
    var dots = 0
    guard last < words.count else { return nil }
    while last + 2 < words.count, isDot(last + 1, scan) {
      last += 2
      dots += 1
    }
    // `mail me at anna dot berg at firma dot se`: the second one stands for the sign.
    if last + 1 < words.count, let next = Sign(at: last + 1, in: scan), isDot(next.last + 2, scan) { return nil }
    let domain = domain(from: words[last].range.lowerBound, in: scan)
    var start = words[first].range.lowerBound
    while isLocal(start - 1, scan) { start -= 1 }
    // `anna.berg at firma.se` is an address, `look at portal.azure.com` is none.
    let isPlain = sign.isPlain || start < words[index - 1].range.lowerBound
    let isSpelled = dots > 0 && (sign.isPlain || scan.isHostEnd(words[last].range))
    guard isSpelled || (isPlain && domain?.hasDot == true) else { return nil }
    return start..<max(words[last].range.upperBound, domain?.end ?? 0)
  }

  private static func isDot(_ index: Int, _ scan: Scan) -> Bool {
    ["dot", "punkt", "prick", "underscore", "understreck", "dash", "bindestreck"].contains { scan.isWord(index, $0) }
  }

  /// A word or two that stand for `@`.
  private struct Sign {
    /// The last word of it.
    var last: Int
    /// True where it means nothing else.
    var isPlain: Bool

    init?(at index: Int, in scan: Scan) {
      let start = scan.words[index].range.lowerBound
      if scan.isWord(index, "snabela") || scan.isWord(index, "alfakrull") {
        (last, isPlain) = (index, true)
      } else if scan.isWord(index, "snabel"), scan.isWord(index + 1, "a") {
        (last, isPlain) = (index + 1, true)
      } else if scan.isWord(index, "at"), scan.isWord(index + 1, "sign") {
        (last, isPlain) = (index + 1, true)
      } else if scan.isWord(index, "at") {
        let isBracketed = scan.has(anyOf: "([{<_", at: start - 1)
        (last, isPlain) = (index, isBracketed)
      } else if scan.isWord(index, "a"), scan.has(anyOf: "([{<", at: start - 1), scan.has(anyOf: ")]}>", at: start + 1)
      {
        (last, isPlain) = (index, true)
      } else {
        return nil
      }
    }
  }
}

extension Scan {
  fileprivate static let hostEnds: [StaticString] = [
    "se", "com", "nu", "net", "org", "eu", "local", "no", "dk", "fi", "de", "uk", "info", "io", "corp", "edu", "gov",
    "us", "biz", "ie", "au", "ca", "nl", "ac", "sch", "gg", "app", "dev",
  ]

  /// True for the last part of a host name: the `com` of `azure.com`.
  func isHostEnd(_ range: Range<Int>) -> Bool {
    Self.hostEnds.contains { $0.utf8CodeUnitCount == range.count && reads($0, at: range.lowerBound) }
  }

  /// True where the word of this number reads so.
  func isWord(_ index: Int, _ text: StaticString) -> Bool {
    guard words.indices.contains(index) else { return false }
    let count = words[index].range.count
    // Counted without making a string, as nearly every word is of another length.
    let length =
      text.isASCII ? text.utf8CodeUnitCount : text.withUTF8Buffer { bytes in bytes.count { $0 & 0xC0 != 0x80 } }
    return length == count && reads(text, at: words[index].range.lowerBound)
  }
}
