import Foundation
import TestSupport
import Testing

@Suite("fixline chat, piped")
struct ChatTests {
  @Test("One message a line in; the reply and one empty line out; nothing else")
  func conversation() throws {
    let result = try Binary().run("chat", input: "button greyed out\n2\nan ordinary user\n")
    let replies = result.output.components(separatedBy: "\n\n")
    #expect(replies.count == 4)
    #expect(replies[0].hasPrefix("The reset password button is greyed out. Which role do you have?\n1. Global"))
    #expect(replies[1].contains("Whose password is it?"))
    #expect(replies[2].hasPrefix("As password administrator, for an ordinary user's password: Your role is enough"))
    #expect(replies[2].hasSuffix("Did that help?"))
    #expect(replies[3].isEmpty)
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }

  @Test("A symptom without facts is asked about environment and portal")
  func asks() throws {
    let result = try Binary().run("chat", input: "user still can't sign in\nhybrid\noffice portal\n")
    #expect(result.output.contains("on-premises users (hybrid)?"))
    #expect(result.output.contains("Where was the password reset?"))
    #expect(result.output.contains("portal.azure.com"))
  }

  @Test("Facts in the first message are taken, in Swedish")
  func swedish() throws {
    let result = try Binary().run("chat", input: "knappen är grå, jag är helpdesk-admin\n")
    #expect(result.output.hasPrefix("Med en annan administratörsroll: Du har inte behörighet"))
    #expect(!result.output.contains("Vilken roll"))
  }

  @Test("An empty line is an empty message; no line is no message")
  func empty() throws {
    #expect(try Binary().run("chat", input: "\n").output.contains("empty"))
    #expect(try Binary().run("chat", input: "").output.isEmpty)
  }

  @Test("A named session goes on after the process has ended")
  func goesOn() throws {
    let binary = try Binary()
    _ = try binary.run("chat", "--session", "anna", input: "button greyed out\n")
    let result = try binary.run("chat", "--session", "anna", input: "user admin\n")
    #expect(result.output.contains("Whose password is it?"))
  }

  @Test("The log keeps the session, readable by nobody else, and exports it as a transcript that replays")
  func log() throws {
    let binary = try Binary()
    _ = try binary.run("chat", "--session", "anna", "--log", "log.sqlite", input: "button greyed out\n2\n")
    let file = binary.folder.appending(path: "log.sqlite").path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try binary.run("sessions", "list", "--log", "log.sqlite").output.contains("anna"))
    let story = try binary.run("sessions", "export", "anna", "--log", "log.sqlite").output
    try Data(story.utf8).write(to: binary.folder.appending(path: "story.txt"))
    #expect(try binary.run("replay", "story.txt").status == 0)
  }

  @Test("All that is compiled is compiled at the first start: later ones, in other processes, find it")
  func keeps() throws {
    let command = """
      mkdir cache && ln -s "$FIXLINE_CACHE"/*.index cache; export FIXLINE_CACHE="$PWD/cache"
      for start in 1 2 3; do echo hello | fixline chat; ls cache > kept$start; done
      cmp kept1 kept2 && cmp kept1 kept3 && grep -q words kept1 && echo the same
      """
    #expect(try Binary().shell(command).output.hasSuffix("\nthe same\n"))
  }
}
