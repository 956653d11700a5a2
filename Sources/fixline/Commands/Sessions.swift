import ArgumentParser
import Channels
import FoundationEssentials
import Helpdesk
import SessionLog

/// `fixline sessions`.
struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what is in the session log, and deletes from it.",
    discussion: """
      Examples:
        fixline sessions list                        the latest sessions
        fixline sessions show SESSION                what was said in one
        fixline sessions export SESSION > story.txt  as a transcript that replays
        fixline sessions search greyed out           the turns that have these words
        fixline sessions delete SESSION              leaves nothing of it in the file
        fixline sessions purge --older-than 90d      nor of what is old
      """,
    subcommands: [List.self, Show.self, Export.self, Search.self, Delete.self, Purge.self])

  /// `fixline sessions list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the latest sessions, one a line.")

    @OptionGroup var log: LogOptions

    @Option(help: "How many to list at most.")
    var limit = 20

    func validate() throws { try validate(limit: limit) }

    func run() throws {
      let sessions = try SessionLog(existing: log.path()).latestSessions(limit: limit)
      guard !sessions.isEmpty else { return try ByteOutput.standard.write("no sessions in the log\n") }
      let lines = sessions.map { session in
        let turns = session.turn - session.first + 1
        let cells = [session.used.timestamp, session.outcome, session.language, counted(turns, "turn"), session.name]
        return zip(cells, [20, 11, 2, 9, 0]).map { $0.padded(to: $1) }.joined(separator: "  ") + "\n"
      }
      try ByteOutput.standard.write(lines.joined())
    }
  }

  /// `fixline sessions show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows what was said in a session, turn by turn.")

    @OptionGroup var log: LogOptions

    @Argument(help: ArgumentHelp("The session's id, or a handover's reference: C-12.", valueName: "session"))
    var session: String

    func run() throws {
      for turn in try SessionLog(existing: log.path()).turns(named: session) {
        let intent = turn.intent.map { $0 + (turn.score.map { " \(Int(($0 * 100).rounded())) %" } ?? "") } ?? "–"
        let about = "\(turn.number). \(turn.at.timestamp) · \(turn.decision) · \(intent) · \(turn.outcome)"
        let said = turn.saidLines.map { "  \($0)\n" }.joined()
        try ByteOutput.standard.write("\(about)\n> \(turn.choice ?? turn.text)\n\(said)")
      }
    }
  }

  /// `fixline sessions export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a session to stdout: as a transcript that replays, or as JSON.")

    @OptionGroup var log: LogOptions

    @Argument(help: ArgumentHelp("The session's id, or a handover's reference: C-12.", valueName: "session"))
    var session: String

    @Option(help: "How it is written: transcript or json.")
    var format = Format.transcript

    /// How a session is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case transcript, json
    }

    func run() throws {
      let turns = try SessionLog(existing: log.path()).turns(named: session)
      switch format {
      case .transcript:
        try ByteOutput.standard.write(turns.transcript(of: session))
      case .json:
        try ByteOutput.standard.write(turns.indentedJSON())
      }
    }
  }
}

extension StoredTurn {
  /// What the bot said, a line each.
  fileprivate var saidLines: [Substring] {
    let replies = (try? JSONDecoder().decode(Said.self, from: Data(result.utf8)))?.replies ?? []
    return replies.flatMap { $0.text.split(separator: "\n") }
  }

  private struct Said: Decodable {
    var replies: [Reply]

    struct Reply: Decodable {
      var text: String
    }
  }
}
