import Knowledge
import Matching

/// What a reply tells that chooses among the symptoms offered, without naming one.
extension Exchange {
  /// Takes what is told for a choice: that somebody is no administrator, to whom all of them come to the same, or
  /// something that only one of them asks for.
  mutating func takeChoiceByFacts(among intents: [String]) -> Bool {
    guard !reading.isQuestion, match.decision != .answer else { return false }
    let told = reading.values.filter { isAsked($0.slot) && !isOfSomebodyElse($0) }
    if let role = told.first(where: { isEndUser([$0.slot: $0.value]) }) {
      decision = MatchDecision.reply
      learn(role.slot, role.value)
      state.question = nil
      begin(Topic(intent: intents[0], score: 0))
      return true
    }
    guard let only = onlyOne(of: intents, asking: Set(told.map(\.slot))) else { return false }
    keep(told)
    accept(only, for: .intent(intents))
    return true
  }

  /// The only one of the symptoms offered that asks for something that is told.
  private func onlyOne(of intents: [String], asking told: Set<String>) -> String? {
    let found = intents.filter { name in
      engine.knowledge.intent(name).map { !told.isDisjoint(with: slots(of: $0)) } ?? false
    }
    return found.count == 1 ? found[0] : nil
  }
}
