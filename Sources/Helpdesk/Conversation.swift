import Dialogue
import FoundationEssentials
import SessionLog

/// A conversation as a turn left it: the stored row and, decoded, what the engine goes by.
///
/// An object, so that it can be told whether it is this very turn that another one was decided upon.
final class Conversation: Sendable {
  let stored: StoredSession
  let state: ConversationState

  /// A conversation at some turn; before the first, unless a state is given.
  init(_ stored: StoredSession, state: ConversationState = ConversationState()) {
    self.stored = stored
    self.state = state
  }

  /// Whether the log has the conversation at this turn still: no other process, and no other request, has moved it on.
  func isCurrent(_ row: StoredSession) -> Bool { row.id == stored.id && row.turn == stored.turn }

  /// The conversation's name for a person: never reused, and no ticket number.
  var reference: String { "C-\(stored.id)" }

  /// A conversation that goes on: as it is remembered, where that is current, else as it is stored. A state that this
  /// version can't read is forgotten rather than failed on.
  static func continuing(_ row: StoredSession, recent: Conversation?, in writer: LogWriter) throws -> Conversation {
    if let recent, recent.isCurrent(row) { return recent }
    let text = try writer.state(of: row.id) ?? ""
    let state = try? JSONDecoder().decode(ConversationState.self, from: Data(text.utf8))
    return Conversation(row, state: state ?? ConversationState())
  }
}
