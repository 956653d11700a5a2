/// Groups of digits with nothing but separators between them.
struct DigitRun {
  /// The groups' positions.
  private(set) var groups: [Range<Int>] = []
  /// False where the digits are part of a word or a code: `INC-4512`, `KB5034441`, `#12`.
  private(set) var standsAlone = true
  /// The position after the run.
  var end: Int { groups.last?.upperBound ?? 0 }

  init(in scan: Scan, from start: Int) {
    var position = start
    repeat {
      let group = position
      while scan.character(position) == .digit { position += 1 }
      groups.append(group..<position)
      position = Self.skippingSeparators(in: scan, from: position)
    } while scan.character(position) == .digit
    standsAlone = Self.isEdge(before: start, in: scan) && Self.isEdge(after: end, in: scan)
  }

  /// The position after at most three separators.
  private static func skippingSeparators(in scan: Scan, from start: Int) -> Int {
    var position = start
    while position < start + 3, isSeparator(at: position, in: scan) { position += 1 }
    return position
  }

  private static func isSeparator(at position: Int, in scan: Scan) -> Bool {
    guard position < scan.count else { return false }
    return scan.classes[position] == .space || scan.has(anyOf: "-./()+_*", at: position)
  }

  private static func isEdge(before start: Int, in scan: Scan) -> Bool {
    if scan.character(start - 1).isWord || scan.has("_", at: start - 1) { return false }
    // `SSN#219099999`
    if scan.has("#", at: start - 1) {
      return scan.words.contains { $0.range.upperBound == start - 1 && $0.kinds.contains(.person) }
    }
    let isJoined = scan.has("-", at: start - 1) || scan.has("/", at: start - 1) || scan.has("\\", at: start - 1)
    return !(isJoined && scan.character(start - 2).isWord)
  }

  private static func isEdge(after end: Int, in scan: Scan) -> Bool {
    !scan.character(end).isWord && !(scan.has("-", at: end) && scan.character(end + 1).isWord)
  }
}

/// Some of the groups of a run, as one number.
struct DigitGroups {
  /// From the first group to the last, with the sign or bracket before them.
  let range: Range<Int>
  /// All digits.
  let digits: [UInt8]
  /// How many digits each group has.
  let sizes: [Int]
  /// What stands between the groups.
  let gaps: [String]
  /// True where a plus sign stands before the first.
  let hasPlus: Bool
  /// True where the first group stands in brackets.
  let isBracketed: Bool

  init(_ run: DigitRun, _ groups: ClosedRange<Int>, _ scan: Scan) {
    let chosen = run.groups[groups]
    let start = run.groups[groups.lowerBound].lowerBound
    hasPlus = scan.has("+", at: start - 1) || (scan.has("(", at: start - 1) && scan.has("+", at: start - 2))
    // `(070) 551 82 21`, not `(0705518221)`, whose brackets are the sentence's.
    isBracketed = scan.has("(", at: start - 1) && scan.has(")", at: run.groups[groups.lowerBound].upperBound)
    range = start - (hasPlus || isBracketed ? 1 : 0)..<run.groups[groups.upperBound].upperBound
    digits = chosen.flatMap { group in group.map { UInt8(truncatingIfNeeded: scan.folded[$0] - 0x30) } }
    sizes = chosen.map(\.count)
    gaps = zip(chosen, chosen.dropFirst()).map { before, after in
      String(
        String.UnicodeScalarView(scan.folded[before.upperBound..<after.lowerBound].compactMap(Unicode.Scalar.init)))
    }
  }
}
