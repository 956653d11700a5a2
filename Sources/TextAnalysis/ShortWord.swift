/// The bytes of a word in place, without an array: what the stemmers work on.
struct ShortWord {
  /// Longer words are not looked into.
  static let capacity = 52

  /// Eight zero bytes, then the word.
  private var storage = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0

  private init() {}

  /// Takes a word's bytes; `nil` where they are too many.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.capacity else { return nil }
    append(bytes)
  }

  /// Takes a word; `nil` where it is too long.
  init?(_ text: String) {
    var text = text
    guard let word = text.withUTF8({ ShortWord($0) }) else { return nil }
    self = word
  }

  /// Takes two words, one after the other; `nil` where they are too long.
  init?(_ first: String, _ second: String) {
    guard first.utf8.count + second.utf8.count <= Self.capacity else { return nil }
    var (first, second) = (first, second)
    first.withUTF8 { append($0) }
    second.withUTF8 { append($0) }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = count + 8
    withUnsafeMutableBytes(of: &storage) {
      UnsafeMutableRawBufferPointer(rebasing: $0[end...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
    }
    count += bytes.count
  }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { storage[index + 8] }
    @inline(__always) set { storage[index + 8] = newValue }
  }

  /// Whether there are letters beyond ASCII.
  var hasMarks: Bool {
    if tail & 0x8080_8080_8080_8080 != 0 { return true }
    for index in 0..<max(0, count - 8) where self[index] >= 0x80 { return true }
    return false
  }

  /// The word with Latin letters without their marks.
  var withoutMarks: ShortWord {
    var plain = ShortWord()
    withBytes { foldMarks($0) { plain.append($0) } }
    return plain
  }

  /// The last eight bytes, the last of all the highest; zeros stand before a shorter word.
  @inline(__always)
  var tail: UInt64 {
    withUnsafeBytes(of: storage) { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: count, as: UInt64.self)) }
  }

  /// The first eight bytes, the first of all the lowest; zeros stand after a shorter word.
  @inline(__always)
  var opening: UInt64 {
    let bytes = withUnsafeBytes(of: storage) {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    return count < 8 ? bytes & (1 << UInt64(8 * count) - 1) : bytes
  }

  mutating func append(_ ending: Suffix) {
    for index in 0..<ending.count { append(ending[index]) }
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

  var text: String { withBytes { String(word: $0) } }
}

extension String {
  /// A word from its bytes: quicker than decoding where it is short.
  init(word bytes: UnsafeBufferPointer<UInt8>) {
    self.init(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
  }
}
