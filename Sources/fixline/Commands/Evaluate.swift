import ArgumentParser
import Channels
import FoundationEssentials
import Knowledge
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
        fixline evaluate --train train.tsv --validate valid.tsv test.tsv
        fixline evaluate --cross-validate 5 train.tsv
        fixline evaluate --cross-validate 5
      """)

  @Argument(
    help: ArgumentHelp(
      "Labelled messages. May be left out with --cross-validate, which then takes the content's own examples.",
      valueName: "file.tsv"))
  var file: String?

  @OptionGroup var matching: MatchingOptions

  @Option(help: "How the figures are written: text or json.")
  var format = Format.text

  @Flag(help: "List what went wrong, each with what it rests on.")
  var errors = false

  @Flag(help: "Show the figures at other thresholds of scope.")
  var sweep = false

  @Flag(help: "Add how long learning and each message took.")
  var timing = false

  @Option(
    help: ArgumentHelp(
      "Cut the examples in K parts and test each on what is learned from the others.", valueName: "K"))
  var crossValidate: Int?

  func validate() throws {
    if let crossValidate, crossValidate < 2 { throw ValidationError("--cross-validate takes at least 2 parts.") }
    if crossValidate != nil, sweep { throw ValidationError("--sweep doesn't go with --cross-validate.") }
    if crossValidate != nil, !matching.training.isEmpty {
      throw ValidationError("--cross-validate learns from the file itself; leave --train away.")
    }
    if crossValidate == nil, file == nil { throw ValidationError("Name a file of labelled messages.") }
  }

  func run() throws {
    let messages = try file.map { try MatchingOptions.messages([$0]) }
    guard let crossValidate else { return try measure(messages ?? []) }
    try write(EvaluationReport(try crossValidated(messages, parts: crossValidate), listsErrors: errors))
  }

  private func crossValidated(_ messages: [LabelledMessage]?, parts: Int) throws -> [Evaluation.Outcome] {
    if let messages, messages.count < parts {
      throw Failure(.usage, "\(messages.count) messages can't be cut in \(parts) parts; name fewer")
    }
    let progress = ProgressBar("cross-validating")
    defer { progress.clear() }
    if let messages {
      return Matcher.crossValidate(messages, parts: parts, explainsMistakes: errors, progress: progress.show)
    }
    let knowledge = try ContentLoader.load(try matching.content.directory(), cache: matching.content.compiledCache)
    return Matcher.crossValidate(knowledge, parts: parts, explainsMistakes: errors, progress: progress.show)
  }

  private func measure(_ messages: [LabelledMessage]) throws {
    let clock = ContinuousClock()
    var matcher: Matcher?
    let learning = try clock.measure { matcher = try matching.matcher() }
    guard let matcher else { return }
    let progress = ProgressBar("matching")
    let outcomes = messages.enumerated().map { index, message in
      if index % 200 == 0 { progress.show(Double(index) / Double(messages.count)) }
      return matcher.outcome(of: message, explainsMistakes: errors)
    }
    progress.clear()
    var report = EvaluationReport(outcomes, listsErrors: errors)
    report.threshold = matcher.threshold
    report.unknownLabels = Set(messages.flatMap(\.intents)).subtracting(matcher.intents).sorted()
    report.sweep = sweep ? matcher.sweep(messages).map { .init(reject: $0.reject, evaluation: $0.evaluation) } : nil
    report.timing =
      timing ? EvaluationReport.Timing(learning: learning, messages: messages.map(\.text), by: matcher) : nil
    try write(report)
  }

  private func write(_ report: EvaluationReport) throws {
    if !report.unknownLabels.isEmpty {
      let names = report.unknownLabels.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
      let more = report.unknownLabels.count > 5 ? " and \(report.unknownLabels.count - 5) more" : ""
      try ByteOutput.standardError.write(
        "fixline: no intent here is called \(names)\(more); messages with such a label count as wrong\n")
    }
    switch format {
    case .json: try ByteOutput.standard.write(report.indentedJSON())
    case .text: try ByteOutput.standard.write(EvaluationTable(report).description)
    }
  }
}
