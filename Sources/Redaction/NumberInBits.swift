/// Finds numbers that are told bit by bit: `07700 then 900 then 229`, `PIN: first 48, then 15`.
enum NumberInBits {
  static func find(in scan: Scan, _ findings: inout Findings) {
    var bits: [Range<Int>] = []
    var first = 0
    var last = 0
    for index in scan.words.indices where isNumber(index, scan) {
      if !bits.isEmpty, isJoined(last, to: index, scan) {
        extend(&bits, by: scan.words[index].range, scan)
      } else {
        add(bits, after: first, scan, &findings)
        bits = [scan.words[index].range]
        first = index
      }
      last = index
    }
    add(bits, after: first, scan, &findings)
  }

  private static func isNumber(_ index: Int, _ scan: Scan) -> Bool {
    let range = scan.words[index].range
    // Not the parts of `11.45`.
    let isPart =
      scan.has(anyOf: ".:/,", at: range.lowerBound - 1) && scan.character(range.lowerBound - 2) == .digit
      || scan.has(anyOf: ".:/,", at: range.upperBound) && scan.character(range.upperBound + 1) == .digit
    return !isPart && range.allSatisfy { scan.classes[$0] == .digit }
  }

  /// Bits that only a space parts are one, and so are single digits with commas.
  private static func extend(_ bits: inout [Range<Int>], by range: Range<Int>, _ scan: Scan) {
    let isSingle = range.count == 1 && bits.last.map { scan.character($0.upperBound) != .space } == true
    guard let bit = bits.last, range.lowerBound <= bit.upperBound + (isSingle ? 2 : 1) else {
      bits.append(range)
      return
    }
    bits[bits.count - 1] = bit.lowerBound..<range.upperBound
  }

  /// Nothing but words such as "then" stands between the two.
  private static func isJoined(_ last: Int, to index: Int, _ scan: Scan) -> Bool {
    guard index - last <= 4 else { return false }
    let gap = scan.words[last].range.upperBound..<scan.words[index].range.lowerBound
    guard gap.allSatisfy({ scan.classes[$0] == .space || scan.classes[$0].isWord || scan.has(anyOf: ",-./()", at: $0) })
    else { return false }
    // `0, 8, 8, 2`, `08, 465 00 421`
    let isListed =
      scan.words[last].range.count == 1 && scan.words[index].range.count == 1
      || scan.has("0", at: scan.words[last].range.lowerBound)
    return (last + 1..<index).allSatisfy { isJoint($0, scan) }
      && (index > last + 1 || gap.count == 1 && scan.character(gap.lowerBound) == .space || gap.count == 2 && isListed)
  }

  private static func isJoint(_ index: Int, _ scan: Scan) -> Bool { joints.contains { scan.isWord(index, $0) } }

  private static let joints: [StaticString] = [
    "then", "and", "followed", "by", "plus", "last", "next", "finally", "lastly", "two", "three", "the", "pause",
    "paus", "sen", "sedan",
    "och", "så", "därefter", "följt", "av", "sist", "sista", "två", "tre", "slutligen", "dom", "de",
  ]

  private static func add(_ bits: [Range<Int>], after index: Int, _ scan: Scan, _ findings: inout Findings) {
    guard let first = bits.first, bits.count > 1 || first.contains(where: { scan.has(",", at: $0) }),
      let kind = kind(of: bits, after: index, scan)
    else { return }
    guard bits.allSatisfy(findings.isFree) else { return }
    for bit in bits { findings.add(bit, kind) }
  }

  private static func kind(of bits: [Range<Int>], after first: Int, _ scan: Scan) -> SecretKind? {
    let digits = bits.reduce(0) { $0 + $1.count { scan.classes[$0] == .digit } }
    let before = scan.words[max(0, first - 7)..<first]
    let start = bits[0].lowerBound
    let isDialled = scan.has("0", at: start) || scan.has("+", at: start - 1)
    let isSaid = before.contains { $0.kinds.contains(.phone) }
    let isLong = bits.contains { bit in bit.count { scan.classes[$0] == .digit } > 8 }
    if (9...13).contains(digits), !isLong, isDialled || isSaid { return .phone }
    let isCode = before.contains { !$0.kinds.isDisjoint(with: [.perhapsPassword, .code]) }
    let isCounted = bits.contains { Value(at: $0.lowerBound, in: scan).isCounted }
    guard isCode, !isCounted, (4...8).contains(digits), bits.count == 1 || bits.allSatisfy({ $0.count <= 4 }),
      !scan.words.contains(where: { $0.kinds.contains(.fault) })
    else { return nil }
    return .password
  }
}
