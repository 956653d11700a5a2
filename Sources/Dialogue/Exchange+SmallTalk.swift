import Knowledge
import Matching
import TextAnalysis

/// Small talk, and facts told alone.
extension Exchange {
  /// Bad words that are all the message has to say, however it is put: "what kind of idiot bot is this".
  mutating func takeOutburst() -> Bool {
    guard reading.ends(with: "abuse"), match.decision == .none, !reading.says("failed", "worked", "what-now"),
      askedFact?.isClear != true || reading.weight() == 0,
      reading.weight(beside: ["question-word", "polar", "definition", "anaphora"]) <= 1
    else { return false }
    decision = MatchDecision.smallTalk
    sayAbuse()
    askAgain()
    return true
  }

  /// Sympathy; what goes wrong is asked for only where it was not told.
  mutating func sayAbuse() { say(state.topic == nil ? "abuse" : "abuse-known") }

  /// Greetings, thanks, abuse; yes and no with nothing open.
  mutating func takeSmallTalk() -> Bool {
    let isSmall = reading.weight(beside: ["yes", "no", "worked", "trying", "dont-know"]) <= 1
    if state.outcome == .handedOver, state.question == nil, reading.length(of: "failed") > 0, match.decision == .none {
      say("handoff-again", ["reference": input.reference])
    } else if isSmall && reading.says("worked") && !reading.isQuestion && !reading.says("greeting")
      || reading.says("thanks") && match.decision == .none && !reading.isQuestion
    {
      say("thanks")
    } else if isSmall, reading.says("how-are-you") {
      say("how-are-you")
    } else if match.decision == .none, reading.begins(with: "can-you"), !reading.says("telling", "help") {
      say("cannot-do")
    } else if isSmall, reading.says("greeting") {
      say("greeting")
    } else if reading.says("abuse"), match.decision == .none {
      sayAbuse()
    } else if isSmall, state.question == nil, state.topic != nil, state.outcome != .handedOver, reading.only("yes") {
      // "Okej", after a fact.
      say("thanks")
    } else if isSmall, state.question == nil, reading.says("yes", "no", "trying", "dont-know"), !asksForMore {
      say(state.outcome == .handedOver ? "handoff-again" : "what-problem", ["reference": input.reference])
    } else {
      return false
    }
    decision = MatchDecision.smallTalk
    if case .intent = state.question?.subject, reading.says("worked", "thanks") { state.question = nil }
    if state.question?.subject != .helped { askAgain() }
    return true
  }

  /// Whether a word is asked about that nothing knows: "no? and vpn?".
  private var asksForMore: Bool {
    reading.utterance.hasQuestionMark && reading.weight(beside: ["yes", "no", "trying", "dont-know", "and-also"]) > 0
  }

  /// Role or environment told with no symptom open: kept.
  mutating func takeFactsAlone() -> Bool {
    var values = reading.values
    if case .intent(let intents)? = state.question?.subject, values.isEmpty {
      let asked = Set(intents.compactMap(engine.knowledge.intent).flatMap(slots))
      values = bareAnswers(to: asked.filter(isGeneral).sorted())
    }
    // "I'm just a normal user, can I fix it myself?", where it was asked which symptom: no other matters.
    let isReferred =
      offered != nil && match.decision != .answer && !reading.says("suppose")
      && values.contains { $0.subject == .own && isEndUser([$0.slot: $0.value]) }
    guard !values.isEmpty, isReferred || !reading.isQuestion && (match.decision == .none || isOnlyFacts),
      clearByMatter == nil
    else { return false }
    if case .intent(let intents)? = state.question?.subject {
      // "Since yesterday" is told of the one symptom that asks how long ago.
      if let only = only(of: intents, thatAsksFor: values) {
        accept(only, for: .intent(intents))
        return true
      }
      keep(values)
      decision = MatchDecision.reply
      // For somebody without an administrator role all that was offered comes to the same.
      if isEndUser {
        takeLikeliest()
        return true
      }
      let known = named(state.facts, slots: values.map(\.slot))
      if !known.isEmpty { say("noted-on", ["facts": known]) }
      if !askAgain() { takeLikeliest() }
      return true
    }
    guard state.topic == nil else { return false }
    // "My account is locked", from somebody who is no administrator: no test with an administrator's account.
    if isEndUser(knownBefore), !values.contains(where: { isGeneral($0.slot) }) { return false }
    // "A girl at the desk couldn't get in after I changed it in the app": told only of one symptom.
    let likely = match.candidates.prefix(3).filter { $0.score >= Self.leastOfTold }.map(\.intent)
    if reading.weight() >= Self.wordsOfTold, let told = only(of: likely, thatAsksFor: values) {
      begin(Topic(intent: told, score: match.candidates.first { $0.intent == told }?.score ?? 0))
      return true
    }
    keep(values)
    let known = named(state.facts, slots: values.map(\.slot))
    guard !known.isEmpty else { return false }
    decision = MatchDecision.reply
    // "I'm a teacher", after a problem that nothing documented fits: whatever it is, the documentation is not for them.
    if isEndUser, state.misses > 0, state.outcome != .handedOver, let likeliest = likeliestSoFar {
      refer(likeliest)
    } else {
      say("noted", ["facts": known])
    }
    return true
  }

  /// The symptom that all that was written is likest to, however little.
  private var likeliestSoFar: Intent? {
    let said = engine.matcher.match(state.words.joined(separator: ". "), language: language)
    return said.candidates.first.flatMap { engine.knowledge.intent($0.intent) }
  }

  /// How likely a symptom has to be, and how long the message, that is known by what it tells alone.
  private static let leastOfTold = 0.02
  private static let wordsOfTold = 5

  /// The one of these symptoms that asks for what is told and that no shared question asks for.
  private func only(of intents: [String], thatAsksFor values: [SlotValue]) -> String? {
    let own = values.map(\.slot).filter { isAsked($0) && !isGeneral($0) }
    let asking = intents.filter { name in
      engine.knowledge.intent(name).map { !Set(slots(of: $0)).isDisjoint(with: own) } ?? false
    }
    return asking.count == 1 ? asking[0] : nil
  }

  /// Whether the message tells about role or environment in general, and nothing else.
  private var isOnlyFacts: Bool {
    reading.weightBesideValues <= 1
      && reading.values.allSatisfy { value in
        guard let question = engine.knowledge.questions[value.slot] else { return false }
        return question.isGeneral && question.option(value.value)?.isEndUser != true
      }
  }
}
