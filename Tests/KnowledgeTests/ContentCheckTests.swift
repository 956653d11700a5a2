import Foundation
import TestSupport
import Testing
@testable import Knowledge

@Suite struct ContentCheckTests {
  /// 2026-11-23.
  private static let today = CalendarDate(day: 20_780)
  private static let intent = "lamp/lamp-dark.yaml"

  private func findings(_ fixture: ContentFixture) throws -> [String] {
    try ContentCheck(fixture.read(), today: Self.today).run().map(\.description)
  }

  @Test func flawlessContentHasNoFindings() throws {
    #expect(try findings(ContentFixture()) == [])
  }

  @Test(arguments: [
    (", sv: Lampan är mörk", "", ":2: error: Swedish is missing; add ‘sv: …’ here"),
    ("  sv: [min lampa är mörk, det finns inget ljus]\n", "", ":5: error: Swedish is missing; add ‘sv: …’ here"),
    (
      "      2. Titta igen.\n", "",
      ":18: error: 2 numbered steps in English, 1 in Swedish; give both languages the same"
    ),
    (
      "sv: Byt lampan.", "sv: 'Byt [lampan](https://example.org).'",
      ":28: error: 0 links in English, 1 in Swedish; give both languages the same"
    ),
    (
      "who: keeper, waited: long", "who: guest, waited: long",
      ":10: error: no fix for (who=keeper, waited=long); add a fix with this ‘when’, or widen another one's"
    ),
    (
      "who: keeper, waited: long", "waited: long",
      ":27: error: ‘ask-keeper’ and ‘change’ both cover (who=guest, waited=long), (who=unknown, waited=long); "
        + "narrow the ‘when’ of one of them"
    ),
    (
      "asks: [who, waited]", "asks: [who, waited, extra]",
      ":8: error: the answer to ‘extra’ never changes the fix; remove it, or name it in a fix's ‘when’"
    ),
    (
      "links: [manual]", "links: [manual]\n    next: wait",
      ":25: error: ‘next’ leads from ‘wait’ back to itself; end the chain at one of its fixes"
    ),
    (
      "fixes:\n", "fixes:\n  - {id: never, when: [], text: {en: A., sv: A.}}\n",
      ":11: error: no case leads to the fix ‘never’; "
        + "name a case of its own under its ‘when’, make it another fix's ‘next’, or remove it"
    ),
    (
      "audience: everyone", "audience: administrators",
      ":12: error: ‘ask-keeper’ is for administrators, but who=guest leads to it; "
        + "give this case a fix of its own with ‘audience: everyone’"
    ),
    (
      "Change the bulb., sv: Byt lampan.}", "'Change [it](ftp://example.org).', sv: 'Byt [den](ftp://example.org).'}",
      ":28: error: the link ‘ftp://example.org’ is neither http, https nor mailto; write the whole address"
    ),
  ])
  func aFlawInAnIntentIsFound(_ old: String, _ new: String, _ expected: String) throws {
    let extra = """
      extra:
        ask: {en: A?, sv: A?}
        again: {en: B?, sv: B?}
        explain: {en: C., sv: C.}
        options: [{value: a, label: {en: A, sv: A}, named: {en: a, sv: a}}]

      """
    let found = try findings(
      ContentFixture([
        Self.intent: { $0.replacingOccurrences(of: old, with: new) }, "lamp/questions.yaml": { $0 + extra },
      ]))
    #expect(found.contains("\(Self.intent)\(expected)"), "\(found)")
  }

  @Test(arguments: [
    (
      "article.yaml", "2026-11-01", "2025-11-01",
      ":4: warning: ‘checked: 2025-11-01’ is more than a year ago; "
        + "compare the fixes with the article and write the date of today"
    ),
    (
      "article.yaml", "checked: 2026-11-01\n", "",
      ":1: warning: nothing says when the fixes were last compared with the "
        + "article; compare them and write ‘checked: YYYY-MM-DD’"
    ),
    (
      "article.yaml", "https://example.org/lamp", "example.org/lamp",
      ":2: error: the link ‘example.org/lamp’ is no whole address; write the whole address"
    ),
    (
      "article.yaml", "https://example.org/manual", "https://",
      ":7: error: the link ‘https://’ has no host; write the whole address"
    ),
    (
      "questions.yaml", "en: [guest]", "en: [keeper]",
      ":13: error: ‘keeper’ stands for the value of ‘who’ ‘keeper’ too; remove it from one of them"
    ),
    ("questions.yaml", ", sv: Vilken är du?", "", ":3: error: Swedish is missing; add ‘sv: …’ here"),
    ("questions.yaml", "  again: {en: Since when?, sv: Sedan när?}\n", "", ""),
  ])
  func aFlawAroundTheIntentsIsFound(_ file: String, _ old: String, _ new: String, _ expected: String) throws {
    let found = try findings(ContentFixture("lamp/\(file)", replacing: old, with: new))
    let place =
      expected.isEmpty
      ? "lamp/lamp-dark.yaml:8: error: ‘waited’ is asked, but its question has no ‘again’; "
        + "add it in questions.yaml, or move the slot to ‘uses’" : "lamp/\(file)\(expected)"
    #expect(found.contains(place), "\(found)")
  }

  @Test(arguments: [
    ("asks: [who, waited]", "asks: [whom, waited]", ":8: error: unknown slot ‘whom’; did you mean ‘who’?"),
    ("who: [guest", "whoo: [guest", ":12: error: unknown slot ‘whoo’; did you mean ‘who’?"),
    ("en: [my lamp is dark", "en: [lamp: dark", ":6: error: a text belongs here; put a text with ‘: ’ in it in quotes"),
  ])
  func aSlipIsFoundOnceAndNotWhatFollowsFromIt(_ old: String, _ new: String, _ expected: String) throws {
    let found = try findings(ContentFixture(Self.intent, replacing: old, with: new))
    #expect(found.filter { $0.contains("error") } == ["\(Self.intent)\(expected)"])
  }

