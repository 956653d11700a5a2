/// Reads one JSON value, strictly by RFC 8259.
///
/// Foundation's decoder takes several times as long as answering a message does, and keeps neither the spelling of
/// numbers nor the difference between a lone surrogate and a character.
struct JSONReader {
  /// How deep arrays and objects may lie in each other: no request comes near it, and the stack is safe.
  static let maximumDepth = 512

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// The value that these bytes are, with nothing but white space around it. They have to be valid UTF-8.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipWhiteSpace()
    guard reader.position == bytes.count else { throw reader.error("more after the end of the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ reason: String) -> JSONError {
    JSONError(reason: position < bytes.count ? reason : "unexpected end", offset: position)
  }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  /// Steps over a byte if it comes next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipWhiteSpace()
    switch current {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where isDigit(byte): return .number(try number())
    default: throw error("no value")
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard depth < Self.maximumDepth else { throw error("nested deeper than \(Self.maximumDepth)") }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// What follows `{`. The last of members with the same name counts.
  private mutating func object() throws(JSONError) -> JSON {
    var members: [String: JSON] = [:]
    skipWhiteSpace()
    if take("}") { return .object(members) }
    repeat {
      skipWhiteSpace()
      guard current == UInt8(ascii: "\"") else { throw error("no member name") }
      let name = try string()
      skipWhiteSpace()
      guard take(":") else { throw error("no colon") }
      members[name] = try value()
      skipWhiteSpace()
    } while take(",")
    guard take("}") else { throw error("neither comma nor brace") }
    return .object(members)
  }

  /// What follows `[`.
  private mutating func array() throws(JSONError) -> JSON {
    var values: [JSON] = []
    skipWhiteSpace()
    if take("]") { return .array(values) }
    repeat {
      values.append(try value())
      skipWhiteSpace()
    } while take(",")
    guard take("]") else { throw error("neither comma nor bracket") }
    return .array(values)
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let end = position + word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { end <= bytes.count && bytes[position..<end].elementsEqual($0) }
    guard isThere else { throw error("no value") }
    position = end
    return value
  }
}

// MARK: - Numbers and strings

extension JSONReader {
  private mutating func number() throws(JSONError) -> String {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while let byte = current, isDigit(byte) { position += 1 }
    guard position > start else { throw error("no digit") }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var decoded: [UInt8] = []
    var start = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[start..<position]
        position += 1
        // Most strings hold no escape and are one run of bytes.
        if decoded.isEmpty { return String(decoding: rest, as: UTF8.self) }
        return String(decoding: decoded + rest, as: UTF8.self)
      case UInt8(ascii: "\\"):
        decoded += bytes[start..<position]
        decoded += try escape().utf8
        start = position
      case 0..<0x20: throw error("control character in a string")
      default: position += 1
      }
    }
    throw error("unexpected end")
  }

  private mutating func escape() throws(JSONError) -> Character {
    position += 1
    guard let byte = current else { throw error("unexpected end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try escapedScalar())
    default:
      position -= 1
      throw error("unknown escape")
    }
  }

  /// The scalar whose first `\u` was just stepped over, with the second half of a surrogate pair.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), take("\\"), take("u") else { throw error("lone surrogate") }
    let second = try hexadecimal()
    guard UTF16.isTrailSurrogate(second) else { throw error("lone surrogate") }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("no hexadecimal digit")
      }
      code = code << 4 | UInt16(digit)
      position += 1
    }
    return code
  }
}
