import Knowledge
import TextAnalysis

/// Yes or no to what somebody has understood: "so only global, right?".
extension Exchange {
  /// Says yes to what was just told to be the only one: "so only global, right?".
  mutating func confirmOnly(_ changes: [SlotValue], of intent: Intent) -> Bool {
    guard reading.claimsOnly, reading.utterance.hasQuestionMark || reading.begins(with: "so"), !changes.isEmpty,
      !isEndUser
    else { return false }
    let told = intent.facts.compactMap { engine.knowledge.facts[$0] }.first { fact in
      let said = text(fact.text).plainText
      // "Is a single one enough?", after licences for the cloud only, is about how many.
      return tellsOnly(fact) && state.lastTexts.contains { $0.contains(said) }
        && (fact.yes + fact.no).contains { row in changes.contains { row[$0.slot] != nil } }
        && polarity(of: fact, supposing: changes, always: true) == "yes"
    }
    guard let fact = told else { return false }
    give(fact, of: intent, for: fact, lead: wording("yes"), supposing: [])
    return follow()
  }

  /// Yes or no once more, to "so no?": by a fact that the last fix states, for what is known of the person.
  mutating func confirmYesOrNo(of intent: Intent) -> Bool {
    guard reading.utterance.hasQuestionMark, reading.only("no", with: "so") || reading.only("yes", with: "so"),
      !isEndUser, let last = state.topic?.given.last.flatMap(intent.fix)
    else { return false }
    let stated = intent.facts.compactMap { engine.knowledge.facts[$0] }
      .first { text(last.text).contains(text($0.text)) && polarity(of: $0, supposing: []) != nil }
    guard let stated, let polarity = polarity(of: stated, supposing: []) else { return false }
    give(stated, of: intent, for: stated, lead: wording(polarity), supposing: [])
    return true
  }
}
