import Dialogue
import FoundationEssentials
import Redaction
import SessionLog
import TextAnalysis

/// The messages of one session in a batch. Once it is loaded it needs nothing but itself, so that lanes are decided side
/// by side.
struct Lane: Sendable {
  /// A message, with the answer that it was given before.
  struct Message: Sendable {
    /// Its place in the batch.
    var index: Int
    var request: TurnRequest
    var earlier: TurnResponse?
  }

  /// What a message came to, at its place in the batch.
  struct Answer: Sendable {
    var index: Int
    var result: Result<TurnResponse, any Error>
    /// The turn to be kept; `nil` where the message moved nothing.
    var turn: NewTurn?
  }

  /// What a lane came to.
  struct Outcome: Sendable {
    var answers: [Answer]
    /// The conversation as it now stands, with the text of its state; `nil` where nothing moved it.
    var moved: (conversation: Conversation, state: String)?
  }

  private(set) var messages: [Message] = []
  /// Where the session's next turn belongs; `nil` where no message needs one.
  var conversation: Conversation?

  /// Whether a message is there that was not answered before.
  var needsConversation: Bool { messages.contains { $0.earlier == nil } }

  mutating func add(_ request: TurnRequest, at index: Int, earlier: TurnResponse?) {
    messages.append(Message(index: index, request: request, earlier: earlier))
  }
}

/// What all lanes of a batch have in common.
struct Deciding: Sendable {
  let engine: DialogueEngine
  let options: HelpdeskOptions
  let now: Date
  /// The log's number for the content.
  let content: Int64

  /// Answers a lane's messages in order.
  func decide(_ lane: Lane) -> Lane.Outcome {
    var outcome = Lane.Outcome(answers: [], moved: nil)
    var answered: [[UInt8]: TurnResponse] = [:]
    var conversation = lane.conversation
    var isMoved = false
    for message in lane.messages {
      let name = message.request.messageID.map { Array($0.utf8) }
      if var earlier = message.earlier ?? name.flatMap({ answered[$0] }) {
        earlier.repeated = true
        outcome.answers.append(Lane.Answer(index: message.index, result: .success(earlier)))
      } else if let before = conversation {
        let (answer, after) = take(message, in: before)
        outcome.answers.append(answer)
        guard let after, case .success(let response) = answer.result else { continue }
        conversation = after
        isMoved = true
        if let name { answered[name] = response }
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
    let text = RedactedText(redacting: request.text, context: conversation.stored.guarded ? .guarded : .general)
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
      outcome: result.record.outcome.rawValue, content: content, latency: latency,
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
    var conversation = before
    conversation.state = result.state
    conversation.stored.turn += 1
    conversation.stored.used = now
    conversation.stored.language = result.record.language.rawValue
    conversation.stored.outcome = result.record.outcome.rawValue
    conversation.stored.intent = result.record.intent ?? before.stored.intent
    conversation.stored.guarded = before.stored.guarded || text.isSensitive
    return conversation
  }
}
