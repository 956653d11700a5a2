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
  private struct Place {
    var start: Int32
    var end: Int32
  }

  private let places: FlatTable<Place>
  /// All lists, one after another.
  let numbers: [Int32]

  /// Makes the lists; each keeps its order.
  init(_ lists: [UInt64: [Int]]) {
    var numbers: [Int32] = []
    var places: [(key: UInt64, value: Place)] = []
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
      let start = Int32(numbers.count)
      numbers += list.map(Int32.init)
      places.append((key, Place(start: start, end: Int32(numbers.count))))
    }
    self.places = FlatTable(places, empty: Place(start: 0, end: 0))
    self.numbers = numbers
  }

  /// Where a hash's numbers stand in ``numbers``; empty where there are none.
  @inline(__always)
  subscript(key: UInt64) -> Range<Int> {
    guard let place = places[key] else { return 0..<0 }
    return Int(place.start)..<Int(place.end)
  }
}

extension FlatTable where Value: BitwiseCopyable {
  /// Takes a table from its flat form.
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    let keys = try reader.numbers(UInt64.self)
    let values = try reader.numbers(Value.self)
    guard keys.count == values.count, keys.count.nonzeroBitCount == 1 else { throw FlatReader.Damaged() }
    slots = zip(keys, values).map { Slot(key: $0, value: $1) }
    mask = keys.count - 1
  }

  /// Appends the flat form.
  func write(to writer: inout FlatWriter) {
    writer.write(slots.map(\.key))
    writer.write(slots.map(\.value))
  }
}

extension FlatLists: Storable {
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    places = try FlatTable(from: &reader)
    numbers = try reader.numbers()
  }

  func write(to writer: inout FlatWriter) {
    places.write(to: &writer)
    writer.write(numbers)
  }
}
