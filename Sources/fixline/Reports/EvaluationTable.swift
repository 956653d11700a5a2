import Matching

/// The figures of an evaluation as a table for people.
struct EvaluationTable: CustomStringConvertible {
  /// With more labels than these the confusion matrix is left to `--format json`.
  private static let widestMatrix = 16

  private let report: EvaluationReport
  private var evaluation: Evaluation { report.evaluation }

  init(_ report: EvaluationReport) { self.report = report }

  var description: String {
    let parts = [summary, perIntent, matrix, confused, sweep, timing].filter { !$0.isEmpty }
    return (parts.map { $0.joined(separator: "\n") + "\n" } + mistakes).joined(separator: "\n")
  }

  private var summary: [String] {
    var lines = [
      "messages                        \(evaluation.count)",
      "accuracy                        \(percent(evaluation.accuracy))",
      "in scope, predicted right       \(percent(evaluation.inScopeAccuracy))",
      "in scope, right or offered      \(percent(evaluation.rightOrOfferedRate))",
      "in scope, answered directly     \(percent(evaluation.directAnswerRate))",
      "in scope, answered wrong        \(percent(evaluation.wrongAnswerRate))",
      "out of scope, turned away       \(percent(evaluation.outOfScopeRecall))",
      "out of scope, answered          \(percent(evaluation.outOfScopeAnsweredRate))",
      "turned away, out of scope       \(percent(evaluation.outOfScopePrecision))",
    ]
    if let ambiguous = evaluation.ambiguous {
      lines.append("ambiguous, all meanings offered \(percent(ambiguous.allOffered)) of \(ambiguous.count)")
      lines.append("ambiguous, a meaning reached    \(percent(ambiguous.oneOffered))")
    }
    return lines
  }

  private var perIntent: [String] {
    ["precision  recall  messages  intent"]
      + evaluation.perIntent.sorted { $0.key < $1.key }.map { intent, figures in
        "\(percent(figures.precision))   \(percent(figures.recall))  \(leading(figures.count, 8))  \(intent)"
      }
  }

  private var matrix: [String] {
    let labels = evaluation.perIntent.keys.sorted()
    guard labels.count <= Self.widestMatrix else {
      return ["\(labels.count) labels: the whole confusion matrix is in --format json"]
    }
    let numbers = labels.indices.map { leading($0 + 1, 5) }.joined()
    return ["confusion matrix: a row for each label, a column for what it was taken for", "   " + numbers]
      + labels.enumerated().map { number, label in
        let cells = labels.map { other in
          let count = evaluation.confusion[label]?[other] ?? 0
          return count == 0 ? "    ·" : leading(count, 5)
        }
        return leading(number + 1, 3) + cells.joined() + "  " + label
      }
  }

  private var confused: [String] {
    guard !evaluation.mostConfused.isEmpty else { return [] }
    return ["most often confused"]
      + evaluation.mostConfused.map { "  \($0.count) × \($0.label) taken for \($0.predicted)" }
  }

  private var sweep: [String] {
    guard let sweep = report.sweep else { return [] }
    let inForce = report.threshold.map { " (in force: \(percent($0).drop { $0 == " " }))" } ?? ""
    let head = "         accuracy  in scope right  answered wrong  out of scope turned away"
    return ["reject under\(inForce)", head]
      + sweep.map { step in
        let figures = step.evaluation
        return
          "\(percent(step.reject))  \(percent(figures.accuracy))       \(percent(figures.inScopeAccuracy))         "
          + "\(percent(figures.wrongAnswerRate))                   \(percent(figures.outOfScopeRecall))"
      }
  }

  private var timing: [String] {
    guard let timing = report.timing else { return [] }
    return [
      "learning or loading  \(timing.learningSeconds) s",
      "a message            median \(timing.medianMicroseconds) µs, 99 in 100 within \(timing.in99Microseconds) µs",
    ]
  }

  private var mistakes: [String] {
    (report.errors ?? []).map { mistake in
      let label = mistake.intents.isEmpty ? LabelledMessage.outOfScope : mistake.intents.joined(separator: ",")
      return "✗ \(label), taken as \(mistake.decision.rawValue) \(mistake.prediction)\n"
        + (mistake.explanation.map { ExplanationTable($0).description } ?? mistake.text + "\n")
    }
  }

  private func leading(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A share in percent with one decimal, seven characters wide.
  private func percent(_ share: Double?) -> String {
    guard let share else { return "      –" }
    let tenths = Int((share * 1000).rounded())
    let text = "\(tenths / 10).\(tenths % 10) %"
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}
