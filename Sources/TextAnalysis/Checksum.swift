/// A checksum of bytes that tells a damaged file from a sound one; no protection against malice.
public struct Checksum {
  /// How many bytes are taken in at a step: all runs of them but the last have to be a multiple of it.
  public static let step = 32

  // Four lanes, so that one multiplication need not wait for the other.
  private var lanes: SIMD4<UInt64>

  /// Starts a checksum of so many bytes.
  public init(count: Int) {
    lanes = SIMD4(0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, UInt64(count))
  }

  /// The checksum of these bytes, the same on every machine of the same byte order.
  public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = Checksum(count: bytes.count)
    sum.add(bytes)
    return sum.value
  }

  /// Takes in the next bytes.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var lanes = lanes
    let whole = bytes.count / Self.step * Self.step
    for offset in stride(from: 0, to: whole, by: Self.step) {
      let words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      lanes = (lanes ^ words) &* 0x100_0000_01B3
      lanes ^= lanes &>> 29
    }
    for offset in whole..<bytes.count { lanes[0] = (lanes[0] ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    self.lanes = lanes
  }

  /// The checksum of all that was taken in.
  public var value: UInt64 {
    var sum: UInt64 = 0
    for lane in 0..<4 {
      sum = (sum ^ lanes[lane]) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
    }
    return sum
  }
}
