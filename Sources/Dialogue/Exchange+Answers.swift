import Knowledge
import Matching
import TextAnalysis

/// Taking a message as the answer to the question that is open.
extension Exchange {
  /// A choice sent instead of writing.
  mutating func choose(_ choice: String) throws(UnknownChoice) {
    guard let question = state.question, choices.contains(choice) else {
      throw UnknownChoice(choice: choice, offered: choices)
    }
    noteSecrets()
    accept(choice, for: question.subject)
  }

  /// A reply that is nothing but one of the choices: by number, by name, by "don't know".
  mutating func takePlainAnswer() -> Bool {
    if takeOtherChoice() { return true }
    if choices.isEmpty || state.question?.subject == .helped, reading.isOnlyDigits { return declineNumber() }
    if takeCorrectedNumber() { return true }
    guard let question = state.question else { return false }
    // The last of those that say something: below them stands "none of these" or "I don't know".
    if let number = reading.number ?? (reading.isLast && !choices.isEmpty ? choices.count - 1 : nil),
      question.subject != .helped, question.subject != .person
    {
      return takeNumber(number, for: question)
    }
    guard let choice = plainChoice(for: question.subject) else { return false }
    accept(choice, for: question.subject)
    return true
  }

  /// A number where there is nothing to choose from.
  private mutating func declineNumber() -> Bool {
    decision = MatchDecision.reply
    say("no-choices")
    goOn()
    return true
  }

  private mutating func takeNumber(_ number: Int, for question: OpenQuestion) -> Bool {
    if choices.indices.contains(number - 1) {
      accept(choices[number - 1], for: question.subject)
    } else {
      if case .slot(let slot) = question.subject, isDuration(slot) { return false }
      decision = MatchDecision.reply
      say("not-a-choice", ["number": String(number)])
      miss(question)
    }
    return true
  }

  /// Another of the choices that were listed last: "oops, I meant 3".
  private mutating func takeCorrectedNumber() -> Bool {
    let open = state.question.flatMap { if case .slot(let slot) = $0.subject { slot } else { nil } }
    guard reading.opens(with: "correction"), let number = reading.onlyNumber,
      reading.weight(beside: ["correction", "number"]) <= 2,
      let slot = state.topic?.askedSlots.last(where: { $0 != open }), let question = engine.knowledge.questions[slot],
      question.options.indices.contains(number - 1)
    else { return false }
    decision = MatchDecision.reply
    state.question = nil
    learn(slot, question.options[number - 1].value)
    giveChangedAnswer()
    return true
  }

  private func isDuration(_ slot: String) -> Bool { engine.knowledge.questions[slot]?.isDuration == true }

  private func plainChoice(for subject: OpenQuestion.Subject) -> String? {
    switch subject {
    case .slot(let slot):
      let tokens = engine.vocabulary.replyTokens(to: slot, in: reading.utterance)
      if reading.only("dont-know", with: "skip", "yes", "no", rest: 1) { return Question.unknown }
      guard !tokens.isEmpty, !reading.begins(with: "definition"), !reading.begins(with: "suppose"),
        !reading.asksWhichOnes,
        !reading.asksWhether, !reading.asksInstead, !reading.isInverted || !reading.values.isEmpty,
        reading.weight(beside: ["yes", "no", "correction", "anaphora"]) <= tokens.count,
        !engine.vocabulary.isUndecided(slot, in: reading.utterance)
      else {
        return nil
      }
      // "No, I meant hybrid" answers another question than whether somebody has a role.
      let isBareNo = tokens.allSatisfy { index in
        reading.words.contains { ["yes", "no"].contains($0.id) && $0.tokens.contains(index) }
      }
      if isBareNo, reading.values.contains(where: { $0.slot != slot && isAsked($0.slot) }) { return nil }
      let values = reading.values.filter { $0.slot == slot }
      let told = values.first { !isOfSomebodyElse($0) }?.value
      // "He's just an end user" says nothing of the writer.
      guard told != nil || values.isEmpty else { return nil }
      return told ?? saidOfOthers(about: slot) ?? reply(to: slot)
    case .intent(let intents):
      if reading.only("none-of-them", with: "no") || reading.only("no") { return Self.noneOfThem }
      if reading.only("dont-know", rest: 1) { return Question.unknown }
      return intents.first { reading.utterance.key == Utterance(title($0)).key }
    case .helped: return nil
    case .person: return reading.only("yes") ? "yes" : reading.only("no") ? "no" : nil
    }
  }

  /// The choice that the message names, unless it is said of somebody else than who has the problem: "she is a user".
  private func reply(to slot: String, atLeast letters: Int = 1) -> String? {
    let said = engine.vocabulary.reply(to: slot, in: reading.utterance, atLeast: letters)
    guard let said, engine.vocabulary.tellsEndUsers(slot) else { return said }
    // "For an employee" says whom it is done for.
    if isEndUser([slot: said]), reading.saysForWhom { return nil }
    guard reading.tellsOfThird else { return said }
    return state.topic?.isReported == true && !isEndUser([slot: said]) ? said : nil
  }

