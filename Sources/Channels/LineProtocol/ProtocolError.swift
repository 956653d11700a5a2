import Dialogue
import Helpdesk
import SessionLog

/// An error as the protocol tells it: a code, one sentence, and whether sending the same again may help.
///
/// The sentence never holds anything that a person wrote: it may end up in an adapter's log.
public struct ProtocolError: Error, Sendable, Equatable {
  /// What sort of error it is.
  public var code: Code
  /// One sentence.
  public var message: String
  /// True where the same request may succeed later.
  public var retry: Bool

  /// Makes an error of a sort that says something.
  public init(_ code: Code, _ message: String, retry: Bool = false) {
    self.code = code
    self.message = message
    self.retry = retry
  }

  /// The codes of JSON-RPC 2.0, and Fixline's own from −32001 down.
  public enum Code: Int, Sendable, CaseIterable {
    /// The line is not JSON.
    case parse = -32700
    /// The line is JSON, but no request.
    case invalidRequest = -32600
    /// There is no such method.
    case unknownMethod = -32601
    /// The parameters don't fit the method.
    case invalidParams = -32602
    /// Something broke inside.
    case `internal` = -32603
    /// The client wants a version of the protocol that this is not.
    case unsupportedProtocol = -32001
    /// There is no such session.
    case unknownSession = -32002
    /// The line is longer than allowed.
    case lineTooLong = -32003
    /// No more connections are taken.
    case tooManyConnections = -32004
    /// The log can't be read or written; nothing was recorded.
    case storeUnavailable = -32005
    /// New content has errors; the old stays in use.
    case contentInvalid = -32006
    /// The session sends too many messages a minute.
    case rateLimit = -32007
    /// The connection has not shown its token.
    case notAuthorised = -32008
  }
}

extension ProtocolError {
  /// What an error of the helpdesk or the log means to a client.
  init(_ error: any Error) {
    switch error {
    case let error as ProtocolError: self = error
    case let error as UnknownChoice: self.init(.invalidParams, Self.describe(error))
    case let error as NoFixToJudge: self.init(.invalidParams, error.description)
    case is UnknownSession: self.init(.unknownSession, "the log holds no such session")
    case let error as LogError: self.init(.storeUnavailable, error.description, retry: true)
    case let error as ContentInvalid: self.init(.contentInvalid, error.description)
    default: self.init(.internal, "the request could not be answered; the server's own log says why")
    }
  }

  /// The session sent more messages than it may in a minute.
  static func tooMany(_ limit: Int) -> ProtocolError {
    ProtocolError(.rateLimit, "a session may send \(limit) messages a minute: wait for the next", retry: true)
  }

  /// Like the error's own description, but for the choice itself, which a person may have typed.
  private static func describe(_ error: UnknownChoice) -> String {
    error.offered.isEmpty
      ? "params.choice was sent, but no question with choices is open"
      : "params.choice is not on offer; one of \(error.offered.joined(separator: ", "))"
  }
}
