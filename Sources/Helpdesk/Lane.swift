import Dialogue
import Dispatch
import FoundationEssentials
import Redaction
import SessionLog
import Synchronization
import TextAnalysis

/// The messages of one session in a batch. Once its conversation is known it needs nothing but itself, so that lanes are
/// decided side by side.
struct Lane: Sendable {
  /// A message, with the answer that it was given before.
  struct Message: Sendable {
    /// Its place in the batch.
    var index: Int
    var request: TurnRequest
    var earlier: TurnResponse?
  }

  /// What a message came to, at its place in the batch. An object, since it is handed on several times before it is
  /// written and has thirty parts.
  final class Answer: Sendable {
    let index: Int
    let result: Result<TurnResponse, any Error>
    /// The turn to be kept; `nil` where the message moved nothing. The log's number for its content is given when it is
    /// written.
    let turn: NewTurn?

    init(index: Int, result: Result<TurnResponse, any Error>, turn: NewTurn? = nil) {
      self.index = index
      self.result = result
      self.turn = turn
    }
  }

  /// The conversation as messages leave it, with the text of its state.
  typealias Moved = (conversation: Conversation, state: String)

  /// What a lane came to.
  struct Outcome: Sendable {
    var answers: [Answer]
    /// `nil` where nothing moved the conversation.
    var moved: Moved?
  }

  let session: ExactText
  var messages: [Message] = []
  /// Where the session's next turn belongs; `nil` where no message needs one, or it is not known yet.
  var conversation: Conversation?
  /// What the lane comes to if this is what the log still has when it is committed.
  var ahead: (start: Conversation, outcome: Outcome)?

  init(session: ExactText) { self.session = session }

  /// Whether a message is there that was not answered before.
  var needsConversation: Bool { messages.contains { $0.earlier == nil } }
}

/// What all lanes of a batch have in common.
struct Deciding: Sendable {
  let engine: DialogueEngine
  let options: HelpdeskOptions
  let now: Date

  /// Whether a session's next message goes on with this conversation.
  func goesOn(_ stored: StoredSession) -> Bool {
    !stored.closed && now.timeIntervalSince(stored.used) < options.idle
  }

  /// Decides all lanes, on all cores where there are several.
  func decide(_ lanes: [Lane]) -> [Lane.Outcome] {
    guard lanes.count > 1 else { return lanes.map(decide) }
    // Few enough shares that they needn't wait for each other, enough that no core is done long before another.
    let size = max(1, lanes.count / Self.shares)
    let starts = Array(stride(from: 0, to: lanes.count, by: size))
    let outcomes = Mutex([[Lane.Outcome]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { share in
      let decided = lanes[starts[share]...].prefix(size).map(decide)
      outcomes.withLock { $0[share] = decided }
    }
    return outcomes.withLock { $0.flatMap(\.self) }
  }

  /// Into how many shares lanes are divided among the cores.
  private static let shares = 16

  /// Answers a lane's messages in order.
  private func decide(_ lane: Lane) -> Lane.Outcome {
    var outcome = Lane.Outcome(answers: [], moved: nil)
    var answered: [ExactText: TurnResponse] = [:]
    var conversation = lane.conversation
    var isMoved = false
    for message in lane.messages {
      let name = message.request.messageID.map(ExactText.init)
      if var earlier = message.earlier ?? name.flatMap({ answered[$0] }) {
        earlier.repeated = true
        outcome.answers.append(Lane.Answer(index: message.index, result: .success(earlier)))
      } else if let before = conversation {
        let (answer, after) = take(message, in: before)
        outcome.answers.append(answer)
        guard let after, case .success(let response) = answer.result else { continue }
        conversation = after
        isMoved = true
        if let name, lane.messages.count > 1 { answered[name] = response }
      }
    }
    if isMoved, let conversation { outcome.moved = (conversation, conversation.state.json) }
    return outcome
  }

  /// Takes one message: what it is answered with, and the conversation after it, unless it moved nothing.
  private func take(_ message: Lane.Message, in conversation: Conversation) -> (Lane.Answer, Conversation?) {
    let request = message.request
    // "Yes" may be on offer for another question, too.
    if request.isFeedback, conversation.state.question?.subject != .helped {
      return (Lane.Answer(index: message.index, result: .failure(NoFixToJudge())), nil)
    }
    let text = RedactedText(redacting: request.text)
    let start = ContinuousClock.now
    let input = TurnInput(
      text: text, choice: request.choice, session: request.session, reference: conversation.reference,
      preferredLanguage: options.language)
    let result: TurnResult
    do {
      result = try engine.turn(conversation.state, input)
    } catch {
      return (Lane.Answer(index: message.index, result: .failure(error)), nil)
    }
    let latency = Int((ContinuousClock.now - start) / .microseconds(1))
    let after = self.conversation(conversation, after: result, text)
    var response = TurnResponse(
      session: request.session, turn: after.stored.turn, language: result.record.language, replies: result.replies,
      state: TurnResponse.State(result.state))
    let stored = StoredResult(response).json
    response.stored = stored
    var turn = NewTurn(
      session: after.stored.id, number: response.turn, message: request.messageID, at: now, text: text,
      choice: request.choice, language: result.record.language.rawValue, decision: result.record.decision,
      outcome: result.record.outcome.rawValue, content: 0, latency: latency,
      result: stored)
    turn.intent = result.record.intent
    turn.score = result.record.score
    turn.question = result.record.question
    turn.facts = result.record.facts.json
    turn.fix = result.record.fix
    turn.candidates = result.record.candidates.json
    return (Lane.Answer(index: message.index, result: .success(response), turn: turn), after)
  }

  /// The conversation after a turn.
  private func conversation(
    _ before: Conversation, after result: TurnResult, _ text: RedactedText
  ) -> Conversation {
    var stored = before.stored
    stored.turn += 1
    stored.used = now
    stored.language = result.record.language.rawValue
    stored.outcome = result.record.outcome.rawValue
    stored.intent = result.record.intent ?? stored.intent
    return Conversation(stored, state: result.state)
  }
}
