/// What learned intents and imported articles come to together: one ranking, one decision.
///
/// Both give calibrated confidences, so the better one of the two leads. The other one's best intent is offered beside it
/// where it is close.
struct Ranking: Sendable {
  /// Which of the two the decision rests on.
  enum Leader: Sendable { case learned, articles }

  var decision: Decision
  var candidates: [Candidate]
  var offered: [String] = []
  var leader: Leader
  /// Why, where it is the two together.
  var reason: String?

  /// From this share of the leader's score on, the other one's best intent is offered beside it.
  static let margin = 0.75

  /// The ranking of the two verdicts; `nil` where there is neither.
  init?(_ learned: Verdict?, _ articles: ArticleVerdict?) {
    switch (learned, articles) {
    case (nil, nil): return nil
    case (let learned?, nil): self.init(learned)
    case (nil, let articles?): self.init(articles)
    case (let learned?, let articles?): self.init(learned, beside: articles)
    }
  }

  private init(_ learned: Verdict) {
    decision = learned.decision
    (candidates, offered, leader) = (learned.candidates, learned.offered, .learned)
  }

  private init(_ articles: ArticleVerdict) {
    decision = articles.decision
    (candidates, offered, leader) = (articles.candidates, articles.offered, .articles)
  }

  private init(_ learned: Verdict, beside articles: ArticleVerdict) {
    let first = Self(learned), second = Self(articles)
    let isLearned =
      first.decision == .none
      ? second.decision == .none && first.score >= second.score
      : second.decision == .none || first.score >= second.score
    let (leader, other) = isLearned ? (first, second) : (second, first)
    self = leader
    candidates = Self.merged(leader.candidates, other.candidates)
    guard other.decision != .none, let rival = other.candidates.first, learned.scores.exact == nil,
      rival.score >= leader.score * Self.margin, rival.intent != leader.candidates.first?.intent
    else { return }
    decision = .ask
    reason = "‘\(rival.intent)’ is close"
    let best = leader.candidates.prefix(1).map(\.intent)
    offered = Array(
      (best + [rival.intent] + leader.offered.filter { !best.contains($0) && $0 != rival.intent }).prefix(3))
  }

  private var score: Double { candidates.first?.score ?? 0 }

  /// The candidates of both, an intent of both with its better score; at most five, best first.
  private static func merged(_ first: [Candidate], _ second: [Candidate]) -> [Candidate] {
    var merged = first
    for candidate in second {
      if let index = merged.firstIndex(where: { $0.intent == candidate.intent }) {
        merged[index].score = max(merged[index].score, candidate.score)
      } else {
        merged.append(candidate)
      }
    }
    return Array(
      merged.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
        .prefix(5))
  }
}
