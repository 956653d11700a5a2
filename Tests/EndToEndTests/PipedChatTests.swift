import FoundationEssentials
import TestSupport
import Testing

@Suite("Piped chat")
struct PipedChatTests {
  let program: Program

  init() throws { program = try Program() }

  /// The replies in an output: each is followed by one empty line.
  func replies(_ output: String) -> [String] {
    var parts = output.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
    #expect(parts.popLast() == "", "the output has to end with an empty line")
    return parts
  }

  @Test("A symptom leads over the questions that matter to its documented fix")
  func story() throws {
    let result = try program.run("chat", input: "button greyed out\n2\nan ordinary user\n")
    let replies = replies(result.output)
    #expect(replies.count == 3)
    #expect(replies[0].contains("Which role do you have?\n1. Global administrator\n2. Password administrator"))
    #expect(replies[1].contains("Whose password is it?\n1. An ordinary user's"))
    #expect(replies[2].contains("documented 2021-03-09."))
    #expect(replies[2].hasSuffix("Did that help?"))
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test("What the message says is not asked, and its language is answered in")
  func factsInTheMessage() throws {
    let result = try program.run("chat", input: "knappen är grå, jag är helpdesk-admin\n")
    let replies = replies(result.output)
    #expect(replies.count == 1)
    #expect(replies[0].hasPrefix("Med en annan administratörsroll:"))
    #expect(replies[0].hasSuffix("Hjälpte det?"))
  }

  @Test("An empty line is an empty message; a last line needs no end")
  func emptyLines() throws {
    #expect(replies(try program.run("chat", input: "\n").output).count == 1)
    #expect(replies(try program.run("chat", input: "hello\n\r\nhello").output).count == 3)
    #expect(try program.run("chat", input: "").output == "")
  }

  @Test("A line that is no UTF-8 is said to be so and answered, and the next one is read")
  func invalidUTF8() throws {
    let result = try program.run("chat", bytes: [0xC3, 0x28, 0x0A] + Array("help\n".utf8))
    #expect(replies(result.output).count == 2)
    #expect(result.errors == "fixline: line 1 is not UTF-8: it is answered as a message that says nothing\n")
    #expect(result.status == 0)
  }

  @Test("A line of any length is answered")
  func longLine() throws {
    let line = String(repeating: "the weather is fine today and ", count: 40_000)
    let result = try program.run("chat", input: "\(line)\nhelp\n")
    #expect(replies(result.output).count == 2)
    #expect(result.errors == "fixline: line 1 is too long: only its first 65536 bytes are read\n")
    #expect(result.status == 0)
  }

  @Test("Each run is a session of its own, closed at the end")
  func sessions() throws {
    _ = try program.run("chat", input: "button greyed out\n")
    let second = try program.run("chat", input: "2\n")
    #expect(!second.output.contains("Whose password"))
    let list = try program.run("sessions", "list").output.split(separator: "\n")
    #expect(list.count == 2)
    #expect(list.allSatisfy { $0.contains("abandoned") })
  }

  @Test("A named session goes on after a restart, at the same question")
  func namedSession() throws {
    _ = try program.run("chat", "--session", "anna", input: "button greyed out\n")
    let second = try program.run("chat", "--session", "anna", input: "2\n")
    #expect(second.output.contains("Whose password is it?"))
    let list = try program.run("sessions", "list").output.split(separator: "\n")
    #expect(list.count == 1)
    #expect(list[0].contains("open") && list[0].hasSuffix("anna"))
  }

  @Test("A reader that goes away ends the run and closes the session")
  func brokenPipe() throws {
    let result = try program.shell("yes hello | head -n 5000 | fixline chat | head -n 1; echo ${PIPESTATUS[2]}")
    #expect(result.output.hasSuffix("\n0\n"))
    #expect(result.errors == "")
    #expect(try program.run("sessions", "list").output.contains("abandoned"))
  }

  @Test("A signal to end closes the session", arguments: ["INT", "TERM", "HUP"])
  func signals(name: String) throws {
    let result = try program.shell(
      """
      coproc CHAT { exec "$FIXLINE" chat; }
      echo hello >&${CHAT[1]}
      read -r reply <&${CHAT[0]}
      chat=$CHAT_PID
      kill -\(name) $chat
      wait $chat
      echo $?
      """)
    #expect(result.output == "0\n")
    #expect(try program.run("sessions", "list").output.contains("abandoned"))
  }

  @Test("A pasted password is not in the log")
  func secrets() throws {
    _ = try program.run("chat", input: "my password is Sommar2024! and the button is greyed out\n")
    let found = try program.shell("grep -rac Sommar2024 home || true; ls -R home").output
    #expect(!found.split(separator: "\n").contains { $0.hasSuffix(":1") })
    #expect(found.contains("log.sqlite"))
  }

  @Test("--record writes a transcript that replays, and no file that is there already")
  func record() throws {
    let binary = try Binary()
    let first = try binary.run(
      "chat", "--log", ":memory:", "--record", "story.txt", input: "knappen är grå\njag är user admin\n")
    #expect(first.status == 0)
    let story = try String(contentsOf: binary.folder.appending(path: "story.txt"), encoding: .utf8)
    #expect(story.contains("> jag är user admin\n= language sv\n= intent button-greyed-out\n"))
    #expect(try binary.run("replay", "story.txt").status == 0)
    let second = try binary.run("chat", "--log", ":memory:", "--record", "story.txt", input: "hello\n")
    #expect(second.status == 64)
    #expect(second.output.isEmpty)
    #expect(second.errors.contains("story.txt: it is there already"))
    #expect(try String(contentsOf: binary.folder.appending(path: "story.txt"), encoding: .utf8) == story)
  }
}
