public import Dialogue
public import FoundationEssentials
import SessionLog
import TextAnalysis

/// What else can be done with a session.
extension Helpdesk {
  /// Where a session stands.
  ///
  /// - Throws: ``UnknownSession``, or `LogError` where the log can't be read.
  public func session(_ id: String) throws -> SessionStatus {
    guard let stored = try log.session(named: id) else { throw UnknownSession(session: id) }
    return SessionStatus(stored, state: try standing(of: stored))
  }

  /// What was said last in a session where that left a question open for its next message; else nothing.
  ///
  /// - Throws: `LogError` where the log can't be read.
  public func openReplies(_ id: String, now: Date) throws -> [Reply] {
    guard let stored = try log.session(named: id), !stored.closed,
      now.timeIntervalSince(stored.used) < options.idle, let result = try log.lastResult(of: stored.id)
    else { return [] }
    let last = try StoredResult(json: result)
    return last.state.awaiting == nil ? [] : last.replies
  }

  /// Forgets the topic and every fact: the next message begins a new conversation. The turn's number goes on.
  ///
  /// - Throws: ``UnknownSession``, or `LogError` where the log can't be written.
  public func reset(_ id: String) throws { try end(id) }

  /// Ends a session's conversation.
  ///
  /// - Parameters:
  ///   - id: the session.
  ///   - outcome: what it came to; `nil`: as it stands, `abandoned` where it stands open.
  /// - Throws: ``UnknownSession``, or `LogError` where the log can't be written.
  public func end(_ id: String, outcome: Outcome? = nil) throws {
    try log.write { writer in
      guard var stored = try writer.session(named: id) else { throw UnknownSession(session: id) }
      guard !stored.closed else { return }
      stored.close(as: outcome?.rawValue)
      try writer.save(stored)
    }
  }

  /// Takes the answer to "did that help?".
  ///
  /// - Parameters:
  ///   - id: the session.
  ///   - helped: `yes`, `no` or `partly`.
  ///   - messageID: the channel's own id; the same one again gives the stored reply.
  ///   - now: the time.
  /// - Throws: ``UnknownSession``, ``NoFixToJudge`` where that is not the open question, or `LogError`.
  public func feedback(_ id: String, helped: String, messageID: String? = nil, now: Date) throws -> TurnResponse {
    guard try log.session(named: id) != nil else { throw UnknownSession(session: id) }
    var request = TurnRequest(session: id, messageID: messageID, text: "", choice: helped)
    request.isFeedback = true
    return try respond(to: request, now: now)
  }

  /// Deletes a session and all that was said in it; nothing of it is left in the file.
  ///
  /// - Throws: ``UnknownSession``, or `LogError` where the log can't be written.
  public func delete(_ id: String) throws {
    guard try log.delete(sessionsNamed: id) > 0 else { throw UnknownSession(session: id) }
  }

  private func standing(of stored: StoredSession) throws -> TurnResponse.State {
    guard !stored.closed, let result = try log.lastResult(of: stored.id) else { return TurnResponse.State() }
    return try StoredResult(json: result).state
  }
}
