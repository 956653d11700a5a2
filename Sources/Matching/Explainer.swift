import TextAnalysis

/// Takes a verdict apart into the words that it rests on.
struct Explainer {
  let index: CompiledIndex
  let reader: MessageReader
  let reading: ReadMessage
  let verdict: Verdict
  let language: Language

  private var calibration: Calibration { index.calibration }

  private var second: Float {
    let probabilities = verdict.scores.probabilities
    return probabilities.count > 1 ? probabilities[1] / probabilities[0] : 0
  }

  private var margin: Float { index.margin(of: verdict.scores) }

  var judgement: Explanation.Judgement {
    .init(
      scope: Self.rounded(verdict.scope), reject: Self.rounded(calibration.reject),
      certainty: Self.rounded(verdict.certainty), answer: Self.rounded(calibration.answer),
      second: Self.rounded(second), margin: Self.rounded(margin),
      understood: Self.rounded(verdict.scores.signals.coverage), openness: Self.rounded(verdict.scores.openness))
  }

  var reason: String {
    if let exact = verdict.scores.exact {
      if exact == index.severalOutput { return "an example that may mean several reads exactly like this" }
      return exact < index.intentCount
        ? "an example reads exactly like this" : "an example that is out of scope reads exactly like this"
    }
    switch verdict.decision {
    case .none: return "too little speaks for any intent (scope under \(Self.rounded(calibration.reject)))"
    case .answer: return "the best candidate is sure enough and clearly ahead"
    case .ask where verdict.certainty < calibration.answer:
      return "the best candidate is not sure enough (certainty under \(Self.rounded(calibration.answer)))"
    case .ask: return "the second candidate is close (its share is at least \(Self.rounded(margin)))"
    }
  }

  var candidates: [Explanation.Candidate] {
    verdict.candidates.compactMap { candidate in
      guard let output = index.labels.firstIndex(of: candidate.intent) else { return nil }
      let start = index.withView { $0.bias(of: output) }
      return Explanation.Candidate(
        intent: candidate.intent, score: Self.rounded(Float(candidate.score)),
        points: Self.rounded(verdict.scores.sums[output]), start: Self.rounded(start), evidence: evidence(for: output))
    }
  }

  /// The words none of the best candidate's examples has.
  var notUnderstood: [String] {
    index.withView { view in
      verdict.passage.features.filter { $0.block == .stem }.compactMap { feature in
        if let row = view.vectorizer.row(of: feature.hash), view.occurs(stem: row, in: verdict.scores.ranking[0]) {
          return nil
        }
        return reading.utterance.typed(Int(feature.first)..<Int(feature.first) + 1)
      }
    }
  }

  /// What evidence is about: words, and the way in which they were recognised.
  private struct Key: Hashable {
    let first: Int32
    let second: Int32
    let rule: String
    let met: String
  }

  /// The points of each word or pair of words for an output; the parts of a word are counted as the word.
  private func evidence(for output: Int) -> [Explanation.Evidence] {
    let features = verdict.passage.features
    let concepts = reader.extractor.concepts?.findings(in: reading.utterance) ?? []
    return index.withView { view in
      let vector = view.vectorizer.vector(of: features)
      let values = Dictionary(uniqueKeysWithValues: vector.map { ($0.row, $0.value) })
      var counts: [Int32: Float] = [:]
      let rows = features.map { view.vectorizer.row(of: $0.hash) }
      for case let row? in rows { counts[row, default: 0] += 1 }
      var points: [Key: Float] = [:]
      var order: [Key] = []
      for (feature, row) in zip(features, rows) {
        guard let row, let value = values[row], let count = counts[row] else { continue }
        let key = self.key(of: feature, concepts: concepts)
        if points[key] == nil { order.append(key) }
        points[key, default: 0] += value * view.weight(row: Int(row), output: output) / count
      }
      let sorted = order.enumerated().sorted { first, second in
        let (one, other) = (points[first.element] ?? 0, points[second.element] ?? 0)
        return (abs(other), first.offset) < (abs(one), second.offset)
      }
      return sorted.map(\.element).compactMap { key in
        let rounded = Self.rounded(points[key] ?? 0)
        return rounded == 0
          ? nil
          : Explanation.Evidence(typed: typed(key.first, key.second), rule: key.rule, met: key.met, points: rounded)
      }
    }
  }

  private func key(of feature: Feature, concepts: [ConceptFinder.Finding]) -> Key {
    switch feature.block {
    case .concept, .conceptPair:
      let found = [feature.first, feature.second].compactMap { position in
        concepts.first { $0.match.tokens.contains(Int(position)) && $0.matches(feature) }
          ?? concepts.first { Int32($0.match.tokens.lowerBound) == position }
      }
      let names = found.map { ($0.isNegated ? "not " : "") + $0.match.id }
      let isSingle = feature.block == .concept
      return Key(
        first: feature.first, second: feature.second,
        rule: isSingle ? found.first?.match.rule.rawValue ?? "exact" : "together",
        met: isSingle ? names.first ?? "" : names.joined(separator: " + "))
    case .stem: return Key(first: feature.first, second: feature.first, rule: "learned", met: stem(feature.first))
    case .subword:
      return Key(first: feature.first, second: feature.first, rule: "sub-word", met: stem(feature.first))
    case .bigram, .pair:
      return Key(
        first: feature.first, second: feature.second, rule: "learned",
        met: feature.first == feature.second
          ? "\(stem(feature.first)) at the edge" : "\(stem(feature.first)) + \(stem(feature.second))")
    }
  }

  private func stem(_ position: Int32) -> String { reading.utterance.tokens[Int(position)].stem(in: language) }

  private func typed(_ first: Int32, _ second: Int32) -> String {
    let (start, end) = (Int(min(first, second)), Int(max(first, second)))
    if end - start <= 4 { return reading.utterance.typed(start..<end + 1) }
    return reading.utterance.typed(start..<start + 1) + " … " + reading.utterance.typed(end..<end + 1)
  }

  /// Three decimals: what a person can read, and the same on every machine.
  static func rounded(_ value: Float) -> Double { (Double(value) * 1000).rounded() / 1000 }
}

extension ConceptFinder.Finding {
  /// Whether this finding made that feature.
  fileprivate func matches(_ feature: Feature) -> Bool {
    ConceptFinder.hash(match.id, isNegated: isNegated) == feature.hash
  }
}
