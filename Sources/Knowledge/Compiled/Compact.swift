import FoundationEssentials
import TextAnalysis

/// A value with a compact binary form, in which a start reads thousands of intents in milliseconds: fields in a fixed
/// order without names, numbers in as few bytes as they need, texts as UTF-8 behind their length.
protocol Compact {
  init(from reader: inout CompactReader) throws
  func write(to writer: inout CompactWriter)
}

/// Collects the binary form of values.
struct CompactWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends a value.
  mutating func write(_ value: some Compact) { value.write(to: &self) }

  /// Appends a number, seven bits a byte.
  mutating func write(number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends bytes and how many they are.
  mutating func write(bytes new: some Collection<UInt8>) {
    write(number: UInt64(new.count))
    bytes += new
  }
}

/// Takes values from their binary form, in the order in which they were written.
struct CompactReader {
  private let data: Data
  private var position: Data.Index

  /// Starts at the beginning of the data.
  init(_ data: Data) {
    self.data = data
    position = data.startIndex
  }

  /// The data end early or hold what can't be: the file is damaged or of another version.
  struct Damaged: Error {}

  /// The next value.
  mutating func read<Value: Compact>(_: Value.Type = Value.self) throws -> Value { try Value(from: &self) }

  /// The next number.
  mutating func number() throws -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard position < data.endIndex else { throw Damaged() }
      let byte = data[position]
      position += 1
      number |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return number }
    }
    throw Damaged()
  }

  /// The next bytes.
  mutating func bytes() throws -> Data {
    let count = try number()
    guard count <= UInt64(data.endIndex - position) else { throw Damaged() }
    defer { position += Int(count) }
    return data[position..<position + Int(count)]
  }
}

extension String: Compact {
  init(from reader: inout CompactReader) throws { self.init(decoding: try reader.bytes(), as: UTF8.self) }
  func write(to writer: inout CompactWriter) { writer.write(bytes: utf8) }
}

extension Int: Compact {
  init(from reader: inout CompactReader) throws { self.init(truncatingIfNeeded: try reader.number()) }
  func write(to writer: inout CompactWriter) { writer.write(number: UInt64(bitPattern: Int64(self))) }
}

extension Bool: Compact {
  init(from reader: inout CompactReader) throws { self = try reader.number() != 0 }
  func write(to writer: inout CompactWriter) { writer.write(number: self ? 1 : 0) }
}

extension Double: Compact {
  init(from reader: inout CompactReader) throws { self.init(bitPattern: try reader.number()) }
  func write(to writer: inout CompactWriter) { writer.write(number: bitPattern) }
}

extension Optional: Compact where Wrapped: Compact {
  init(from reader: inout CompactReader) throws {
    self = try reader.read(Bool.self) ? try reader.read(Wrapped.self) : nil
  }
  func write(to writer: inout CompactWriter) {
    writer.write(self != nil)
    if let value = self { writer.write(value) }
  }
}

extension Array: Compact where Element: Compact {
  init(from reader: inout CompactReader) throws {
    self = []
    for _ in 0..<(try reader.number()) { append(try reader.read(Element.self)) }
  }
  func write(to writer: inout CompactWriter) {
    writer.write(number: UInt64(count))
    for element in self { writer.write(element) }
  }
}

extension Dictionary: Compact where Key == String, Value: Compact {
  init(from reader: inout CompactReader) throws {
    let count = try reader.number()
    self = [:]
    for _ in 0..<count {
      let key: String = try reader.read()
      self[key] = try reader.read(Value.self)
    }
  }
  func write(to writer: inout CompactWriter) {
    writer.write(number: UInt64(count))
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      writer.write(key)
      writer.write(value)
    }
  }
}

extension Localized: Compact where Value: Compact {
  init(from reader: inout CompactReader) throws {
    self.init([:])
    for language in Language.allCases { values[language] = try reader.read(Value?.self) }
  }
  func write(to writer: inout CompactWriter) {
    for language in Language.allCases { writer.write(values[language]) }
  }
}
