import Dialogue
import FoundationEssentials
import Knowledge
import SessionLog
import TextAnalysis

/// Answers prepared messages within one transaction of the log: what was decided ahead is compared with the log, what
/// doesn't fit it is decided here, then all of it is written.
struct Batch {
  private let writer: LogWriter
  private let deciding: Deciding
  private let lanes: [Lane]
  private let memory: Memory
  /// The conversations as they now stand, with the texts of their states.
  private var states: [(session: ExactText, moved: Lane.Moved)] = []
  /// What moved a conversation, in the order of the messages.
  private var answers: [Lane.Answer?]
  private var nextSession: Int64?

  /// The conversations that this batch moves.
  var moved: [ExactText: Conversation] {
    Dictionary(states.map { ($0.session, $0.moved.conversation) }) { $1 }
  }

  init(_ prepared: PreparedTurns, writer: LogWriter, memory: Memory) {
    self.writer = writer
    self.memory = memory
    deciding = prepared.deciding
    lanes = prepared.lanes
    answers = Array(repeating: nil, count: prepared.count)
    states.reserveCapacity(lanes.count)
  }

  /// Answers the messages in the order in which they came.
  ///
  /// - Throws: only what fails the whole batch. A request that is wrong in itself gives a failed result and moves
  ///   nothing.
  mutating func answer() throws -> [Result<TurnResponse, any Error>] {
    var results: [Result<TurnResponse, any Error>?] = Array(repeating: nil, count: answers.count)
    func take(_ outcome: Lane.Outcome, of lane: Lane) {
      for answer in outcome.answers {
        results[answer.index] = answer.result
        answers[answer.index] = answer
      }
      if let moved = outcome.moved { states.append((lane.session, moved)) }
    }

    var undecided: [Lane] = []
    for var lane in lanes {
      if let outcome = try bring(&lane) { take(outcome, of: lane) } else { undecided.append(lane) }
    }
    for (lane, outcome) in zip(undecided, deciding.decide(undecided)) { take(outcome, of: lane) }
    return results.compactMap(\.self)
  }

  /// Writes the conversations as they now stand, and all turns in the order of their messages.
  func commit() throws {
    for (_, moved) in states { try writer.save(moved.conversation.stored, state: moved.state) }
    let content = try writer.content(version: deciding.engine.knowledge.version)
    for case let answer? in answers {
      if let turn = answer.turn { try writer.add(turn, content: content) }
    }
  }
}

extension Batch {
  /// What a lane came to where that was decided ahead upon what the log has now; `nil` where it has to be decided, for
  /// which it then has all it needs.
  private mutating func bring(_ lane: inout Lane) throws -> Lane.Outcome? {
    var isNew = true
    for index in lane.messages.indices {
      guard let earlier = try earlierAnswer(to: lane.messages[index].request) else { continue }
      lane.messages[index].earlier = earlier
      isNew = false
    }
    if isNew, let (start, outcome) = lane.ahead, start === memory.committed(lane.session),
      try writer.isOpen(start.stored.id, at: start.stored.turn)
    {
      return outcome
    }
    lane.conversation = lane.needsConversation ? try conversation(of: lane.session) : nil
    return nil
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
  private mutating func conversation(of session: ExactText) throws -> Conversation {
    guard var last = try writer.session(named: session.text) else { return try begin(session, after: 0) }
    if deciding.goesOn(last) {
      return try .continuing(last, recent: memory.committed(session), in: writer)
    }
    if !last.closed {
      last.close()
      try writer.save(last)
    }
    return try begin(session, after: last.turn)
  }

  private mutating func begin(_ session: ExactText, after turn: Int) throws -> Conversation {
    let id = try nextSession ?? writer.nextSession()
    nextSession = id + 1
    return Conversation(StoredSession(name: session.text, id: id, after: turn, now: deciding.now))
  }
}
