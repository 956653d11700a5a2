import Dialogue
import Dispatch
import FoundationEssentials
import Knowledge
import SessionLog
import Synchronization
import TextAnalysis

/// Answers messages within one transaction of the log: all sessions are loaded first, then decided side by side, then
/// written. Whatever a batch has learned counts only once that is committed.
struct Batch {
  let writer: LogWriter
  let deciding: Deciding
  /// Conversations answered lately, by their numbers. A row that another process has moved on overrules them.
  let recent: RecentlyUsed<Int64, Conversation>
  /// The conversations that this batch moves.
  private(set) var moved: [Conversation] = []
  private var outcomes: [Lane.Outcome] = []
  private var nextSession: Int64?

  init(
    writer: LogWriter, engine: DialogueEngine, options: HelpdeskOptions, now: Date,
    recent: RecentlyUsed<Int64, Conversation>
  ) throws {
    self.writer = writer
    self.recent = recent
    let content = try writer.content(version: engine.knowledge.version)
    deciding = Deciding(engine: engine, options: options, now: now, content: content)
  }

  /// Answers messages in the order in which they came.
  ///
  /// - Throws: only what fails the whole batch. A request that is wrong in itself gives a failed result and moves
  ///   nothing.
  mutating func answer(_ requests: [TurnRequest]) throws -> [Result<TurnResponse, any Error>] {
    outcomes = Self.decide(try lanes(of: requests), deciding)
    var results: [Result<TurnResponse, any Error>?] = Array(repeating: nil, count: requests.count)
    for answer in outcomes.lazy.flatMap(\.answers) { results[answer.index] = answer.result }
    return results.compactMap(\.self)
  }

  /// Writes the conversations as they now stand, and all turns in the order of their messages.
  mutating func commit() throws {
    for case let (conversation, state)? in outcomes.map(\.moved) {
      try writer.save(conversation.stored, state: state)
      moved.append(conversation)
    }
    let answers = outcomes.flatMap(\.answers).sorted { $0.index < $1.index }
    for turn in answers.compactMap(\.turn) { try writer.add(turn) }
  }

  /// Decides all lanes, on all cores where there are several.
  private static func decide(_ lanes: [Lane], _ deciding: Deciding) -> [Lane.Outcome] {
    guard lanes.count > 1 else { return lanes.map(deciding.decide) }
    let outcomes = Mutex([Lane.Outcome?](repeating: nil, count: lanes.count))
    DispatchQueue.concurrentPerform(iterations: lanes.count) { index in
      let outcome = deciding.decide(lanes[index])
      outcomes.withLock { $0[index] = outcome }
    }
    return outcomes.withLock { $0.compactMap(\.self) }
  }
}

extension Batch {
  /// The messages by session, each with the conversation that it belongs to.
  private mutating func lanes(of requests: [TurnRequest]) throws -> [Lane] {
    var lanes: [Lane] = []
    // By their bytes, as the log has them: two strings are equal where they only look alike.
    var places: [[UInt8]: Int] = [:]
    for (index, request) in requests.enumerated() {
      let session = Array(request.session.utf8)
      let place = places[session] ?? lanes.count
      if place == lanes.count {
        places[session] = place
        lanes.append(Lane())
      }
      lanes[place].add(request, at: index, earlier: try earlierAnswer(to: request))
    }
    for index in lanes.indices where lanes[index].needsConversation {
      lanes[index].conversation = try conversation(of: lanes[index].messages[0].request.session)
    }
    return lanes
  }

  /// The stored answer to a message whose id was seen before.
  private func earlierAnswer(to request: TurnRequest) throws -> TurnResponse? {
    guard let message = request.messageID,
      let stored = try writer.answer(to: message, in: request.session)
    else { return nil }
    let result = try StoredResult(json: stored.result)
    return TurnResponse(
      session: request.session, turn: stored.number, language: result.language, replies: result.replies,
      state: result.state, repeated: true, stored: stored.result)
  }

  /// The conversation that a session's next message belongs to; a new one where the last is over or was idle for long.
  private mutating func conversation(of session: String) throws -> Conversation {
    guard var last = try writer.session(named: session) else { return try begin(session, after: 0) }
    if last.closed { return try begin(session, after: last.turn) }
    if deciding.now.timeIntervalSince(last.used) >= deciding.options.idle {
      last.close()
      try writer.save(last)
      return try begin(session, after: last.turn)
    }
    return try Conversation(continuing: last, recent: recent[last.id], in: writer)
  }

  private mutating func begin(_ session: String, after turn: Int) throws -> Conversation {
    let id = try nextSession ?? writer.nextSession()
    nextSession = id + 1
    return Conversation(starting: StoredSession(name: session, id: id, after: turn, now: deciding.now))
  }
}
