import Foundation
import TestSupport
import Testing

@Suite("Command line")
struct CommandLineTests {
  let program: Program

  init() throws { program = try Program() }

  @Test("Tells its version")
  func version() throws {
    let result = try program.run("--version")
    #expect(result.output == "0.1.0\n")
    #expect(result.status == 0)
  }

  @Test("Without a command it is a chat")
  func defaultCommand() throws {
    let result = try program.run(input: "hello\n")
    #expect(result.output == "Hello! What's the problem? Describe it in your own words.\n\n")
  }

  @Test(
    "What is wrong with the command line is status 64",
    arguments: [
      ["--frobnicate"], ["frobnicate"], ["chat", "--language", "fi"], ["chat", "--session", ""],
      ["chat", "--idle", "soon"], ["replay", "nowhere"], ["sessions", "show", "nobody"],
      ["sessions", "show", "C-99"], ["sessions", "list", "--limit", "0"], ["report", "--limit", "-1"],
    ])
  func usage(arguments: [String]) throws {
    let result = try program.shell(
      "fixline chat <<< hello > /dev/null; fixline " + arguments.map { "'\($0)'" }.joined(separator: " "))
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(!result.errors.isEmpty)
  }

  @Test("A word in front that is no command is said to be none")
  func unknownCommand() throws {
    #expect(
      try program.run("frobnicate").errors == """
        fixline: there is no command “frobnicate”; the commands are chat, check, evaluate, explain, import, match, \
        replay, report, sessions, serve

        """)
  }

  @Test("Nothing in a help screen is too long for its line", arguments: ["", "sessions"])
  func help(command: String) throws {
    let screen = try program.shell("fixline \(command) --help").output
    let commands = screen.components(separatedBy: "SUBCOMMANDS:\n")[1].split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
    }
    let screens = try commands.filter { $0 != "See" }.map { name in
      try program.shell("fixline \(command) \(name) --help").output
    }
    #expect(screens.count > 5)
    for screen in [screen] + screens {
      let examples = screen.components(separatedBy: "Examples:\n").dropFirst().first?.components(separatedBy: "\n\n")[0]
      for line in examples?.split(separator: "\n") ?? [] { #expect(line.hasPrefix("  "), "\(line)") }
    }
  }

  @Test("An environment variable that means nothing is status 64")
  func environment() throws {
    let result = try Program(environment: ["FIXLINE_LANGUAGE": "fi"]).run("chat", input: "hello\n")
    #expect(result.status == 64)
    #expect(result.errors.contains("FIXLINE_LANGUAGE"))
  }

  @Test("Content that can't be used is status 65, with the place")
  func content() throws {
    let missing = try program.run("chat", "--intents", "nowhere", input: "hello\n")
    #expect(missing.status == 65)
    #expect(missing.errors == "fixline: there is no content folder at nowhere; name another one with --intents\n")

    let broken = try program.shell("mkdir -p bad/a && echo 'intent: [' > bad/a/b.yaml && fixline chat --intents bad")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("a/b.yaml:"))
    #expect(broken.output == "")
  }

  @Test("A log that can't be used is status 74", arguments: ["/proc/nowhere/log.sqlite", "words.txt"])
  func log(path: String) throws {
    let result = try program.shell("printf 'no log, just words' > words.txt; fixline chat --log \(path) <<< hello")
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("fixline: "))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.output == "")
  }

  @Test("A transcript that differs is status 1, with its place and both versions")
  func replay() throws {
    let result = try program.shell("printf '> hello\\n= kinds fix\\n' > story.txt; fixline replay story.txt")
    #expect(result.status == 1)
    #expect(result.output.contains("story.txt:2"))
    #expect(result.output.contains("= kinds fix"))
    #expect(result.output.contains("= kinds notice"))
  }

  @Test("A build does not bless its own transcripts")
  func blessing() throws {
    let result = try Program(environment: ["CI": "true"]).shell(
      "echo '> hello' > story.txt; fixline replay --bless story.txt")
    #expect(result.status == 64)
  }

  @Test("The log is the owner's alone")
  func modes() throws {
    let result = try program.shell(
      "fixline chat <<< hello > /dev/null; stat -c %a home/.local/state/fixline/log.sqlite")
    #expect(result.output == "600\n")
  }

  @Test("Folders are taken from the XDG variables")
  func folders() throws {
    let program = try Program(environment: ["XDG_STATE_HOME": "/dev/null/state", "FIXLINE_LOG": "here.sqlite"])
    let result = try program.shell(
      "fixline chat <<< hello > /dev/null && FIXLINE_CACHE= XDG_CACHE_HOME=$PWD/cache fixline chat <<< hello > /dev/null && ls . cache"
    )
    #expect(result.status == 0)
    #expect(result.output.contains("here.sqlite"))
    #expect(result.output.contains("\nfixline\n"))
    #expect(try program.shell("FIXLINE_LOG= fixline chat <<< hello").status == 74)
  }

  @Test("Completions can be read by their shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try program.shell(
      "fixline --generate-completion-script \(shell) > script && grep -c replay script && (! command -v \(shell) || \(shell) -n script)"
    )
    #expect(result.status == 0)
  }
}
