/// How often a matcher is right on labelled messages: `fixline evaluate --format json`.
public struct Evaluation: Codable, Sendable, Equatable {
  /// How many messages there are.
  public var count: Int
  /// The share predicted right over all messages, out of scope counted as a class. The prediction is the best candidate
  /// where the message is answered or asked back, else out of scope. An ambiguous message is right where all of its
  /// intents are offered.
  public var accuracy: Double
  /// The share of messages in scope that are predicted right; turned away counts as wrong. `nil` where there are none.
  public var inScopeAccuracy: Double?
  /// The share of messages out of scope that are turned away.
  public var outOfScopeRecall: Double?
  /// The share of messages turned away that are out of scope.
  public var outOfScopePrecision: Double?
  /// The share of messages in scope that are answered with another intent.
  public var wrongAnswerRate: Double
  /// The share of messages in scope with one intent that are answered with it or offered it.
  public var rightOrOfferedRate: Double
  /// The share of messages in scope with one intent that are answered with it directly.
  public var directAnswerRate: Double
  /// The share of messages out of scope that are answered.
  public var outOfScopeAnsweredRate: Double?
  /// Of the messages with several intents: how many there are, the share that is offered all of them, and the share
  /// that is offered or answered with at least one.
  public var ambiguous: Ambiguous?
  /// Precision and recall of each label, `oos` too.
  public var perIntent: [String: PerIntent]
  /// Label → prediction → how many.
  public var confusion: [String: [String: Int]]
  /// The pairs that are most often confused, at most ten.
  public var mostConfused: [Confused]

  /// How ambiguous messages came out.
  public struct Ambiguous: Codable, Sendable, Equatable {
    /// How many messages there are.
    public var count: Int
    /// The share that is offered every meaning.
    public var allOffered: Double
    /// The share that is offered or answered with at least one.
    public var oneOffered: Double
  }

  /// How one label came out.
  public struct PerIntent: Codable, Sendable, Equatable {
    /// How many messages have the label.
    public var count: Int
    /// The share of messages predicted as this that are; `nil` where none is.
    public var precision: Double?
    /// The share of messages of this label that are predicted so; `nil` where there are none.
    public var recall: Double?
  }

  /// A label that was taken for another.
  public struct Confused: Codable, Sendable, Equatable {
    /// The label.
    public var label: String
    /// What it was taken for.
    public var predicted: String
    /// How many times.
    public var count: Int
  }

  /// A message and what was made of it.
  public struct Outcome: Sendable {
    /// The message with what it means.
    public var message: LabelledMessage
    /// What the matcher made of it.
    public var result: MatchResult
    /// Why, where that was asked for.
    public var explanation: Explanation?

    /// Makes an outcome from a message and its result.
    public init(message: LabelledMessage, result: MatchResult, explanation: Explanation? = nil) {
      self.message = message
      self.result = result
      self.explanation = explanation
    }

    /// The best candidate, or out of scope.
    public var prediction: String {
      result.decision == .none
        ? LabelledMessage.outOfScope : result.candidates.first?.intent ?? LabelledMessage.outOfScope
    }

    /// Whether the prediction is right; of an ambiguous message, whether all of its intents are offered.
    public var isRight: Bool {
      message.intents.count > 1
        ? Set(message.intents).isSubset(of: result.offered)
        : prediction == message.intents.first ?? LabelledMessage.outOfScope
    }

    var isAnsweredWrong: Bool {
      result.decision == .answer && !message.intents.isEmpty && !message.intents.contains(prediction)
    }

    /// Whether one of the intents is answered or offered.
    var isReached: Bool {
      switch result.decision {
      case .answer: message.intents.contains(prediction)
      case .ask: !Set(message.intents).isDisjoint(with: result.offered)
      case .none: false
      }
    }
  }

  /// Counts outcomes.
  public init(_ outcomes: [Outcome]) {
    let outside = outcomes.filter { $0.message.intents.isEmpty }
    let inside = outcomes.filter { !$0.message.intents.isEmpty }
    let single = inside.filter { $0.message.intents.count == 1 }
    let several = inside.filter { $0.message.intents.count > 1 }
    let away = outcomes.filter { $0.prediction == LabelledMessage.outOfScope }
    count = outcomes.count
    accuracy = Self.share(outcomes, \.isRight) ?? 0
    inScopeAccuracy = Self.share(inside, \.isRight)
    outOfScopeRecall = Self.share(outside, \.isRight)
    outOfScopePrecision = Self.share(away) { $0.message.intents.isEmpty }
    wrongAnswerRate = Self.share(inside, \.isAnsweredWrong) ?? 0
    rightOrOfferedRate = Self.share(single, \.isReached) ?? 0
    directAnswerRate = Self.share(single) { $0.result.decision == .answer && $0.isReached } ?? 0
    outOfScopeAnsweredRate = Self.share(outside) { $0.result.decision == .answer }
    ambiguous =
      several.isEmpty
      ? nil
      : Ambiguous(
        count: several.count, allOffered: Self.share(several, \.isRight) ?? 0,
        oneOffered: Self.share(several, \.isReached) ?? 0)
    confusion = Self.confusion(outcomes)
    perIntent = Self.perIntent(confusion)
    mostConfused = Self.mostConfused(confusion)
  }

  private static func share(_ outcomes: [Outcome], _ condition: (Outcome) -> Bool) -> Double? {
    outcomes.isEmpty ? nil : Double(outcomes.count(where: condition)) / Double(outcomes.count)
  }

  private static func confusion(_ outcomes: [Outcome]) -> [String: [String: Int]] {
    outcomes.reduce(into: [:]) { table, outcome in
      let label = outcome.message.label
      table[label, default: [:]][
        outcome.message.intents.count > 1 && outcome.isRight ? label : outcome.prediction, default: 0] += 1
    }
  }

  private static func perIntent(_ confusion: [String: [String: Int]]) -> [String: PerIntent] {
    var predicted: [String: Int] = [:]
    for row in confusion.values { for (label, count) in row { predicted[label, default: 0] += count } }
    return Dictionary(
      uniqueKeysWithValues: Set(confusion.keys).union(predicted.keys).map { label in
        let right = Double(confusion[label]?[label] ?? 0)
        let count = confusion[label]?.values.reduce(0, +) ?? 0
        return (
          label,
          PerIntent(
            count: count, precision: predicted[label].map { right / Double($0) },
            recall: count == 0 ? nil : right / Double(count))
        )
      })
  }

  private static func mostConfused(_ confusion: [String: [String: Int]]) -> [Confused] {
    let pairs = confusion.flatMap { label, row in
      row.compactMap { $0.key == label ? nil : Confused(label: label, predicted: $0.key, count: $0.value) }
    }
    return Array(pairs.sorted { ($1.count, $0.label, $0.predicted) < ($0.count, $1.label, $1.predicted) }.prefix(10))
  }
}
