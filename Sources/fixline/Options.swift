public import ArgumentParser
import Dialogue
import FoundationEssentials
import Helpdesk
import Knowledge
import Matching
import SessionLog
public import TextAnalysis

/// Where the content is read from, and where what is compiled from it is kept.
struct ContentOptions: ParsableArguments {
  @Option(
    name: .customLong("intents"),
    help: ArgumentHelp(
      "Folder with the content. (default: $FIXLINE_INTENTS, ./Intents, or what came with fixline)",
      valueName: "dir"))
  var intents: String?

  @Option(
    help: ArgumentHelp(
      "Folder for what is compiled from the content. (default: $FIXLINE_CACHE, $XDG_CACHE_HOME/fixline)",
      valueName: "dir"))
  var cache: String?

  /// The content folder: the one that is named or, where none is, the first of the usual places that exists.
  ///
  /// - Throws: ``Failure`` with status 65 where there is none.
  func directory() throws -> URL {
    if let named = intents ?? Surroundings.variable("FIXLINE_INTENTS") {
      guard Surroundings.isFolder(named) else {
        throw Failure(.content, "there is no content folder at \(named); name another one with --intents")
      }
      return URL(filePath: named)
    }
    guard let found = Surroundings.contentFolders.first(where: Surroundings.isFolder) else {
      throw Failure(
        .content, "no content found: there is no folder Intents here; name one with --intents or $FIXLINE_INTENTS")
    }
    return URL(filePath: found)
  }

  /// The cache for what is compiled from the content.
  var compiledCache: CompiledCache {
    let named = cache ?? Surroundings.variable("FIXLINE_CACHE")
    let usual = Surroundings.xdgFolder("XDG_CACHE_HOME", orInHome: ".cache")
    return CompiledCache(directory: (named ?? usual).map { URL(filePath: $0) })
  }
}

extension ContentOptions {
  /// The engine for the content that these options name; what is learned from it the first time takes seconds, in which a
  /// terminal shows how far it is.
  ///
  /// - Throws: ``Failure`` with status 65 where there is none, `ContentError` where it can't be used.
  func engine() throws -> DialogueEngine {
    let cache = compiledCache
    let knowledge = try ContentLoader.load(try directory(), cache: cache)
    let progress = ProgressBar("learning the content, once")
    defer { progress.clear() }
    // The symptoms take about a third of the time.
    let matcher = Matcher(knowledge: knowledge, cache: cache) { progress.show($0 / 3) }
    matcher.learnForConversations(of: knowledge, cache: cache) { progress.show((1 + 2 * $0) / 3) }
    return DialogueEngine(knowledge: knowledge, matcher: matcher, cache: cache)
  }
}

/// Where sessions are logged.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Session log, or \":memory:\". (default: $FIXLINE_LOG, $XDG_STATE_HOME/fixline/log.sqlite)", valueName: "file"))
  var log: String?

  /// The log's path, or `:memory:`.
  ///
  /// - Throws: ``Failure`` with status 74 where no path is named and there is no home folder to keep one in.
  func path() throws -> String {
    if let named = log ?? Surroundings.variable("FIXLINE_LOG") { return named }
    guard let folder = Surroundings.xdgFolder("XDG_STATE_HOME", orInHome: ".local/state") else {
      throw Failure(.log, "there is no home folder for the session log; name a file with --log")
    }
    return folder + "/log.sqlite"
  }
}

/// The language to answer in while a message doesn't tell.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Language to take where the messages don't tell. (default: $FIXLINE_LANGUAGE, en)", valueName: "sv|en"))
  var language: Language?

  /// The language asked for, by option or environment; `nil` where neither is given.
  var preferred: Language? {
    language ?? Surroundings.variable("FIXLINE_LANGUAGE").flatMap(Language.init(argument:))
  }

  func validate() throws {
    guard let named = Surroundings.variable("FIXLINE_LANGUAGE"), Language(argument: named) == nil else { return }
    throw ValidationError("FIXLINE_LANGUAGE is \"\(named)\"; it has to be sv or en.")
  }
}

extension Language: ExpressibleByArgument {}

/// All that it takes to answer: content, log, language, and when a silence ends a session.
struct HelpdeskArguments: ParsableArguments {
  @OptionGroup var content: ContentOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: ArgumentHelp("Silence after which a session is over, e.g. 30m, 12h, 2d.", valueName: "time"))
  var idle = TimeSpan(seconds: 12 * 60 * 60)

  /// The helpdesk that these arguments describe.
  ///
  /// - Parameter onCommit: as ``HelpdeskOptions/onCommit``.
  /// - Throws: ``Failure``, `ContentError` where the content can't be used, `LogError` where the log can't.
  func open(onCommit: (@Sendable (Int, Duration) -> Void)? = nil) throws -> Helpdesk {
    let engine = try content.engine()
    var options = HelpdeskOptions()
    options.idle = idle.seconds
    options.language = language.preferred
    options.onCommit = onCommit
    return Helpdesk(engine: engine, log: try SessionLog(path: try log.path()), options: options)
  }
}

/// A length of time as people type it: a whole number and `s`, `m`, `h` or `d`.
struct TimeSpan: ExpressibleByArgument, CustomStringConvertible {
  /// The length in seconds.
  var seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  init?(argument: String) {
    guard let unit = argument.last, let length = Self.units.first(where: { $0.name == unit })?.seconds,
      let number = Int(argument.dropLast()), number >= 0
    else { return nil }
    seconds = Double(number) * length
  }

  /// The length in the largest unit that divides it: help screens show defaults by this.
  var description: String {
    let unit = Self.units.last { seconds.truncatingRemainder(dividingBy: $0.seconds) == 0 } ?? Self.units[0]
    return "\(Int(seconds / unit.seconds))\(unit.name)"
  }

  private static let units: [(name: Character, seconds: Double)] = [("s", 1), ("m", 60), ("h", 3600), ("d", 86400)]
}

extension ParsableCommand {
  /// Refuses a `--limit` that would list nothing, as if there were nothing.
  func validate(limit: Int) throws {
    guard limit > 0 else { throw ValidationError("--limit has to be at least 1.") }
  }
}
