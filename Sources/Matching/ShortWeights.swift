/// Weights in half their room: the upper half of each number's bits, rounded to the nearest. Two or three digits of a
/// weight are all that examples can tell, and it is the weights that make an index large.
extension Float {
  /// The upper half of this number's bits, rounded to the nearest and, in the middle, to the even one.
  var upperHalf: UInt16 {
    UInt16(truncatingIfNeeded: (bitPattern &+ 0x7FFF &+ (bitPattern >> 16 & 1)) >> 16)
  }

  /// The number that half of its bits stand for.
  init(upperHalf: UInt16) { self.init(bitPattern: UInt32(upperHalf) << 16) }
}

extension SIMD8<Float> {
  /// The numbers that half of their bits stand for.
  @inline(__always)
  init(upperHalves: SIMD8<UInt16>) {
    self = unsafeBitCast(SIMD8<UInt32>(truncatingIfNeeded: upperHalves) &<< 16, to: SIMD8<Float>.self)
  }
}
