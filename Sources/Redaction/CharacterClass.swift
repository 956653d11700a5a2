/// What a character is, as far as secrets go.
enum CharacterClass: UInt8 {
  case space, lower, upper, digit
  /// `! @ # $ % & * + ^ ~`: what people put into passwords.
  case symbol
  /// Everything else: marks that a sentence needs.
  case mark

  var isLetter: Bool { self == .lower || self == .upper }
  var isWord: Bool { isLetter || self == .digit }

  init(ascii value: UInt32) { self = Self.ascii[Int(value)] }

  private static let ascii: [CharacterClass] = (0..<128).map { value in
    switch UInt8(value) {
    case ...32, 127: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case let byte where "!@#$%&*+^~".utf8.contains(byte): .symbol
    default: .mark
    }
  }

  /// The plain lower-case form of a character beyond ASCII and what it is; `nil` for one of no width.
  static func plain(_ scalar: Unicode.Scalar) -> (UInt32, CharacterClass)? {
    switch scalar.value {
    case 0xD7, 0xF7: return (scalar.value, .mark)
    case 0xC0...0xDE: return (scalar.value + 32, .upper)
    case 0xDF...0xFF: return (scalar.value, .lower)
    case 0xFF01...0xFF5E:
      let ascii = scalar.value - 0xFEE0
      let kind = CharacterClass(ascii: ascii)
      return (kind == .upper ? ascii + 32 : ascii, kind)
    case 0xAD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
      return nil
    case 0x2010...0x2015, 0x2212: return (0x2D, .mark)
    case 0x2018, 0x2019, 0x201A, 0xB4: return (0x27, .mark)
    case 0x201C...0x201E, 0xAB, 0xBB: return (0x22, .mark)
    case 0x2192, 0x21D2, 0x27A1, 0x279C, 0x2794: return (0x2192, .mark)
    case 0x3002, 0xFF61: return (0x2E, .mark)
    case 0xA3, 0xA4, 0xA7, 0x20AC: return (scalar.value, .symbol)
    default: break
    }
    let properties = scalar.properties
    if properties.isWhitespace { return (0x20, .space) }
    if let digit = properties.numericValue, properties.numericType == .decimal {
      return (0x30 + UInt32(digit), .digit)
    }
    guard properties.isAlphabetic else { return (scalar.value, .mark) }
    guard properties.isUppercase else { return (scalar.value, .lower) }
    let lower = properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    return (lower, .upper)
  }
}
