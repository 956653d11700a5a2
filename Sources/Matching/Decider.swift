/// What the scores of a message come to.
struct Verdict: Sendable {
  var decision: Decision
  var candidates: [Candidate]
  var offered: [String] = []
  /// How sure it is that the message is about an intent, 0 to 1.
  var scope: Float
  /// How sure it is that the best candidate is right, 0 to 1.
  var certainty: Float
  var scores: Scores
  var passage: MessageReader.Passage

  /// By which the parts of a long message are compared.
  var standing: Float {
    switch decision {
    case .answer: 2 + certainty
    case .ask: 1 + certainty
    case .none: scope
    }
  }
}

extension CompiledIndex {
  /// Answers where the best candidate is sure and clearly ahead, offers the likely ones where it is not, and turns away
  /// what seems to be about no intent at all.
  func verdict(_ scores: Scores, on passage: MessageReader.Passage) -> Verdict {
    let scope = calibration.scope(scores.signals)
    let certainty = calibration.certainty(scores.signals)
    let shares = scores.probabilities.map { $0 / scores.probabilities[0] }
    var verdict = Verdict(
      decision: .none,
      candidates: zip(scores.ranking, shares).map { output, share in
        Candidate(intent: labels[output], score: (Double(certainty * share) * 10_000).rounded() / 10_000)
      }, scope: scope, certainty: certainty, scores: scores, passage: passage)
    if let exact = scores.exact {
      guard exact < intentCount else { return verdict }
      verdict.decision = .answer
      (verdict.scope, verdict.certainty) = (1, 1)
      verdict.candidates.removeAll { $0.intent == labels[exact] }
      verdict.candidates.insert(Candidate(intent: labels[exact], score: 1), at: 0)
      verdict.candidates = Array(verdict.candidates.prefix(5))
      return verdict
    }
    guard scope >= calibration.reject else { return verdict }
    if shares.count < 2 || (certainty >= calibration.answer && shares[1] < calibration.margin) {
      verdict.decision = .answer
    } else {
      verdict.decision = .ask
      let likely = shares.prefix(3).count { $0 >= calibration.offer }
      verdict.offered = verdict.candidates.prefix(max(2, likely)).map(\.intent)
    }
    return verdict
  }
}
