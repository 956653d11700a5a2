import Foundation
import TestSupport
import Testing

@Suite("The commands, by their contract with scripts")
struct CommandTests {
  @Test(
    "The version and the help screens",
    arguments: [
      "chat", "check", "evaluate", "explain", "match", "replay", "sessions",
    ])
  func help(command: String) throws {
    let result = try Binary().run(command, "--help")
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: fixline \(command)"))
    #expect(result.output.contains("Examples:"))
    #expect(try Binary().run("--version").output.contains("."))
  }

  @Test("Exit status 64 for usage, 65 for content, 74 for the log, one sentence on stderr")
  func statuses() throws {
    #expect(try Binary().run("chat", "--nonsense").status == 64)
    let content = try Binary().run("chat", "--intents", "nowhere")
    #expect(content.status == 65)
    #expect(content.errors.split(separator: "\n").count == 1)
    let log = try Binary().run("chat", "--log", "/proc/nowhere/log.sqlite", input: "hello\n")
    #expect(log.status == 74)
    #expect(log.errors.split(separator: "\n").count == 1)
  }

  @Test("match writes one JSON object a line")
  func match() throws {
    let lines = try Binary().run("match", input: "knappen är grå\nwhat a nice day\n").output.split(separator: "\n")
    try #require(lines.count == 2)
    let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(first["text"] as? String == "knappen är grå")
    #expect(first["language"] as? String == "sv")
    #expect(first["decision"] as? String == "answer")
    let candidates = try #require(first["candidates"] as? [[String: Any]])
    #expect(candidates.first?["intent"] as? String == "button-greyed-out")
    let second = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
    #expect(second["decision"] as? String == "none")
  }

  @Test("check finds nothing in the repository's content, and a planted mistake with its line")
  func check() throws {
    let binary = try Binary()
    let clean = try binary.run("check", "--today", "2026-11-25")
    #expect(clean.output.wholeMatch(of: /nothing found in \d+ intents\n/) != nil, "\(clean.output)")
    #expect(clean.status == 0)
    let copy = binary.folder.appending(path: "Intents")
    try FileManager.default.copyItem(at: Repository.intents, to: copy)
    let file = copy.appending(path: "password-reset/blade-missing.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("keywords: [missing^2.5", with: "keywords: [mising^2.5").utf8).write(to: file)
    let planted = try binary.run("check", "Intents")
    #expect(planted.status == 1)
    #expect(planted.output.contains("password-reset/blade-missing.yaml:9: error"))
    #expect(planted.output.contains("missing"))
  }

  @Test("check finds an example that scores for another intent")
  func strayExample() throws {
    let binary = try Binary()
    let copy = binary.folder.appending(path: "Intents")
    try FileManager.default.copyItem(at: Repository.intents, to: copy)
    let file = copy.appending(path: "password-reset/blade-missing.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let planted = "examples:\n  en:\n    - I clicked the reset password button but it is dimmed and dead\n"
    try Data(text.replacing("examples:\n  en:\n", with: planted).utf8).write(to: file)
    let result = try binary.run("check", "Intents")
    #expect(result.status == 1)
    #expect(result.output.contains("scores for ‘button-greyed-out’"))
  }

  @Test("Completions for the shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try Binary().run("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.output.contains("replay"))
  }
}
