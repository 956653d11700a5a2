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
      if exact == severalOutput {
        ask(&verdict, shares)
        return verdict
      }
      guard exact < intentCount else { return verdict }
      verdict.decision = .answer
      (verdict.scope, verdict.certainty) = (1, 1)
      verdict.candidates.removeAll { $0.intent == labels[exact] }
      verdict.candidates.insert(Candidate(intent: labels[exact], score: 1), at: 0)
      verdict.candidates = Array(verdict.candidates.prefix(5))
      return verdict
    }
    guard scope >= calibration.reject else { return verdict }
    if shares.count < 2 || (certainty >= calibration.answer && shares[1] < margin(of: scores)) {
      verdict.decision = .answer
    } else {
      ask(&verdict, shares)
    }
    return verdict
  }

  /// The share of the best candidate's probability from which on the second is too close for an answer.
  ///
  /// How close that is depends on how the message reads: in "the icon is missing" a second share of 1 % is a second
  /// meaning, in a message that tells a whole story 10 % is none. Measured on messages by others: for the same share
  /// of messages answered directly, this offers all meanings of 91 % of the ambiguous ones, a fixed margin of 56 %. A
  /// second candidate that is nearly as likely is asked about in any case: that halves the wrong answers.
  func margin(of scores: Scores) -> Float {
    guard severalOutput != nil else { return calibration.margin }
    let odds = scores.openness / max(1 - scores.openness, 1e-6)
    return min(calibration.widestMargin, calibration.doubt / odds.squareRoot())
  }

  /// Offers the likely candidates, two at least.
  private func ask(_ verdict: inout Verdict, _ shares: [Float]) {
    verdict.decision = .ask
    let likely = shares.prefix(3).count { $0 >= calibration.offer }
    verdict.offered = verdict.candidates.prefix(max(2, likely)).map(\.intent)
  }
}
