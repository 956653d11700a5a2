import ArgumentParser
import Channels
import FoundationEssentials
import Matching
import TextAnalysis

/// `fixline explain TEXT`: why a message is taken as it is.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows why a message is taken as it is, word by word.",
    discussion: """
      Examples:
        fixline explain "the reset button is greyed out"
        fixline explain --format json "knappen är grå"
      """)

  @Argument(help: "The message.")
  var text: String

  @OptionGroup var matching: MatchingOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "How it is written: text or json.")
  var format = Format.text

  func run() throws {
    let explanation = try matching.matcher().explain(text, language: language.preferred ?? .english)
    switch format {
    case .text: try ByteOutput.standard.write(ExplanationTable(explanation).description)
    case .json: try ByteOutput.standard.write(explanation.indentedJSON())
    }
  }
}

/// An explanation as a table for people.
struct ExplanationTable: CustomStringConvertible {
  /// How many lines of evidence a candidate gets, and how many candidates get any.
  private static let lines = 8
  private static let detailed = 3

  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  var description: String {
    let judgement = explanation.judgement
    var lines = [
      "\(explanation.text)",
      "→ \(explanation.decision.rawValue) (\(explanation.language.rawValue)): \(explanation.reason)",
      "  scope \(judgement.scope), at least \(judgement.reject) · certainty \(judgement.certainty), at least "
        + "\(judgement.answer) · second \(judgement.second), under \(judgement.margin) · "
        + "understood \(judgement.understood)",
    ]
    if !explanation.offered.isEmpty { lines.append("  offered: \(explanation.offered.joined(separator: ", "))") }
    if !explanation.notUnderstood.isEmpty {
      lines.append("  not understood: \(explanation.notUnderstood.joined(separator: ", "))")
    }
    for candidate in explanation.candidates.prefix(Self.detailed) {
      lines.append("")
      lines.append("\(candidate.intent)  \(candidate.score)  (\(candidate.points) points, start \(candidate.start))")
      for evidence in candidate.evidence.prefix(Self.lines) {
        let points = (evidence.points < 0 ? "" : "+") + String(evidence.points)
        let cells = [points.padded(to: 7), evidence.typed.padded(to: 28), evidence.rule.padded(to: 14), evidence.met]
        lines.append("  " + cells.joined(separator: " "))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
