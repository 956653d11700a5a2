/// What stands at a position up to the next space, without the brackets and marks around it.
struct Value {
  let range: Range<Int>
  private let scan: Scan

  init(at position: Int, in scan: Scan) {
    self.scan = scan
    var start = position
    while scan.has(anyOf: "([<*\"'", at: start) { start += 1 }
    var end = max(start, scan.endOfValue(from: min(start, scan.count)))
    if start > position, scan.has("*", at: start - 1) {
      while end > start, scan.has("*", at: end - 1) { end -= 1 }
    }
    range = start..<Self.end(before: end, from: start, scan)
  }

  /// The comma of `hunter,lösenordet`, where a word of the sentence follows it without a space; else the end.
  private static func end(before end: Int, from start: Int, _ scan: Scan) -> Int {
    guard let comma = (start..<end).first(where: { scan.has(",", at: $0) }), comma > start else { return end }
    let next = scan.words.first { $0.range.lowerBound == comma + 1 }
    return next?.kinds.isDisjoint(with: [.harmless, .clause, .password]) == false ? comma : end
  }

  var shape: PasswordShape { PasswordShape(range, in: scan) }

  /// True where it names what follows: `user:`.
  var isLabel: Bool { scan.has(anyOf: ":=", at: range.upperBound) }

  /// True where it is an amount: `8 characters`.
  var isCounted: Bool {
    if scan.has("%", at: range.upperBound - 1) { return true }
    guard range.allSatisfy({ scan.classes[$0] == .digit }) else { return false }
    let next = scan.skippingSpaces(range.upperBound)
    return scan.words.first { $0.range.lowerBound == next }?.kinds.contains(.unit) ?? false
  }

  /// True where nothing but letters stands in it, before the marks that end a sentence.
  var isPlain: Bool {
    !range.contains { scan.classes[$0] == .digit || scan.classes[$0] == .symbol }
  }
}
