import Matching

/// All that `fixline evaluate` tells; as JSON the evaluation's fields and, beside them, what was asked for.
struct EvaluationReport: Encodable {
  var evaluation: Evaluation
  /// What went wrong, where that was asked for.
  var errors: [Mistake]?
  /// Labels of the messages that no intent has.
  var unknownLabels: [String] = []
  /// The threshold of scope that was in force.
  var threshold: Double?
  var sweep: [Step]?
  var timing: Timing?

  init(_ outcomes: [Evaluation.Outcome], listsErrors: Bool) {
    evaluation = Evaluation(outcomes)
    errors = listsErrors ? outcomes.filter { !$0.isRight }.map(Mistake.init) : nil
  }

  private enum CodingKeys: CodingKey { case errors, unknownLabels, threshold, sweep, timing }

  func encode(to encoder: any Encoder) throws {
    try evaluation.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(unknownLabels, forKey: .unknownLabels)
    try container.encodeIfPresent(threshold, forKey: .threshold)
    try container.encodeIfPresent(errors, forKey: .errors)
    try container.encodeIfPresent(sweep, forKey: .sweep)
    try container.encodeIfPresent(timing, forKey: .timing)
  }

  /// A message that was taken wrong.
  struct Mistake: Encodable {
    let intents: [String]
    let decision: Decision
    let prediction: String
    let text: String
    let explanation: Explanation?

    init(_ outcome: Evaluation.Outcome) {
      intents = outcome.message.intents
      decision = outcome.result.decision
      prediction = outcome.prediction
      text = outcome.message.text
      explanation = outcome.explanation
    }
  }

  /// The figures at another threshold.
  struct Step: Encodable {
    let reject: Double
    let evaluation: Evaluation
  }

  /// How long it took.
  struct Timing: Encodable {
    /// Learning and choosing the thresholds, or reading the compiled file.
    let learningSeconds: Double
    /// One message: half of them took at most this, and 99 in 100 at most that. Of each message the middle one of five
    /// times counts, which leaves out what else the machine was doing.
    let medianMicroseconds: Double
    let in99Microseconds: Double

    init(learning: Duration, messages: [String], by matcher: Matcher) {
      let clock = ContinuousClock()
      var times = messages.map { _ in [Duration]() }
      for _ in 0..<5 {
        for (index, text) in messages.enumerated() {
          times[index].append(clock.measure { _ = matcher.match(text) })
        }
      }
      let sorted = times.map { $0.sorted()[2] }.sorted().map { ($0 / .microseconds(1) * 10).rounded() / 10 }
      learningSeconds = (learning / .milliseconds(1)).rounded() / 1000
      medianMicroseconds = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
      in99Microseconds = sorted.isEmpty ? 0 : sorted[sorted.count * 99 / 100]
    }
  }
}
