import ArgumentParser
import Channels
import Dialogue
import FoundationEssentials
import SessionLog
import TextAnalysis
import Transcripts

/// `fixline replay`.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Replays transcripts and shows where a conversation differs.",
    discussion: """
      A transcript is a conversation written down, one file each (*.txt): > the person, = an assertion, < the bot's \
      words, # a comment. Folders are searched. Each difference is shown with its place; the exit status is 1 then. \
      A transcript named in known-failures.txt has to fail.

      With --log it is the conversations of a session log that are replayed, on the content that --against names: only \
      the turns whose intent, question or fix would change are shown, with both; the exit status is 1 if there are any.

      Examples:
        fixline replay                   all of Transcripts/
        fixline replay Transcripts/sv    a folder
        fixline replay --bless NEW.txt   writes down how the conversation goes
        fixline replay --coverage        the fixes and questions that none reaches
        fixline replay --log log.sqlite --since 30d --against NEW/
      """)

  @Argument(help: ArgumentHelp("Transcripts, or folders of them. (default: Transcripts)", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var content: ContentOptions

  @Flag(help: "Write the transcripts anew, as the conversations go now; refused where $CI is set.")
  var bless = false

  @Flag(help: "List the fixes and questions that no transcript reaches, by language; exit status 1 if there are any.")
  var coverage = false

  @Option(help: ArgumentHelp("Also write the results as JUnit XML.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Replay the conversations of this session log instead.", valueName: "file"))
  var log: String?

  @Option(help: ArgumentHelp("Only turns this long back, e.g. 12h, 30d. (default: all)", valueName: "time"))
  var since: TimeSpan?

  @Option(help: ArgumentHelp("Folder with the content to replay a log on. (default: as --intents)", valueName: "dir"))
  var against: String?

  func validate() throws {
    guard log != nil || (since == nil && against == nil) else {
      throw ValidationError("--since and --against go with --log.")
    }
    guard log == nil || (paths.isEmpty && !bless && !coverage && junit == nil) else {
      throw ValidationError("--log goes with --since and --against alone: a log has no transcripts.")
    }
    guard !bless || Surroundings.variable("CI") == nil else {
      throw ValidationError("--bless is refused where $CI is set: a build must not approve of itself.")
    }
  }

  func run() throws {
    if let log { return try replay(log) }
    let engine = try content.engine()
    let files = try TranscriptFiles(paths.isEmpty ? ["Transcripts"] : paths)
    var run = ReplayRun(engine: engine, files: files)
    if bless { return try report(run.bless(), isFailure: false) }
    let text = try run.replay()
    if let junit { try Data(run.junit.xml.utf8).write(to: URL(filePath: junit), options: .atomic) }
    if coverage {
      let missing = run.missing
      try report(missing.text, isFailure: !missing.isEmpty)
    } else {
      try report(text, isFailure: run.failed > 0)
    }
  }

  private func replay(_ path: String) throws {
    let log = try SessionLog(existing: path)
    var content = content
    content.intents = against ?? content.intents
    let start = since.map { Date().addingTimeInterval(-$0.seconds) }
    let run = LogReplayRun(log: log, engine: try content.engine(), since: start)
    if try run.run() { throw ExitCode(Failure.Status.findings.rawValue) }
  }

  private func report(_ text: String, isFailure: Bool) throws {
    try ByteOutput.standard.write(text)
    if isFailure { throw ExitCode(Failure.Status.findings.rawValue) }
  }
}

/// The transcripts that a command names, in the order of their paths.
struct TranscriptFiles {
  /// The files.
  private(set) var paths: [String] = []
  /// The transcripts that are expected to fail, by the names in `known-failures.txt`.
  private(set) var knownFailures: Set<String> = []

  private static let knownFailuresFile = "known-failures.txt"

  init(_ named: [String]) throws {
    for path in named {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure(.usage, "there is no transcript or folder \(path)")
      }
      isFolder ? try add(folder: path) : paths.append(path)
    }
    guard !paths.isEmpty else { throw Failure(.usage, "no transcript (*.txt) in \(named.joined(separator: ", "))") }
  }

  private mutating func add(folder: String) throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
      let path = folder + "/" + name
      if name == Self.knownFailuresFile {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        knownFailures = Set(lines.filter { !$0.hasPrefix("#") }.map { folder + "/" + $0 })
      } else {
        paths.append(path)
      }
    }
  }
}

/// A run through transcripts.
struct ReplayRun {
  let engine: DialogueEngine
  let files: TranscriptFiles
  /// How many did not go as they should.
  private(set) var failed = 0
  private(set) var junit = JUnitReport()
  private var covered = Coverage()

  init(engine: DialogueEngine, files: TranscriptFiles) {
    self.engine = engine
    self.files = files
  }

  /// Replays all and gives what there is to say.
  mutating func replay() throws -> String {
    var text = ""
    for path in files.paths {
      let transcript = try read(path)
      let outcome = Replay(engine).run(transcript)
      covered.count(outcome.turns)
      let isKnown = files.knownFailures.contains(path)
      let shown = Self.show(outcome.differences, path: path)
      if outcome.differences.isEmpty == isKnown {
        failed += 1
        text += isKnown ? "\(path): passes, though known-failures.txt says that it fails; remove it there\n" : shown
      }
      junit.add(path, failure: outcome.differences.isEmpty || isKnown ? nil : shown)
    }
    return text
      + "\(counted(files.paths.count, "transcript")), \(failed == 0 ? "all as written" : "\(failed) not as written")\n"
  }

  /// Writes all anew and says which changed.
  mutating func bless() throws -> String {
    var text = ""
    for path in files.paths {
      let transcript = try read(path)
      let blessed = transcript.blessed(by: Replay(engine).run(transcript).turns)
      guard blessed != (try String(contentsOfFile: path, encoding: .utf8)) else { continue }
      try Data(blessed.utf8).write(to: URL(filePath: path), options: .atomic)
      text += "\(path): written anew\n"
    }
    return text.isEmpty ? "\(counted(files.paths.count, "transcript")), all as they were\n" : text
  }

  private func read(_ path: String) throws -> Transcript {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(.content, "\(path) can't be read as UTF-8 text")
    }
    do {
      return try Transcript(text, path: path)
    } catch {
      throw Failure(.content, error.description)
    }
  }

  /// What no transcript reaches.
  var missing: (text: String, isEmpty: Bool) {
    var lines: [String] = []
    for language in Language.allCases {
      let missing = covered.missing(in: engine.knowledge, for: language)
      let goals = Coverage.goals(in: engine.knowledge, for: language).count
      lines.append("\(language.rawValue): \(goals - missing.count) of \(goals) fixes and questions reached")
      lines += missing.map { "\(language.rawValue): no transcript reaches \($0)" }
    }
    return (lines.map { $0 + "\n" }.joined(), lines.count == Language.allCases.count)
  }

  /// Differences as a unified diff, each with its place.
  private static func show(_ differences: [Replay.Difference], path: String) -> String {
    differences.map { difference in
      let lines = difference.expected.map { "- \($0)" } + difference.actual.map { "+ \($0)" }
      return (["\(path):\(difference.line): differs"] + lines).map { $0 + "\n" }.joined()
    }.joined()
  }
}
