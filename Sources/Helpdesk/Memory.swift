import Synchronization

/// What a helpdesk holds of conversations beside the log, by their sessions.
final class Memory: Sendable {
  /// As the log has them, or had them: a row that another process has moved on overrules them.
  private let committed: RecentlyUsed<ExactText, Conversation>
  /// As turns will leave them that are decided and not yet committed.
  private let ahead = Mutex<[ExactText: Conversation]>([:])

  init(capacity: Int) { committed = RecentlyUsed(capacity: capacity) }

  /// A session's conversation as the log has or had it.
  func committed(_ session: ExactText) -> Conversation? { committed[session] }

  /// A session's conversation as far as it is decided.
  func latest(_ session: ExactText) -> Conversation? { ahead.withLock { $0[session] } ?? committed[session] }

  /// Notes what turns will come to if they are committed.
  func note(_ lanes: [Lane]) {
    ahead.withLock { ahead in
      for lane in lanes {
        if let moved = lane.ahead?.outcome.moved { ahead[lane.session] = moved.conversation }
      }
    }
  }

  /// Takes what was committed for these sessions in place of what was decided ahead. Where that is something else, or
  /// nothing, what was decided upon it is forgotten too.
  func settle(_ lanes: [Lane], committed moved: [ExactText: Conversation]) {
    for (session, conversation) in moved { committed[session] = conversation }
    ahead.withLock { ahead in
      for lane in lanes {
        guard let decided = lane.ahead?.outcome.moved?.conversation else { continue }
        if decided === ahead[lane.session] || decided !== moved[lane.session] { ahead[lane.session] = nil }
      }
    }
  }
}
