import Dispatch

/// How the weights are learned.
struct TrainingPlan: Sendable {
  var epochs: Int
  var rate: Float = 0.2
  /// The share of a row's features that is left out each time it is shown.
  var dropout: Float = 0.3
  var seed: UInt64 = 20210309
  /// How many times learning is done with other orders and other features left out; the mean of the weights counts.
  var rounds = 1
  /// How far the targets are drawn in from 0 and 1. An output that need never be quite sure puts less weight on single
  /// features, and so is less sure of what it doesn't know.
  var smoothing: Float = 0
  /// An error of at most this much is let be, which spares most of the work.
  var negligible: Float = 1e-4

  /// From so many examples an intent on, more of each is left out: they say the same in many ways, and what is left has
  /// to do without the words that their authors were fond of.
  static let manyExamples = 300

  /// Few examples have to be shown more often, and the order in which they are shown has more to say.
  init(rows: Int, intents: Int) {
    epochs = rows < 200 ? 100 : rows < 1000 ? 40 : 16
    smoothing = rows < 200 ? 0.01 : rows < 5000 ? 0 : 0.002
    if rows >= 5000 { negligible = smoothing }
    if rows >= intents * Self.manyExamples { dropout = 0.6 }
  }

  /// The plan for these examples.
  init(_ examples: [Learner.Example]) {
    self.init(rows: examples.count, intents: Set(examples.flatMap(\.intents)).count)
  }

  /// The plan for the weights that are kept: the mean of several rounds.
  static func final(_ examples: [Learner.Example], rounds: Int = 3) -> TrainingPlan {
    var plan = TrainingPlan(examples)
    plan.rounds = rounds
    return plan
  }
}

/// The examples as sparse vectors, all in one run.
struct TrainingRows: Sendable {
  var starts: [Int] = [0]
  var rows: [Int32] = []
  var values: [Float] = []
  /// The outputs that each row should light; none: out of scope.
  var targets: [[Int]] = []
  /// What each row's draws come from: a hash of what it says.
  var keys: [UInt64] = []
  /// The class of each row, an index into ``lessons``.
  var classes: [Int] = []
  /// Which outputs the rows of a class teach anything, 1 or 0 each; empty: every output.
  var lessons: [[SIMD8<Float>]] = []

  var count: Int { targets.count }

  mutating func append(_ vector: [Vectorizer.Entry], targets outputs: [Int], key: UInt64, class rowClass: Int = 0) {
    classes.append(rowClass)
    for entry in vector {
      rows.append(entry.row)
      values.append(entry.value)
    }
    starts.append(rows.count)
    targets.append(outputs)
    keys.append(key)
  }

  /// The rows in an order that looks random. Each row draws its own place from what it says, so that one row more or
  /// less leaves the others in their order.
  func order(seed: UInt64) -> [Int] {
    let draws = keys.map { SeededGenerator.draw(seed: seed, key: $0) }
    return keys.indices.sorted { (draws[$0], $0) < (draws[$1], $1) }
  }
}

/// What was learned: a row of weights for each feature, one weight for each output, and a last row of biases.
struct Weights: Sendable {
  /// Outputs, rounded up to a multiple of 8.
  let stride: Int
  var values: [Float]

  static func stride(outputs: Int) -> Int { (outputs + 7) / 8 * 8 }
}

/// One-vs-rest logistic regression by AdaGrad with feature dropout.
///
/// Every output is learned apart from the others, so the outputs are shared out among the processor's cores and the
/// result doesn't depend on how many there are.
struct Trainer {
  let plan: TrainingPlan
  let featureCount: Int
  let outputs: Int
  /// What the weights start from (the authored keywords) per feature row and output.
  var prior: [(row: Int, output: Int, weight: Float)] = []

  /// Learns the weights. `progress` is called after each epoch with the share done, from one thread only.
  func train(_ examples: TrainingRows, progress: @Sendable (Double) -> Void = { _ in }) -> Weights {
    let rounds = Double(plan.rounds)
    var mean = train(examples, round: 0) { progress($0 / rounds) }
    for round in 1..<max(1, plan.rounds) {
      let next = train(examples, round: round) { progress((Double(round) + $0) / rounds) }
      let share = 1 / Float(round + 1)
      for index in mean.values.indices { mean.values[index] += (next.values[index] - mean.values[index]) * share }
    }
    return mean
  }

