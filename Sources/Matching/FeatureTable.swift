/// The features that are known from the examples: which row of the weights each has, and how rare it is.
///
/// Features of the block ``Feature/Block/stem`` have the lowest rows.
struct FeatureTable: Sendable {
  /// The hash of each row's feature.
  var hashes: [UInt64] = []
  /// The block of each row's feature.
  var blocks: [UInt8] = []
  /// How much each feature says by being rare: 1 + ln((1 + rows) / (1 + rows with it)).
  var rarity: [Float] = []
  /// How many rows are stems.
  var stemCount = 0
  /// How much a stem says that is in no example.
  var unknownRarity: Float = 0
  /// Open addressing: slots of the hash's upper bits and, in the lower ones, row + 1; 0 for empty; a power of two.
  var slots: [UInt64] = []

  /// Chooses the features of the examples' messages that are frequent enough.
  ///
  /// - Parameter more: in how many examples more than is usual for its block a feature has to be.
  init(examples: [[Feature]], more: Int = 0) {
    var frequency: [UInt64: (count: Int32, block: Feature.Block, last: Int32)] = [:]
    frequency.reserveCapacity(1 << 16)
    for (row, features) in examples.enumerated() {
      for feature in features {
        var entry = frequency[feature.hash] ?? (0, feature.block, -1)
        guard entry.last != Int32(row) else { continue }
        entry.count += 1
        entry.last = Int32(row)
        frequency[feature.hash] = entry
      }
    }
    let rows = frequency.filter { $0.value.count >= $0.value.block.leastFrequency + more }
      .sorted { ($0.value.block.rawValue, $0.key) < ($1.value.block.rawValue, $1.key) }
    let total = Double(examples.count)
    hashes = rows.map(\.key)
    blocks = rows.map(\.value.block.rawValue)
    rarity = rows.map { Float(1 + Exact.ln((1 + total) / (1 + Double($0.value.count)))) }
    stemCount = rows.prefix { $0.value.block == .stem }.count
    unknownRarity = Float(1 + Exact.ln(1 + total))
    slots = Self.slots(for: hashes)
  }

  /// How many bits of a slot hold the row.
  static let rowBits: UInt64 = 24
  static let rowMask: UInt64 = 1 << rowBits - 1

  private static func slots(for hashes: [UInt64]) -> [UInt64] {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (row, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash & ~rowMask) | UInt64(row + 1)
    }
    return slots
  }
}
