import Knowledge
import Matching
import TextAnalysis

/// What a message is by all that it says, where none of the phrases in the words' lists tells it: learned from how people
/// put it.
extension Exchange {
  /// How much evidence (log odds) takes a message for talk before it is looked at as a question on the open symptom.
  private static let clearEvidence = -1.5
  /// How much does where nothing documented answers it.
  private static let fairEvidenceOfTalk = -3.5
  /// How much success and failure need.
  private static let evidenceOfOutcome = ["worked": 1.0, "failed": -2, "partly": 0]
  /// How much a question on the conversation needs.
  private static let evidenceOfQuestion = -2.8
  /// By how much it has to lead over facts and what the documentation leaves open.
  private static let leadOfTalk = 0.5

  /// How many words come with a plain yes or no.
  private static let wordsBesideYes = 2

  /// What is told rather than asked.
  private static let told: Set<String> = [
    "apology", "bye", "failed", "fed-up", "no-person", "noted", "partly", "thanks", "trying", "worked",
  ]

  /// What is asked rather than wished for.
  private static let asked: Set<String> = [
    "handoff-status", "languages", "outdated", "reference", "stored", "what-asked", "what-can-you-do", "what-handed",
    "what-i-asked", "what-understood", "who-are-you", "who-here", "why-asked",
  ]
  private static let evidenceWithoutMark = -0.5

  /// Takes talk as what it clearly is: what came of a fix, courtesy, a wish, a question about the conversation.
  mutating func takeClearTalk() -> Bool { takeTalk(Self.clearEvidence) }

  /// Takes talk as what it most likely is, where nothing else understands the message.
  mutating func takeLikelyTalk() -> Bool { takeTalk(Self.fairEvidenceOfTalk) }

  private mutating func takeTalk(_ least: Double) -> Bool {
    guard let kind = likeliestTalk(atLeast: least) else { return false }
    let before = self
    decision = MatchDecision.smallTalk
    let isTaken =
      takeOutcome(saidBy: kind) || takeWish(saidBy: kind) || takeCourtesy(saidBy: kind) || takeQuestion(saidBy: kind)
    // "Why do you ask?", when nothing was asked, has no answer.
    if isTaken, replies.count > before.replies.count { return true }
    self = before
    return false
  }

  /// The likeliest kind, in a conversation that has begun and unless a fact or another symptom is likelier.
  func likeliestTalk(atLeast least: Double) -> String? {
    guard state.topic != nil || state.question != nil || state.outcome != .open,
      match.decision != .answer || match.candidates.first?.intent == state.topic?.intent,
      !reading.values.contains(where: { isAsked($0.slot) && isChange($0) }), !answersLate,
      !opensWithYesOrNo || reading.weight(beside: ["yes", "no", "partly"]) > Self.wordsBesideYes
    else { return nil }
    let best = Conversation.talk.sorted().compactMap { kind in
      guesses.evidence(of: .talk(kind)).map { (kind: kind, evidence: $0) }
    }.max { $0.evidence < $1.evidence }
    guard let best, best.evidence >= least else { return nil }
    // "Sorry, I meant it's on, but broken" sets something right.
    if best.kind == "apology", reading.says("correction") { return nil }
    // What only sounds like success must not end anything.
    if let least = Self.evidenceOfOutcome[best.kind], best.evidence < least { return nil }
    // "I was user admin before" asks nothing of what was said.
    if Self.asked.contains(best.kind), !reading.isQuestion, best.evidence < Self.evidenceWithoutMark { return nil }
    // "Helpful. And the grey button?" asks; "my own too?" says too little to be a question of this kind.
    let isTold = Self.told.contains(best.kind)
    let asksLittle = best.evidence < Self.clearEvidence && reading.weight() < 2
    if isTold ? reading.isQuestion : asksLittle || best.evidence < Self.evidenceOfQuestion { return nil }
    let others = [
      guesses.evidence(of: .undocumented), intent.flatMap { guesses.mostEvidence(inArticle: $0.article) },
    ].compactMap(\.self)
    return others.allSatisfy { best.evidence >= $0 + Self.leadOfTalk } ? best.kind : nil
  }

  /// Whether it answers what was asked and not known then: "it wasn't turned on".
  private var answersLate: Bool {
    state.topic?.askedSlots.contains { slot in
      state.facts[slot] == Question.unknown && replied(to: slot, atLeast: Self.lettersInPart) != nil
    } ?? false
  }

  private mutating func takeOutcome(saidBy kind: String) -> Bool {
    guard let outcome = ["worked": "yes", "failed": "no", "partly": "partly"][kind] else { return false }
    let isGiven = state.topic?.given.isEmpty == false
    guard isAfterFix || isGiven && state.outcome == .resolved && outcome != "yes" else {
      if state.outcome == .handedOver {
        say(outcome == "yes" ? "thanks" : "handoff-again", ["reference": input.reference])
        return true
      }
      guard outcome == "yes", isGiven, state.question == nil || isAfterFix else { return false }
      say("thanks")
      return true
    }
    takeOutcome(outcome)
    return true
  }

  private mutating func takeWish(saidBy kind: String) -> Bool {
    switch kind {
    case "person": wantPerson()
    case "no-person": say("no-person")
    case "cancel": state.outcome == .handedOver ? say("noted-after") : cancel()
    case "back", "other-one":
      guard !state.waiting.isEmpty else { return false }
      takeUp(state.waiting.removeFirst())
    case "dont-know":
      guard case .slot(let slot)? = state.question?.subject else { return false }
      settle(slot, Question.unknown)
    default: return false
    }
    decision = MatchDecision.command
    return true
  }

  private mutating func takeCourtesy(saidBy kind: String) -> Bool {
    if case .slot? = state.question?.subject, kind == "trying" || kind == "noted" { return false }
    switch kind {
    // "I'll give him a pencil then, thank you anyway."
    case "trying" where reading.says("thanks"), "noted" where reading.says("thanks"): say("thanks")
    case "thanks": say("thanks")
    case "bye": sayGoodbye()
    case "apology": say("no-offence")
    case "fed-up": sayAbuse()
    case "trying": say(isAfterFix ? "take-your-time" : "noted-after")
    case "noted":
      say(isAfterFix ? "aside" : "noted-after")
      if isAfterFix { askWhetherHelped() }
    default: return false
    }
    if !isAfterFix, state.question != nil { askAgain() }
    return true
  }

  /// The rest are questions that have their answers with the phrases for them.
  private mutating func takeQuestion(saidBy kind: String) -> Bool {
    // Whoever has just been told not to write a secret here need not be told it twice.
    if kind == "offer-secret", !replies.isEmpty { return false }
    decision = MatchDecision.followUp
    return answerTalk(kind)
  }
}
