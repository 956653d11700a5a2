import Knowledge
import Matching
import Redaction
import TextAnalysis

/// What is said where nothing understands a message, and of secrets that were in it.
extension Exchange {
  /// Tells that a pasted secret was not kept.
  mutating func noteSecrets() {
    let notice = SecretNotice.text(for: reading.secrets, language: language.rawValue)
    if let notice { replies.append(Reply(.notice, notice)) }
  }

  /// Whether something is only told after a fix, which nothing documented answers: "we hold all numbers elsewhere".
  private var tellsAside: Bool {
    state.question?.subject == .helped && !reading.isQuestion && match.decision == .none
      && state.running != Running(question: "helped", turns: OpenQuestion.showings)
  }

  /// Whether something is only told after the end, which names no trouble: "I'll go down there and ask them myself".
  private var tellsAfterTheEnd: Bool {
    (state.outcome == .handedOver || state.outcome == .resolved) && state.question == nil && !reading.isQuestion
      && match.decision == .none && !reading.says("failed") && state.topic != nil
      && reading.weight() <= Self.wordsTold
  }

  private static let wordsTold = 14

  /// Whether it leaves an address or a number where somebody is to answer.
  private var leavesAddress: Bool { !reading.secrets.isDisjoint(with: [.email, .phone]) }

  private mutating func sayNotKept() -> Bool {
    say("address-not-kept", ["reference": input.reference])
    return true
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
    if isEndUser, leavesAddress, state.outcome == .handedOver {
      return sayNotKept()
    } else if isEndUser, let intent {
      if state.misses.isMultiple(of: 2) {
        say("handoff-again", ["reference": input.reference])
      } else {
        tellEndUser(intent)
      }
    } else if isEndUser, state.outcome != .handedOver,
      let intent = match.candidates.first.flatMap({ engine.knowledge.intent($0.intent) })
    {
      refer(intent)
    } else if tellsAfterTheEnd {
      if leavesAddress { return sayNotKept() }
      say("noted-after")
    } else if tellsAside {
      say("aside", as: .fallback)
      askWhetherHelped()
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
