/// Finds what is printed on a card beside its number: the check value and the month it expires.
enum CardRule {
  static func find(in scan: Scan, _ findings: inout Findings) {
    guard scan.words.contains(where: { $0.kinds.contains(.card) }) || !findings.ranges(of: .card).isEmpty else {
      return
    }
    for index in scan.words.indices where isCheck(index, scan, hasNumber: !findings.ranges(of: .card).isEmpty) {
      let value = value(after: index, in: scan)
      let isNumber = value.allSatisfy { scan.classes[$0] == .digit }
      if isNumber, (3...4).contains(value.count) { findings.add(value, .card) }
    }
    // A month alone is anybody's.
    guard !findings.ranges(of: .card).isEmpty else { return }
    for word in scan.words where word.range.count == 2 {
      if let range = month(at: word.range.lowerBound, in: scan) { findings.add(range, .card) }
    }
  }

  /// `cvv`, and `security code` or `säkerhetskod` beside a card's number.
  private static func isCheck(_ index: Int, _ scan: Scan, hasNumber: Bool) -> Bool {
    if checks.contains(where: { scan.isWord(index, $0) }) { return true }
    return hasNumber
      && (["säkerhetskod", "säkerhetskoden", "kontrollkod", "baksidan"].contains { scan.isWord(index, $0) }
        || scan.isWord(index, "code") && scan.isWord(index - 1, "security")
        || scan.isWord(index, "back"))
  }

  private static let checks: [StaticString] = ["cvv", "cvc", "cvv2", "cvc2", "cv2", "csc"]

  /// What follows a word, after a colon, "is" or "code".
  private static func value(after index: Int, in scan: Scan) -> Range<Int> {
    var position = scan.words[index].range.upperBound
    for _ in 0..<4 {
      position = scan.skippingSpaces(position)
      if scan.has(anyOf: ":=.-(#", at: position) {
        position += 1
      } else if let word = scan.word(at: position), isLink(word, scan) {
        position = word.range.upperBound
      }
    }
    return position..<(scan.word(at: position)?.range.upperBound ?? position)
  }

  private static func isLink(_ word: Word, _ scan: Scan) -> Bool {
    let names: [StaticString] = ["code", "kod", "koden", "nr", "no", "number"]
    return word.kinds.contains(.being)
      || names.contains { $0.utf8CodeUnitCount == word.range.count && scan.reads($0, at: word.range.lowerBound) }
  }

  /// `09/27`, `09/2027`: a month and a year with nothing else in the same date.
  private static func month(at start: Int, in scan: Scan) -> Range<Int>? {
    let run = scan.classes[start] == .digit ? DigitRun(in: scan, from: start) : nil
    guard let run, run.standsAlone, run.groups.count == 2, scan.has(anyOf: "/-", at: start + 2),
      run.groups[0].count == 2, [2, 4].contains(run.groups[1].count)
    else { return nil }
    let number = DigitGroups(run, 0...1, scan)
    let month = number.digits[0] * 10 + number.digits[1]
    let isThisCentury = number.sizes[1] == 2 ? number.digits[2] >= 2 : number.digits.dropFirst(2).starts(with: [2, 0])
    return (1...12).contains(month) && isThisCentury ? number.range : nil
  }
}
