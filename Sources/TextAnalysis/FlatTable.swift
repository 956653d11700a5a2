/// Values by 64-bit hashes, in one array: a look-up takes one or two steps and allocates nothing.
///
/// The hashes stand for what was hashed: with a few thousand of them, the chance that an unknown word meets a known one's
/// is under one in 10¹⁵.
struct FlatTable<Value: Sendable>: Sendable {
  private struct Slot {
    var key: UInt64
    var value: Value
  }

  private let slots: [Slot]
  private let mask: Int

  /// Makes a table of distinct hashes, none of which is 0; `empty` fills what holds nothing.
  init(_ pairs: some Collection<(key: UInt64, value: Value)>, empty: Value) {
    var size = 8
    while size < pairs.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(key: 0, value: empty), count: size)
    for (key, value) in pairs {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(key: key, value: value)
    }
    (self.slots, mask) = (slots, size - 1)
  }

  /// The value of a hash; `nil` where there is none.
  @inline(__always)
  subscript(key: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// Lists of numbers by 64-bit hashes, all in one array.
struct FlatLists: Sendable {
  private let ranges: FlatTable<Range<Int32>>
  /// All lists, one after another.
  let numbers: [Int32]

  /// Makes the lists; each keeps its order.
  init(_ lists: [UInt64: [Int]]) {
    var numbers: [Int32] = []
    var ranges: [(key: UInt64, value: Range<Int32>)] = []
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
      let start = Int32(numbers.count)
      numbers += list.map(Int32.init)
      ranges.append((key, start..<Int32(numbers.count)))
    }
    self.ranges = FlatTable(ranges, empty: 0..<0)
    self.numbers = numbers
  }

  /// Where a hash's numbers stand in ``numbers``; empty where there are none.
  @inline(__always)
  subscript(key: UInt64) -> Range<Int> {
    guard let range = ranges[key] else { return 0..<0 }
    return Int(range.lowerBound)..<Int(range.upperBound)
  }
}
