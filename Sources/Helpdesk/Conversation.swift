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

  /// A conversation that goes on. A state that this version can't read is forgotten rather than failed on.
  init(continuing stored: StoredSession, recent: Conversation?) {
    self.stored = stored
    if let recent, recent.stored.id == stored.id, recent.stored.turn == stored.turn {
      state = recent.state
    } else {
      state = Self.state(from: stored)
    }
  }

  static func state(from stored: StoredSession) -> ConversationState {
    (try? JSONDecoder().decode(ConversationState.self, from: Data(stored.state.utf8))) ?? ConversationState()
  }

  /// The conversation's name for a person: never reused, and no ticket number.
  var reference: String { "C-\(stored.id)" }
}
