/// Finds the codes of letters and digits by which somebody signs in once: `G-583920`, `kod BX4K9 från sms`.
enum CodeRule {
  static func find(in scan: Scan, _ findings: inout Findings) {
    findBranded(in: scan, &findings)
    let comesFromSomewhere = scan.words.contains { !$0.kinds.isDisjoint(with: [.codeSource, .code]) }
    guard comesFromSomewhere, !scan.words.contains(where: { $0.kinds.contains(.fault) }) else { return }
    for index in scan.words.indices where isCode(index, in: scan) {
      guard let value = value(after: index, in: scan) else { continue }
      findings.add(value, .password)
      addMore(after: value, in: scan, &findings)
    }
    guard scan.contains("#") else { return }
    // `and the office door 9921#`
    for word in scan.words where (4...8).contains(word.range.count) && scan.has("#", at: word.range.upperBound) {
      let isDoor =
        word.range.allSatisfy { scan.classes[$0] == .digit } && !scan.character(word.range.upperBound + 1).isWord
      if isDoor { findings.add(word.range.lowerBound..<word.range.upperBound + 1, .password) }
    }
  }

  /// `G-583920`: a letter, a hyphen and six digits, as one of the large senders writes them.
  private static func findBranded(in scan: Scan, _ findings: inout Findings) {
    guard scan.contains("-") else { return }
    for start in scan.folded.indices where scan.reads("g-", at: start) && !scan.character(start - 1).isWord {
      let digits = start + 2..<min(start + 8, scan.count)
      guard digits.count == 6, digits.allSatisfy({ scan.classes[$0] == .digit }), !scan.character(start + 8).isWord
      else {
        continue
      }
      findings.add(start..<start + 8, .password)
    }
  }

  /// `got a text, 604 118`, `får en kod på sms: 482913`: six digits that are what somebody was sent, not whom they call;
  /// the mark before them says so, as `a text from 55 18 22` names a phone.
  static func isReceived(_ number: DigitGroups, _ scan: Scan) -> Bool {
    guard [[6], [3, 3], [2, 2, 2]].contains(number.sizes),
      let way = scan.words.lastIndex(where: { $0.range.upperBound < number.range.lowerBound }),
      messages.contains(where: { scan.isWord(way, $0) })
    else { return false }
    let gap = scan.words[way].range.upperBound..<number.range.lowerBound
    guard gap.contains(where: { scan.has(anyOf: ",:(\"", at: $0) }), !number.hasPlus else { return false }
    return scan.words.indices.prefix(way).suffix(5).contains { index in
      receipts.contains { scan.isWord(index, $0) }
    }
  }

  static let messages: [StaticString] = ["sms", "smset", "text", "texten"]
  private static let receipts: [StaticString] = [
    "fick", "får", "fått", "got", "get", "gets", "getting", "received", "receive", "kom", "kommer", "came", "comes",
    "code", "kod", "koden",
  ]

  private static func isCode(_ index: Int, in scan: Scan) -> Bool {
    scan.words[index].kinds.contains(.code) || isOnce(index, in: scan)
      || ["code", "kod", "koden"].contains { (word: StaticString) in scan.isWord(index, word) }
  }

  /// `backup code`, `mfa-koder`
  private static func isOnce(_ index: Int, in scan: Scan) -> Bool {
    index > 0 && scan.words[index - 1].kinds.contains(.codeSource)
      && ["code", "kod", "koden", "codes", "koder", "koderna"].contains { scan.isWord(index, $0) }
  }

  /// What stands after the word for a code, or after the "is" that follows it: capitals and digits mixed.
  private static func value(after index: Int, in scan: Scan) -> Range<Int>? {
    var position = scan.words[index].range.upperBound
    for _ in 0..<4 {
      position = scan.skippingSpaces(position)
      if scan.has(anyOf: ":=\"'(", at: position) {
        position += 1
      } else if let word = scan.word(at: position), !word.kinds.isDisjoint(with: [.being, .filler]) {
        position = word.range.upperBound
      }
    }
    let value = Value(at: position, in: scan)
    let isSure = scan.words[index].kinds.contains(.code) || isOnce(index, in: scan)
    return grouped(value, isSure: isSure, in: scan) ?? single(value, in: scan)
      ?? (isSure ? small(value, in: scan) : nil)
  }

