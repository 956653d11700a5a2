import FoundationEssentials

/// Writes a value as JSON text in one pass.
///
/// Foundation's encoder builds a tree of dictionaries first, which takes as long as the conversation itself. This one
/// takes what every `Encodable` that the compiler derives does, containers filled one after the other: a container is
/// complete as soon as one around it is written to again.
enum JSONText {
  /// The value as compact JSON; what is not there is left out.
  static func of(_ value: some Encodable) throws -> String {
    let output = JSONOutput()
    try output.write(value)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

/// What has been written, and which objects and arrays are still open.
///
/// Of one value being written, by one thread: that no two accesses overlap need not be checked at each byte.
final class JSONOutput {
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// The closing brackets to come, the innermost last.
  @exclusivity(unchecked) private var open: [UInt8] = []
  @exclusivity(unchecked) private var needsComma = false

  init() { bytes.reserveCapacity(1024) }

  /// How many objects and arrays are open.
  var depth: Int { open.count }

  /// Closes what was opened beyond this depth.
  func close(to depth: Int) {
    while open.count > depth, let bracket = open.popLast() {
      bytes.append(bracket)
      needsComma = true
    }
  }

  func begin(_ bracket: Unicode.Scalar, until end: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    open.append(UInt8(ascii: end))
    needsComma = false
  }

  func name(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a number, `true`, `false` or `null`.
  func literal(_ literal: String) {
    separate()
    bytes.append(contentsOf: literal.utf8)
    needsComma = true
  }

  /// Writes any value; whatever it opens is closed.
  func write<Value: Encodable>(_ value: Value) throws {
    // The two kinds that lists and tables are of are written without a container for each.
    if Value.self == [String].self, let texts = value as? [String] {
      begin("[", until: "]")
      for element in texts { text(element) }
      close(to: depth - 1)
    } else if Value.self == [String: String].self, let table = value as? [String: String] {
      begin("{", until: "}")
      for (key, value) in table.sorted(by: { $0.key < $1.key }) {
        name(key)
        text(value)
      }
      close(to: depth - 1)
    } else {
      let (outer, start) = (depth, bytes.count)
      try value.encode(to: JSONTextEncoder(output: self, depth: outer))
      if bytes.count == start { begin("{", until: "}") }
      close(to: outer)
    }
  }

  private func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}

extension JSONOutput {
  /// Writes a string; escapes what RFC 8259 says must be.
  func text(_ string: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: utf8[start..<index])
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0..<0x20:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(Self.hexadecimal[Int(byte >> 4)])
      bytes.append(Self.hexadecimal[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
