public import Knowledge

extension Matcher {
  /// What is made of a labelled message; `explainsMistakes`: with the reasons where it is taken wrong.
  public func outcome(of message: LabelledMessage, explainsMistakes: Bool = false) -> Evaluation.Outcome {
    var outcome = Evaluation.Outcome(message: message, result: match(message.text))
    if explainsMistakes, !outcome.isRight { outcome.explanation = explain(message.text) }
    return outcome
  }

  /// Matches every labelled message with a matcher that was learned from the others, part by part.
  ///
  /// - Parameters:
  ///   - messages: the labelled messages.
  ///   - parts: in how many parts they are cut, at least 2.
  ///   - explainsMistakes: whether messages taken wrong get their reasons.
  ///   - progress: is given the share done, 0 to 1.
  public static func crossValidate(
    _ messages: [LabelledMessage], parts: Int, explainsMistakes: Bool = false,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) -> [Evaluation.Outcome] {
    crossValidate(messages, parts: parts, explainsMistakes: explainsMistakes) { kept, part in
      Matcher(learningFrom: kept) { progress((Double(part) + $0) / Double(parts)) }
    }
  }

  /// Matches every message that the content teaches (examples, titles, ambiguous messages, those out of scope) with a
  /// matcher that was learned from the others, part by part.
  public static func crossValidate(
    _ knowledge: KnowledgeBase, parts: Int, explainsMistakes: Bool = false,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) -> [Evaluation.Outcome] {
    let set = TrainingSet(knowledge)
    let reader = MessageReader(vocabulary: knowledge.vocabulary)
    return crossValidate(set.messages, parts: parts, explainsMistakes: explainsMistakes) { kept, part in
      var others = set
      others.messages = kept
      return Matcher(
        reader: reader, index: others.learn(reader) { progress((Double(part) + $0) / Double(parts)) })
    }
  }

  private static func crossValidate(
    _ messages: [LabelledMessage], parts: Int, explainsMistakes: Bool,
    learn: (_ kept: [LabelledMessage], _ part: Int) -> Matcher
  ) -> [Evaluation.Outcome] {
    var order = Array(messages.indices)
    var generator = SeededGenerator(seed: 7)
    order.shuffle(using: &generator)
    return (0..<parts).flatMap { part in
      let held = order.enumerated().filter { $0.offset % parts == part }.map { messages[$0.element] }
      let kept = order.enumerated().filter { $0.offset % parts != part }.map { messages[$0.element] }
      let matcher = learn(kept, part)
      return held.map { matcher.outcome(of: $0, explainsMistakes: explainsMistakes) }
    }
  }

  /// The threshold of scope under which messages are turned away; `nil` where nothing was learned.
  public var threshold: Double? { index.map { Double($0.calibration.reject) } }

  /// Outcomes at other thresholds of scope: for choosing between answering too much and too little.
  public func sweep(_ messages: [LabelledMessage]) -> [(reject: Double, evaluation: Evaluation)] {
    guard let index else { return [] }
    return stride(from: 0.05, through: 0.96, by: 0.05).map { reject in
      var calibration = index.calibration
      calibration.reject = Float(reject)
      let matcher = Matcher(reader: reader, index: index.with(calibration))
      return ((reject * 100).rounded() / 100, Evaluation(messages.map { matcher.outcome(of: $0) }))
    }
  }
}