  /// `83kd92`: small letters and digits mixed, where a word before means a code for once and nothing else.
  private static func small(_ value: Value, in scan: Scan) -> Range<Int>? {
    let classes = scan.classes[value.range]
    let isMixed = classes.count { $0 == .digit } >= 2 && classes.count { $0 == .lower } >= 2
    return (6...12).contains(classes.count) && isMixed && classes.allSatisfy(\.isWord) && value.shape.isMixed
      ? value.range : nil
  }

  /// The rest of `1h4k-88ds, 9s2d-11qq and 4kd0-77aa`: codes as long as the one before.
  private static func addMore(after value: Range<Int>, in scan: Scan, _ findings: inout Findings) {
    var last = value
    while true {
      var position = last.upperBound
      while scan.character(position) == .space || scan.has(anyOf: ",;", at: position), position < scan.count {
        position += 1
      }
      if let joint = scan.word(at: position), joint.kinds.contains(.more) {
        position = scan.skippingSpaces(joint.range.upperBound)
      }
      let next = Value(at: position, in: scan)
      guard position > last.upperBound, next.range.count == value.count,
        next.range.contains(where: { scan.classes[$0] == .digit }),
        next.range.allSatisfy({ scan.classes[$0].isWord || scan.has("-", at: $0) })
      else { return }
      findings.add(next.range, .password)
      last = next.range
    }
  }

  /// `BX4K9`: four to twelve capitals and digits.
  private static func single(_ value: Value, in scan: Scan) -> Range<Int>? {
    let classes = value.range.map { scan.classes[$0] }
    guard (4...12).contains(classes.count), classes.contains(.digit), classes.contains(.upper),
      !classes.contains(.lower), !scan.reads("0x", at: value.range.lowerBound),
      value.range.allSatisfy({ scan.classes[$0].isWord || scan.has("-", at: $0) })
    else { return nil }
    // `AADSTS50126`, `SSPR-0029`: letters, then digits alone, name a fault or an update.
    let head = value.range.prefix { scan.classes[$0].isLetter || scan.has("-", at: $0) }
    let digits = value.range.dropFirst(head.count)
    return digits.count < classes.count - 1 && digits.allSatisfy { scan.classes[$0] == .digit } ? nil : value.range
  }

  /// `XR4T-9KLM-22PW`, `f3a1b 9c2d4`: groups of the same length, two or more, most with digits, as codes are printed.
  ///
  /// - Parameter isSure: the word before means a code for once and nothing else, so that small letters may be one.
  private static func grouped(_ value: Value, isSure: Bool, in scan: Scan) -> Range<Int>? {
    var groups: [Range<Int>] = []
    for word in scan.words.drop(while: { $0.range.lowerBound < value.range.lowerBound }) {
      let gap = (groups.last?.upperBound ?? value.range.lowerBound)..<word.range.lowerBound
      let isJoined = groups.isEmpty ? gap.isEmpty : gap.count == 1 && scan.has(anyOf: "- .", at: gap.lowerBound)
      guard isJoined, word.range.count == groups.first?.count ?? word.range.count else { break }
      groups.append(word.range)
    }
    guard let first = groups.first, let last = groups.last, groups.count >= 2, (3...6).contains(first.count),
      !scan.character(last.upperBound).isWord
    else { return nil }
    let withDigits = groups.count { $0.contains { scan.classes[$0] == .digit } }
    let letters = groups.contains { $0.contains { scan.classes[$0].isLetter } }
    let isSmall = groups.contains { $0.contains { scan.classes[$0] == .lower } }
    return letters && withDigits * 2 > groups.count && (isSure || !isSmall)
      ? first.lowerBound..<last.upperBound : nil
  }
}
