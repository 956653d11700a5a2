/// What takes long to make and is kept: read back from its flat form in a moment.
public protocol Storable: Sendable {
  /// Takes the next value from its flat form.
  ///
  /// - Throws: ``FlatReader/Damaged`` where they end early.
  init(from reader: inout FlatReader) throws(FlatReader.Damaged)

  /// Appends the flat form.
  func write(to writer: inout FlatWriter)
}

/// Collects the flat form of values: their numbers as they lie in memory, list after list, so that thousands of words are
/// read back by a few copies.
public struct FlatWriter {
  /// All that was written.
  public private(set) var bytes: [UInt8] = []

  /// Starts with nothing.
  public init() {}

  /// Appends a list of numbers, or of what is made of numbers without gaps between them, behind its length.
  mutating func write<Number: BitwiseCopyable>(_ numbers: [Number]) {
    withUnsafeBytes(of: UInt64(numbers.count)) { bytes += $0 }
    numbers.withUnsafeBytes { bytes += $0 }
  }
}

/// Takes values from their flat form, in the order in which they were written.
public struct FlatReader {
  /// The bytes end early: they are of another version or damaged.
  public struct Damaged: Error {}

  private var rest: UnsafeRawBufferPointer

  /// Starts at the beginning of the bytes, which have to outlive the reader.
  public init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  /// The next list of numbers.
  mutating func numbers<Number: BitwiseCopyable>(_: Number.Type = Number.self) throws(Damaged) -> [Number] {
    let start = MemoryLayout<UInt64>.size
    guard rest.count >= start else { throw Damaged() }
    let count = rest.loadUnaligned(as: UInt64.self)
    guard count <= UInt64((rest.count - start) / MemoryLayout<Number>.stride) else { throw Damaged() }
    let end = start + Int(count) * MemoryLayout<Number>.stride
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[end...]) }
    return [Number](unsafeUninitializedCapacity: Int(count)) { numbers, used in
      UnsafeMutableRawBufferPointer(numbers).copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[start..<end]))
      used = Int(count)
    }
  }
}

extension Array: Storable where Element: Storable {
  /// Takes the elements one after another.
  public init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    self = []
    for _ in 0..<(try reader.numbers(UInt64.self).first ?? 0) { append(try Element(from: &reader)) }
  }

  /// Appends how many elements there are, and each of them.
  public func write(to writer: inout FlatWriter) {
    writer.write([UInt64(count)])
    for element in self { element.write(to: &writer) }
  }
}

/// Many texts in one run of bytes: each is made when it is asked for.
struct Texts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes += text.utf8
      ends.append(Int32(bytes.count))
    }
  }

  /// How many there are.
  var count: Int { ends.count }

  subscript(index: Int) -> String {
    String(decoding: bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])], as: UTF8.self)
  }
}

extension Texts: Storable {
  init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
    bytes = try reader.numbers()
    ends = try reader.numbers()
  }

  func write(to writer: inout FlatWriter) {
    writer.write(bytes)
    writer.write(ends)
  }
}
