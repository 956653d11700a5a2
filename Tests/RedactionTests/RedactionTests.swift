import Foundation
import TestSupport
import Testing

@testable import Redaction

@Suite("Redaction")
struct RedactionTests {
  @Test(
    "takes every secret out and nothing else",
    arguments: try [
      "secrets", "aside", "odd", "odd2", "odd3", "strangers", "strangers2", "strangers3", "strangers4", "strangers5",
      "strangers6", "strangers7", "strangers8", "strangers9", "strangers10", "strangers11", "strangers12",
      "strangers13", "strangers14", "strangers15", "strangers16", "strangers17", "odd4", "odd5", "odd6", "odd7", "odd8",
      "alone",
    ].flatMap(
      Lists.secrets))
  func secrets(_ secret: Secret) {
    let redacted = RedactedText(redacting: secret.message)
    #expect(redacted.text == secret.expected)
    #expect(redacted.found == [secret.kind])
  }

  @Test("leaves harmless messages alone")
  func harmless() throws {
    let messages = try [
      "harmless", "aside-harmless", "odd-harmless", "odd3-harmless", "strangers-harmless", "strangers2-harmless",
      "strangers3-harmless",
      "strangers7-harmless", "strangers8-harmless", "strangers9-harmless", "strangers10-harmless",
      "strangers12-harmless", "strangers13-harmless", "strangers14-harmless", "strangers15-harmless",
      "strangers16-harmless", "strangers17-harmless", "odd4-harmless", "odd6-harmless", "odd7-harmless",
      "odd8-harmless",
    ]
    .flatMap(Lists.lines)
    #expect(changes(in: messages) == [])
  }

  @Test(
    "leaves alone what people ask a helpdesk about passwords",
    arguments: ["en-dev", "sv-dev", "en-aside", "sv-aside", "en-fresh", "sv-fresh"])
  func questions(_ set: String) throws {
    let file = Repository.root.appending(path: "Tests/MatchingTests/Sets/\(set).tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let messages = lines.compactMap { $0.split(separator: "\t").last.map(String.init) }
    #expect(messages.count > 100)
    #expect(changes(in: messages) == [])
  }

  private func changes(in messages: [String]) -> [String] {
    messages.map { ($0, RedactedText(redacting: $0).text) }.filter { $0 != $1 }
      .map { "\($0) → \($1)" }
  }

  @Test("a pasted password is spoken of, in the language of the conversation")
  func notice() {
    #expect(SecretNotice.text(for: [.password], language: "en")?.contains("change it") == true)
    #expect(SecretNotice.text(for: [.password], language: "sv")?.contains("Byt det") == true)
    #expect(SecretNotice.text(for: [.email], language: "en") == nil)
  }

  @Test("a password is taken beside an address")
  func beside() {
    #expect(RedactedText(redacting: "anna@foo.se : Rosa88").text == "[email] : [password]")
    #expect(RedactedText(redacting: "anna@foo.se: skriv till henne").text == "[email]: skriv till henne")
  }

  @Test("text is kept in NFC, with all its characters")
  func composed() {
    #expect(Array(RedactedText(redacting: "a\u{30A} 👨‍👩‍👧").text.unicodeScalars).first == "å")
    #expect(RedactedText(redacting: "👨‍👩‍👧").text == "👨‍👩‍👧")
    #expect(RedactedText(redacting: "").text == "")
  }

  @Test("random text of all sorts is never a crash")
  func anything() {
    var generator = SeededGenerator(state: 42)
    let alphabet = Array("aZ0 9@.:=\"'`-+(/pw lösen är\u{200B}\u{30A}\n!#$ｈ１👍")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      _ = RedactedText(redacting: text)
    }
  }
}
