import ArgumentParser
import Channels
import FoundationEssentials
import Glibc
import TextAnalysis

/// `fixline chat`.
struct Chat: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Holds a conversation: on the terminal, or a message a line from a pipe.",
    discussion: """
      On a terminal there is a prompt with line editing and history; a goodbye, Ctrl-D or Ctrl-C ends it. From a pipe,
      each line is a message and an empty line follows each reply. Every run is a session of its own, closed in the
      log at the end, unless --session names one to go on with.

      Examples:
        fixline chat --language sv
        printf 'the button is greyed out\\n2\\n' | fixline chat
        fixline chat --session anna
      """)

  @OptionGroup var helpdesk: HelpdeskArguments

  @Option(help: ArgumentHelp("Session to go on with, or to begin under this name.", valueName: "id"))
  var session: String?

  func validate() throws {
    if let session, session.isEmpty || session.utf8.count > 200 {
      throw ValidationError("A session's id has between 1 and 200 bytes.")
    }
  }

  func run() throws {
    let session = ChatSession(of: try helpdesk.open(), named: session, clock: { Date() })
    if isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 {
      let style = TerminalStyle(environment: ProcessInfo.processInfo.environment)
      try TerminalChat(session: session, style: style, language: helpdesk.language.preferred ?? .english).run()
    } else {
      try PipedChat(session: session).run()
    }
  }
}
