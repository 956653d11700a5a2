import ArgumentParser

/// The command `fixline`.
@main
struct Fixline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixline",
    abstract: "Answers a helpdesk symptom with the documented fix, in Swedish or English.",
    version: "0.1.0",
    subcommands: [
      // One line a command, each in a file of its own under Commands/.
    ])
}
