import TextAnalysis

/// Chooses a calibration from messages that the index was not learned from.
struct Calibrator {
  /// How a message came out.
  struct Outcome: Sendable {
    var signals: Signals
    var isInScope: Bool
    var isRight: Bool
    /// Whether it is truly out of scope rather than an intent that was left out to play it.
    var isPlayed = false
  }

  /// The share of messages answered right that may be lost by turning away what seems out of scope.
  static let lossByRejecting = 0.01
  /// The same where no example is out of scope: then little says that such messages come at all.
  static let lossByRejectingUnseen = 0.001

  let learner: Learner

  /// The calibration that fits outcomes.
  static func calibration(from outcomes: [Outcome]) -> Calibration {
    var calibration = Calibration()
    let outside = outcomes.filter { !$0.isInScope }
    let inside = outcomes.filter(\.isInScope)
    guard !inside.isEmpty else { return calibration }
    let truly = outside.filter { !$0.isPlayed }
    // Few real ones say more than many played ones.
    let weight = truly.isEmpty || truly.count >= inside.count / 10 ? 1.0 : 10.0
    func weigh(_ outcome: Outcome) -> Double { outcome.isInScope || outcome.isPlayed ? 1 : weight }
    if !outside.isEmpty {
      calibration.scope = .fit(outcomes.map { ($0.signals, $0.isInScope, weigh($0)) })
    }
    calibration.certainty = .fit(outcomes.map { ($0.signals, $0.isRight, weigh($0)) })
    let right = inside.filter(\.isRight).map { calibration.scope($0.signals) }.sorted()
    if !outside.isEmpty, !right.isEmpty {
      let loss = truly.isEmpty ? lossByRejectingUnseen : lossByRejecting
      calibration.reject = right[min(right.count - 1, Int(Double(right.count) * loss))]
    } else {
      calibration.reject = 0
    }
    return calibration
  }

  /// Outcomes of messages that the index was not learned from.
  static func outcomes(of examples: [Learner.Example], by index: CompiledIndex, isPlayed: Bool = false) -> [Outcome] {
    examples.compactMap { example in
      guard example.intents.count < 2, let scores = index.scores(of: example.features, key: example.key) else {
        return nil
      }
      let best = index.labels[scores.ranking[0]]
      return Outcome(
        signals: scores.signals, isInScope: !example.intents.isEmpty && !isPlayed,
        isRight: !isPlayed && example.intents == [best], isPlayed: isPlayed)
    }
  }

  /// Outcomes by cross-validation: what each part is given by an index learned from the others. Where hardly any
  /// example is out of scope, a fifth of the intents is left out of each round and plays it.
  func crossValidated(
    _ examples: [Learner.Example], folds: Int = 5, rounds: Int? = nil, progress: @Sendable (Double) -> Void = { _ in }
  ) -> [Outcome] {
    let intents = Set(examples.flatMap(\.intents)).sorted()
    let needsPlayers = intents.count >= 10 && !learner.learnsOutOfScope
    // Each example draws its own part, so that one more or less moves no other.
    let parts = examples.map { Int(SeededGenerator.draw(seed: 5, key: $0.key) % UInt64(folds)) }
    var outcomes: [Outcome] = []
    let rounds = min(rounds ?? folds, folds)
    for fold in 0..<rounds {
      let players = needsPlayers ? Set(intents.enumerated().filter { $0.offset % folds == fold }.map(\.element)) : []
      let held = examples.indices.filter { parts[$0] == fold }.map { examples[$0] }
      let kept = examples.indices.filter { parts[$0] != fold }.map { examples[$0] }
        .filter { players.isDisjoint(with: $0.intents) }
      guard let index = learner.learn(kept, progress: { progress((Double(fold) + $0) / Double(rounds)) }) else {
        continue
      }
      let (playing, plain) = held.partitioned { !players.isDisjoint(with: $0.intents) }
      outcomes += Self.outcomes(of: plain, by: index) + Self.outcomes(of: playing, by: index, isPlayed: true)
    }
    return outcomes
  }
}

extension Array {
  /// The elements that satisfy a condition, and the others.
  fileprivate func partitioned(_ condition: (Element) -> Bool) -> (matching: [Element], others: [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
