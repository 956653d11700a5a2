/// Finds access tokens and keys: by how they begin, by what is said before them, by their length and mix.
enum TokenRule {
  static func find(in scan: Scan, _ findings: inout Findings) {
    findBlocks(in: scan, &findings)
    findGroups(in: scan, &findings)
    findSmallGroups(in: scan, &findings)
    SecretGUID.find(in: scan, &findings)
    for index in scan.words.indices where !scan.words[index].kinds.isDisjoint(with: [.key]) {
      guard let range = value(afterKeyWord: index, in: scan) else { continue }
      findings.add(range, .token)
      if let rest = rest(after: range, in: scan) { findings.add(rest, .token) }
    }
    var position = 0
    while position < scan.count {
      let start = position
      while position < scan.count, scan.classes[position] != .space, isPart(position, scan) { position += 1 }
      if position - start >= 12 {
        if isToken(start..<position, scan) {
          findings.add(start..<position, .token)
        } else {
          findInPath(start..<position, scan, &findings)
        }
      }
      position += 1
    }
  }

  /// `-----BEGIN … KEY-----` to its end, or to the message's where that is missing.
  private static func findBlocks(in scan: Scan, _ findings: inout Findings) {
    guard scan.contains("-"), let start = scan.folded.indices.first(where: { scan.reads("-----begin", at: $0) }) else {
      return
    }
    var end = scan.count
    if let tail = (start..<scan.count).first(where: { scan.reads("-----end", at: $0) }) {
      let close = (tail + 8..<scan.count).first { scan.reads("-----", at: $0) }
      end = close.map { $0 + 5 } ?? scan.count
    }
    findings.add(start..<end, .token)
  }

  /// `https://hooks.slack.com/services/T…/B…/…`: a part of an address that is as long and mixed as a token.
  private static func findInPath(_ range: Range<Int>, _ scan: Scan, _ findings: inout Findings) {
    guard range.contains(where: { scan.has("/", at: $0) }) else { return }
    // Who knows the address of a hook can call it.
    let isHook = range.contains { scan.reads("hook", at: $0) }
    for part in range.split(whereSeparator: { scan.has("/", at: $0) }) where part.count >= (isHook ? 16 : 20) {
      let classes = part.map { scan.classes[$0] }
      let isMixed =
        [CharacterClass.lower, .upper, .digit].allSatisfy { kind in classes.count { $0 == kind } >= 2 }
        || isHook && classes.count { $0 == .digit } >= 2 && classes.contains(where: \.isLetter)
      if isMixed, classes.allSatisfy(\.isWord) { findings.add(part.startIndex..<part.endIndex, .token) }
    }
  }

  /// Keys in groups, as they are printed to be typed: `JBSW Y3DP EHPK 3PXP`, a product key; also an IBAN.
  private static func findGroups(in scan: Scan, _ findings: inout Findings) {
    let words = scan.words
    var first = 0
    while first < words.count {
      var last = first
      // Said to be a key, it may be in small letters.
      let mayBeLower = first > 0 && words[first - 1].kinds.contains(.key) && words[first].kinds.isEmpty
      while last + 1 < words.count, isGroup(words[last + 1].range, after: words[last].range, mayBeLower, scan) {
        last += 1
      }
      defer { first = last + 1 }
      guard last > first + 2 || words[first].range.count >= 15 else { continue }
      let group = Group(words[first...last].map(\.range), scan)
      if group.isIBAN { findings.add(group.range, .card) } else if group.isKey { findings.add(group.range, .token) }
    }
  }

  private static func isGroup(
    _ range: Range<Int>, after before: Range<Int>, _ mayBeLower: Bool, _ scan: Scan
  ) -> Bool {
    range.lowerBound == before.upperBound + 1 && range.count <= 8
      && (scan.character(before.upperBound) == .space || scan.has("-", at: before.upperBound))
      && (mayBeLower || !(before.lowerBound..<range.upperBound).contains { scan.classes[$0] == .lower })
  }

