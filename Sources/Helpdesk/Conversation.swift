import Dialogue
import FoundationEssentials
import SessionLog

/// A conversation while a batch is answered: the stored row and, decoded, what the engine goes by.
struct Conversation: Sendable {
  var stored: StoredSession
  var state: ConversationState

  /// A conversation that has not begun.
  init(starting stored: StoredSession) {
    self.stored = stored
    state = ConversationState()
  }

  /// A conversation that goes on: as it is remembered, where no other process has moved it on since, else as it is
  /// stored. A state that this version can't read is forgotten rather than failed on.
  init(continuing stored: StoredSession, recent: Conversation?, in writer: LogWriter) throws {
    self.stored = stored
    if let recent, recent.stored.id == stored.id, recent.stored.turn == stored.turn {
      state = recent.state
    } else {
      let text = try writer.state(of: stored.id) ?? ""
      state = (try? JSONDecoder().decode(ConversationState.self, from: Data(text.utf8))) ?? ConversationState()
    }
  }

  /// The conversation's name for a person: never reused, and no ticket number.
  var reference: String { "C-\(stored.id)" }
}
