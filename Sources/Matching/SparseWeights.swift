/// What was learned of very many outputs: of each feature only the weights for outputs in whose examples it occurs, so
/// that neither a message's cost nor the memory grows with all of them.
struct SparseWeights: Sendable {
  /// From how many outputs on weights are sparse.
  static let leastOutputs = 512
  /// What occurs in the examples of more outputs tells none of them from the others and is left out.
  static let longestRow = 500
  /// What every output starts with.
  static let bias: Float = -4

  /// Where each feature's weights begin, and where the last one's end.
  var starts: [UInt32]
  /// The outputs of the weights, in order.
  var outputs: [UInt32]
  var values: [Float]

  /// Weights of 0 for every feature and output that go together in the examples.
  init(_ examples: TrainingRows, featureCount: Int) {
    var lists = [[UInt32]](repeating: [], count: featureCount)
    for example in 0..<examples.count {
      for index in examples.starts[example]..<examples.starts[example + 1] {
        let row = Int(examples.rows[index])
        for target in examples.targets[example] where lists[row].last != UInt32(target) {
          lists[row].append(UInt32(target))
        }
      }
    }
    starts = [0]
    outputs = []
    starts.reserveCapacity(featureCount + 1)
    for list in lists {
      let distinct = Set(list)
      if distinct.count <= Self.longestRow { outputs += distinct.sorted() }
      starts.append(UInt32(outputs.count))
    }
    values = [Float](repeating: 0, count: outputs.count)
  }

  /// Learns the weights: one-vs-rest logistic regression by AdaGrad over what each example touches.
  mutating func learn(_ examples: TrainingRows, outputCount: Int, plan: TrainingPlan, progress: (Double) -> Void) {
    var squares = [Float](repeating: 1, count: values.count)
    var sums = [Float](repeating: Self.bias, count: outputCount)
    var isTouched = [Bool](repeating: false, count: outputCount)
    var touched: [Int] = []
    let epochs = max(1, plan.epochs / 2)
    for epoch in 0..<epochs {
      let order = examples.order(seed: plan.seed &+ UInt64(epoch))
      for (count, example) in order.enumerated() {
        let entries = examples.starts[example]..<examples.starts[example + 1]
        forEachWeight(entries, of: examples) { place, output, value in
          if !isTouched[output] {
            isTouched[output] = true
            touched.append(output)
          }
          sums[output] += values[place] * value
        }
        // From here on the sums hold each output's error.
        for output in touched {
          let target: Float = examples.targets[example].contains(output) ? 1 : 0
          let error = Exact.sigmoid(sums[output]) - target
          sums[output] = abs(error) > 1e-3 ? error : 0
        }
        forEachWeight(entries, of: examples) { place, output, value in
          guard sums[output] != 0 else { return }
          let gradient = sums[output] * value
          squares[place] += gradient * gradient
          values[place] -= 4 * plan.rate * gradient / squares[place].squareRoot()
        }
        for output in touched {
          sums[output] = Self.bias
          isTouched[output] = false
        }
        touched.removeAll(keepingCapacity: true)
        if count % 1000 == 0 { progress((Double(epoch) + Double(count) / Double(order.count)) / Double(epochs)) }
      }
    }
  }

  @inline(__always)
  private func forEachWeight(
    _ entries: Range<Int>, of examples: TrainingRows, _ body: (_ place: Int, _ output: Int, _ value: Float) -> Void
  ) {
    for index in entries {
      let row = Int(examples.rows[index])
      for place in Int(starts[row])..<Int(starts[row + 1]) { body(place, Int(outputs[place]), examples.values[index]) }
    }
  }
}

/// Sparse weights as they lie in a compiled index.
struct SparseView {
  let starts: UnsafeBufferPointer<UInt32>
  let outputs: UnsafeBufferPointer<UInt32>
  let values: UnsafeBufferPointer<Float>

  /// Each output's sum for a message.
  func sums(of vector: [Vectorizer.Entry], count: Int) -> [Float] {
    var sums = [Float](repeating: SparseWeights.bias, count: count)
    sums.withUnsafeMutableBufferPointer { sums in
      for entry in vector {
        let row = Int(entry.row)
        for place in Int(starts[row])..<Int(starts[row + 1]) {
          sums[Int(outputs[place])] += values[place] * entry.value
        }
      }
    }
    return sums
  }

  /// The weight of a row for an output; 0 where they never go together.
  func weight(row: Int, output: Int) -> Float {
    let places = Int(starts[row])..<Int(starts[row + 1])
    return places.first { outputs[$0] == UInt32(output) }.map { values[$0] } ?? 0
  }
}
