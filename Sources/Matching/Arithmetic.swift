/// Exponential and logarithm made of IEEE additions, multiplications and divisions only: what the C library gives
/// differs in the last bit between machines, and one bit can turn a decision.
enum Exact {
  /// e to the power of `x`, to about seven digits.
  @inline(__always)
  static func exp(_ x: Float) -> Float {
    let clamped = max(-80, min(80, x))
    let scaled = clamped * 1.442695040888963
    let whole = scaled.rounded(.toNearestOrEven)
    let rest = (clamped - whole * 0.693359375) + whole * 2.12194440e-4
    var sum: Float = 1.9875691500e-4
    sum = sum * rest + 1.3981999507e-3
    sum = sum * rest + 8.3334519073e-3
    sum = sum * rest + 4.1665795894e-2
    sum = sum * rest + 1.6666665459e-1
    sum = sum * rest + 5.0000001201e-1
    return (sum * rest * rest + rest + 1) * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// 1 / (1 + e^−x).
  @inline(__always)
  static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

  /// The natural logarithm of a positive number, to about twelve digits.
  static func ln(_ x: Double) -> Double {
    guard x > 0 else { return -708 }
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var power = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 21, by: 2) {
      sum += power / odd
      power *= square
    }
    return 2 * sum + exponent * 0.6931471805599453
  }
}

/// A small generator of numbers that look random and are the same on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One number that depends on nothing but a seed and a key.
  static func draw(seed: UInt64, key: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: seed &* 0xD6E8_FEB8_6659_FD93 ^ key)
    return generator.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
