import Helpdesk
import Logging
import TextAnalysis

/// A request as a line asks for it.
struct Request: Sendable {
  /// The id to answer under; `nil`: a notification, which is handled and not answered.
  var id: JSON?
  /// The number of the line in its stream.
  var line: Int
  /// When it was read.
  var received: ContinuousClock.Instant
  /// The method that is named, where there is such a method.
  var method: Method?
  /// What is asked.
  var call: Call
}

/// What a request asks.
enum Call: Sendable {
  case initialize(token: String?)
  case message(TurnRequest)
  case explain(text: String, language: Language?)
  case feedback(Feedback)
  case sessionGet(String)
  case sessionReset(String)
  case sessionEnd(String)
  case sessionDelete(String)
  case metrics
  case ping
  case reload(logLevel: Logger.Level?)
  /// The line could not be read as a request: the error is the answer.
  case refused(ProtocolError)
}

/// The methods, by their names.
enum Method: String, CaseIterable, Sendable {
  case initialize, message, explain, feedback
  case sessionGet = "session.get"
  case sessionReset = "session.reset"
  case sessionEnd = "session.end"
  case sessionDelete = "session.delete"
  case metrics, ping, reload
}

extension Request {
  /// The only version of the protocol so far.
  static let protocolVersion = 1

  /// A line that was refused before it was read to its end.
  init(line: Int, refused error: ProtocolError) {
    self.line = line
    received = .now
    id = .null
    call = .refused(error)
  }

  /// Reads a line, which is a request or else an error to answer with.
  init(line number: Int, bytes: [UInt8]) {
    line = number
    received = .now
    do throws(ProtocolError) {
      let members = try Self.members(of: bytes, line: number)
      id = members["id"].flatMap { $0.isValidID ? $0 : nil }
      if let problem = Self.problem(with: members) { throw problem }
      let method = try Self.method(of: members)
      self.method = method
      call = try Call(method, Params(members["params"]))
    } catch {
      // What can't be understood may not be a notification: it is answered in any case.
      if error.code == .parse || error.code == .invalidRequest { id = id ?? .null }
      call = .refused(error)
    }
  }

  private static func members(of bytes: [UInt8], line: Int) throws(ProtocolError) -> [String: JSON] {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw ProtocolError(.parse, "line \(line) is not UTF-8: invalid byte at \(error.byteOffsets.lowerBound)")
    }
    let value: JSON
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw ProtocolError(.parse, "line \(line) is not JSON: \(error)")
    }
    switch value {
    case .object(let members): return members
    case .array: throw ProtocolError(.invalidRequest, "batches are not supported: send one request a line")
    default: throw ProtocolError(.invalidRequest, "a request is an object, not \(value.kind)")
    }
  }

  private static func problem(with members: [String: JSON]) -> ProtocolError? {
    if members["jsonrpc"] != .string("2.0") {
      return ProtocolError(.invalidRequest, "member jsonrpc must be \"2.0\"")
    }
    if let id = members["id"], !id.isValidID {
      return ProtocolError(.invalidRequest, "member id must be a string, a number or null, not \(id.kind)")
    }
    guard case .string = members["method"] else {
      return ProtocolError(.invalidRequest, "member method must be a string")
    }
    return nil
  }

  private static func method(of members: [String: JSON]) throws(ProtocolError) -> Method {
    guard case .string(let name) = members["method"], let method = Method(rawValue: name) else {
      let methods = Method.allCases.map(\.rawValue).joined(separator: ", ")
      throw ProtocolError(.unknownMethod, "there is no such method; the methods are \(methods)")
    }
    return method
  }
}

extension JSON {
  fileprivate var isValidID: Bool {
    switch self {
    case .string, .number, .null: true
    case .bool, .array, .object: false
    }
  }
}
