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
