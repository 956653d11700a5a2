import TextAnalysis

/// The scores of one message.
struct Scores: Sendable {
  /// Each output's sum of weights.
  var sums: [Float]
  /// The intents by their sums, best first, at most five.
  var ranking: [Int]
  /// The probability of each of ``ranking`` among the intents.
  var probabilities: [Float]
  /// The output that an example, word for word the same, belongs to.
  var exact: Int?
  var signals: Signals
  /// How much the message reads like those that leave open which symptom is meant, 0 to 1.
  var openness: Float
}

extension CompiledIndex {
  /// Scores features and the stems among them.
  func scores(of features: [Feature], key: UInt64) -> Scores? {
    withView { view in
      let vector = view.vectorizer.unsortedVector(of: features, known: known)
      let flat = view.sparse?.sums(of: vector, count: labels.count) ?? view.sums(of: vector, count: labels.count)
      let intents = intentCount
      let ranking = flat[..<intents].indices.best(5) { flat[$0] }
      guard let best = ranking.first else { return nil }
      let total = total(flat[..<intents], best: flat[best])
      let probabilities = ranking.map { Exact.exp(flat[$0] - flat[best]) / total }
      let signals = Signals(
        likelihood: Float(Exact.ln(Double(probabilities[0]))), coverage: view.coverage(of: features, by: best),
        lead: outOfScope.map { flat[best] - flat[$0] } ?? 0, strength: flat[best])
      return Scores(
        sums: flat, ranking: ranking, probabilities: probabilities, exact: view.output(ofExample: key),
        signals: signals, openness: severalOutput.map { Exact.sigmoid(flat[$0]) } ?? 0)
    }
  }
}

extension Collection where Element == Int {
  /// The few elements with the highest score, best first; of equals the earlier.
  fileprivate func best(_ count: Int, by score: (Int) -> Float) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(count + 1)
    for element in self {
      let value = score(element)
      if found.count == count, let last = found.last, value <= score(last) { continue }
      let place = found.firstIndex { value > score($0) } ?? found.count
      found.insert(element, at: place)
      if found.count > count { found.removeLast() }
    }
    return found
  }
}

/// The sum of e to the power of each sum less the best one. What lies 16 or more under it adds nothing.
private func total(_ sums: ArraySlice<Float>, best: Float) -> Float {
  var total: Float = 0
  // Very many outputs may be left with nothing but their bias, each of which comes to the same.
  let idle = Exact.exp(SparseWeights.bias - best)
  for sum in sums {
    total += sum == SparseWeights.bias ? idle : sum - best > -16 ? Exact.exp(sum - best) : 0
  }
  return total
}

extension CompiledIndex.View {
  /// Each output's sum for a message.
  func sums(of vector: [Vectorizer.Entry], count outputs: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: groups * 8) { sums, count in
      let bias = biasRow * groups
      // Two groups of a row lie side by side, and their sums stay in registers.
      for group in stride(from: 0, to: groups, by: 2) {
        let next = min(group + 1, groups - 1)
        var (first, second) = (eight(at: bias + group), eight(at: bias + next))
        for entry in vector {
          let row = Int(entry.row) * groups
          first += eight(at: row + group) * entry.value
          second += eight(at: row + next) * entry.value
        }
        for lane in 0..<8 {
          sums.initializeElement(at: group * 8 + lane, to: first[lane])
          sums.initializeElement(at: next * 8 + lane, to: next > group ? second[lane] : first[lane])
        }
      }
      count = outputs
    }
  }

  /// Eight weights of a row.
  @inline(__always)
  private func eight(at place: Int) -> SIMD8<Float> { SIMD8(upperHalves: weights[place]) }

  /// The share of the message's stems, weighed by rarity, that occur in an output's examples.
  func coverage(of features: [Feature], by output: Int) -> Float {
    var known: Float = 0
    var all: Float = 0
    // Words come before all else.
    for feature in features.prefix(while: { $0.block == .stem || $0.block == .bigram }) where feature.block == .stem {
      guard let row = vectorizer.row(of: feature.hash) else {
        all += unknownRarity
        continue
      }
      let rarity = vectorizer.rarity[Int(row)]
      all += rarity
      if occurs(stem: row, in: output) { known += rarity }
    }
    return all > 0 ? known / all : 0
  }
}
