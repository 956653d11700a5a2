import TextAnalysis

/// What the points of a message come to among the imported intents.
struct ArticleVerdict: Sendable {
  var decision: Decision
  var candidates: [Candidate]
  var offered: [String] = []
  /// How sure it is that some article covers the message, 0 to 1.
  var scope: Float
  /// How sure it is that the best intent is right, 0 to 1.
  var certainty: Float
  /// The second intent's share beside the best one, 0 to 1.
  var second: Float
  var scores: ArticleScores
  var evidence: [WordEvidence]
}

/// Finds imported intents by their articles' words.
struct ArticleSearch: Sendable {
  let index: ArticleIndex
  let thesaurus: Thesaurus

  /// The verdict on a message or, in a long one, on the part of it that fits an article best.
  func verdict(on utterance: Utterance, passages: [Range<Int>]) -> ArticleVerdict? {
    let findings = thesaurus.findings(in: utterance)
    return index.withView { view in
      guard !view.isReserved(ArticleIndex.key(of: utterance)) else { return nil }
      let scorer = ArticleScorer(view: view)
      var best: ArticleVerdict?
      for range in passages {
        let evidence = scorer.evidence(in: utterance, findings, range)
        guard let scores = scorer.scores(evidence, tokens: range) else { continue }
        let verdict = verdict(scores, evidence)
        if verdict.scope > best?.scope ?? -1 { best = verdict }
      }
      return best
    }
  }

  private func verdict(_ scores: ArticleScores, _ evidence: [WordEvidence]) -> ArticleVerdict {
    let calibration = index.calibration
    let scope = calibration.scope(scores.signals)
    let certainty = calibration.certainty(scores.signals)
    let best = scores.ranking[0].points
    let shares = scores.ranking.map { Exact.exp(calibration.steepness * ($0.points / best - 1)) }
    let candidates = zip(scores.ranking, shares).map { match, share in
      Candidate(
        intent: index.intents[match.intent], score: (Double(certainty * share) * 10_000).rounded() / 10_000)
    }
    var verdict = ArticleVerdict(
      decision: .none, candidates: candidates, scope: scope, certainty: certainty,
      second: shares.count > 1 ? shares[1] : 0, scores: scores, evidence: evidence)
    guard scope >= calibration.reject else { return verdict }
    if shares.count < 2 || (certainty >= calibration.answer && shares[1] < calibration.margin) {
      verdict.decision = .answer
    } else {
      verdict.decision = .ask
      let likely = shares.prefix(3).count { $0 >= calibration.offer }
      verdict.offered = candidates.prefix(max(2, likely)).map(\.intent)
    }
    return verdict
  }
}