  /// What somebody else's role says of a slot: "my boss's, he is global admin", of whose account it is.
  private func saidOfOthers(about slot: String) -> String? {
    reading.values.filter(isOfSomebodyElse).flatMap(ofOthers).first { $0.slot == slot }?.value
  }

  /// Takes a value that was chosen, however that was done.
  mutating func accept(_ choice: String, for subject: OpenQuestion.Subject) {
    decision = MatchDecision.reply
    switch subject {
    case .slot(let slot): settle(slot, choice)
    case .intent:
      state.question = nil
      if choice == Self.noneOfThem {
        say("none-of-them", as: .fallback)
      } else if choice == Question.unknown {
        takeLikeliest()
      } else {
        let score = match.candidates.first { $0.intent == choice }?.score
        if case .intent(let intents) = subject { state.alternatives = intents }
        begin(Topic(intent: choice, score: score ?? 1, asked: 1))
      }
    case .helped: takeOutcome(choice)
    case .person:
      state.question = nil
      choice == "yes" ? handOver() : say("what-problem")
    }
  }

  /// Takes up the likeliest of the symptoms offered, for somebody who can't tell which it is.
  mutating func takeLikeliest() {
    guard case .intent(let intents)? = offered, let first = intents.first else {
      return say("none-of-them", as: .fallback)
    }
    say("likeliest", ["topic": title(first)])
    var topic = Topic(intent: first, score: 0, asked: 1)
    topic.isNamed = true
    begin(topic)
  }

  /// Fills the slot that was asked, with whatever else the message gives, and goes on.
  mutating func settle(_ slot: String, _ value: String) {
    state.question = nil
    let told = reading.values.first { $0.slot == slot && $0.value == value }.map { Set($0.tokens) }
    let answer = told ?? engine.vocabulary.replyTokens(to: slot, choosing: value, in: reading.utterance)
    keep(reading.values.filter { $0.slot != slot && ($0.subject == .own || answer.isDisjoint(with: $0.tokens)) })
    learn(slot, value)
    proceed()
  }

  /// A reply in the person's own words: "well, I think they made me helpdesk admin and we're hybrid".
  mutating func takeReply() -> Bool {
    guard let question = state.question else { return false }
    switch question.subject {
    case .slot(let slot): return takeValue(of: slot)
    case .intent(let intents): return takeIntent(among: intents)
    case .helped, .person: return false
    }
  }

  private mutating func takeValue(of slot: String) -> Bool {
    let own = reading.values.first { $0.slot == slot && !isOfSomebodyElse($0) }?.value
    // "He is an admin himself" answers whose account it is.
    let told = own ?? (reading.asksWhomToAsk ? nil : saidOfOthers(about: slot))
    let isOthers = told == nil && reading.values.contains { $0.slot == slot && isOfSomebodyElse($0) }
    // "My boss is global admin" says nothing about one's own role; "it belongs to our Exchange admin" says whose it is.
    if isOthers, !reading.isQuestion, match.decision != .answer, !reading.saysWhoseItIs {
      decision = MatchDecision.reply
      state.question.map { miss($0) }
      return true
    }
    // What was asked for is an answer, though its words may sound like another symptom's.
    let isStated = reading.saysWhatMineIs && engine.vocabulary.reply(to: slot, in: reading.utterance) != nil
    let isAnswer = (told != nil || isStated) && !reading.isQuestion && (match.candidates.first?.score ?? 0) < 1
    if isNewSymptom && !isAnswer || isQuestionBack { return false }
    if reading.length(of: "failed") > 0, reading.values.isEmpty { return false }
    let isUndecided = !reading.isQuestion && engine.vocabulary.isUndecided(slot, in: reading.utterance)
    if reading.begins(with: "dont-know") && told == nil || isUndecided {
      decision = MatchDecision.reply
      settle(slot, Question.unknown)
      return true
    }
    // "No servers" says nothing about a role where it is the environment that is told.
    let letters = reading.values.contains { $0.slot != slot && isAsked($0.slot) } ? Self.lettersInPart : 1
    let reply = reply(to: slot, atLeast: letters) ?? replyInPart(to: slot)
    if let value = told ?? (isOthers ? nil : reply) {
      decision = MatchDecision.reply
      settle(slot, value)
      return true
    }
    if reading.says("dont-know") {
      decision = MatchDecision.reply
      settle(slot, Question.unknown)
      return true
    }
    // Something else was told: the question may no longer matter.
    guard keep(reading.values.isEmpty ? bareAnswers(beside: slot) : reading.values) else { return false }
    decision = MatchDecision.reply
    if returnToOrigin() { return true }
    // "Enabled" may say both what is in use and what environment that takes.
    if !isEndUser, state.facts[slot] == nil, let intent, engine.table(of: intent).decides(slot, given: state.facts) {
      let known = named(state.facts, slots: slots(of: intent).filter { state.facts[$0] != knownBefore[$0] })
      if !known.isEmpty { say("noted-on", ["facts": known]) }
      if !askAgain() { settle(slot, Question.unknown) }
    } else {
      state.question = nil
      proceed()
    }
    return true
  }

