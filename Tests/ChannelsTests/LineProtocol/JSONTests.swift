import Dialogue
import Testing

@testable import Channels

@Suite("JSON is read strictly by RFC 8259")
struct JSONTests {
  @Test(
    "accepts",
    arguments: [
      ("null", JSON.null), ("true", .bool(true)), (" false ", .bool(false)), ("0", .number("0")),
      ("-0.10e+05", .number("-0.10e+05")), ("12345678901234567890", .number("12345678901234567890")),
      (#""""#, .string("")), (#""å\u00e5\ud83d\ude00\/\b\f\n\r\t\"\\""#, .string("åå😀/\u{8}\u{C}\n\r\t\"\\")),
      (#""\u0000""#, .string("\0")), ("[]", .array([])), ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
      ("{}", .object([:])), (#"{ "a" : 1 , "a" : 2 }"#, .object(["a": .number("2")])), ("\u{7F}\"x\"", nil),
    ] as [(String, JSON?)])
  func accepts(text: String, value: JSON?) throws {
    if let value {
      #expect(try JSONReader.read(Array(text.utf8)) == value)
    } else {
      #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
    }
  }

  @Test(
    "refuses",
    arguments: [
      "", " ", "nul", "nulll", "True", "01", "-", "-01", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "Infinity",
      "\"", #""\""#, #""\x""#, #""\u12""#, #""\u123g""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"\t\"",
      "'a'", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", "{a:1}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
      #"{"a":1"#, #"{"a" 1}"#, #"{1:1}"#, "{}{}", "1 2", "[1]x", "\u{FEFF}1", "/**/1", "1//",
    ])
  func refuses(text: String) {
    #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test("takes nesting as deep as any request, and refuses what would exhaust the stack")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(String(repeating: "[", count: depth).utf8) + Array(String(repeating: "]", count: depth).utf8)
    }
    _ = try JSONReader.read(nested(JSONReader.maximumDepth))
    #expect(throws: JSONError.self) { try JSONReader.read(nested(JSONReader.maximumDepth + 1)) }
    #expect(throws: JSONError.self) { try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 65_536)) }
  }

  @Test("says where it went wrong")
  func position() {
    #expect(throws: JSONError(reason: "unexpected end", offset: 6)) { try JSONReader.read(Array(#"{"a": "#.utf8)) }
    #expect(throws: JSONError(reason: "no value", offset: 1)) { try JSONReader.read(Array("[x]".utf8)) }
  }

  @Test("what is written is read as the same value")
  func roundTrip() throws {
    let value = JSON.object([
      "text": .string("\u{0}\u{1F}\"\\/å😀\u{2028}"), "numbers": .array([.number("1"), .number("-2.5e3")]),
      "rest": .array([.null, .bool(true), .bool(false), .object([:]), .array([])]),
    ])
    var writer = JSONWriter()
    writer.value(value)
    #expect(try JSONReader.read(writer.bytes) == value)
  }
}
