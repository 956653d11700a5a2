import ArgumentParser
import Channels
import FoundationEssentials
import SessionLog

extension Sessions {
  /// `fixline sessions search`.
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Finds what people wrote: turns with all of these words, or words that begin so.")

    @OptionGroup var log: LogOptions

    @Option(help: "How many to find at most, the latest first.")
    var limit = 20

    @Argument(help: ArgumentHelp("Words to look for.", valueName: "word"))
    var words: [String]

    func validate() throws { try validate(limit: limit) }

    func run() throws {
      let found = try SessionLog(existing: log.path()).search(words.joined(separator: " "), limit: limit)
      let lines = found.map { turn in
        "\(turn.at.timestamp)  \(turn.session) \(turn.turn)  \(turn.intent ?? "–")  \(turn.text.onOneLine)\n"
      }
      try ByteOutput.standard.write(lines.isEmpty ? "nothing found\n" : lines.joined())
    }
  }

  /// `fixline sessions delete`.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Deletes a session and all that was said in it; nothing of it is left in the file.")

    @OptionGroup var log: LogOptions

    @Argument(help: ArgumentHelp("The session's id.", valueName: "session"))
    var session: String

    func run() throws {
      let log = try SessionLog(existing: log.path())
      guard try log.delete(sessionsNamed: session) > 0 else {
        throw Failure(
          .usage, "there is no session “\(session)” in \(log.path); `fixline sessions list` names the latest")
      }
      try log.compact()
      try ByteOutput.standard.write("deleted \(session)\n")
    }
  }

  /// `fixline sessions purge`.
  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Deletes the sessions that nobody has used for long; nothing of them is left in the file.")

    @OptionGroup var log: LogOptions

    @Option(help: ArgumentHelp("How long, e.g. 12h, 90d.", valueName: "time"))
    var olderThan: TimeSpan

    func run() throws {
      let log = try SessionLog(existing: log.path())
      let count = try log.purge(before: Date().addingTimeInterval(-olderThan.seconds))
      if count > 0 { try log.compact() }
      try ByteOutput.standard.write("deleted \(count) \(count == 1 ? "session" : "sessions")\n")
    }
  }
}
