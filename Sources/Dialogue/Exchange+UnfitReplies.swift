import Knowledge
import Matching
import TextAnalysis

/// Replies to an open question that fit none of its choices.
extension Exchange {
  /// A reply that fits no choice: explained once, then taken for "don't know".
  mutating func takeUnfitReply() -> Bool {
    guard let question = state.question, match.decision == .none || !isNewSymptom else { return false }
    switch question.subject {
    case .helped, .person: return false
    case .slot, .intent: break
    }
    // "One moment": the question stays open.
    let isBusy =
      reading.only("trying", with: "yes", "anaphora")
      || reading.opens(with: "trying") && reading.values.isEmpty && reading.weight(beside: ["trying"]) <= 6
    if isBusy, !reading.isQuestion {
      decision = MatchDecision.smallTalk
      say("take-your-time")
      return true
    }
    // "The page isn't there": none of those offered, but clear all the same.
    if case .intent(let intents) = question.subject, match.decision == .ask, let best = match.candidates.first,
      !intents.contains(best.intent), best.score >= Self.scoreOfUnoffered, reading.weight() >= 3
    {
      begin(Topic(intent: best.intent, score: best.score, asked: 1))
      return true
    }
    // "It doesn't do anything", after "we have this policy".
    if case .intent(let intents) = question.subject, !reading.isQuestion, reading.weight() >= 3,
      let best = clearest(of: intents)
    {
      accept(best, for: question.subject)
      return true
    }
    // "And does that hold for admins, too?" says nothing of which.
    if case .intent = question.subject, !reading.isPolar, let best = clearTogether {
      begin(Topic(intent: best.intent, score: best.score, asked: 1))
      return true
    }
    if case .intent = question.subject, let role = bareEndUser {
      decision = MatchDecision.reply
      learn(role.slot, role.value)
      takeLikeliest()
      return true
    }
    decision = MatchDecision.none
    let isOtherQuestion = reading.isQuestion && reading.says("question-word", "polar") && reading.weight() >= 3
    let known = named(
      state.facts, slots: reading.values.map(\.slot).filter { isAsked($0) && state.facts[$0] == knownBefore[$0] })
    if !known.isEmpty, !isOtherQuestion {
      say("noted-on", ["facts": known])
    } else if question.misses == 0, !namesSymptomAgain {
      say(isOtherQuestion ? "off-topic" : "not-an-answer")
    }
    miss(question)
    return true
  }

  /// Whether it only names the open symptom once more: "on-premises integration, I mean".
  private var namesSymptomAgain: Bool {
    guard match.decision != .none, let best = match.candidates.first else { return false }
    return best.intent == state.topic?.intent && !reading.isQuestion
  }

  /// How sure the matcher has to be of a symptom that was not offered, to take it up all the same.
  private static let scoreOfUnoffered = 0.9

  /// A word or two that say that the person is no administrator, whatever was asked: "nurse".
  private var bareEndUser: SlotValue? {
    guard reading.weight() <= 2 else { return nil }
    return engine.knowledge.questions.values.sorted { $0.slot < $1.slot }.lazy.compactMap { question in
      let reply = replied(to: question.slot, atLeast: Self.lettersInPart)
      guard let reply, question.option(reply)?.isEndUser == true else { return nil }
      return SlotValue(slot: question.slot, value: reply, tokens: 0..<0, subject: .own)
    }.first
  }

  /// The symptom that the message says together with what was written before it, since neither says it alone.
  var clearTogether: Candidate? {
    let words = state.words.suffix(2 + (state.question?.misses ?? 0)).joined(separator: ". ")
    let result = engine.matcher.match(words, language: language)
    return result.decision == .answer ? result.candidates.first : nil
  }

  /// The one of the symptoms offered that all that was written says far more than the others.
  private func clearest(of intents: [String]) -> String? {
    let words = state.words.suffix(2 + (state.question?.misses ?? 0)).joined(separator: ". ")
    let found = engine.matcher.match(words, language: language).candidates.filter { intents.contains($0.intent) }
    guard let best = found.first, best.score >= Self.scoreTogether,
      best.score >= (found.dropFirst().first?.score ?? 0) * Self.leadTogether
    else { return nil }
    return best.intent
  }

  /// How likely one of the symptoms offered has to be by all that was written, and by how much it has to lead.
  private static let scoreTogether = 0.4
  private static let leadTogether = 3.0

  /// Counts a reply that fitted no choice: the first is explained, the next counts as "don't know".
  mutating func miss(_ question: OpenQuestion) {
    state.question?.misses += 1
    guard question.misses == 0, question.shown < OpenQuestion.showings else { return giveUp(question) }
    switch question.subject {
    case .slot(let slot): appendToLast(text(engine.knowledge.questions[slot]?.explanation))
    case .intent: appendToLast(wording("did-you-mean-explain"))
    case .helped, .person: break
    }
    askAgain()
  }

  private mutating func appendToLast(_ sentence: String) {
    guard !replies.isEmpty, !sentence.isEmpty else { return replies.append(Reply(.notice, sentence)) }
    replies[replies.count - 1].text += " " + sentence
  }

  private mutating func giveUp(_ question: OpenQuestion) {
    switch question.subject {
    case .slot(let slot):
      state.question = nil
      let place = replies.count
      learn(slot, Question.unknown)
      proceed()
      if fix != nil { replies.insert(Reply(.notice, wording("assumed-unknown")), at: place) }
    case .intent: takeLikeliest()
    case .helped, .person: break
    }
  }
}
