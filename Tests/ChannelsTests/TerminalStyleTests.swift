import Testing

@testable import Channels

@Suite struct TerminalStyleTests {
  let plain = TerminalStyle(hasColour: false, hasLinks: false)

  @Test func wrapsAtWordsAndIndents() {
    #expect(plain.layOut("one two three", width: 10) == "  one two\n  three")
    #expect(plain.layOut("åäö åäö åäö", width: 10) == "  åäö åäö\n  åäö")
  }

  @Test func hangsUnderTheMarkOfAList() {
    #expect(plain.layOut("1. one two\n- three four", width: 10) == "  1. one\n     two\n  - three\n    four")
    #expect(plain.layOut("  - in it", width: 9) == "    - in\n      it")
    #expect(plain.layOut("2021. was a year", width: 12) == "  2021. was\n  a year")
  }

  @Test func neverBreaksAnAddress() {
    #expect(plain.layOut("see https://example.org/a/b", width: 10) == "  see\n  https://example.org/a/b")
  }

  @Test func makesAddressesLiveWithoutTheirPunctuation() {
    let linked = TerminalStyle(hasColour: false, hasLinks: true)
    #expect(
      linked.layOut("(https://e.org/).", width: 80)
        == "  (\u{1B}]8;;https://e.org/\u{1B}\\https://e.org/\u{1B}]8;;\u{1B}\\).")
    #expect(linked.layOut("no address: https", width: 80) == "  no address: https")
  }

  @Test func coloursNothingWhereColourIsUnwanted() {
    #expect(TerminalStyle(environment: ["TERM": "xterm-256color"]).hasColour)
    #expect(TerminalStyle(environment: ["TERM": "xterm", "NO_COLOR": ""]).hasColour)
    #expect(!TerminalStyle(environment: ["TERM": "xterm", "NO_COLOR": "1"]).hasColour)
    #expect(!TerminalStyle(environment: ["TERM": "dumb", "FORCE_HYPERLINK": "1"]).hasLinks)
    #expect(!TerminalStyle(environment: [:]).hasColour)
    #expect(plain.prompt == "> ")
  }

  @Test(arguments: [
    (["TERM": "xterm"], false), (["TERM": "xterm-kitty"], true), (["TERM": "xterm", "VTE_VERSION": "6800"], true),
    (["TERM": "xterm", "VTE_VERSION": "4800"], false), (["TERM": "screen", "VTE_VERSION": "6800", "TMUX": "1"], false),
    (["TERM": "xterm", "FORCE_HYPERLINK": "1"], true), (["TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"], false),
  ])
  func makesLinksOnlyWhereTheyAreKnown(environment: [String: String], expected: Bool) {
    #expect(TerminalStyle(environment: environment).hasLinks == expected)
  }
}
