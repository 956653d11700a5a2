import Foundation
import TestSupport
import Testing

@Suite("Secrets, through the real program")
struct SecretsTests {
  static let lists = [
    "secrets", "aside", "odd", "odd2", "strangers", "strangers2", "strangers3", "strangers4", "strangers5",
    "strangers6",
  ]

  /// The messages of redaction's lists, each with the secrets in it.
  private func messages() throws -> [(text: String, secrets: [String])] {
    try Self.lists.flatMap { name in
      let file = Repository.root.appending(path: "Tests/RedactionTests/Lists/\(name).txt")
      var lines: [String] = []
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
        if let bar = line.firstIndex(of: "|"), line[..<bar].allSatisfy({ $0.isLetter || $0 == "-" }) {
          lines.append(String(line[bar...].dropFirst()))
        } else {
          lines[lines.count - 1] += "\n" + line
        }
      }
      return lines.map { line in
        (line.filter { $0 != "«" && $0 != "»" }, line.matches(of: #/«([^»]*)»/#).map { String($0.output.1) })
      }
    }
  }

  /// Runs a conversation of all messages by a channel and gives everything that is left of it and was shown.
  private func traces(of channel: String, saying messages: [String]) throws -> Data {
    let program = try Program()
    if channel == "serve" {
      let lines = try messages.enumerated().map { index, text in
        let message: [String: Any] = [
          "jsonrpc": "2.0", "id": index, "method": "message",
          "params": ["session": "s\(index)", "message_id": "\(index)", "text": text],
        ]
        return try JSONSerialization.data(withJSONObject: message) + Data("\n".utf8)
      }
      try lines.reduce(Data(), +).write(to: program.folder.appending(path: "messages"))
      _ = try program.shell("fixline serve --log log.sqlite --log-level trace < messages > replies 2> events")
    } else {
      let lines = messages.map { $0.replacing("\n", with: " ") + "\n" }
      try Data(lines.joined().utf8).write(to: program.folder.appending(path: "messages"))
      _ = try program.shell("fixline chat --log log.sqlite --session s0 < messages > replies 2> events")
    }
    _ = try program.shell(
      """
      sqlite3 log.sqlite .dump > dump
      fixline report --log log.sqlite > report
      fixline report --log log.sqlite --format json > report.json
      fixline report --log log.sqlite --html report.html
      fixline report --log log.sqlite --unanswered --limit 1000 > unanswered
      fixline sessions list --log log.sqlite --limit 1000 > list
      fixline sessions search --log log.sqlite --limit 1000 p l > found
      for session in s0 s7 s70; do
        fixline sessions show --log log.sqlite $session
        fixline sessions export --log log.sqlite $session
        fixline sessions export --log log.sqlite --format json $session
      done > exports 2>> events
      rm messages
      """)
    #expect(try String(contentsOf: program.folder.appending(path: "dump"), encoding: .utf8).contains("[password]"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: program.folder.path)
    return names.reduce(into: Data()) { all, name in
      all += (try? Data(contentsOf: program.folder.appending(path: name))) ?? Data()
    }
  }

  @Test(
    "None is in the database, beside it, on stderr, in a reply, an export or a report", arguments: ["chat", "serve"])
  func nowhere(channel: String) throws {
    let messages = try messages()
    let secrets = Set(messages.flatMap(\.secrets))
      // What is short, or digits alone, may be there by chance: in a time, a number, another word.
      .filter { $0.count >= 6 && !$0.allSatisfy(\.isNumber) }
    #expect(secrets.count > 400)
    let traces = try traces(of: channel, saying: messages.map(\.text))
    #expect(secrets.filter { traces.range(of: Data($0.utf8)) != nil }.sorted() == [])
  }

  @Test("Nothing of a deleted session is left, neither by the command nor by the protocol", arguments: [false, true])
  func deleted(byProtocol: Bool) throws {
    let program = try Program()
    let delete = #"{"jsonrpc":"2.0","id":1,"method":"session.delete","params":{"session":"anna"}}"#
    let result = try program.shell(
      #"""
      for number in $(seq 300); do echo "the xylophone $number is greyed out"; done |
        fixline chat --log log.sqlite --session anna > /dev/null
      echo "the button is greyed out" | fixline chat --log log.sqlite --session bo > /dev/null
      fixline sessions search --log log.sqlite --limit 1 xylophone | grep -c xylophone

      """#
        + (byProtocol
          ? "echo '\(delete)' | fixline serve --log log.sqlite | grep -c result\n"
          : "fixline sessions delete --log log.sqlite anna\n")
          + """
          grep -c xylophone log.sqlite*; ls log.sqlite*
          fixline sessions list --log log.sqlite | grep -c ' bo$'
          """)
    #expect(result.errors == "")
    #expect(result.output == "1\n\(byProtocol ? "1" : "deleted anna")\n0\nlog.sqlite\n1\n")
  }
}