  private static func isPart(_ position: Int, _ scan: Scan) -> Bool {
    if scan.classes[position].isWord { return true }
    return scan.has(anyOf: "+/=_-.~", at: position)
  }

  private static let prefixes: [StaticString] = [
    "sk-", "sk_live_", "sk_test_", "rk_live_", "pk_live_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_",
    "glpat-", "xoxb-", "xoxp-", "xoxa-", "xoxs-", "xapp-", "akia", "asia", "aiza", "ya29.", "eyj", "npm_", "pypi-",
    "sg.", "hf_", "dop_v1_", "shpat_", "whsec_",
  ]

  private static func isToken(_ range: Range<Int>, _ scan: Scan) -> Bool {
    let classes = scan.classes[range]
    let digits = classes.count { $0 == .digit }
    let uppers = classes.count { $0 == .upper }
    if digits > 0 || uppers > 1, prefixes.contains(where: { scan.reads($0, at: range.lowerBound) }) { return true }
    guard range.count >= 20, digits >= 2, !isGUID(range, scan) else { return false }
    if isAddress(range, scan) || scan.isFileName(range) { return false }
    if scan.has("-", at: range.lowerBound) && range.count < 32 { return false }
    let isHexadecimal = range.allSatisfy { scan.classes[$0] == .digit || (97...102).contains(scan.folded[$0]) }
    if isHexadecimal { return range.count >= 32 && digits < range.count }
    let separators = classes.count { !$0.isWord }
    let lowers = range.count - digits - uppers - separators
    if separators == 0, range.count >= 32, digits >= 6, lowers >= 6 { return true }
    return uppers >= 2 && lowers >= 2 && separators * 6 <= range.count
  }

  /// Host names, paths and file names have dots or slashes between words.
  private static func isAddress(_ range: Range<Int>, _ scan: Scan) -> Bool {
    let dots = range.count { scan.has(".", at: $0) }
    let slashes = range.count { scan.has("/", at: $0) }
    return dots > 2 || slashes > 2 || scan.reads("://", at: range.lowerBound - 3)
      || scan.reads("//", at: range.lowerBound)
  }

  static func isGUID(_ range: Range<Int>, _ scan: Scan) -> Bool {
    range.count == 36 && [8, 13, 18, 23].allSatisfy { scan.has("-", at: range.lowerBound + $0) }
  }

  /// `key part one: …`
  private static func isPart(_ word: Word, _ scan: Scan) -> Bool {
    let name = String(String.UnicodeScalarView(scan.folded[word.range].compactMap(Unicode.Scalar.init)))
    return ["part", "del", "delen", "one", "ett", "1", "first", "half", "första", "halvan"].contains(name)
  }

  /// What a key word is said to be: `client secret: …`, `AccountKey=…`, `Bearer …`.
  private static func value(afterKeyWord index: Int, in scan: Scan) -> Range<Int>? {
    var position = scan.words[index].range.upperBound
    var isTied = false
    for _ in 0..<4 {
      position = scan.skippingSpaces(position)
      if scan.has(anyOf: ":=\"'`>", at: position) {
        isTied = isTied || scan.has(":", at: position) || scan.has("=", at: position)
        position += 1
      } else if let word = scan.words.first(where: { $0.range.lowerBound == position }),
        !word.kinds.isDisjoint(with: [.link, .filler, .key]) || isPart(word, scan), word.range.count < 14
      {
        isTied = isTied || word.kinds.contains(.link) || isPart(word, scan)
        position = word.range.upperBound
      } else if scan.reads("code ", at: position) || scan.reads("codes ", at: position) {
        isTied = true
        position += 5
      }
    }
    let range = position..<scan.endOfValue(from: position)
    let isLong = range.count >= (isTied ? 8 : 16)
    guard isLong, range.contains(where: { scan.classes[$0] == .digit }) else { return nil }
    let letters = range.count { scan.classes[$0].isLetter }
    return letters >= 2 || range.count >= 20 ? range : nil
  }
}
