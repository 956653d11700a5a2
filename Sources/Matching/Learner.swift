import Knowledge
import TextAnalysis

/// Makes an index of labelled messages.
struct Learner: Sendable {
  /// How a message becomes features.
  let reader: MessageReader
  /// Whether out of scope has an output of its own; otherwise its messages only teach the intents what they aren't.
  var learnsOutOfScope: Bool
  /// The authored keywords of each intent, from which the weights of the concepts start.
  var keywords: [String: [Keyword]] = [:]

  /// The realm of labels that have one: examples of one realm teach the labels of another nothing, since both are never
  /// in question at once.
  var realms: [String: String] = [:]

  /// In how many examples more than usual a feature has to be, where there are so many that the rare ones would only make
  /// the index large.
  var leastMore = 0

  /// What one point of an authored keyword is as a weight.
  static let keywordPoint: Float = 0.25

  /// An example, read once for all the rounds of a calibration.
  struct Example: Sendable {
    var features: [Feature]
    var key: UInt64
    /// Empty: out of scope.
    var intents: [String]
  }

  func read(_ messages: [LabelledMessage]) -> [Example] {
    messages.map {
      let passage = reader.example($0.text)
      return Example(features: passage.features, key: passage.key, intents: $0.intents)
    }
  }

  func learn(
    _ examples: [Example], calibration: Calibration = Calibration(), plan: TrainingPlan? = nil,
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> CompiledIndex? {
    var labels = Set(examples.flatMap(\.intents)).sorted()
    guard !labels.isEmpty else { return nil }
    if learnsOutOfScope { labels.append(LabelledMessage.outOfScope) }
    if examples.contains(where: { $0.intents.count > 1 }) { labels.append(CompiledIndex.several) }
    let outputs = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let table = FeatureTable(examples: examples.map(\.features), more: leastMore)
    let classes = Classes(realms, of: labels)
    var rows = TrainingRows()
    rows.lessons = classes.lessons
    let words = (labels.count + 63) / 64
    var stemOutputs = [UInt64](repeating: 0, count: table.stemCount * words)
    var exact: [UInt64: Int32] = [:]
    table.withVectorizer { vectorizer in
      for example in examples {
        let vector = vectorizer.vector(of: example.features)
        let names = example.intents.isEmpty ? [LabelledMessage.outOfScope] : example.intents
        let meanings = names.count > 1 ? names + [CompiledIndex.several] : names
        let targets = meanings.compactMap { outputs[$0] }
        rows.append(vector, targets: targets, key: example.key, class: classes.number(of: names))
        for entry in vector.prefix(while: { $0.row < table.stemCount }) {
          for output in targets {
            stemOutputs[Int(entry.row) * words + output / 64] |= 1 << UInt64(output % 64)
          }
        }
        let output = outputs[names.count == 1 ? names[0] : CompiledIndex.several].map(Int32.init) ?? -1
        exact[example.key] = exact[example.key, default: output] == output ? output : -1
      }
    }
    let plan = plan ?? TrainingPlan(examples)
    var sparse: SparseWeights?
    var weights = Weights(stride: 0, values: [])
    if labels.count >= SparseWeights.leastOutputs {
      sparse = SparseWeights(rows, featureCount: table.hashes.count)
      sparse?.learn(rows, outputCount: labels.count, plan: plan, progress: progress)
    } else {
      let trainer = Trainer(
        plan: plan, featureCount: table.hashes.count, outputs: labels.count, prior: prior(of: outputs, in: table))
      weights = trainer.train(rows, progress: progress)
    }
    return CompiledIndex(
      data: CompiledIndex.encode(
        .init(
          labels: labels, table: table, weights: weights, sparse: sparse, stemOutputs: stemOutputs, exact: exact,
          calibration: calibration)))
  }
}

extension Learner {
  /// Examples by the realm that their labels are of: one class for each, and first that of the rest.
  private struct Classes {
    private let realms: [String: String]
    private let names: [String]
    let lessons: [[SIMD8<Float>]]

    init(_ realms: [String: String], of labels: [String]) {
      self.realms = realms
      names = Set(realms.values).sorted()
      lessons = ([nil] + names).map { name in
        var lesson = [SIMD8<Float>](repeating: .one, count: Weights.stride(outputs: labels.count) / 8)
        for (output, label) in labels.enumerated() {
          if let name, let other = realms[label], other != name { lesson[output / 8][output % 8] = 0 }
        }
        return lesson
      }
    }

    func number(of labels: [String]) -> Int {
      let found = Set(labels.map { realms[$0] })
      guard found.count == 1, let realm = labels.first.flatMap({ realms[$0] }) else { return 0 }
      return names.firstIndex(of: realm).map { $0 + 1 } ?? 0
    }
  }

  /// The weights that the authored keywords start from.
  private func prior(of outputs: [String: Int], in table: FeatureTable) -> [(row: Int, output: Int, weight: Float)] {
    table.withVectorizer { vectorizer in
      keywords.sorted { $0.key < $1.key }.flatMap { intent, keywords in
        keywords.compactMap { keyword in
          guard let output = outputs[intent], let row = vectorizer.row(of: ConceptFinder.hash(keyword.concept)) else {
            return nil
          }
          return (Int(row), output, Float(keyword.weight) * Self.keywordPoint)
        }
      }
    }
  }
}

extension FeatureTable {
  /// Lends a vectorizer over this table.
  func withVectorizer<Result>(_ body: (Vectorizer) -> Result) -> Result {
    blocks.withUnsafeBufferPointer { blocks in
      rarity.withUnsafeBufferPointer { rarity in
        slots.withUnsafeBufferPointer { slots in body(Vectorizer(blocks: blocks, rarity: rarity, slots: slots)) }
      }
    }
  }
}
