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
    // "Take the other one then", where another problem waits.
    if reading.callsOther, reading.weight() > 0, let index = state.waiting.firstIndex(where: \.given.isEmpty),
      reading.utterance.tokens.count > 2
    {
      decision = MatchDecision.command
      takeUp(state.waiting.remove(at: index))
      return true
    }
    if choices.indices.contains(number - 1) {
      accept(choices[number - 1], for: question.subject)
    } else {
      // "365" names a portal, "45" tells minutes.
      if case .slot(let slot) = question.subject, let value = self.value(of: slot, saying: number) {
        accept(value, for: question.subject)
        return true
      }
      decision = MatchDecision.reply
      say("not-a-choice", ["number": String(number)])
      miss(question)
    }
    return true
  }

  /// Another of the choices that were listed last: "oops, I meant 3".
  private mutating func takeCorrectedNumber() -> Bool {
    let open = state.question.flatMap { if case .slot(let slot) = $0.subject { slot } else { nil } }
    guard reading.opens(with: "correction") || reading.ends(with: "correction") || reading.says("should-be"),
      let number = reading.onlyNumber ?? reading.correctedNumber,
      reading.weight(beside: ["correction", "number", "should-be", "noted"]) <= 2,
      let slot = state.topic?.askedSlots.last(where: { $0 != open }), let question = engine.knowledge.questions[slot],
      question.options.indices.contains(number - 1)
    else { return false }
    decision = MatchDecision.reply
    state.question = nil
    learn(slot, question.options[number - 1].value)
    giveChangedAnswer()
    return true
  }

  private func value(of slot: String, saying number: Int) -> String? {
    let isDuration = engine.knowledge.questions[slot]?.isDuration == true
    return isDuration
      ? engine.vocabulary.option(of: slot, covering: number) : replied(to: slot)
  }

  private func plainChoice(for subject: OpenQuestion.Subject) -> String? {
    switch subject {
    case .slot(let slot):
      if reading.doubted.contains(slot), !reading.isQuestion { return Question.unknown }
      let tokens = heard.replyTokens(to: slot, engine.vocabulary)
      if reading.only("dont-know", with: "skip", "yes", "no", rest: 1) { return Question.unknown }
      guard !tokens.isEmpty, !reading.begins(with: "definition"), !reading.begins(with: "suppose"),
        !reading.asksWhichOnes,
        !reading.asksWhether, !reading.asksInstead,
        !reading.isInverted || !reading.values.isEmpty || engine.vocabulary.isReply(to: slot, reading.utterance),
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
      return replyAfterContrast(to: slot) ?? saidOfOthers(about: slot) ?? told ?? reply(to: slot)
    case .intent(let intents):
      if reading.only("none-of-them", with: "no") || reading.only("no") { return Self.noneOfThem }
      if reading.only("dont-know", rest: 1) { return Question.unknown }
      return intents.first { reading.utterance.key == Utterance(title($0)).key }
    case .helped: return nil
    case .person: return reading.only("yes") ? "yes" : reading.only("no") ? "no" : nil
    }
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
    case .intent(let intents): return takeIntent(among: intents) || takeChoiceByFacts(among: intents)
    case .helped, .person: return false
    }
  }

  private mutating func takeValue(of slot: String) -> Bool {
    if let value = replyAfterQuestion(to: slot) ?? guessedReply(to: slot) {
      decision = MatchDecision.reply
      settle(slot, value)
      return true
    }
    let own = reading.values.first { $0.slot == slot && !isOfSomebodyElse($0) }?.value
    // "He is an admin himself" answers whose account it is.
    let told =
      replyAfterContrast(to: slot) ?? (reading.asksWhomToAsk ? nil : saidOfOthers(about: slot)) ?? own
    let isOthers = told == nil && reading.values.contains { $0.slot == slot && isOfSomebodyElse($0) }
    // "I don't really know my role, they said something with helpdesk."
    if isOthers, reading.opens(with: "dont-know"), !reading.isQuestion {
      decision = MatchDecision.reply
      settle(slot, Question.unknown)
      return true
    }
    // "My boss is global admin" says nothing about one's own role; "it belongs to our Exchange admin" says whose it is.
    if isOthers, !reading.isQuestion, match.decision != .answer, !reading.saysWhoseItIs {
      decision = MatchDecision.reply
      state.question.map { miss($0) }
      return true
    }
    // What was asked for is an answer, though its words may sound like another symptom's.
    let isStated = reading.saysWhatMineIs && replied(to: slot) != nil
    let isAnswer = (told != nil || isStated) && !reading.isQuestion && (match.candidates.first?.score ?? 0) < 1
    if isNewSymptom && !isAnswer && !opensWithAnswer(to: slot) || isQuestionBack { return false }
    if reading.length(of: "failed") > 0, reading.values.isEmpty { return false }
    let isUndecided = !reading.isQuestion && engine.vocabulary.isUndecided(slot, in: reading.utterance)
    if reading.opens(with: "dont-know") && told == nil || isUndecided {
      decision = MatchDecision.reply
      settle(slot, Question.unknown)
      return true
    }
    // "No servers" says nothing about a role where it is the environment that is told.
    let letters = reading.values.contains { $0.slot != slot && isAsked($0.slot) } ? Self.lettersInPart : 1
    let found = reply(to: slot, atLeast: letters) ?? replyInPart(to: slot)
    let reply = found.flatMap { tellsHardly(slot, $0) ? nil : $0 }
    if let value = told ?? (isOthers ? nil : reply) {
      decision = MatchDecision.reply
      settle(slot, value)
      return true
    }
    if reading.says("dont-know") || reading.opens(with: "perhaps") && !isOthers {
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

  /// Whether the message clearly names another symptom than the open one.
  var isNewSymptom: Bool {
    guard match.decision == .answer, let best = match.candidates.first else { return false }
    return best.intent != state.topic?.intent && reading.weight() >= 3
  }
}
