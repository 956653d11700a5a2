/// Values by 64-bit hashes, in two arrays: a look-up takes one or two steps and allocates nothing.
///
/// The hashes stand for what was hashed: with a few thousand of them, the chance that an unknown word meets a known one's
/// is under one in 10¹⁵.
struct FlatTable<Value: Sendable>: Sendable {
  private let keys: [UInt64]
  private let values: [Value]
  private let mask: Int

  /// Makes a table of distinct hashes, none of which is 0; `empty` fills what holds nothing.
  init(_ pairs: some Collection<(key: UInt64, value: Value)>, empty: Value) {
    var size = 8
    while size < pairs.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Value](repeating: empty, count: size)
    for (key, value) in pairs {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      values[slot] = value
    }
    (self.keys, self.values, mask) = (keys, values, size - 1)
  }

  /// The value of a hash; `nil` where there is none.
  @inline(__always)
  subscript(key: UInt64) -> Value? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// Lists of numbers by 64-bit hashes, all in one array.
struct FlatLists: Sendable {
  private let ranges: FlatTable<Range<Int32>>
  private let numbers: [Int32]

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

  /// The numbers of a hash; empty where there are none.
  @inline(__always)
  subscript(key: UInt64) -> ArraySlice<Int32> {
    guard let range = ranges[key] else { return [] }
    return numbers[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
