import TestSupport
import Testing

/// The chat on a terminal of its own, which `script` makes.
@Suite("Chat on a terminal")
struct TerminalChatTests {
  /// What stands on the screen, and in the log afterwards, when a person types each of these at a prompt.
  func type(
    _ keys: String..., environment: [String: String] = [:], prompt: String = "\\272", before: String = "",
    options: String = ""
  ) throws -> (screen: String, log: String) {
    let program = try Program(environment: ["TERM": "xterm", "LC_ALL": "POSIX"].merging(environment) { $1 })
    // Keys typed before the prompt would reach the terminal before the editor has set it up. The prompt is known by its
    // last byte, which nothing else on these screens has, and a new one by the empty line before it.
    let result = try program.shell(
      """
      \(before)
      coproc SCREEN { exec script -qec "exec $FIXLINE chat \(options)" /dev/null; }
      screen=$SCREEN_PID
      exec 3<&${SCREEN[0]} 4>&${SCREEN[1]}
      for keys in \(keys.map { "'\($0)'" }.joined(separator: " ")); do
        while IFS= read -r -d $'\(prompt)' -u 3 seen; do
          printf '%s\(prompt)' "$seen"
          [[ $seen == *$'\r\n\r\n'* ]] && break
        done
        printf "$keys" >&4
      done
      cat <&3
      wait $screen
      """)
    #expect(result.status == 0)
    let log = try program.shell(
      "fixline sessions list; fixline sessions show \"$(fixline sessions list | sed 's/.* //')\"")
    return (result.output, log.output)
  }

  @Test("A person types, is answered, and leaves by a word")
  func conversation() throws {
    let (screen, log) = try type("knappen är grå åäö\\r", "hej då\\r")
    #expect(screen.contains("Hello, this is Fixline."))
    #expect(screen.contains("knappen är grå åäö"))
    #expect(screen.contains("  1. Global administratör".replacing("1.", with: "\u{1B}[1m1.\u{1B}[0m")))
    #expect(screen.contains("Hej då!"))
    #expect(log.contains("> knappen är grå åäö"))
    #expect(!log.contains(" open "))
  }

  @Test("A line can be edited and called back")
  func editing() throws {
    // The ö is taken back; then the line comes back from the history and goes on.
    let (_, log) = try type("hallåö\\177\\r", "\\020 där\\r", "\\004")
    #expect(log.contains("> hallå\n"))
    #expect(log.contains("> hallå där\n"))
  }

  @Test("Ctrl-D and Ctrl-C end it and close the session", arguments: ["\\004", "\\003"])
  func leaving(key: String) throws {
    let (_, log) = try type("hello\\r", key)
    #expect(log.contains("> hello"))
    #expect(log.contains("abandoned"))
  }

  @Test("A session that is gone on with shows the question that it stopped at, and only that")
  func goingOn() throws {
    let stopped = "echo 'knappen är grå' | fixline chat --session anna > /dev/null"
    let (screen, log) = try type("3\\r", "\\004", before: stopped, options: "--session anna")
    #expect(!screen.contains("Hello, this is Fixline."))
    #expect(screen.contains("Vilken roll har du?"))
    #expect(log.contains("Uppfattat: som användaradministratör."))

    let closed = "printf 'knappen är grå\nhej då\n' | fixline chat --session anna > /dev/null"
    let later = try type("\\004", before: closed, options: "--session anna").screen
    #expect(later.contains("Hello, this is Fixline.") && !later.contains("Vilken roll"))
  }

  @Test("Colour is shown on a terminal, unless it is unwanted")
  func colour() throws {
    #expect(try type("bye\\r").screen.contains("\u{1B}[1;32m") || type("bye\\r").screen.contains("\u{1B}[1m"))
    let plain = try type("button greyed out\\r", "bye\\r", environment: ["NO_COLOR": "1"], prompt: "> ").screen
    #expect(!plain.contains("\u{1B}[1m"))
    #expect(!plain.contains("\u{1B}[36m"))
  }
}