  /// What a word or two answer to another question that the symptom could ask: "cloud", where the role was asked for.
  private func bareAnswers(beside asked: String) -> [SlotValue] {
    bareAnswers(to: (intent.map(slots) ?? []).filter { $0 != asked })
  }

  /// What a word or two answer to one of these questions, without its having been put.
  func bareAnswers(to slots: [String]) -> [SlotValue] {
    guard reading.weight() <= 2, !reading.isQuestion, !PastRole.isTold(in: reading.utterance) else { return [] }
    return slots.filter { isAsked($0) && state.facts[$0] == nil }.compactMap { slot in
      engine.vocabulary.reply(to: slot, in: reading.utterance, atLeast: Self.lettersOfBare)
        .map { SlotValue(slot: slot, value: $0, tokens: 0..<0, subject: .open) }
    }
  }

  /// The answer in the first part of a longer reply that gives one: "I'm the administrator, the global one. The users …".
  private func replyInPart(to slot: String) -> String? {
    let utterance = reading.utterance
    let parts = parts(of: utterance)
    guard parts.count > 1, !reading.isQuestion else { return nil }
    return parts.lazy.compactMap { part in
      engine.vocabulary.reply(to: slot, in: Utterance(utterance.typed(part)), atLeast: Self.lettersInPart)
    }.first
  }

  /// How long a word has to be that answers what was not asked: "moln".
  private static let lettersOfBare = 4

  /// How long a word of a longer reply has to be to count as an answer.
  static let lettersInPart = 5

  private mutating func takeIntent(among intents: [String]) -> Bool {
    // "The one for users" says which only with what was said before.
    if reading.isAnaphoric, reading.weight() <= Self.wordsOfChoice, !reading.isQuestion,
      let best = clearTogether?.intent, intents.contains(best)
    {
      accept(best, for: .intent(intents))
      return true
    }
    guard let best = match.candidates.first, intents.contains(best.intent), best.score >= Self.leastScoreAmongOffered
    else { return false }
    let second = match.candidates.dropFirst().first { intents.contains($0.intent) }?.score ?? 0
    // Few words suffice to choose among two or three, where one is clearly ahead of the others.
    guard match.decision == .answer || second <= best.score / 2 else { return false }
    accept(best.intent, for: .intent(intents))
    return true
  }

  /// How many words a reply may have that points at one of those offered.
  private static let wordsOfChoice = 4

  /// How sure the matcher has to be of a symptom that was offered already.
  private static let leastScoreAmongOffered = 0.1

  /// Whether the message asks something back rather than answering: "can a helpdesk admin do it?".
  private var isQuestionBack: Bool {
    // "I'm not sure which role I have, maybe helpdesk?" answers, "and if I were user admin" doesn't.
    if (reading.place(of: "dont-know") ?? .max) <= Self.placeOfDoubt, !reading.says("suppose") { return false }
    if reading.begins(with: "suppose") || reading.asksInstead { return true }
    if case .slot(let slot)? = state.question?.subject,
      reading.values.contains(where: { $0.slot == slot && reading.endsAnswering($0) })
    {
      return false
    }
    // "It syncs up to the cloud I guess? So both?" answers with a doubt.
    if case .slot(let slot)? = state.question?.subject, reading.values.contains(where: { $0.slot == slot }),
      askedFact?.isUnmistakable != true, !reading.says("question-word", "polar", "suppose"), !reading.isBareQuestion
    {
      return false
    }
    guard reading.isQuestion, !reading.utterance.hasQuestionMark else { return reading.isQuestion }
    // "How do I turn it on" asks, "no idea what we have" answers.
    if reading.begins(with: "definition") || reading.begins(with: "circumstance") { return true }
    return reading.isPolar && (askedFact?.isClear == true || reading.isInverted && reading.values.isEmpty)
  }

  /// Up to which word "not sure" counts as how an answer begins.
  private static let placeOfDoubt = 2

  /// Whether the message clearly names another symptom than the open one.
  var isNewSymptom: Bool {
    guard match.decision == .answer, let best = match.candidates.first else { return false }
    return best.intent != state.topic?.intent && reading.weight() >= 3
  }
}
