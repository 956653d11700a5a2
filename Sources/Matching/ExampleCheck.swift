public import Knowledge
import TextAnalysis

/// Examples that stand under the wrong intent: learned from all the others, the weights clearly give them to another one.
public struct ExampleCheck: Sendable {
  private let content: Content

  /// In how many parts the examples are cut; each is judged by what was learned from the others.
  private static let parts = 5
  /// From this share of the probability on, another intent's claim to an example is a mistake rather than a close call.
  private static let clear: Float = 0.985

  /// Makes a check of this content's examples.
  public init(_ content: Content) { self.content = content }

  /// One finding for each example that belongs elsewhere; learning for it takes a few seconds.
  public func run() -> [Finding] {
    var claims = claims(round: 0)
    // What is learned varies a little with the order of the examples: a mistake is what two rounds agree on.
    if !claims.isEmpty {
      let again = self.claims(round: 1)
      claims = claims.filter { again[$0.key] == $0.value }
    }
    return content.knowledge.intents.flatMap { intent in
      Language.allCases.flatMap { language in
        (intent.examples[language] ?? []).enumerated().compactMap { number, example -> Finding? in
          guard let claimant = claims[example], claimant != intent.id else { return nil }
          let place = "intent/\(intent.id)/examples/\(language.rawValue)/\(number)"
          return Finding(
            intent.imported == nil ? .error : .warning, .strayExample, at: content.place(place) ?? intent.location,
            "the example “\(example)” scores for ‘\(claimant)’",
            mend: "move it there, or say more clearly what it means")
        }
      }
    }
  }

  /// The intents that clearly claim examples of others, by the example; each round cuts and learns in another way.
  private func claims(round: Int) -> [String: String] {
    let set = TrainingSet(content.knowledge)
    let learner = Learner(
      reader: MessageReader(vocabulary: content.knowledge.vocabulary), learnsOutOfScope: set.learnsOutOfScope,
      keywords: set.keywords)
    let examples = learner.read(set.messages)
    var claims: [String: String] = [:]
    func part(_ number: Int) -> Int { (number + number / Self.parts * round) % Self.parts }
    for held in 0..<Self.parts {
      let kept = examples.enumerated().filter { part($0.offset) != held }.map { $0.element }
      var plan = TrainingPlan(kept)
      plan.seed += UInt64(round)
      guard let index = learner.learn(kept, plan: plan) else { continue }
      for (number, example) in examples.enumerated() where part(number) == held && !example.intents.isEmpty {
        // Key 0 is no message's: an example's twin among the others doesn't settle it.
        guard let scores = index.scores(of: example.features, key: 0), scores.probabilities[0] >= Self.clear else {
          continue
        }
        let claimant = index.labels[scores.ranking[0]]
        if claimant != LabelledMessage.outOfScope, !example.intents.contains(claimant) {
          claims[set.messages[number].text] = claimant
        }
      }
    }
    return claims
  }
}
