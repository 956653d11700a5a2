import Knowledge
import Matching
import TextAnalysis

/// Questions on the open symptom that the documentation leaves open.
extension Exchange {
  /// How likely the documentation leaves a question open that needs no other sign.
  static let clearlyUndocumented = 0.6

  private func isSame(_ intent: Intent) -> Bool { match.candidates.first?.intent == intent.id }

  /// Whether the message tells something that means nothing to this symptom, but does to the one that it is likest to.
  func belongsElsewhere(_ intent: Intent) -> Bool {
    guard match.decision == .ask, !isSame(intent), let best = match.candidates.first.map(\.intent),
      let other = engine.knowledge.intent(best)
    else { return false }
    return reading.values.contains { value in
      engine.knowledge.questions[value.slot]?.isGeneral == false && slots(of: other).contains(value.slot)
        && !slots(of: intent).contains(value.slot)
    }
  }

  /// A question about the open symptom that no documented fact answers.
  mutating func sayUndocumented(_ intent: Intent) -> Bool {
    if takeLikelyTalk() { return true }
    guard reading.isQuestion, reading.weight() > 0 else { return false }
    // "I'm global admin, so that can't be it?", asked for the role: answered by what comes of it.
    if case .slot(let slot)? = state.question?.subject,
      let own = reading.values.first(where: { $0.slot == slot && $0.subject == .own }), !reading.says("suppose")
    {
      decision = MatchDecision.reply
      settle(slot, own.value)
      return true
    }
    if match.decision != .answer || isSame(intent), giveFactsOfParts(of: intent) { return follow() }
    if likelihood(.undocumented) >= Self.clearlyUndocumented, match.decision != .answer || isSame(intent),
      !belongsElsewhere(intent)
    {
      isEndUser ? tellEndUser(intent) : say("undocumented")
      return follow()
    }
    if belongsElsewhere(intent) { return false }
    let isSame = isSame(intent)
    let isSure = (match.candidates.first?.score ?? 0) >= Self.scoreOfOwn
    if match.decision == .answer { guard isSame || !isSure, reading.isPolar else { return false } }
    let weight = reading.weight(beside: ["question-word", "polar", "anaphora", "suppose"])
    guard isSame || weight <= (reading.isAnaphoric ? 6 : 4) else { return false }
    // Somebody without an administrator role is told whom to turn to, not that nothing is documented.
    isEndUser ? tellEndUser(intent) : say("undocumented")
    return follow()
  }

  /// Whether it rather asks for something that the documentation leaves open than for any fact.
  var asksForWhatIsOpen: Bool {
    guard let open = guesses.evidence(of: .undocumented), let intent else { return false }
    let most = guesses.mostEvidence(inArticle: intent.article) ?? -.infinity
    return open >= Self.evidenceOfMore && open >= most + Self.leadOfMore
  }

  private static let evidenceOfMore = -2.5
  private static let leadOfMore = 1.5
}
