/// Finds the one word of a vocabulary that a mistyped word was meant to be.
struct TypoIndex: Sendable {
  /// The words of one length: what is compared first lies together.
  fileprivate struct Shelf: Sendable {
    /// The letters that each word has at all, one bit each; eight words a step.
    var letterSets: [SIMD8<UInt32>] = []
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
    let signature = letters.withUnsafeBufferPointer(Self.signature)
    shelves[letters.count].append(letters, signature, id)
  }

  /// What the closest word stands for; `nil` where none is close or where words of different ids tie.
  func closest(to word: UnsafeBufferPointer<UInt8>, sameWord: (Int, Int) -> Bool) -> Int? {
    let limit = Self.limit(word.count)
    guard limit > 0, word.count <= 64 else { return nil }
    return SlipCounter.with(word) { closest(to: word, by: $0, limit: limit, sameWord: sameWord) }
  }

  private func closest(
    to word: UnsafeBufferPointer<UInt8>, by pattern: SlipCounter, limit: Int, sameWord: (Int, Int) -> Bool
  ) -> Int? {
    var limit = limit
    let signature = Self.signature(word)
    var best: Int?
    var isTied = false
    for length in word.count - limit...word.count + limit where shelves.indices.contains(length) {
      // A letter put in or left out changes one bit of the signature, a mistaken one two.
      func mostBits() -> Int { 2 * min(limit, Self.limit(length)) - abs(length - word.count) }
      shelves[length].forEachWord(like: signature, mostBits: mostBits) { id, letters in
        let distance = pattern.slips(to: letters)
        guard distance > 0, distance <= min(limit, Self.limit(length)) else { return }
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

extension TypoIndex.Shelf {
  fileprivate mutating func append(_ word: [UInt8], _ signature: UInt64, _ id: Int) {
    if signatures.count % 8 == 0 { letterSets.append(.zero) }
    letterSets[signatures.count / 8][signatures.count % 8] = UInt32(truncatingIfNeeded: signature)
    signatures.append(signature)
    letters += word
    ids.append(Int32(id))
  }

  /// Gives the words whose signature differs in few bits from this one, in their order. How many are few is asked each
  /// time, since it gets less with what is found.
  @inline(__always)
  fileprivate func forEachWord(
    like signature: UInt64, mostBits: () -> Int, _ body: (_ id: Int, _ letters: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let length = ids.isEmpty ? nil : letters.count / ids.count else { return }
    let letterSet = SIMD8(repeating: UInt32(truncatingIfNeeded: signature))
    for (group, letterSets) in letterSets.enumerated() {
      var bits = letterSets ^ letterSet
      for _ in 0..<max(0, mostBits()) { bits &= bits &- 1 }
      // 1 for what had more bits than those taken off; looked at two by two for all eight.
      let hasMore = (bits | (0 &- bits)) &>> 31
      let pairs = unsafeBitCast(hasMore, to: SIMD4<UInt64>.self)
      let all = pairs.lowHalf & pairs.highHalf
      guard all[0] & all[1] != 0x1_0000_0001 else { continue }
      for lane in 0..<min(8, ids.count - group * 8) where hasMore[lane] == 0 {
        let place = group * 8 + lane
        guard (signatures[place] ^ signature).nonzeroBitCount <= mostBits() else { continue }
        letters.withUnsafeBufferPointer {
          body(Int(ids[place]), UnsafeBufferPointer(rebasing: $0[place * length..<(place + 1) * length]))
        }
      }
    }
  }
}

extension TypoIndex: Storable {
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) { shelves = try [Shelf](from: &reader) }
  func write(to writer: inout FlatWriter) { shelves.write(to: &writer) }
}

extension TypoIndex.Shelf: Storable {
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    letterSets = try reader.numbers()
    signatures = try reader.numbers()
    letters = try reader.numbers()
    ids = try reader.numbers()
  }

  func write(to writer: inout FlatWriter) {
    writer.write(letterSets)
    writer.write(signatures)
    writer.write(letters)
    writer.write(ids)
  }
}

/// Counts slips between one word and others (optimal string alignment) by Hyyrö's bit vectors: a column of the table at
/// a time, in a dozen steps for each letter.
struct SlipCounter {
  /// Where each letter stands in the word.
  private let places: UnsafeMutableBufferPointer<UInt64>
  private let count: Int

  /// Lends a counter for a word of at most 64 bytes.
  static func with<Result>(_ word: UnsafeBufferPointer<UInt8>, _ body: (SlipCounter) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 256) { places in
      places.initialize(repeating: 0)
      for (index, letter) in word.enumerated() { places[Int(letter)] |= 1 << UInt64(index) }
      return body(SlipCounter(places: places, count: word.count))
    }
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
