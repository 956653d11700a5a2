import TextAnalysis

extension CompiledIndex {
  /// What scores lead to.
  func decide(_ scores: Scores) -> (decision: Decision, candidates: [Candidate], offered: [String], scope: Float) {
    let scope = calibration.scope(scores.signals)
    let certainty = calibration.certainty(scores.signals)
    var candidates = zip(scores.ranking, scores.probabilities).map { output, probability in
      Candidate(
        intent: labels[output], score: Double(certainty * probability / scores.probabilities[0]))
    }
    if let exact = scores.exact {
      guard exact < intentCount else { return (.none, candidates, [], 0) }
      candidates.removeAll { $0.intent == labels[exact] }
      candidates.insert(Candidate(intent: labels[exact], score: 1), at: 0)
      return (.answer, Array(candidates.prefix(5)), [], 1)
    }
    if scope < calibration.reject { return (.none, candidates, [], scope) }
    let second = scores.probabilities.count > 1 ? scores.probabilities[1] / scores.probabilities[0] : 0
    if certainty >= calibration.answer, second < calibration.margin { return (.answer, candidates, [], scope) }
    let close = scores.probabilities.prefix(3).filter { $0 >= calibration.offer * scores.probabilities[0] }.count
    let offered = candidates.prefix(max(2, close)).map(\.intent)
    return offered.count < 2 ? (.answer, candidates, [], scope) : (.ask, candidates, offered, scope)
  }
}
