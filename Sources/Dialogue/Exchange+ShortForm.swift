import Knowledge
import TextAnalysis

/// The last fix once more: whole, or in a sentence.
extension Exchange {
  /// Gives the last fix once more, or the open question.
  mutating func repeatLast() {
    if let intent, let last = state.topic?.given.last, let fix = intent.fix(last) {
      let reply = reply(giving: fix, of: intent, for: state.facts, lead: wording("once-more"))
      if show(reply, to: fix.audience, of: intent) { self.fix = fix.id }
    } else if state.question != nil {
      tellWhatIAsked()
    } else {
      say("nothing-given")
    }
  }

  /// The last fix in a sentence: "so what do I do?".
  mutating func giveShortForm() {
    guard let intent, let given = fixThatHolds(of: intent) else {
      // Whoever wants the fix and was asked more than once gets the one for all cases.
      if case .slot(let slot)? = state.question?.subject, (state.question?.shown ?? 0) > 1 {
        return settle(slot, Question.unknown)
      }
      return state.question == nil ? say("nothing-given") : tellWhatIAsked()
    }
    var short = text(given.short ?? given.text)
    var audience = given.audience
    if let (fix, facts) = supposedFix(of: intent), fix.id != given.id {
      let known = named(facts, slots: decisive(for: fix, of: intent, facts))
      short += " " + wording("in-that-case") + " " + known + ": " + text(fix.short ?? fix.text)
      if fix.audience == .administrators { audience = .administrators }
    }
    show(compose(.fix, short, lead: wording("in-short"), links: [], of: intent), to: audience, of: intent)
  }

  /// The fix given last, or the one for what has become known since: "I'm helpdesk admin", after the steps.
  func fixThatHolds(of intent: Intent) -> Fix? {
    guard let last = state.topic?.given.last, let given = intent.fix(last) else { return nil }
    guard !given.when.isEmpty, !given.when.contains(where: { DecisionTable.holds($0, for: state.facts) }),
      case .give(let fix) = engine.table(of: intent).step(state.facts, mayAsk: false)
    else { return given }
    return fix
  }

  /// The fix for what was supposed last: "so what do I do?", after "and if I were user admin?".
  func supposedFix(of intent: Intent) -> (fix: Fix, facts: [String: String])? {
    guard let supposed = state.topic?.supposed, !supposed.isEmpty else { return nil }
    let table = engine.table(of: intent)
    let facts = state.facts.merging(supposed) { $1 }
    guard case .give(let fix) = table.step(facts, mayAsk: false) else { return nil }
    return (fix, facts)
  }
}
