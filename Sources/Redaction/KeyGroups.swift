/// Groups of capital letters and digits with a space or hyphen between them.
struct Group {
  /// From the first group to the last.
  let range: Range<Int>
  private let sizes: [Int]
  /// How many groups have letters and digits both.
  private let mixed: Int
  private let characters: [UInt32]

  init(_ groups: [Range<Int>], _ scan: Scan) {
    range = (groups.first?.lowerBound ?? 0)..<(groups.last?.upperBound ?? 0)
    sizes = groups.map(\.count)
    mixed = groups.count { group in
      group.contains { scan.classes[$0] == .digit } && group.contains { scan.classes[$0].isLetter }
    }
    characters = groups.flatMap { $0.map { scan.folded[$0] } }
  }

  /// One group at least is letters and digits.
  var hasDigit: Bool { mixed > 0 }

  /// Four groups or more, all as long, of four to six characters: nobody writes words so.
  var isKey: Bool {
    guard sizes.count >= 4, let size = sizes.first, (4...6).contains(size) else { return false }
    return mixed >= 2 && sizes.allSatisfy { $0 == size }
  }

  /// An account number with its check digits (ISO 13616): `SE45 5000 0000 …`.
  var isIBAN: Bool {
    guard (15...34).contains(characters.count), characters.prefix(2).allSatisfy(Self.isLetter),
      characters.dropFirst(2).prefix(2).allSatisfy({ !Self.isLetter($0) })
    else { return false }
    return (characters.dropFirst(4) + characters.prefix(4)).reduce(0) { rest, character in
      let value = Int(character) - (Self.isLetter(character) ? 87 : 48)
      return (rest * (value > 9 ? 100 : 10) + value) % 97
    } == 1
  }

  private static func isLetter(_ character: UInt32) -> Bool { (97...122).contains(character) }
}

extension TokenRule {
  /// `jq4t m7xz r2vk p5wn`, as a setup key is shown: four groups or more that are as long and no words; most have digits,
  /// or keys are spoken of.
  static func findSmallGroups(in scan: Scan, _ findings: inout Findings) {
    let words = scan.words
    var first = 0
    while first < words.count {
      var last = first
      guard mayBeGroup(words[first], scan) else {
        first += 1
        continue
      }
      while last + 1 < words.count, mayBeGroup(words[last + 1], scan),
        words[last + 1].range.count == words[first].range.count, isNext(words[last + 1], after: words[last], scan)
      {
        last += 1
      }
      let known = { (word: Word) in WordKinds.areKnown(scan.folded[word.range]) }
      // Looked up last, as it takes longest.
      let run = last > first + 2 ? words[first...last].drop(while: known) : []
      // What is called a code is one for once.
      let isCode = first > 0 && (words[first - 1].kinds.contains(.code) || scan.isWord(first - 1, "codes"))
      let groups = run.prefix { !known($0) }.map(\.range)
      first = last + 1
      guard !isCode, groups.count >= 4, let start = groups.first, let end = groups.last else { continue }
      let group = Group(groups, scan)
      if group.isKey || group.hasDigit && scan.words.contains(where: { $0.kinds.contains(.key) }) {
        findings.add(start.lowerBound..<end.upperBound, .token)
      }
    }
  }

  /// Four to six letters and digits in one case that are no word.
  private static func mayBeGroup(_ word: Word, _ scan: Scan) -> Bool {
    guard (4...6).contains(word.range.count), word.kinds.isEmpty else { return false }
    let classes = scan.classes[word.range]
    return !(classes.contains(.lower) && classes.contains(.upper))
  }

  private static func isNext(_ word: Word, after last: Word, _ scan: Scan) -> Bool {
    word.range.lowerBound == last.range.upperBound + 1
      && (scan.character(last.range.upperBound) == .space || scan.has("-", at: last.range.upperBound))
  }

  /// The second half of `key is 9c4e17ab82d05f63 and b1a7e6409d3c28f5`, or after `the rest is`.
  static func rest(after range: Range<Int>, in scan: Scan) -> Range<Int>? {
    var last = range.upperBound
    var isJoined = false
    for index in scan.words.indices where scan.words[index].range.lowerBound >= range.upperBound {
      let word = scan.words[index]
      let gap = last..<word.range.lowerBound
      guard gap.allSatisfy({ scan.classes[$0] == .space || scan.has(anyOf: ",:\"'()", at: $0) }) else { return nil }
      if isJoined, !isPartWord(index, scan) {
        let end = scan.endOfValue(from: word.range.lowerBound)
        let value = word.range.lowerBound..<end
        let digits = value.count { scan.classes[$0] == .digit }
        return value.count >= 8 && digits >= 2 && digits < value.count && !isGUID(value, scan) ? value : nil
      }
      guard isPartWord(index, scan) else { return nil }
      isJoined = true
      last = word.range.upperBound
    }
    return nil
  }

  /// `and the second half is`, `och sen resten`
  static func isPartWord(_ index: Int, _ scan: Scan) -> Bool {
    !scan.words[index].kinds.isDisjoint(with: [.more, .being, .filler])
      || [
        "the", "part", "half", "rest", "second", "one", "two", "del", "delen", "andra", "halvan", "resten", "ett",
        "två", "första", "first", "så",
      ].contains { scan.isWord(index, $0) }
  }
}
