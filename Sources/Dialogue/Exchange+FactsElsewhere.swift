import Knowledge
import Matching

/// A documented fact that is asked for outright, before its symptom was told: "how long until a policy applies?".
extension Exchange {
  /// How likely the symptom has to be that the fact belongs to, and by how much it has to lead: far less than a symptom
  /// needs alone, since the fact says the same.
  private static let leastScore = 0.08
  private static let leadOfSymptom = 5.0
  /// How likely the fact has to be, and its share among all that the symptom could be asked.
  private static let leastProbability = 0.025
  private static let leastShare = 0.4

  /// Answers a question for a fact of another symptom than the open one, where the words for the symptom and those for
  /// the fact agree.
  mutating func takeFactElsewhere() -> Bool {
    guard match.decision != .answer, reading.isQuestion, !isEndUser, askedFact?.isClear != true,
      let (best, asked) = factElsewhere, let intent = engine.knowledge.intent(best.intent)
    else { return false }
    decision = Decision.answer.rawValue
    open(Topic(intent: best.intent, score: best.score))
    // What is told with it decides by the symptom's own table, as which licences a cloud-only organisation needs.
    if reading.values.contains(where: { slots(of: intent).contains($0.slot) && !isOfSomebodyElse($0) }) {
      proceed()
    } else {
      state.topic?.isNamed = true
      _ = giveFact(asked, of: intent, supposing: [])
    }
    if !state.waiting.isEmpty, state.question == nil { askWhetherHelped() }
    return true
  }

  /// The symptom that is far ahead of the others, and the fact of it that is asked for.
  private var factElsewhere: (symptom: Candidate, fact: Asked)? {
    guard let best = match.candidates.first, best.intent != state.topic?.intent, best.score >= Self.leastScore,
      (match.candidates.dropFirst().first?.score ?? 0) * Self.leadOfSymptom <= best.score,
      let intent = engine.knowledge.intent(best.intent), let asked = askedFact(among: intent.facts),
      asked.probability >= Self.leastProbability, asked.share >= Self.leastShare
    else { return nil }
    return (best, asked)
  }
}
