import Dialogue

/// A JSON value (RFC 8259). Numbers keep their spelling, so that an id goes back as it came.
enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// What JSON calls this sort of value, for messages: "an array".
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Why bytes are not JSON, without a word of what they say.
struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in a few words.
  var reason: String
  /// Where, counted in bytes from 0.
  var offset: Int

  var description: String { "\(reason) at byte \(offset)" }
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
      writer.object { for (name, value) in members.sorted(by: { $0.key < $1.key }) { $0.member(named: name, value) } }
    }
  }
}
