import Dialogue
import FoundationEssentials
import Knowledge
import Redaction
import SessionLog
import TextAnalysis

/// Answers messages within one transaction of the log: all are decided first, then all is written. Whatever a batch has
/// learned counts only once that is committed.
struct Batch {
  let writer: LogWriter
  let engine: DialogueEngine
  let options: HelpdeskOptions
  let now: Date
  /// Conversations answered lately, by session. A row that another process has moved on overrules them.
  let recent: RecentlyUsed<String, Conversation>
  /// The conversations that this batch moves, by session.
  private(set) var moved: [String: Conversation] = [:]
  /// What this batch has answered to messages that have an id.
  private var answered: [MessageKey: TurnResponse] = [:]
  private var turns: [NewTurn] = []
  private let content: Int64
  private var nextSession: Int64?

  private struct MessageKey: Hashable {
    var session: String
    var message: String
  }

  init(
    writer: LogWriter, engine: DialogueEngine, options: HelpdeskOptions, now: Date,
    recent: RecentlyUsed<String, Conversation>
  ) throws {
    self.writer = writer
    self.engine = engine
    self.options = options
    self.now = now
    self.recent = recent
    content = try writer.content(version: engine.knowledge.version)
  }

  /// Answers one message.
  ///
  /// - Throws: only what fails the whole batch. A request that is wrong in itself gives a failed result and moves
  ///   nothing.
  mutating func answer(_ request: TurnRequest) throws -> Result<TurnResponse, any Error> {
    if let earlier = try earlierAnswer(to: request) { return .success(earlier) }
    let conversation = try conversation(of: request.session)
    // "Yes" may be on offer for another question, too.
    if request.isFeedback, conversation.state.question?.subject != .helped {
      return .failure(NoFixToJudge())
    }
    let text = RedactedText(redacting: request.text, context: conversation.stored.guarded ? .guarded : .general)
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let input = TurnInput(
        text: text, choice: request.choice, session: request.session, reference: conversation.reference,
        preferredLanguage: options.language)
      let result = try engine.turn(conversation.state, input)
      let latency = Int((clock.now - start) / .microseconds(1))
      return .success(try keep(result, of: conversation, request, text, latency))
    } catch let error as UnknownChoice {
      return .failure(error)
    }
  }

  /// Writes all turns, and the conversations as they now stand.
  mutating func commit() throws {
    for conversation in moved.values {
      var stored = conversation.stored
      stored.state = try conversation.state.json()
      try writer.save(stored)
    }
    for turn in turns { try writer.add(turn) }
  }
}

extension Batch {
  /// The stored answer to a message whose id was seen before.
  private func earlierAnswer(to request: TurnRequest) throws -> TurnResponse? {
    guard let message = request.messageID else { return nil }
    if var response = answered[MessageKey(session: request.session, message: message)] {
      response.repeated = true
      return response
    }
    guard let stored = try writer.answer(to: message, in: request.session) else { return nil }
    let result = try StoredResult(json: stored.result)
    return TurnResponse(
      session: request.session, turn: stored.number, language: result.language, replies: result.replies,
      state: result.state, repeated: true)
  }

  /// The conversation that a session's next message belongs to; a new one where the last is over or was idle for long.
  private mutating func conversation(of session: String) throws -> Conversation {
    if let conversation = moved[session] { return conversation }
    guard var last = try writer.session(named: session) else { return try begin(session, after: 0) }
    if last.closed { return try begin(session, after: last.turn) }
    if now.timeIntervalSince(last.used) >= options.idle {
      last.close()
      try writer.save(last)
      return try begin(session, after: last.turn)
    }
    return Conversation(continuing: last, recent: recent[session])
  }

  private mutating func begin(_ session: String, after turn: Int) throws -> Conversation {
    let id = try nextSession ?? writer.nextSession()
    nextSession = id + 1
    return Conversation(starting: StoredSession(name: session, id: id, after: turn, now: now))
  }

  /// Notes what a turn led to.
  private mutating func keep(
    _ result: TurnResult, of conversation: Conversation, _ request: TurnRequest, _ text: RedactedText, _ latency: Int
  ) throws -> TurnResponse {
    let record = result.record
    var conversation = conversation
    conversation.state = result.state
    conversation.stored.turn += 1
    conversation.stored.used = now
    conversation.stored.language = record.language.rawValue
    conversation.stored.outcome = record.outcome.rawValue
    conversation.stored.guarded = conversation.stored.guarded || text.isSensitive
    moved[request.session] = conversation

    let response = TurnResponse(
      session: request.session, turn: conversation.stored.turn, language: record.language, replies: result.replies,
      state: TurnResponse.State(result.state))
    var turn = NewTurn(
      session: conversation.stored.id, number: response.turn, message: request.messageID, at: now, text: text,
      choice: request.choice, language: record.language.rawValue, decision: record.decision,
      outcome: record.outcome.rawValue, content: content, latency: latency,
      result: try StoredResult(response).json())
    turn.intent = record.intent
    turn.score = record.score
    turn.question = record.question
    turn.facts = try record.facts.json()
    turn.fix = record.fix
    turn.candidates = try record.candidates.json()
    turns.append(turn)
    if let message = request.messageID {
      answered[MessageKey(session: request.session, message: message)] = response
    }
    return response
  }
}
