import ArgumentParser
import Channels
import FoundationEssentials
import Glibc
import Helpdesk
import SessionLog
import TextAnalysis

/// `fixline chat`.
struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Holds a conversation: on the terminal, or a message a line from a pipe.",
    discussion: """
      On a terminal there is a prompt with line editing and history; a goodbye, Ctrl-D or Ctrl-C ends it. \
      From a pipe, each line is a message and an empty line follows each reply. Every run is a session of its own, \
      closed in the log at the end, unless --session names one to go on with.

      Examples:
        fixline chat --language sv
        printf 'the button is greyed out\\n2\\n' | fixline chat
        fixline chat --session anna
        fixline chat --record story.txt
      """)

  @OptionGroup var helpdesk: HelpdeskArguments

  @Option(help: ArgumentHelp("Session to go on with, or to begin under this name.", valueName: "id"))
  var session: String?

  @Option(help: ArgumentHelp("Write what is said to this new file, as a transcript that replays.", valueName: "file"))
  var record: String?

  func validate() throws {
    if let session, session.isEmpty || session.utf8.count > 200 {
      throw ValidationError("A session's id has between 1 and 200 bytes.")
    }
  }

  func run() throws {
    let recording = try record.map(Recording.init)
    let desk = try helpdesk.open()
    let session = ChatSession(of: desk, named: session, clock: { Date() })
    let earlier = try turns(of: session, in: desk).count
    if isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 {
      let style = TerminalStyle(environment: ProcessInfo.processInfo.environment)
      try TerminalChat(session: session, style: style, language: helpdesk.language.preferred ?? .english).run()
    } else {
      try PipedChat(session: session).run()
    }
    try recording?.write(Array(turns(of: session, in: desk).dropFirst(earlier)).transcript(of: session.id))
  }

  private func turns(of session: ChatSession, in desk: Helpdesk) throws -> [StoredTurn] {
    try desk.log.conversations(named: session.id).flatMap { try desk.log.turns(of: $0.id) }
  }
}

/// The file that a conversation is written to: made when the conversation begins, so that what stands in the way of it is
/// said before anything is typed.
private struct Recording {
  let path: String

  /// - Throws: ``Failure`` with status 64 where the file is there already or can't be made.
  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "it is there already" : String(cString: strerror(errno))
      throw Failure(.usage, "can't record to \(path): \(reason); name a new file with --record")
    }
    Glibc.close(descriptor)
  }

  func write(_ transcript: String) throws {
    do {
      try Data(transcript.utf8).write(to: URL(filePath: path))
    } catch {
      throw Failure(.findings, "can't record to \(path): \(error); the session log has all that was said")
    }
  }
}
