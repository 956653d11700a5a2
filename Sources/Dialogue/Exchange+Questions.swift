import Knowledge

/// Asking, and asking again.
extension Exchange {
  /// Asks for a slot; the first time for a symptom, names what was understood.
  mutating func ask(_ slot: String, leading lead: String = "") {
    guard let question = engine.knowledge.questions[slot] else { return }
    guard state.running != Running(question: slot, turns: OpenQuestion.showings) else {
      // Put twice running already, for another symptom perhaps: that it isn't answered is an answer.
      learn(slot, Question.unknown)
      return proceed(leading: lead)
    }
    state.topic?.asked += 1
    state.topic?.askedSlots.append(slot)
    state.question = OpenQuestion(subject: .slot(slot))
    let wording = state.said["ask " + slot, default: 0]
    state.said["ask " + slot] = wording + 1
    append(question, wording.isMultiple(of: 2) ? question.ask : question.again, lead: lead)
  }

  /// Counts for how many turns running the same question was put.
  mutating func countRunning() {
    let asked = replies.last { $0.kind == .question || $0.kind == .didYouMean }?.question
    let turns = asked == state.running.question ? state.running.turns + 1 : 1
    state.running = Running(question: asked ?? "", turns: asked == nil ? 0 : turns)
  }

  /// Offers two or three symptoms to choose from.
  mutating func offer(_ intents: [String]) {
    state.question = OpenQuestion(subject: .intent(intents))
    appendOffer(of: intents)
  }

  /// Asks whether the fix helped, with what comes after it.
  mutating func askWhetherHelped() {
    state.question = OpenQuestion(subject: .helped)
    var reply = Reply(.question, "")
    if let next = state.waiting.first(where: \.given.isEmpty) {
      reply.text = wording(
        next.given.isEmpty && next.asked == 0 ? "helped-second" : "helped-return", ["topic": title(next.intent)])
    } else {
      reply.text = wording("helped")
    }
    reply.question = "helped"
    reply.intent = state.topic?.intent
    replies.append(reply)
  }

  /// Puts the open question again in other words, unless it was put twice running already.
  ///
  /// - Returns: whether it was put.
  @discardableResult
  mutating func askAgain() -> Bool {
    guard var question = state.question, question.shown < OpenQuestion.showings,
      state.running != Running(question: question.name, turns: OpenQuestion.showings)
    else { return false }
    question.shown += 1
    state.question = question
    switch question.subject {
    case .slot(let slot):
      guard let content = engine.knowledge.questions[slot] else { return false }
      let wording = state.said["ask " + slot, default: 0]
      state.said["ask " + slot] = wording + 1
      append(content, wording.isMultiple(of: 2) ? content.ask : content.again)
    case .intent(let intents): appendOffer(of: intents)
    case .helped, .person: return false
    }
    return true
  }

  /// Puts a question's choices under the reply that names it.
  mutating func listChoices(of question: Question) {
    guard var reply = replies.popLast() else { return }
    reply.question = question.slot
    reply.intent = state.topic?.intent
    reply.options = options(of: question)
    replies.append(reply.withNumberedOptions())
  }

  private mutating func options(of question: Question) -> [Reply.Option] {
    question.options.map { Reply.Option(value: $0.value, label: text($0.label)) }
      + [Reply.Option(value: Question.unknown, label: wording("dont-know-label"))]
  }

  private mutating func append(_ question: Question, _ sentence: LocalizedText, lead: String = "") {
    var reply = Reply(.question, lead.isEmpty ? text(sentence) : lead + " " + text(sentence))
    reply.question = question.slot
    reply.intent = state.topic?.intent
    reply.options = options(of: question)
    replies.append(reply.withNumberedOptions())
  }

  private mutating func appendOffer(of intents: [String]) {
    var reply = Reply(.didYouMean, wording("did-you-mean"))
    reply.question = "intent"
    reply.options =
      intents.map { Reply.Option(value: $0, label: title($0)) }
      + [Reply.Option(value: Self.noneOfThem, label: wording("none-of-them-label"))]
    replies.append(reply.withNumberedOptions())
  }

  /// The choice that stands for none of the offered symptoms.
  static let noneOfThem = "none"

  /// The values that a client may send as `choice` for the open question.
  var choices: [String] {
    switch state.question?.subject {
    case .slot(let slot): engine.knowledge.questions[slot].map { $0.options.map(\.value) + [Question.unknown] } ?? []
    case .intent(let intents): intents + [Self.noneOfThem]
    case .helped: ["yes", "no", "partly"]
    case .person: ["yes", "no"]
    case nil: []
    }
  }
}

extension Reply {
  /// The reply with its options as a numbered list under the question.
  consuming func withNumberedOptions() -> Reply {
    let lines = (options ?? []).enumerated().map { "\($0.offset + 1). \($0.element.label)" }
    text = ([text] + lines).joined(separator: "\n")
    return self
  }
}
