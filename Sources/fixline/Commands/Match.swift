import ArgumentParser
import Channels
import FoundationEssentials
import Matching
import TextAnalysis

/// `fixline match`: one message a line in, one JSON object a line out.
struct Match: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells which symptom each line of stdin means, as JSON.",
    discussion: """
      Knows documented symptoms only: a greeting or a question about the bot is "none". Nothing is logged.

      Examples:
        echo 'button greyed out' | fixline match
        fixline match --train intents.tsv < messages.txt
      """)

  @OptionGroup var matching: MatchingOptions
  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let matcher = try matching.matcher()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    while let line = readLine() {
      let result = matcher.match(line, language: languages.preferred ?? .english)
      try ByteOutput.standard.write(String(decoding: encoder.encode(Line(line, result)), as: UTF8.self) + "\n")
    }
  }

  /// What is written for a message.
  private struct Line: Encodable {
    let text: String
    let language: Language
    let decision: Decision
    let candidates: [Candidate]
    let offered: [String]?

    init(_ text: String, _ result: MatchResult) {
      self.text = text
      language = result.language
      decision = result.decision
      candidates = result.candidates
      offered = result.decision == .ask ? result.offered : nil
    }
  }
}
