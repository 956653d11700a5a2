public import ArgumentParser
import Channels
import FoundationEssentials
public import Knowledge

/// `fixline check`: every mistake in the content, with its line.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds every mistake in the content, with its line and a mend.",
    discussion: """
      Looks at every file, reports everything in one run as `path:line: severity: message; mend`, and exits with \
      status 1 where there is an error. Warnings alone exit with 0; imported intents get warnings only.

      Examples:
        fixline check                     the content that the other commands use
        fixline check Intents             another folder
        fixline check --format json       for scripts and editors
      """)

  @Argument(help: ArgumentHelp("Content folder. (default: as for --intents)", valueName: "dir"))
  var directory: String?

  @OptionGroup var content: ContentOptions

  @Option(help: "How findings are written: text or json.")
  var format = Format.text

  @Option(help: ArgumentHelp("Day that dates are compared with.", valueName: "YYYY-MM-DD"))
  var today = CalendarDate.today

  func run() throws {
    var options = content
    options.intents = directory ?? content.intents
    let checked = try CheckedContent(try options.directory(), today: today, cache: options.compiledCache)
    try ByteOutput.standard.write(report(checked.findings, intents: checked.content.knowledge.intentIDs.count))
    if checked.findings.hasErrors { throw ExitCode(Failure.Status.findings.rawValue) }
  }

  private func report(_ findings: [Finding], intents: Int) throws -> String {
    switch format {
    case .json: return try Report(findings: findings, intents: intents).indentedJSON()
    case .text:
      let lines = findings.map { "\($0)\n" }.joined()
      return lines + summary(of: findings, intents: intents) + "\n"
    }
  }

  private func summary(of findings: [Finding], intents: Int) -> String {
    let scope = counted(intents, "intent")
    guard !findings.isEmpty else { return "nothing found in \(scope)" }
    let errors = findings.count { $0.severity == .error }
    return "\(counted(errors, "error")) and \(counted(findings.count - errors, "warning")) in \(scope)"
  }

  /// What `--format json` writes.
  private struct Report: Encodable {
    var findings: [Finding]
    var intents: Int
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as people type it, `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }

  /// Nothing: the default is the day of the run, which help screens can't show.
  public var defaultValueDescription: String { "today" }
}
