import ArgumentParser
import Channels

/// The command `fixline`.
@main
struct Fixline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixline",
    abstract: "Answers a helpdesk symptom with the documented fix, in Swedish or English.",
    usage: "fixline <command> [options]",
    discussion: """
      Without a command, fixline is `fixline chat`.

      Examples:
        fixline               a conversation in the terminal
        fixline chat < FILE   the same, a message a line
        fixline serve         JSON-RPC on stdin and stdout, for chat adapters
        fixline check         every mistake in the content, with its line

      Exit status: 0 success, 1 findings, 64 usage, 65 unusable content, 74 unusable session log.
      """,
    version: "0.1.0",
    subcommands: [
      // One line a command, each in a file of its own under Commands/.
      Chat.self,
      Check.self,
      Evaluate.self,
      Explain.self,
      Import.self,
      Match.self,
      ReplayCommand.self,
      ReportCommand.self,
      Sessions.self,
      Serve.self,
    ],
    defaultSubcommand: Chat.self)

  /// Runs the command that the arguments name, and maps every error to one sentence and a status.
  static func main() async {
    ByteOutput.ignoreBrokenPipes()
    do {
      try rejectUnknownCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Without a command it is a chat, which takes no words of its own: a word in front is meant as a command.
  private static func rejectUnknownCommand(_ word: String?) throws {
    let names = configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    throw Failure(.usage, "there is no command “\(word)”; the commands are \(names.joined(separator: ", "))")
  }

  /// Says what went wrong in one sentence on stderr and exits with its status.
  private static func end(with error: any Error) -> Never {
    // Nobody reads any more, as under `| head`: nothing is wrong.
    if error is OutputClosed { exit(withError: ExitCode.success) }
    guard let failure = Failure(error) else { exit(withError: error) }
    try? ByteOutput.standardError.write("fixline: \(failure)\n")
    exit(withError: ExitCode(failure.status.rawValue))
  }
}
