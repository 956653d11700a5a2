/// Feedback to a session in which "did that help?" is not the open question (JSON-RPC −32602).
public struct NoFixToJudge: Error, Equatable, CustomStringConvertible {
  /// One sentence that says what to do.
  public var description: String {
    "the session is not being asked whether a fix helped: send what was said as a message"
  }
}
