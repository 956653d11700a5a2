/// A 64-bit hash of bytes (FNV-1a with a final mix), the same on every machine.
public struct StableHash: Sendable {
  /// What was combined so far, not yet mixed.
  @usableFromInline
  var value: UInt64

  /// Makes the hash of nothing; hashes of different seeds have nothing in common.
  @inlinable
  public init(seed: UInt64 = 0) { value = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15) }

  /// Takes in a byte.
  @inlinable
  public mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Takes in a text and its end.
  @inlinable
  public mutating func combine(text: String) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { combine(byte) }
    }
    combine(UInt8(0xFF))
  }

  /// Takes in a number.
  @inlinable
  public mutating func combine(_ number: UInt64) { value = (value ^ number) &* 0xFF51_AFD7_ED55_8CCD ^ value >> 29 }

  /// The hash, mixed so that every bit depends on every byte; never 0.
  @inlinable
  public var finished: UInt64 {
    var z = value
    z = (z ^ z >> 32) &* 0xD6E8_FEB8_6659_FD93
    z ^= z >> 32
    return z == 0 ? 1 : z
  }
}
