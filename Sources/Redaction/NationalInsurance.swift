/// Finds British national insurance numbers: two letters, six digits and one of A to D.
enum NationalInsurance {
  /// In capitals and pairs wherever it stands, `QQ 12 34 56 C`; where it is said what it is, also as people type it:
  /// `jg103759a`, `CE-10-42-11-B`, `AB 123 456 C`, and without its last letter.
  static func find(in scan: Scan, _ findings: inout Findings) {
    for (index, word) in scan.words.enumerated() where mayBegin(at: word.range.lowerBound, in: scan) {
      let start = word.range.lowerBound
      if let end = endOfPairs(from: start, in: scan) {
        findings.add(start..<end, .personalNumber)
      } else if word.range.count > 2 || word.kinds.isEmpty,  // Not `at 12 34 56 …`.
        isSpokenOf(in: scan), let end = end(from: start, after: index, in: scan)
      {
        findings.add(start..<end, .personalNumber)
      }
    }
  }

  /// Two letters that such a number can begin with, and a digit after them or after the mark that follows them.
  private static func mayBegin(at start: Int, in scan: Scan) -> Bool {
    guard scan.character(start).isLetter, scan.character(start + 1).isLetter, !scan.character(start - 1).isWord else {
      return false
    }
    let next = isSeparator(at: start + 2, in: scan) ? start + 3 : start + 2
    return scan.character(next) == .digit && mayBePrefix(at: start, in: scan)
  }

  /// By the rule of the tax office: no D, F, I, Q, U or V, no O as the second letter, and seven pairs that are kept for
  /// other things; QQ is what its own examples begin with.
  private static func mayBePrefix(at start: Int, in scan: Scan) -> Bool {
    if scan.reads("qq", at: start) { return true }
    return !scan.has(anyOf: "dfiquv", at: start) && !scan.has(anyOf: "dfiquvo", at: start + 1)
      && !reserved.contains { scan.reads($0, at: start) }
      && [scan.folded[start], scan.folded[start + 1]].allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static let reserved: [StaticString] = ["bg", "gb", "kn", "nk", "nt", "tn", "zz"]

  /// Where `AB123456C` or `AB 12 34 56 C` ends, which nothing else looks like.
  private static func endOfPairs(from start: Int, in scan: Scan) -> Int? {
    var position = start
    for count in 0..<9 {
      let isLetter = count < 2 || count == 8
      guard scan.character(position) == (isLetter ? .upper : .digit) else { return nil }
      position += 1
      if count % 2 == 1, isSeparator(at: position, in: scan) { position += 1 }
    }
    return isSuffix(at: position - 1, in: scan) ? position : nil
  }

  /// Where a number ends that is in capitals or not and has a mark or space anywhere between its digits.
  private static func end(from start: Int, after index: Int, in scan: Scan) -> Int? {
    var position = start + 2
    for _ in 0..<6 {
      if isSeparator(at: position, in: scan) { position += 1 }
      guard scan.character(position) == .digit else { return nil }
      position += 1
    }
    let last = isSeparator(at: position, in: scan) ? position + 1 : position
    if isSuffix(at: last, in: scan) { return last + 1 }
    // `my NI number is AB123456`, but a fault's code is nobody's.
    return !scan.character(position).isWord && isSaid(before: index, in: scan) ? position : nil
  }

  private static func isSuffix(at position: Int, in scan: Scan) -> Bool {
    scan.has(anyOf: "abcd", at: position) && !scan.character(position + 1).isWord
  }

  private static func isSeparator(at position: Int, in scan: Scan) -> Bool {
    scan.has(anyOf: " -./", at: position)
  }

  private static func isSpokenOf(in scan: Scan) -> Bool { scan.words.indices.contains { isName($0, in: scan) } }

  /// The last few words before a number say what it is.
  private static func isSaid(before index: Int, in scan: Scan) -> Bool {
    scan.words.indices.prefix(index).suffix(4).contains { isName($0, in: scan) }
      && !scan.words.contains { $0.kinds.contains(.fault) }
  }

  /// `NINO`, `national insurance`, `nat ins`, `NI number`, `N.I. number`, `my NI`; `ni` alone is the Swedish for "you".
  private static func isName(_ index: Int, in scan: Scan) -> Bool {
    if scan.isWord(index, "nino") { return true }
    if scan.isWord(index, "insurance") { return scan.isWord(index - 1, "national") }
    if scan.isWord(index, "ins") { return scan.isWord(index - 1, "nat") }
    guard scan.isWord(index, "ni") || scan.isWord(index, "i") && scan.isWord(index - 1, "n") else { return false }
    return ["number", "no", "num", "numbers", "nummer", "numret"].contains { scan.isWord(index + 1, $0) }
      || ["my", "her", "his", "their", "your", "our"].contains { scan.isWord(index - 1, $0) }
  }
}
