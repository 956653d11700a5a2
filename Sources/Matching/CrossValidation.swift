extension Matcher {
  /// Matches every labelled message with a matcher that was learned from the others, part by part.
  ///
  /// - Parameters:
  ///   - messages: the labelled messages.
  ///   - parts: in how many parts they are cut, at least 2.
  ///   - progress: is given the share done, 0 to 1.
  public static func crossValidate(
    _ messages: [LabelledMessage], parts: Int, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) -> [Evaluation.Outcome] {
    var order = Array(messages.indices)
    var generator = SeededGenerator(seed: 7)
    order.shuffle(using: &generator)
    return (0..<parts).flatMap { part in
      let held = order.enumerated().filter { $0.offset % parts == part }.map { messages[$0.element] }
      let kept = order.enumerated().filter { $0.offset % parts != part }.map { messages[$0.element] }
      let matcher = Matcher(learningFrom: kept) { progress((Double(part) + $0) / Double(parts)) }
      return held.map { Evaluation.Outcome(message: $0, result: matcher.match($0.text)) }
    }
  }

  /// Outcomes at other thresholds of scope: for choosing between answering too much and too little.
  public func sweep(_ messages: [LabelledMessage]) -> [(reject: Double, evaluation: Evaluation)] {
    guard let index else { return [] }
    return stride(from: 0.05, through: 0.95, by: 0.05).map { reject in
      var calibration = index.calibration
      calibration.reject = Float(reject)
      let matcher = Matcher(reader: reader, index: index.with(calibration))
      return (
        reject, Evaluation(messages.map { .init(message: $0, result: matcher.match($0.text)) })
      )
    }
  }
}
