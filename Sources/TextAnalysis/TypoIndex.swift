/// Finds the one word of a vocabulary that a mistyped word was meant to be.
struct TypoIndex: Sendable {
  /// The words of one length: what is compared first lies together.
  private struct Shelf: Sendable {
    var signatures: [UInt64] = []
    var letters: [UInt8] = []
    var ids: [Int32] = []
  }

  private var shelves: [Shelf] = []

  /// Takes in a word (folded) with what it stands for.
  mutating func insert(_ folded: String, id: Int) {
    let letters = Array(folded.utf8)
    guard Self.limit(letters.count) > 0 else { return }
    while shelves.count <= letters.count { shelves.append(Shelf()) }
    shelves[letters.count].signatures.append(letters.withUnsafeBufferPointer(Self.signature))
    shelves[letters.count].letters += letters
    shelves[letters.count].ids.append(Int32(id))
  }

  /// What the closest word stands for; `nil` where none is close or where words of different ids tie.
  func closest(to word: UnsafeBufferPointer<UInt8>, sameWord: (Int, Int) -> Bool) -> Int? {
    var limit = Self.limit(word.count)
    guard limit > 0, word.count <= 64 else { return nil }
    let pattern = SlipCounter(word)
    let signature = Self.signature(word)
    var best: Int?
    var isTied = false
    for length in word.count - limit...word.count + limit where shelves.indices.contains(length) {
      let shelf = shelves[length]
      let apart = abs(length - word.count)
      for (place, other) in shelf.signatures.enumerated() {
        let bound = min(limit, Self.limit(length))
        // A letter put in or left out changes one bit, a mistaken one two.
        guard (other ^ signature).nonzeroBitCount <= 2 * bound - apart else { continue }
        let distance = shelf.letters.withUnsafeBufferPointer {
          pattern.slips(to: UnsafeBufferPointer(rebasing: $0[place * length..<(place + 1) * length]))
        }
        guard distance > 0, distance <= bound else { continue }
        let id = Int(shelf.ids[place])
        if distance < limit || best == nil {
          (best, isTied, limit) = (id, false, distance)
        } else if let other = best, !sameWord(other, id) {
          isTied = true
        }
      }
    }
    return isTied ? nil : best
  }

  /// The slips that a word of this many letters may hold.
  private static func limit(_ count: Int) -> Int { count < 4 ? 0 : count < 8 ? 1 : 2 }

  /// Two bits a letter, for its being there once and twice: words that differ in many need not be compared.
  private static func signature(_ letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var once: UInt32 = 0
    var twice: UInt32 = 0
    for letter in letters {
      let bit: UInt32 = 1 << UInt32(letter & 31)
      twice |= once & bit
      once |= bit
    }
    return UInt64(twice) << 32 | UInt64(once)
  }
}

/// Counts slips between one word and others (optimal string alignment) by Hyyrö's bit vectors: a column of the table at
/// a time, in a dozen steps for each letter.
struct SlipCounter {
  private var places = InlineArray<256, UInt64>(repeating: 0)
  private let count: Int

  /// Takes a word of at most 64 bytes.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    count = word.count
    for (index, letter) in word.enumerated() { places[Int(letter)] |= 1 << UInt64(index) }
  }

  func slips(to other: UnsafeBufferPointer<UInt8>) -> Int {
    var (more, less, diagonal, before): (UInt64, UInt64, UInt64, UInt64) = (.max, 0, 0, 0)
    var slips = count
    let last: UInt64 = 1 << UInt64(count - 1)
    for letter in other {
      let same = places[Int(letter)]
      let swapped = (~diagonal & same) << 1 & before
      diagonal = (((same & more) &+ more) ^ more) | same | less | swapped
      var up = less | ~(diagonal | more)
      var down = diagonal & more
      if up & last != 0 { slips += 1 }
      if down & last != 0 { slips -= 1 }
      up = up << 1 | 1
      down <<= 1
      more = down | ~(diagonal | up)
      less = up & diagonal
      before = same
    }
    return slips
  }
}
