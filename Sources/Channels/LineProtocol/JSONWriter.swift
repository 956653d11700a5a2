/// Writes JSON, value after value, and sets the commas.
struct JSONWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes a value.
  mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

  /// Writes an object whose members `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// Writes an array whose elements `body` writes.
  mutating func array(_ body: (inout JSONWriter) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  /// Writes a member's name; its value has to follow.
  mutating func name(_ name: String) {
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member; `nil`: leaves it out.
  mutating func member(_ name: String, _ value: (some JSONWritable)?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes the members of an object that is JSON already.
  mutating func members(of object: String) {
    let members = object.utf8.dropFirst().dropLast()
    guard !members.isEmpty else { return }
    separate()
    bytes.append(contentsOf: members)
    needsComma = true
  }

  /// Writes a number, `true`, `false` or `null`.
  mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  /// Writes a string: escapes what RFC 8259 says must be.
  mutating func quoted(_ string: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if string.utf8.contains(where: Self.needsEscape) {
      for byte in string.utf8 { escape(byte) }
    } else {
      bytes.append(contentsOf: string.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Ends a line.
  mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    case 0..<0x20:
      bytes += "\\u00".utf8
      bytes.append(Self.hexadecimal[Int(byte >> 4)])
      bytes.append(Self.hexadecimal[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }
}

/// What can be written as JSON.
protocol JSONWritable {
  func write(to writer: inout JSONWriter)
}

extension String: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.quoted(self) }
}

extension Int: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.literal(String(self)) }
}

extension Double: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.literal(isFinite ? description : "null") }
}

extension Bool: JSONWritable {
  func write(to writer: inout JSONWriter) { writer.literal(self ? "true" : "false") }
}

extension Array: JSONWritable where Element: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.array { for element in self { $0.value(element) } }
  }
}

extension [String: String]: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object { for (name, value) in self.sorted(by: { $0.key < $1.key }) { $0.member(name, value) } }
  }
}

extension JSON: JSONWritable {
  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.literal("null")
    case .bool(let value): writer.value(value)
    case .number(let spelling): writer.literal(spelling)
    case .string(let value): writer.value(value)
    case .array(let values): writer.value(values)
    case .object(let members):
      writer.object { for (name, value) in members.sorted(by: { $0.key < $1.key }) { $0.member(name, value) } }
    }
  }
}
