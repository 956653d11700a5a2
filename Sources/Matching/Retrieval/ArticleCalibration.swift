/// How points of imported intents become confidence and a decision: numbers fitted to messages written for articles that
/// they were not chosen on, and stored with the index.
struct ArticleCalibration: Sendable, Equatable {
  /// How sure it is that some article covers the message.
  var scope = ArticleJudgement(bias: -0.2, strength: 4.39, coverage: 1.84, missing: -2.02)
  /// How sure it is that the best intent is right.
  var certainty = ArticleJudgement(bias: -1.84, strength: 3.82, coverage: 2.01, lead: 2.68, missing: -2.29)
  /// The least scope at which a message is not turned away. Chosen so that nine of ten messages
  /// that no real article covers are.
  var reject: Float = 0.6
  /// The least certainty at which it is answered without asking back. High: an answer that doesn't fit misleads.
  var answer: Float = 0.76
  /// How fast an intent's share falls with its distance from the best one.
  var steepness: Float = 12
  /// The share beside the best one that the second may have where the best is answered.
  var margin: Float = 0.3
  /// The least share beside the best one at which a further intent is offered.
  var offer: Float = 0.05
}

/// A logistic judgement over the signals of a message's points.
struct ArticleJudgement: Sendable, Equatable {
  var bias: Float = 0
  var strength: Float = 0
  var coverage: Float = 0
  var lead: Float = 0
  var missing: Float = 0

  /// The probability, 0 to 1.
  func callAsFunction(_ signals: ArticleSignals) -> Float {
    Exact.sigmoid(
      bias + strength * signals.strength + coverage * signals.coverage + lead * signals.lead + missing * signals.missing
    )
  }
}

/// What the points of a message say about how far to trust them.
struct ArticleSignals: Sendable, Equatable {
  /// ln of the best intent's points, measured in words that no article has: how much there is to go by.
  var strength: Float
  /// The best intent's share of the points that a text full of the message's words would have.
  var coverage: Float
  /// By how much the best article of another name falls behind, as a share of the best.
  var lead: Float
  /// How many programs the message names that the best intent's text doesn't have; at most two.
  var missing: Float
}
