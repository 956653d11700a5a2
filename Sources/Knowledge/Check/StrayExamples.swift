import TextAnalysis

/// Examples that look like another intent's and like none of their own: they would teach the matcher the wrong thing.
///
/// Each example is compared with all others as if it had just been typed, by the weight of the stems that they share; the
/// matcher itself can't tell, since an example typed exactly is certain to it.
@Sendable func strayExamples(_ content: Content) -> [Finding] {
  Language.allCases.flatMap { language in
    let examples = content.knowledge.intents.flatMap { intent in
      (intent.examples[language] ?? []).enumerated().map { index, text in
        ExampleIndex.Example(
          intent: intent.id, path: "intent/\(intent.id)/examples/\(language.rawValue)/\(index)", text: text,
          stems: Set(Utterance(text).tokens.map { $0.stem(in: language) }))
      }
    }
    let index = ExampleIndex(examples)
    return examples.indices.compactMap { number -> Finding? in
      guard let other = index.stray(number) else { return nil }
      let isImported = content.knowledge.intent(examples[number].intent)?.imported != nil
      return content.finding(
        isImported ? .warning : .error, .strayExample, at: examples[number].path,
        "‘\(examples[number].text)’ is closer to ‘\(other)’ than to the other examples of ‘\(examples[number].intent)’",
        mend: "move it there, or add examples of its kind here")
    }
  }
}

/// Examples of one language, found by the stems in them.
private struct ExampleIndex {
  struct Example {
    let intent: String
    let path: String
    let text: String
    let stems: Set<String>
  }

  private let examples: [Example]
  private var postings: [String: [Int]] = [:]
  private var lengths: [Double] = []

  init(_ examples: [Example]) {
    self.examples = examples
    for (number, example) in examples.enumerated() {
      for stem in example.stems { postings[stem, default: []].append(number) }
    }
    lengths = examples.map { example in example.stems.reduce(0) { $0 + weight($1) }.squareRoot() }
  }

  /// How much a stem says: the rarer, the more.
  private func weight(_ stem: String) -> Double {
    let share = Double(postings[stem]?.count ?? 0) / Double(max(examples.count, 1))
    return share >= 1 ? 0 : (1 - share) * (1 - share)
  }

  /// The intent that an example belongs to rather than to its own; `nil`: it stands where it should.
  func stray(_ number: Int) -> String? {
    let example = examples[number]
    var shared: [Int: Double] = [:]
    for stem in example.stems {
      let weight = weight(stem)
      for other in postings[stem] ?? [] where other != number { shared[other, default: 0] += weight }
    }
    var likenesses: [String: [Double]] = [:]
    for (other, sum) in shared {
      likenesses[examples[other].intent, default: []].append(sum / max(lengths[number] * lengths[other], 1e-9))
    }
    // One example alone that looks alike is chance, two are a pattern.
    let second = likenesses.mapValues { $0.sorted(by: >).dropFirst().first ?? 0 }
    let own = likenesses[example.intent]?.max() ?? 0
    let best = second.filter { $0.key != example.intent }.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= Self.likeness, own < best.value * Self.share else { return nil }
    return best.key
  }

  /// From here on two examples say the same: measured on the content that comes with Fixline, where none may be found.
  private static let likeness = 0.6
  /// How much less an example has to look like its own intent.
  private static let share = 0.7
}