  private func train(_ examples: TrainingRows, round: Int, progress: @Sendable (Double) -> Void) -> Weights {
    let stride = Weights.stride(outputs: outputs)
    var values = [Float](repeating: 0, count: (featureCount + 1) * stride)
    for (row, output, weight) in prior { values[row * stride + output] = weight }
    let groups = stride / 8
    let parts = min(2, groups)
    values.withUnsafeMutableBufferPointer { values in
      let shared = SharedWeights(values: values)
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let range = groups * part / parts * 8..<groups * (part + 1) / parts * 8
        learn(examples, round: round, columns: range, into: shared.values, stride: stride) {
          if part == 0 { progress($0) }
        }
      }
    }
    return Weights(stride: stride, values: values)
  }

  private struct SharedWeights: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Float>
  }

  /// Learns some of the outputs.
  private func learn(
    _ examples: TrainingRows, round: Int, columns: Range<Int>, into all: UnsafeMutableBufferPointer<Float>, stride: Int,
    progress: (Double) -> Void
  ) {
    let width = columns.count
    let groups = width / 8
    let weights = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: (featureCount + 1) * groups)
    let squares = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: (featureCount + 1) * groups)
    let logits = UnsafeMutablePointer<SIMD8<Float>>.allocate(capacity: groups)
    defer {
      weights.deallocate()
      squares.deallocate()
      logits.deallocate()
    }
    for row in 0...featureCount {
      for group in 0..<groups {
        var start = SIMD8<Float>.zero
        for lane in 0..<8 { start[lane] = all[row * stride + columns.lowerBound + group * 8 + lane] }
        weights[row * groups + group] = start
        squares[row * groups + group] = SIMD8(repeating: 1e-6)
      }
    }
    let lessons =
      examples.lessons.isEmpty
      ? [SIMD8<Float>](repeating: .one, count: groups)
      : examples.lessons.flatMap { $0[columns.lowerBound / 8..<columns.upperBound / 8] }
    var kept: [(row: Int, value: Float)] = []
    let keepScale = 1 / (1 - plan.dropout)
    let threshold = UInt64(plan.dropout * 65536)
    for epoch in 0..<plan.epochs {
      let seed = plan.seed &+ UInt64(round * plan.epochs + epoch)
      let order = examples.order(seed: seed)
      for (step, example) in order.enumerated() {
        let done = (Float(epoch) + Float(step) / Float(order.count)) / Float(plan.epochs)
        let rate = plan.rate * (1 - 0.9 * done)
        kept.removeAll(keepingCapacity: true)
        kept.append((featureCount, 1))
        var generator = SeededGenerator(seed: SeededGenerator.draw(seed: seed, key: examples.keys[example]))
        var bits: UInt64 = 0
        for (position, index) in (examples.starts[example]..<examples.starts[example + 1]).enumerated() {
          if position % 4 == 0 { bits = generator.next() }
          let isKept = bits & 0xFFFF >= threshold
          bits >>= 16
          if isKept { kept.append((Int(examples.rows[index]), examples.values[index] * keepScale)) }
        }
        for group in 0..<groups { logits[group] = .zero }
        for (row, value) in kept {
          let source = weights + row * groups
          for group in 0..<groups { logits[group] += source[group] * value }
        }
        let targets = examples.targets[example]
        let rowClass = examples.classes[example]
        for group in 0..<groups {
          var error = SIMD8<Float>.zero
          for lane in 0..<8 { error[lane] = Exact.sigmoid(logits[group][lane]) - plan.smoothing }
          for target in targets where (target - columns.lowerBound) / 8 == group && target >= columns.lowerBound {
            error[(target - columns.lowerBound) % 8] -= 1 - 2 * plan.smoothing
          }
          error *= lessons[rowClass * groups + group]
          guard max(error.max(), -error.min()) > plan.negligible else { continue }
          for (row, value) in kept {
            let gradient = error * value
            let index = row * groups + group
            squares[index] += gradient * gradient
            weights[index] -= gradient * rate / squares[index].squareRoot()
          }
        }
      }
      progress(Double(epoch + 1) / Double(plan.epochs))
    }
    for row in 0...featureCount {
      for group in 0..<groups {
        for lane in 0..<8 {
          all[row * stride + columns.lowerBound + group * 8 + lane] = weights[row * groups + group][lane]
        }
      }
    }
  }
}
