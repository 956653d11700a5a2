/// The bytes of a word in place, without an array: what the stemmers work on.
struct ShortWord {
  /// Longer words are not looked into.
  static let capacity = 52

  /// Eight zero bytes, then the word.
  private var storage = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0

  /// Takes a word's bytes; `nil` where they are too many.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= Self.capacity else { return nil }
    for byte in bytes { append(byte) }
  }

  /// Takes two words' bytes, one after the other; `nil` where they are too many.
  init?(_ first: String.UTF8View, _ second: String.UTF8View) {
    guard first.count + second.count <= Self.capacity else { return nil }
    for byte in first { append(byte) }
    for byte in second { append(byte) }
  }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { storage[index + 8] }
    @inline(__always) set { storage[index + 8] = newValue }
  }

  /// Whether there are letters beyond ASCII.
  var hasMarks: Bool {
    for index in 0..<count where self[index] >= 0x80 { return true }
    return false
  }

  /// The last eight bytes, the last of all the highest; zeros stand before a shorter word.
  @inline(__always)
  var tail: UInt64 {
    withUnsafeBytes(of: storage) { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: count, as: UInt64.self)) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    storage[count + 8] = byte
    count += 1
  }

  @inline(__always)
  mutating func removeLast(_ number: Int = 1) { count -= number }

  /// Whether it ends so.
  @inline(__always)
  func hasSuffix(_ suffix: Suffix) -> Bool { count >= suffix.count && suffix.ends(tail) }

  /// Lends the bytes.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: storage) {
      body(UnsafeBufferPointer(rebasing: $0.assumingMemoryBound(to: UInt8.self)[8..<8 + count]))
    }
  }

  var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}

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
  var last: UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * count - 8)) }

  /// Whether a word whose ``ShortWord/tail`` this is ends so.
  @inline(__always)
  func ends(_ tail: UInt64) -> Bool { tail >> shift == bits }
}
