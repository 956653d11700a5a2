/// Tells of most features that no example had them, from a few bits each: the table of all that are known is many times
/// the size of a processor's near memory, and two in three features of a message are in none of it.
struct KnownFeatures: Sendable {
  private let bits: [UInt64]
  private let mask: UInt64

  /// Takes the slots of a ``FeatureTable``.
  init(slots: UnsafeBufferPointer<UInt64>) {
    let count = max(64, slots.count * 4)
    var bits = [UInt64](repeating: 0, count: count / 64)
    mask = UInt64(count - 1)
    for entry in slots where entry != 0 {
      let place = entry >> FeatureTable.rowBits & mask
      bits[Int(place / 64)] |= 1 << (place % 64)
    }
    self.bits = bits
  }

  /// Puts the hashes of the features there that may be known, in their order, and gives how many they are.
  func fill(_ hashes: UnsafeMutableBufferPointer<UInt64>, from features: [Feature]) -> Int {
    bits.withUnsafeBufferPointer { bits in
      var count = 0
      for feature in features {
        let place = feature.hash >> FeatureTable.rowBits & mask
        // Written in any case, so that there is no branch to be guessed wrong.
        hashes[count] = feature.hash
        count += Int(truncatingIfNeeded: bits[Int(place / 64)] >> (place % 64) & 1)
      }
      return count
    }
  }
}
