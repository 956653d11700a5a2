import ArgumentParser
import Channels
import Dialogue
import FoundationEssentials
import Matching
import SessionLog
import TextAnalysis

/// `fixline report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tells what was asked, answered, not answered, resolved and handed over.",
    discussion: """
      Examples:
        fixline report --since 7d           the last week
        fixline report --unanswered         what the content has no answer to
        fixline report --html report.html   a page to read in a browser
      """)

  @OptionGroup var log: LogOptions
  @OptionGroup var content: ContentOptions

  @Option(help: ArgumentHelp("Only this long back, e.g. 12h, 7d. (default: all)", valueName: "time"))
  var since: TimeSpan?

  @Flag(help: "List the messages that fell back or whose fix did not help, as work for the content's author.")
  var unanswered = false

  @Option(help: "How many messages to list at most.")
  var limit = 20

  @Option(help: "How it is written: text or json.")
  var format = Format.text

  @Option(help: ArgumentHelp("Write a page with charts to this file instead.", valueName: "file"))
  var html: String?

  func validate() throws { try validate(limit: limit) }

  func run() throws {
    let log = try SessionLog(existing: log.path())
    let start = since.map { Date().addingTimeInterval(-$0.seconds) }
    if let html {
      let page = ReportPage(report: try log.report(since: start), unanswered: try workList(of: log, since: start))
      try Data(page.html.utf8).write(to: URL(filePath: html), options: .atomic)
      try ByteOutput.standard.write("\(html)\n")
    } else if unanswered {
      let list = try workList(of: log, since: start)
      try write(list, as: list.map(\.line).joined())
    } else {
      let report = try log.report(since: start)
      try write(report, as: ReportText(report).text)
    }
  }

  /// What has no answer, with the words that the content doesn't know where there is content to ask.
  private func workList(of log: SessionLog, since: Date?) throws -> [WorkItem] {
    let matcher = try? content.engine().matcher
    return try log.unanswered(since: since, limit: limit).map { message in
      let language = Language(rawValue: message.language) ?? .english
      return WorkItem(
        message: message, unknownWords: matcher?.explain(message.text, language: language).notUnderstood ?? [])
    }
  }

  private func write(_ value: some Encodable, as text: String) throws {
    try ByteOutput.standard.write(format == .json ? value.indentedJSON() : text)
  }
}

/// A message that the content has no answer to, as work for its author.
struct WorkItem: Encodable {
  var message: Unanswered
  /// Its words that nothing in the content knows.
  var unknownWords: [String]

  /// How often it was answered, and the fix did not help.
  var unhelped: Int { message.count - message.fellBack }

  /// The message as a line of text.
  var line: String {
    let why = unhelped == 0 ? "" : "  (did not help \(unhelped))"
    let unknown = unknownWords.isEmpty ? "" : "  unknown: \(unknownWords.joined(separator: ", "))"
    return "\(message.count)  \(message.text.onOneLine)  → \(message.nearest ?? "–")\(why)\(unknown)\n"
  }

  private enum Key: String, CodingKey {
    case text, count, language, nearest, fellBack, unknownWords
  }

  func encode(to encoder: any Encoder) throws {
    try message.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(unknownWords, forKey: .unknownWords)
  }
}
