import Knowledge
import TextAnalysis

/// What asks for a documented fact by its words.
extension ConversationVocabulary {
  /// The facts that a message asks for by their triggers, with how much of it asks for each.
  func facts(asked utterance: Utterance) -> [String: Double] {
    var points: [String: Double] = [:]
    for match in triggers.matchesInAnyOrder(in: utterance) {
      let weight = triggerWeights[match.id]?[match.phrase] ?? 0
      points[match.id] = max(points[match.id] ?? 0, weight * match.strength)
    }
    return points
  }

  /// The rarity of each word of the triggers among the facts: 1 / facts that have the word.
  static func weights(_ facts: [Fact]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for fact in facts {
      let words = fact.triggers.values.values.joined().flatMap { Utterance($0).tokens.map(\.text) }
      for word in Set(words) { counts[word, default: 0] += 1 }
    }
    return counts.mapValues { 1 / Double($0) }
  }
}
