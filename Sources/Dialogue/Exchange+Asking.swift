import Knowledge
import Matching
import TextAnalysis

/// What a message asks for after a fix: learned from the content's follow-up questions, with the authored triggers beside
/// them; restricted to what the open symptom's documentation can answer.
extension Exchange {
  /// A fact that is asked for, and how surely.
  struct Asked {
    var fact: Fact
    /// How likely it is asked for, 0 to 1, whatever else may be.
    var probability: Double
    /// Its share among all that the open symptom could be asked, 0 to 1.
    var share: Double

    /// Whether it is asked for even where the message could be read in another way.
    var isClear: Bool { probability >= 0.1 && share >= 0.7 }
    /// Whether it is likelier than all the rest, so that a yes or no can stand before it.
    var isLikely: Bool { probability >= 0.05 && share >= 0.5 }
    /// Whether it is asked for even by a message that has no mark of a question.
    var isUnmistakable: Bool { probability >= 0.5 && share >= 0.8 }
  }

  /// The evidence (log odds) from which on a fact can be what is asked for.
  private static let leastEvidence = -6.0
  /// What counts as evidence where there is none.
  private static let noEvidence = -9.0
  /// With less evidence than this, a fact also needs this share among all that could be asked.
  private static let fairEvidence = -4.6
  private static let leastShare = 0.4
  /// By how much the evidence that the documentation doesn't say has to lead.
  private static let leadOfUndocumented = 1.0
  /// By how much a fact of another symptom of the article may lead.
  private static let leadOfOthers = 3.0
  /// How much an authored trigger adds.
  private static let triggerWeight = 1.0

  /// How likely the message asks for this.
  func likelihood(_ subject: FollowUps.Subject) -> Double { guesses.probability(of: subject) }

  /// The fact about the open symptom, or one talked about before, that the message asks for.
  func findAskedFact() -> Asked? {
    guard let intent, !isOnlyThanks else { return nil }
    if let asked = askedFact(among: intent.facts, of: [intent]) { return asked }
    if let meaning = askedMeaning(beside: intent) { return meaning }
    guard match.decision != .answer || match.candidates.first?.intent == intent.id else { return nil }
    guard !leansOnWhatIsOpen else { return nil }
    // "Back to the button, who may reset an administrator?"
    let earlier = (state.waiting.map(\.intent) + state.tried.reversed().map(\.intent))
      .compactMap { engine.knowledge.intent($0) }
    let others = earlier.flatMap(\.facts).filter { !intent.facts.contains($0) }
    return askedFact(among: others, of: earlier).flatMap { $0.isClear || reading.says("back") ? $0 : nil }
  }

  /// Whether it has no word of its own, so that it asks about what is open and nothing else: "only those two?".
  var leansOnWhatIsOpen: Bool {
    !reading.says("question-word") && reading.utterance.tokens.allSatisfy { FunctionWords.contains($0.text) }
  }

  /// Whether it is thanks or success and nothing else, which asks for nothing.
  private var isOnlyThanks: Bool {
    reading.says("thanks", "worked") && !reading.isQuestion
      && reading.weight(beside: ["thanks", "worked", "yes", "anaphora", "dont-know"]) <= 1
  }

  /// What a word of the article means, whichever of its symptoms is open: "what is EMS?".
  private func askedMeaning(beside intent: Intent) -> Asked? {
    guard reading.asksForMeaning else { return nil }
    let others = engine.knowledge.facts.values.filter { $0.article == intent.article }.map(\.id).sorted()
    return askedFact(among: others, of: [intent]).flatMap { $0.isUnmistakable ? $0 : nil }
  }

  /// The fact that the message asks for, of those named.
  func askedFact(among all: [String], of intents: [Intent]) -> Asked? {
    // What somebody without an administrator role is told is no answer for an administrator.
    let names = isEndUser ? all : all.filter { !engine.vocabulary.endUserFacts.contains($0) }
    let learned = names.map { guesses.evidence(of: .fact($0)) }
    let most = intents.compactMap { guesses.mostEvidence(inArticle: $0.article) }.max() ?? -.infinity
    // An article without learned questions has only its triggers.
    guard !engine.matcher.followUps.isEmpty, learned.contains(where: { $0 != nil }) else {
      return asked(byTriggersOf: names)
    }
    // Where no trigger could make up for what is missing they needn't be looked for.
    let least = max(Self.leastEvidence, most - Self.leadOfOthers) - Self.triggerWeight
    guard learned.contains(where: { $0 ?? Self.noEvidence >= least }) else { return nil }
    let points = heard.asked(engine.vocabulary)
    let evidence = zip(names, learned).map { name, learned in
      (name: name, sum: (learned ?? Self.noEvidence) + min(1, points[name] ?? 0) * Self.triggerWeight)
    }
    let undocumented = guesses.evidence(of: .undocumented) ?? Self.noEvidence
    guard let best = evidence.max(by: { $0.sum < $1.sum }), let fact = engine.knowledge.facts[best.name],
      best.sum >= Self.leastEvidence, best.sum >= undocumented - Self.leadOfUndocumented,
      best.sum >= most - Self.leadOfOthers
    else { return nil }
    let total = (evidence.map(\.sum) + [undocumented]).reduce(0) { $0 + FollowUps.odds(of: $1) }
    let known = state.facts.merging(supposed(by: reading.values)) { $1 }
    let exact = narrowed(fact, for: known).id
    let same = evidence.filter { $0.name == best.name || comesTo(exact, $0, for: known) }
    let share = same.reduce(0) { $0 + FollowUps.odds(of: $1.sum) } / total
    guard best.sum >= Self.fairEvidence || share >= Self.leastShare else { return nil }
    let probability = same.map { likelihood(.fact($0.name)) }.max() ?? 0
    return Asked(fact: fact, probability: probability, share: share)
  }

  /// Whether another fact in question says the same for what is known: who may do it at all, and who may for an
  /// administrator.
  private func comesTo(_ exact: String, _ other: (name: String, sum: Double), for known: [String: String]) -> Bool {
    guard other.sum >= Self.leastEvidence, let rival = engine.knowledge.facts[other.name] else { return false }
    return narrowed(rival, for: known).id == exact
  }

  /// Content without learned questions has only its triggers.
  private func asked(byTriggersOf names: [String]) -> Asked? {
    let points = heard.asked(engine.vocabulary)
    // Of equals the first, as the article has them.
    let best = names.filter { points[$0] != nil }.max { points[$0] ?? 0 < points[$1] ?? 0 }
    guard let best, let fact = engine.knowledge.facts[best] else { return nil }
    let share = min(1, points[best] ?? 0)
    return Asked(fact: fact, probability: share, share: share)
  }

  /// The kind of talk about the conversation that the message most likely is, of those named, if it is one.
  func likelyTalk(among names: [String]) -> String? {
    let best = names.map { (name: $0, probability: likelihood(.talk($0))) }.max { $0.probability < $1.probability }
    guard let best, best.probability >= Self.leastTalk, best.probability > likelihood(.undocumented),
      best.probability > (askedFact?.probability ?? 0)
    else { return nil }
    return best.name
  }

  /// How likely talk about the conversation has to be.
  private static let leastTalk = 0.4

  /// The fact that says the same more exactly for what is known, if there is one.
  func narrowed(_ fact: Fact, for facts: [String: String]) -> Fact {
    let exact = fact.instead.sorted { $0.key < $1.key }.first { _, rows in
      rows.contains { DecisionTable.holds($0, for: facts) }
    }
    return exact.flatMap { engine.knowledge.facts[$0.key] } ?? fact
  }
}
