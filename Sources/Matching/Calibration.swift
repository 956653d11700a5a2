/// How scores become confidence and a decision: numbers chosen on validation data and stored with the weights.
struct Calibration: Sendable, Equatable {
  /// How sure it is that the message is about any intent at all.
  var scope = Judgement(bias: -1, likelihood: 0.9, coverage: 3.1, lead: 0.3, strength: 0.4)
  /// How sure it is that the best candidate is right.
  var certainty = Judgement(bias: -0.8, likelihood: 2.3, coverage: 2.7, lead: 0.3, strength: 0.4)
  /// The least scope at which a message is not turned away.
  var reject: Float = 0.25
  /// The least certainty at which it is answered without asking back.
  var answer: Float = 0.55
  /// The share of the best candidate's probability that the second may have where the best is answered.
  var margin: Float = 0.12
  /// The least share of the best candidate's probability at which a further one is offered beside it.
  var offer: Float = 0.001
  /// The least doubt at which it is asked back, where examples with several meanings taught what leaves one open.
  var doubt: Float = 0.025
  /// The greatest share that ``doubt`` may leave the second candidate, however little the message reads like one of those.
  var widestMargin: Float = 0.3
}

extension Calibration {
  /// For so few messages that nothing can be chosen by them: turned away is what scores higher as out of scope.
  static let byLead: Calibration = {
    var calibration = Calibration()
    calibration.scope = Judgement(lead: 1)
    calibration.reject = 0.5
    return calibration
  }()
}

/// A logistic judgement over the signals of a message's scores.
struct Judgement: Sendable, Equatable {
  var bias: Float = 0
  var likelihood: Float = 0
  var coverage: Float = 0
  var lead: Float = 0
  var strength: Float = 0

  /// The probability, 0 to 1.
  func callAsFunction(_ signals: Signals) -> Float {
    Exact.sigmoid(
      bias + likelihood * signals.likelihood + coverage * signals.coverage + lead * signals.lead
        + strength * signals.strength)
  }

  /// Fits a judgement to what came true by Newton's method, with a little pull towards 0.
  static func fit(_ rows: [(signals: Signals, isTrue: Bool, weight: Double)]) -> Judgement {
    var parameters = [Double](repeating: 0, count: 5)
    for _ in 0..<25 {
      var gradient = parameters.map { $0 * 0.1 }
      var curvature = (0..<5).map { i in (0..<5).map { $0 == i ? 0.1 : 0 } }
      for row in rows {
        let x = row.signals.vector
        let sum = zip(x, parameters).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = Double(Exact.sigmoid(Float(sum)))
        let error = (probability - (row.isTrue ? 1 : 0)) * row.weight
        let spread = max(probability * (1 - probability), 1e-5) * row.weight
        for i in 0..<5 {
          gradient[i] += error * x[i]
          for j in 0..<5 { curvature[i][j] += spread * x[i] * x[j] }
        }
      }
      let step = solve(curvature, gradient)
      for i in 0..<5 { parameters[i] -= max(-4, min(4, step[i])) }
    }
    return Judgement(
      bias: Float(parameters[0]), likelihood: Float(parameters[1]), coverage: Float(parameters[2]),
      lead: Float(parameters[3]), strength: Float(parameters[4]))
  }

  /// Solves a small symmetric system by elimination.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var matrix = matrix
    var right = right
    let count = right.count
    for column in 0..<count {
      for row in column + 1..<count {
        let factor = matrix[row][column] / matrix[column][column]
        for k in column..<count { matrix[row][k] -= factor * matrix[column][k] }
        right[row] -= factor * right[column]
      }
    }
    for column in stride(from: count - 1, through: 0, by: -1) {
      for k in column + 1..<max(count, column + 1) { right[column] -= matrix[column][k] * right[k] }
      right[column] /= matrix[column][column]
    }
    return right
  }
}

/// What the scores of a message say about how far to trust them.
struct Signals: Sendable, Equatable {
  /// ln of the best intent's probability among the intents.
  var likelihood: Float
  /// The share of the message's words that occur in the best intent's examples, by rarity.
  var coverage: Float
  /// By how much the best intent's sum is ahead of out of scope, where that has an output of its own.
  var lead: Float
  /// The best intent's sum.
  var strength: Float

  fileprivate var vector: [Double] { [1, Double(likelihood), Double(coverage), Double(lead), Double(strength)] }
}
