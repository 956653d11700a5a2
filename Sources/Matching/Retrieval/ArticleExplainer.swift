import TextAnalysis

/// Takes a verdict on imported intents apart into the words, synonyms and parts of words that it rests on.
struct ArticleExplainer {
  let search: ArticleSearch
  let utterance: Utterance
  let verdict: ArticleVerdict

  private var calibration: ArticleCalibration { search.index.calibration }

  /// From this share of its points on, a word counts as understood.
  private static let understood: Float = 0.25

  var judgement: Explanation.Judgement {
    .init(
      scope: Explainer.rounded(verdict.scope), reject: Explainer.rounded(calibration.reject),
      certainty: Explainer.rounded(verdict.certainty), answer: Explainer.rounded(calibration.answer),
      second: Explainer.rounded(verdict.second), margin: Explainer.rounded(calibration.margin),
      understood: Explainer.rounded(verdict.scores.signals.coverage))
  }

  var reason: String {
    switch verdict.decision {
    case .none: "too little of the message is in any article (scope under \(Explainer.rounded(calibration.reject)))"
    case .answer: "the best article fits well and is clearly ahead"
    case .ask where verdict.certainty < calibration.answer:
      "the best article doesn't fit well enough (certainty under \(Explainer.rounded(calibration.answer)))"
    case .ask:
      "the second candidate is close (its share is at least \(Explainer.rounded(calibration.margin)))"
    }
  }

  var candidates: [Explanation.Candidate] {
    zip(verdict.candidates, verdict.scores.ranking).map { candidate, match in
      Explanation.Candidate(
        intent: candidate.intent, score: Explainer.rounded(Float(candidate.score)),
        points: Explainer.rounded(match.points), start: 0, evidence: evidence(in: match.row) + heading(match))
    }
  }

  /// The words that the best candidate's articles hardly have.
  var notUnderstood: [String] {
    guard let best = verdict.scores.ranking.first else { return [] }
    return search.index.withView { view in
      verdict.evidence.filter { word in
        (finding(of: word, in: best.row, view)?.points ?? 0) < word.full * Self.understood
      }.map { typed($0) }
    }
  }

  private func typed(_ word: WordEvidence) -> String { utterance.typed(word.position..<word.position + 1) }

  private func evidence(in row: Int) -> [Explanation.Evidence] {
    search.index.withView { view in
      verdict.evidence.compactMap { word in
        finding(of: word, in: row, view).map { ($0, typed(word)) }
      }.sorted { $0.0.points > $1.0.points }.compactMap { finding, typed in
        let points = Explainer.rounded(finding.points)
        return points == 0
          ? nil : Explanation.Evidence(typed: typed, rule: finding.rule, met: finding.met, points: points)
      }
    }
  }

  /// What the message is worth for covering the article's heading.
  private func heading(_ match: ArticleScores.Match) -> [Explanation.Evidence] {
    let points = Explainer.rounded(match.headingPoints)
    return points == 0 ? [] : [.init(typed: "…", rule: "heading covered", met: "", points: points)]
  }

  /// What gave a word its points in a row: its stem, a synonym, or its parts; `nil`: nothing.
  private func finding(
    of word: WordEvidence, in row: Int, _ view: ArticleIndex.View
  ) -> (points: Float, rule: String, met: String)? {
    let token = utterance.tokens[word.position]
    var best: (points: Float, rule: String, met: String)?
    func propose(_ points: Float, _ rule: String, _ met: @autoclosure () -> String) {
      if points > best?.points ?? 0 { best = (points, rule, met()) }
    }
    for term in word.words {
      propose(word.wordFactor * view.rarity[term] * view.weight(of: term, in: row), "word", token.swedishStem)
    }
    for group in word.groups {
      let rule = group.rule == .exact || group.rule == .inflected ? "synonym" : "synonym, \(group.rule.rawValue)"
      propose(group.points * view.weight(of: group.term, in: row), rule, group.name)
    }
    let parts = word.grams.map { gram in
      (gram.start, word.gramFactor * view.rarity[gram.term] * view.weight(of: gram.term, in: row))
    }.filter { $0.1 > 0 }
    propose(
      parts.reduce(0) { $0 + $1.1 }, "sub-word",
      parts.map { ArticleTerm.gram(of: token, at: $0.0) }.joined(separator: " "))
    return best
  }
}

/// An explanation of what both ways of finding an intent come to.
extension Explanation {
  init(
    _ ranking: Ranking, text: String, language: Language, learned: Explainer?, articles: ArticleExplainer?
  ) {
    let isLearned = ranking.leader == .learned
    let known = (learned?.candidates ?? []) + (articles?.candidates ?? [])
    self.init(
      text: text, language: language, decision: ranking.decision,
      reason: ranking.reason ?? (isLearned ? learned?.reason : articles?.reason) ?? "",
      judgement: (isLearned ? learned?.judgement : articles?.judgement)
        ?? .init(scope: 0, reject: 0, certainty: 0, answer: 0, second: 0, margin: 0, understood: 0),
      candidates: ranking.candidates.compactMap { candidate in
        // An intent that both found is explained by the way that found it better.
        known.filter { $0.intent == candidate.intent }.max { $0.score < $1.score }
      },
      offered: ranking.offered,
      notUnderstood: (isLearned ? learned?.notUnderstood : articles?.notUnderstood) ?? [])
  }
}
