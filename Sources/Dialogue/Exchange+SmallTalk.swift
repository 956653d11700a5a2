import Knowledge
import Matching
import Redaction
import TextAnalysis

/// Small talk, facts told alone, and what nothing documented fits.
extension Exchange {
  /// Bad words that are all the message has to say, however it is put: "what kind of idiot bot is this".
  mutating func takeOutburst() -> Bool {
    guard reading.ends(with: "abuse"), match.decision == .none, !reading.says("failed", "worked", "what-now"),
      askedFact?.isClear != true, reading.weight(beside: ["question-word", "polar", "definition", "anaphora"]) <= 1
    else { return false }
    decision = MatchDecision.smallTalk
    say("abuse")
    askAgain()
    return true
  }

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
    } else if isSmall, reading.says("greeting") {
      say("greeting")
    } else if reading.says("abuse"), match.decision == .none {
      say("abuse")
    } else if isSmall, state.question == nil, reading.says("yes", "no", "trying", "dont-know") {
      say(state.outcome == .handedOver ? "handoff-again" : "what-problem", ["reference": input.reference])
    } else {
      return false
    }
    decision = MatchDecision.smallTalk
    if case .intent = state.question?.subject, reading.says("worked", "thanks") { state.question = nil }
    if state.question?.subject != .helped { askAgain() }
    return true
  }

  /// Role or environment told with no symptom open: kept.
  mutating func takeFactsAlone() -> Bool {
    guard !reading.values.isEmpty, !reading.isQuestion, match.decision == .none || isOnlyFacts else { return false }
    if case .intent = state.question?.subject {
      keep(reading.values)
      decision = MatchDecision.reply
      // For somebody without an administrator role all that was offered comes to the same.
      if isEndUser {
        takeLikeliest()
        return true
      }
      let known = named(state.facts, slots: reading.values.map(\.slot))
      if !known.isEmpty { say("noted-on", ["facts": known]) }
      return askAgain() || !known.isEmpty
    }
    guard state.topic == nil else { return false }
    keep(reading.values)
    let known = named(state.facts, slots: reading.values.map(\.slot))
    guard !known.isEmpty else { return false }
    decision = MatchDecision.reply
    say("noted", ["facts": known])
    return true
  }

  /// Whether the message tells about role or environment in general, and nothing else.
  private var isOnlyFacts: Bool {
    reading.weightBesideValues <= 1
      && reading.values.allSatisfy { value in
        guard let question = engine.knowledge.questions[value.slot] else { return false }
        return question.isGeneral && question.option(value.value)?.isEndUser != true
      }
  }

  /// Tells that a pasted secret was not kept.
  mutating func noteSecrets() {
    let notice = SecretNotice.text(for: reading.secrets, language: language.rawValue)
    if let notice { replies.append(Reply(.notice, notice)) }
  }

  /// Nothing documented fits.
  mutating func fallBack() -> Bool {
    let hasNotice = !replies.isEmpty
    if hasNotice, reading.weight() <= 6 {
      goOn()
      return true
    }
    state.misses += 1
    decision = MatchDecision.none
    // Somebody without an administrator role is told whom to turn to, not what else there is to read.
    if isEndUser, let intent {
      if state.misses.isMultiple(of: 2) {
        say("handoff-again", ["reference": input.reference])
      } else {
        tellEndUser(intent)
      }
    } else if state.question != nil {
      say("off-topic", as: .fallback)
      askAgain()
    } else if let examples = examples() {
      say("fallback", examples, as: .fallback)
      if state.misses >= 3, state.outcome != .handedOver { state.question = OpenQuestion(subject: .person) }
    } else {
      say("fallback-empty", as: .fallback)
    }
    return true
  }
}
