/// A session that the log doesn't hold (JSON-RPC −32002).
public struct UnknownSession: Error, Equatable, CustomStringConvertible {
  /// The session's id, as given.
  public var session: String

  /// One sentence that says what to do.
  public var description: String { "no session \"\(session)\" is in the log: send it a message to begin one" }
}
