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
  /// The same where a symptom is open, on which the message may lean.
  private static let leastProbabilityBeside = 0.25
  private static let leastShare = 0.3
  /// How many words a message may have that only leans on what is open.
  private static let wordsThatLean = 4
  /// By how much evidence another symptom's fact may lead.
  private static let leadOfOtherFacts = 1.0

  /// Answers a question for a fact of another symptom than the open one, where the words for the symptom and those for
  /// the fact agree.
  mutating func takeFactElsewhere() -> Bool {
    // With something open, a message leans on that unless it says more of its own.
    let isOpen = state.topic != nil || state.question != nil
    // "By the way, how long until a policy applies?"
    let isLikely =
      match.decision == .ask || state.topic == nil || match.candidates.first.map(isFarAhead) == true
      || factOfLikeliest?.fact.isUnmistakable == true
    // "Isn't that role good enough?" leans on what is open.
    if isOpen, reading.isAnaphoric, reading.weight() <= Self.wordsThatLean { return false }
    if isOpen, leansOnWhatIsOpen { return false }
    guard match.decision != .answer, isLikely, reading.isQuestion, !isEndUser,
      askedFact?.isLikely != true, let found = factOfLikeliest ?? factOfAllOffered ?? factOfOneOffered
    else { return false }
    // "So I'm allowed to do that for admins?", after how it is done: the open symptom's fact, too.
    if let intent, intent.facts.contains(found.fact.fact.id) { return false }
    let intent = found.intent
    decision = Decision.answer.rawValue
    open(Topic(intent: intent.id, score: match.candidates.first { $0.intent == intent.id }?.score ?? 0))
    // What is told with it decides by the symptom's own table, as which licences a cloud-only organisation needs.
    if found.isOfOne, reading.values.contains(where: { slots(of: intent).contains($0.slot) && !isOfSomebodyElse($0) }) {
      proceed()
    } else {
      state.topic?.isNamed = true
      _ = giveFact(
        found.fact, of: intent, supposing: reading.values.filter { $0.subject == .object && isRelevant($0.slot) })
    }
    if !state.waiting.isEmpty, state.question == nil { askWhetherHelped() }
    return true
  }

  /// What is asked for, the symptom to take up for it, and whether it is that one's rather than common to several.
  private typealias Found = (fact: Asked, intent: Intent, isOfOne: Bool)

  /// The fact of the symptom that is far ahead of the others.
  private var factOfLikeliest: Found? {
    guard let best = match.candidates.first, best.intent != state.topic?.intent, best.score >= Self.leastScore,
      (match.candidates.dropFirst().first?.score ?? 0) * Self.leadOfSymptom <= best.score,
      let intent = engine.knowledge.intent(best.intent), let asked = askedFact(among: intent.facts, of: [intent]),
      asked.probability >= (state.topic == nil ? Self.leastProbability : Self.leastProbabilityBeside),
      asked.share >= Self.leastShare, isLikeliest(asked)
    else { return nil }
    return (asked, intent, true)
  }

  /// The fact that all symptoms have which the message could mean: who may reset, whatever it is that can't be.
  private var factOfAllOffered: Found? {
    let offered = match.offered.compactMap { engine.knowledge.intent($0) }
    guard match.decision == .ask, let first = offered.first, !offered.contains(where: { $0.id == state.topic?.intent })
    else { return nil }
    let common = first.facts.filter { fact in offered.allSatisfy { $0.facts.contains(fact) } }
    guard let asked = askedFact(among: common, of: offered), asked.isClear, isLikeliest(asked) else { return nil }
    return (asked, first, false)
  }

  /// The fact that is asked for so clearly that the symptom it belongs to need not be chosen.
  private var factOfOneOffered: Found? {
    // "Which role does that take?", of those that were offered.
    var offered = match.decision == .ask ? match.offered : []
    if case .intent(let intents)? = state.question?.subject, offered.isEmpty { offered = intents }
    guard !offered.contains(where: { $0 == state.topic?.intent }) else { return nil }
    return offered.lazy.compactMap { engine.knowledge.intent($0) }.compactMap { intent in
      askedFact(among: intent.facts, of: [intent]).flatMap { asked in
        asked.isUnmistakable && isLikeliest(asked) ? (asked, intent, false) : nil
      }
    }.first
  }

  /// Whether no fact of any symptom of the article is asked for much more clearly.
  private func isLikeliest(_ asked: Asked) -> Bool {
    guard let most = guesses.mostEvidence(inArticle: asked.fact.article),
      let evidence = guesses.evidence(of: .fact(asked.fact.id))
    else {
      return false
    }
    return evidence >= most - Self.leadOfOtherFacts
  }
}
