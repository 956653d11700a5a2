import ArgumentParser
import ArticleImport
import Channels
import FoundationEssentials
import TextAnalysis

/// `fixline import`: Markdown articles become content.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns Markdown support articles into intents.",
    discussion: """
      Each section of an article becomes an intent, an article without sections one as a whole. Importing again \
      updates what changed in the articles and keeps what was edited by hand. What a person should look at is \
      reported, one line each.

      Examples:
        fixline import articles --into Intents/imported
        fixline import --language sv=sv/ --language en=en/ --into Intents/imported
        fixline import articles --into Intents/imported --dry-run
      """)

  @Argument(help: ArgumentHelp("Folders or files with articles.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Folder to write the content into; it is complete by itself.", valueName: "dir"))
  var into: String

  @Option(
    help: ArgumentHelp(
      "Folder with articles in one language; the same file in two languages becomes bilingual.", valueName: "sv|en=dir")
  )
  var language: [LanguageFolder] = []

  @Option(help: ArgumentHelp("Address to put before links that start with /.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("Line of attribution that the articles' licence asks for.", valueName: "line"))
  var licence: String?

  @Option(help: "How the report is written: text or json.")
  var format = Format.text

  @Flag(help: "Exit with status 1 where anything is flagged or skipped.")
  var strict = false

  @Flag(help: "Write nothing; show what would change.")
  var dryRun = false

  /// A folder with articles in one language, `sv=DIR`.
  struct LanguageFolder: ExpressibleByArgument {
    var language: Language
    var path: String

    init?(argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let language = Language(rawValue: String(parts[0])) else { return nil }
      self.language = language
      path = String(parts[1])
    }
  }

  func validate() throws {
    guard paths.isEmpty, language.isEmpty else { return }
    throw ValidationError("Name a folder or file with articles.")
  }

  func run() throws {
    let sources =
      try language.map { ArticleImporter.Source(try existing($0.path), language: $0.language) }
      + paths.map { ArticleImporter.Source(try existing($0)) }
    var importer = ArticleImporter(into: URL(filePath: into))
    importer.baseURL = baseURL
    importer.licence = licence
    importer.isDryRun = dryRun
    let progress = ProgressBar("importing")
    let report = try importer.run(sources) { done, all in
      // A hundred steps are enough for an eye.
      if done * 100 / all != (done - 1) * 100 / all { progress.show(Double(done) / Double(all)) }
    }
    progress.clear()
    if dryRun && format == .text { try ByteOutput.standard.write(report.changes) }
    try ByteOutput.standard.write(format == .json ? report.indentedJSON() : report.text)
    if strict && !(report.flagged.isEmpty && report.skipped.isEmpty) {
      throw ExitCode(Failure.Status.findings.rawValue)
    }
  }

  private func existing(_ path: String) throws -> URL {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(.usage, "there is nothing at \(path); name a folder or file with articles")
    }
    return URL(filePath: path)
  }
}
