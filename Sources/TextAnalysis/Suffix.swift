/// An ending of at most eight bytes, compared in one step.
struct Suffix: Sendable, ExpressibleByStringLiteral {
  private let bits: UInt64
  private let shift: UInt64
  let count: Int

  init(_ text: String) { self.init(bytes: text.utf8) }

  @inline(__always)
  init(stringLiteral text: StaticString) {
    self.init(bytes: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  private init(bytes: some Collection<UInt8>) {
    var bits: UInt64 = 0
    var count = 0
    for byte in bytes {
      bits |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
    (self.bits, self.count, shift) = (bits, count, UInt64(64 - 8 * count))
  }

  /// The last byte.
  var last: UInt8 { self[count - 1] }

  /// The byte at a place.
  @inline(__always)
  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }

  /// Whether a word whose ``ShortWord/opening`` this is begins so.
  @inline(__always)
  func begins(_ opening: UInt64) -> Bool { opening << shift == bits << shift }

  /// Whether a word whose ``ShortWord/tail`` this is ends so.
  @inline(__always)
  func ends(_ tail: UInt64) -> Bool { tail >> shift == bits }
}

/// Values that belong to endings, in one array by the endings' last letters: few share the one that a word ends in.
struct SuffixTable<Value: Sendable>: Sendable {
  private let values: [Value]
  /// Where the values of each letter (a is 1) end; those of the one before end where they begin.
  private let ends: InlineArray<33, UInt8>

  /// Takes values, which of one letter keep their order.
  init(_ values: [Value], suffix: (Value) -> Suffix) {
    var ends = InlineArray<33, UInt8>(repeating: 0)
    var sorted: [Value] = []
    for letter in 0..<32 {
      sorted += values.filter { Int(suffix($0).last & 31) == letter }
      ends[letter + 1] = UInt8(sorted.count)
    }
    (self.values, self.ends) = (sorted, ends)
  }

  /// The first value that fits among those of a letter's endings.
  @inline(__always)
  func first(endingIn letter: UInt8, where fits: (Value) -> Bool) -> Value? {
    let letter = Int(letter & 31)
    for index in Int(ends[letter])..<Int(ends[letter + 1]) where fits(values[index]) { return values[index] }
    return nil
  }
}

/// A set of letters from a to z, one bit each.
struct LetterSet: Sendable, ExpressibleByStringLiteral {
  private var bits: UInt32 = 0

  /// The vowels of English, which are Swedish ones, too: a, e, i, o, u, y.
  @inline(__always)
  static var vowels: LetterSet { LetterSet(bits: 0x0220_8222) }

  @inline(__always)
  private init(bits: UInt32) { self.bits = bits }

  @inline(__always)
  init(stringLiteral letters: StaticString) {
    for index in 0..<letters.utf8CodeUnitCount { bits |= 1 << UInt32(letters.utf8Start[index] & 31) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { byte & 0xE0 == 0x60 && bits >> UInt32(byte & 31) & 1 == 1 }
}
