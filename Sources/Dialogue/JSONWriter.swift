/// Writes JSON, value after value, and sets the commas.
///
/// A turn is written as JSON several times, for the log and for the client. An `Encoder` takes as long for it as the
/// conversation itself.
public struct JSONWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes a writer that has written nothing.
  public init() { bytes.reserveCapacity(1024) }

  /// Writes a value.
  @inline(__always)
  public mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// Writes an array whose elements `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  /// Writes a member's name, which has nothing in it to be escaped; its value has to follow.
  public mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    colon()
  }

  /// Writes a member; `nil`: leaves it out.
  @inline(__always)
  public mutating func member(_ name: StaticString, _ value: (some JSONWritable)?) {
    guard let value else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a member that is a text, as most are; `nil`: leaves it out.
  public mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    quoted(value)
  }

  /// Writes a member whose name may be anything.
  public mutating func member(named name: String, _ value: some JSONWritable) {
    quoted(name)
    colon()
    self.value(value)
  }

  /// Writes the members of an object that is JSON already.
  public mutating func members(of object: String) {
    guard object.utf8.count > 2 else { return }
    separate()
    var object = object
    object.withUTF8 { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0.dropFirst().dropLast())) }
    needsComma = true
  }

  /// Writes a number, `true`, `false` or `null`.
  public mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  /// Writes a string: escapes what RFC 8259 says must be.
  public mutating func quoted(_ string: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices where Self.needsEscape(utf8[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(utf8[index])
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Ends a line.
  public mutating func newline() {
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

  private mutating func colon() {
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
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
public protocol JSONWritable {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension String: JSONWritable {
  /// Writes the text in quotes, escaped.
  public func write(to writer: inout JSONWriter) { writer.quoted(self) }
}

extension Int: JSONWritable {
  /// Writes the number.
  public func write(to writer: inout JSONWriter) { writer.literal(String(self)) }
}

extension Double: JSONWritable {
  /// Writes the number, or null where it is none (infinite, not a number).
  public func write(to writer: inout JSONWriter) { writer.literal(isFinite ? description : "null") }
}

extension Bool: JSONWritable {
  /// Writes `true` or `false`.
  public func write(to writer: inout JSONWriter) { writer.literal(self ? "true" : "false") }
}

extension Array: JSONWritable where Element: JSONWritable {
  /// Writes the elements in their order.
  public func write(to writer: inout JSONWriter) {
    writer.array { for element in self { $0.value(element) } }
  }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
  /// Writes the members in the order of their names, so that the same value is always the same text.
  public func write(to writer: inout JSONWriter) {
    writer.object { for (name, value) in self.sorted(by: { $0.key < $1.key }) { $0.member(named: name, value) } }
  }
}

extension JSONWritable {
  /// The value as compact JSON.
  public var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
