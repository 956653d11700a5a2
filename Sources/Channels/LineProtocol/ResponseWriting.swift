public import Dialogue
public import Helpdesk

extension TurnResponse: JSONWritable {
  /// Writes what the protocol gives for a message.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("session", session)
      $0.member("turn", turn)
      $0.members(of: result)
      $0.member("repeated", repeated)
    }
  }
}
