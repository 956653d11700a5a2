import Helpdesk
import Logging
import TextAnalysis

/// The parameters of a request. Members that no method knows are ignored; `null` counts as left out.
struct Params {
  private let members: [String: JSON]

  /// The longest session id, in bytes of UTF-8.
  static let maximumSessionID = 200

  init(_ value: JSON?) throws(ProtocolError) {
    switch value {
    case nil, .null: members = [:]
    case .object(let members): self.members = members
    case .some(let other): throw ProtocolError(.invalidParams, "params must be an object, not \(other.kind)")
    }
  }

  subscript(name: String) -> JSON? {
    members[name].flatMap { $0 == .null ? nil : $0 }
  }

  /// A string that may be left out.
  func string(_ name: String) throws(ProtocolError) -> String? {
    switch self[name] {
    case nil: return nil
    case .string(let value): return value
    case .some(let other): throw ProtocolError(.invalidParams, "params.\(name) must be a string, not \(other.kind)")
    }
  }

  /// A string that has to be there.
  func required(_ name: String) throws(ProtocolError) -> String {
    guard let value = try string(name) else { throw ProtocolError(.invalidParams, "params.\(name) is missing") }
    return value
  }

  /// The session's id, stored as given.
  func session() throws(ProtocolError) -> String {
    let session = try required("session")
    guard (1...Self.maximumSessionID).contains(session.utf8.count) else {
      throw ProtocolError(
        .invalidParams, "params.session must have 1 to \(Self.maximumSessionID) bytes, not \(session.utf8.count)")
    }
    return try Self.withoutNull(session, in: "session")
  }

  /// The channel's own id of a message, which may be left out.
  func messageID() throws(ProtocolError) -> String? {
    let id = try string("message_id")
    if id == "" { throw ProtocolError(.invalidParams, "params.message_id must not be empty") }
    return try id.map { id throws(ProtocolError) in try Self.withoutNull(id, in: "message_id") }
  }

  /// An id, unless the log would take it for a shorter one: there a text ends with U+0000.
  private static func withoutNull(_ id: String, in name: String) throws(ProtocolError) -> String {
    guard !id.utf8.contains(0) else {
      throw ProtocolError(.invalidParams, "params.\(name) must not contain U+0000")
    }
    return id
  }

  /// One of a few words, or nothing.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, of type: Word.Type
  ) throws(ProtocolError) -> Word? where Word.RawValue == String {
    guard let text = try string(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw ProtocolError(.invalidParams, "params.\(name) must be one of \(words)")
    }
    return word
  }
}

extension Call {
  init(_ method: Method, _ params: Params) throws(ProtocolError) {
    switch method {
    case .initialize: self = try .initialize(params)
    case .message: self = try .message(params)
    case .explain:
      self = .explain(text: try params.required("text"), language: try params.word("language", of: Language.self))
    case .feedback: self = try .feedback(params)
    case .sessionGet: self = .sessionGet(try params.session())
    case .sessionReset: self = .sessionReset(try params.session())
    case .sessionEnd: self = .sessionEnd(try params.session())
    case .sessionDelete: self = .sessionDelete(try params.session())
    case .metrics: self = .metrics
    case .ping: self = .ping
    case .reload: self = .reload(logLevel: try params.word("log_level", of: Logger.Level.self))
    }
  }

  private static func initialize(_ params: Params) throws(ProtocolError) -> Call {
    if let version = params["protocol"], !version.equals(Request.protocolVersion) {
      throw ProtocolError(.unsupportedProtocol, "the protocol's version here is \(Request.protocolVersion)")
    }
    return .initialize(token: try params.string("token"))
  }

  private static func message(_ params: Params) throws(ProtocolError) -> Call {
    let session = try params.session()
    let choice = try params.string("choice")
    guard let text = try params.string("text") ?? choice.map({ _ in "" }) else {
      throw ProtocolError(.invalidParams, "params.text is missing, and so is params.choice")
    }
    // A text ends with U+0000 in the log, and nobody means anything by it.
    let whole = text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    return .message(TurnRequest(session: session, messageID: try params.messageID(), text: whole, choice: choice))
  }

  private static func feedback(_ params: Params) throws(ProtocolError) -> Call {
    let session = try params.session()
    guard let helped = try params.word("helped", of: Feedback.Helped.self) else {
      throw ProtocolError(.invalidParams, "params.helped is missing")
    }
    return .feedback(Feedback(session: session, helped: helped, messageID: try params.messageID()))
  }
}

extension JSON {
  /// Whether this is a number of this value, however it is spelt.
  fileprivate func equals(_ value: Int) -> Bool {
    guard case .number(let spelling) = self else { return false }
    return Double(spelling) == Double(value)
  }
}
