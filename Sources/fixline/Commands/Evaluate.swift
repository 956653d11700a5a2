import ArgumentParser
import Channels
import FoundationEssentials
import Matching
import TextAnalysis

/// `fixline evaluate FILE.tsv`: how often labelled messages are taken right.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells how often labelled messages are taken right.",
    discussion: """
      A line is intent<TAB>text; the label oos is out of scope, a,b is ambiguous.

      Examples:
        fixline evaluate messages.tsv --errors
        fixline evaluate --train train.tsv --validate valid.tsv test.tsv --format json
        fixline evaluate --cross-validate 5 train.tsv
      """)

  @Argument(help: ArgumentHelp("Labelled messages.", valueName: "file.tsv"))
  var file: String

  @OptionGroup var matching: MatchingOptions

  @Option(help: "How the figures are written: text or json.")
  var format = Explain.Format.text

  @Flag(help: "Lists what went wrong, each with what it rests on.")
  var errors = false

  @Flag(help: "Also measures how long matching a message takes, in microseconds.")
  var time = false

  @Flag(help: "Shows the figures at other thresholds of scope.")
  var sweep = false

  @Option(
    help: ArgumentHelp("Learns from the file itself in K parts, each tested on the others.", valueName: "K"))
  var crossValidate: Int?

  func validate() throws {
    if let crossValidate, crossValidate < 2 { throw ValidationError("--cross-validate takes at least 2 parts.") }
    if crossValidate != nil, sweep { throw ValidationError("--sweep doesn't go with --cross-validate.") }
    if crossValidate != nil, time { throw ValidationError("--time doesn't go with --cross-validate.") }
  }

  func run() throws {
    let messages = try MatchingOptions.messages([file])
    if let crossValidate {
      let progress = ProgressBar("cross-validating")
      let outcomes = Matcher.crossValidate(messages, parts: crossValidate, progress: progress.show)
      progress.clear()
      try write(outcomes, matcher: nil, messages: messages)
    } else {
      let matcher = try matching.matcher()
      let progress = ProgressBar("matching")
      let outcomes = messages.enumerated().map { index, message in
        if index % 200 == 0 { progress.show(Double(index) / Double(messages.count)) }
        return Evaluation.Outcome(message: message, result: matcher.match(message.text))
      }
      progress.clear()
      try write(outcomes, matcher: matcher, messages: messages)
    }
  }

  private func write(_ outcomes: [Evaluation.Outcome], matcher: Matcher?, messages: [LabelledMessage]) throws {
    let evaluation = Evaluation(outcomes)
    let swept = sweep ? matcher?.sweep(messages) : nil
    let times = time ? matcher.map { MatchingTimes($0, messages.map(\.text)) } : nil
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let report = Report(
        evaluation: evaluation,
        errors: errors ? wrong(outcomes).map { Mistake($0, matcher?.explain($0.message.text)) } : nil,
        sweep: swept.map { $0.map { Report.Step(reject: $0.reject, evaluation: $0.evaluation) } }, microseconds: times)
      try ByteOutput.standard.write(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
    case .text:
      try ByteOutput.standard.write(EvaluationTable(evaluation, sweep: swept).description)
      if let times { try ByteOutput.standard.write("\n\(times)\n") }
      guard errors else { return }
      for outcome in wrong(outcomes) {
        let label =
          outcome.message.intents.isEmpty ? LabelledMessage.outOfScope : outcome.message.intents.joined(separator: ",")
        try ByteOutput.standard.write(
          "\n✗ \(label), taken as \(outcome.result.decision.rawValue) \(outcome.prediction)\n")
        try ByteOutput.standard.write(
          matcher.map { ExplanationTable($0.explain(outcome.message.text)).description } ?? outcome.message.text + "\n")
      }
    }
  }

  private func wrong(_ outcomes: [Evaluation.Outcome]) -> [Evaluation.Outcome] { outcomes.filter { !$0.isRight } }

  /// A message that was taken wrong.
  private struct Mistake: Encodable {
    let intents: [String]
    let prediction: String
    let text: String
    let explanation: Explanation?

    init(_ outcome: Evaluation.Outcome, _ explanation: Explanation?) {
      intents = outcome.message.intents
      prediction = outcome.prediction
      text = outcome.message.text
      self.explanation = explanation
    }
  }

  /// What `--format json` writes: the evaluation's fields and, where asked for, more.
  private struct Report: Encodable {
    struct Step: Encodable {
      let reject: Double
      let evaluation: Evaluation
    }

    let evaluation: Evaluation
    let errors: [Mistake]?
    let sweep: [Step]?
    let microseconds: MatchingTimes?

    enum CodingKeys: CodingKey { case errors, sweep, microseconds }

    func encode(to encoder: any Encoder) throws {
      try evaluation.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(errors, forKey: .errors)
      try container.encodeIfPresent(sweep, forKey: .sweep)
      try container.encodeIfPresent(microseconds, forKey: .microseconds)
    }
  }
}

/// Figures as a table for people.
struct EvaluationTable: CustomStringConvertible {
  private let evaluation: Evaluation
  private let sweep: [(reject: Double, evaluation: Evaluation)]?

  init(_ evaluation: Evaluation, sweep: [(reject: Double, evaluation: Evaluation)]?) {
    (self.evaluation, self.sweep) = (evaluation, sweep)
  }

  var description: String {
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
    lines += ["", "precision  recall  messages  intent"]
    for (intent, figures) in evaluation.perIntent.sorted(by: { $0.key < $1.key }) {
      let count = String(figures.count)
      lines.append(
        "\(percent(figures.precision))   \(percent(figures.recall))  \(String(repeating: " ", count: max(0, 8 - count.count)))\(count)  \(intent)"
      )
    }
    if !evaluation.mostConfused.isEmpty { lines += ["", "most often confused"] }
    lines += evaluation.mostConfused.map { "  \($0.count) × \($0.label) taken for \($0.predicted)" }
    if let sweep {
      lines += ["", "reject under  right or offered  answered wrong  out of scope turned away"]
      lines += sweep.map {
        "  \(percent($0.reject))     \(percent($0.evaluation.rightOrOfferedRate))           "
          + "\(percent($0.evaluation.wrongAnswerRate))         \(percent($0.evaluation.outOfScopeRecall))"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A share in percent with one decimal, seven characters wide.
  private func percent(_ share: Double?) -> String {
    guard let share else { return "      –" }
    let tenths = Int((share * 1000).rounded())
    let text = "\(tenths / 10).\(tenths % 10) %"
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}