  @Test func twoIntentsMayNotShareExamplesAndKeywords() throws {
    let twin = """
      intent: twin
      title: {en: Twin, sv: Tvilling}
      keywords: [lamp, dark]
      examples: {en: [There is no light], sv: [släckt]}
      fixes: [{id: fix, audience: everyone, text: {en: A., sv: A.}}]
      """
    let found = try findings(ContentFixture(adding: ["lamp/twin.yaml": twin]))
    #expect(
      found == [
        "lamp/twin.yaml:3: error: ‘twin’ has the same keywords as ‘lamp-dark’; add one that only this symptom has",
        "lamp/twin.yaml:4: error: ‘There is no light’ stands for the intent ‘lamp-dark’ too; remove it from one of them",
      ])
  }

  @Test func morethanThreeQuestionsAreTooMany() throws {
    func question(_ slot: String) -> String {
      """
      \(slot):
        ask: {en: A?, sv: A?}
        again: {en: B?, sv: B?}
        explain: {en: C., sv: C.}
        options: [{value: a, label: {en: A, sv: A}, named: {en: a, sv: a}}]

      """
    }
    let slots = ["one", "two", "three", "four"]
    let rows = slots.map { "{\($0): unknown}" }.joined(separator: ", ")
    let intent = """
      intent: long
      title: {en: Long, sv: Lång}
      examples: {en: [a long one], sv: [en lång en]}
      asks: [one, two, three, four]
      fixes:
        - {id: all, when: {one: a, two: a, three: a, four: a}, text: {en: A., sv: A.}}
        - {id: not-all, when: [\(rows)], text: {en: B., sv: B.}}
      """
    let found = try findings(
      ContentFixture(adding: ["long/questions.yaml": slots.map(question).joined(), "long/long.yaml": intent]))
    #expect(
      found == [
        "long/long.yaml:4: error: up to 4 questions are asked (one, two, three, four), the budget is 3; "
          + "ask less, or say under ‘unless’ when one is not needed"
      ])
  }

  @Test func anExampleOfAnotherIntentIsFound() throws {
    func intent(_ name: String, _ examples: [String]) -> String {
      """
      intent: \(name)
      title: {en: A, sv: A}
      examples: {en: [\(examples.joined(separator: ", "))], sv: [\(name)]}
      fixes: [{id: fix, text: {en: A., sv: A.}}]
      """
    }
    let printer = ["the printer prints nothing", "the printer prints nothing today", "a printer that prints nothing"]
    let door = ["the door does not open", "my card opens no door", "printer prints nothing"]
    let found = try findings(
      ContentFixture(adding: [
        "office/printer.yaml": intent("printer", printer), "office/door.yaml": intent("door", door),
      ]))
    #expect(
      found.filter { $0.contains("closer") } == [
        "office/door.yaml:3: error: ‘printer prints nothing’ is closer to ‘printer’ than to the other "
          + "examples of ‘door’; move it there, or add examples of its kind here"
      ])
  }

  @Test func anIntentWithoutExamplesIsAWarning() throws {
    let examples = """
      examples:
        en: [my lamp is dark, there is no light]
        sv: [min lampa är mörk, det finns inget ljus]

      """
    #expect(
      try findings(ContentFixture(Self.intent, replacing: examples, with: "")) == [
        "\(Self.intent):1: warning: ‘lamp-dark’ has no examples; write under ‘examples’ what people type when they mean "
          + "it, twenty messages a language or more"
      ])
  }

  @Test func whatNothingUsesIsAWarning() throws {
    let found = try findings(
      ContentFixture([
        "lamp/article.yaml": { $0 + "  spare: {title: Spare, url: \"https://example.org\"}\n" },
        "lamp/facts.yaml": { $0 + "idle:\n  text: {en: Idle., sv: Ledig.}\n" },
      ]))
    #expect(
      found == [
        "lamp/article.yaml:8: warning: nothing uses the link ‘spare’; use it or remove it",
        "lamp/facts.yaml:7: warning: nothing uses the fact ‘idle’; use it or remove it",
      ])
  }

  @Test func aFactForAdministratorsIsNotToldToEveryone() throws {
    let found = try findings(
      ContentFixture("lamp/facts.yaml", replacing: "links: [manual]", with: "audience: administrators"))
    #expect(
      found == [
        "lamp/lamp-dark.yaml:14: error: ‘ask-keeper’ is for everyone, but tells the fact ‘who-may-touch’, "
          + "which is for administrators; remove {who-may-touch} or make the fix one for administrators"
      ])
  }

  @Test func anImportedIntentGetsWarnings() throws {
    let imported = """
      article: {title: {sv: Lampor}, document: {sv: lamps.md}}
      intents:
        - intent: lamps
          title: {sv: Lampor}
          imported: {anchor: lamps}
          fixes:
            - {id: fix, when: {who: guest}, text: {sv: "[Se](ftp://example.org)"}}
          asks: [who]
      """
    let found = try ContentCheck(ContentFixture(adding: ["lamps.yaml": imported]).read(), today: Self.today).run()
    #expect(Set(found.map(\.rule)) == [.missingCell, .unsafeAudience, .badLink])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func theContentOfTheRepositoryHasNoErrors() throws {
    guard FileManager.default.fileExists(atPath: Repository.intents.path) else { return }
    let today = try #require(CalendarDate("2026-11-25"))
    let found = try ContentCheck(ContentLoader.read(Repository.intents), today: today).run()
    #expect(found.map(\.description) == [])
  }
}
