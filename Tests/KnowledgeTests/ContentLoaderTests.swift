import Foundation
import TestSupport
import TextAnalysis
import Testing
@testable import Knowledge

@Suite struct ContentLoaderTests {
  @Test func everyKindOfFileIsRead() throws {
    let knowledge = try ContentFixture().load()
    #expect(knowledge.intentIDs == ["lamp-dark"])
    let intent = try #require(knowledge.intent("lamp-dark"))
    #expect(intent.article == "lamp")
    #expect(intent.keywords == [Keyword(concept: "dark", weight: 3), Keyword(concept: "lamp")])
    #expect(intent.examples[.swedish] == ["min lampa är mörk", "det finns inget ljus"])
    #expect(intent.fixes.map(\.id) == ["ask-keeper", "wait", "change"])
    #expect(intent.fix("wait")?.when == [["who": ["keeper"], "waited": ["short", "unknown"]]])
    #expect(intent.fix("wait")?.next == "change")
    #expect(intent.fix("ask-keeper")?.audience == .everyone)
    #expect(intent.fix("change")?.location == SourceLocation(file: "lamp/lamp-dark.yaml", line: 26))
    #expect(knowledge.articles["lamp"]?.url?[.swedish] == "https://example.org/lamp")
    #expect(knowledge.articles["lamp"]?.links["manual"]?.title[.english] == "The manual")
    #expect(knowledge.questions["who"]?.option("guest")?.isEndUser == true)
    #expect(knowledge.questions["waited"]?.isDuration == true)
    #expect(knowledge.questions["waited"]?.option("long")?.from == 30)
    #expect(knowledge.vocabulary.filter(\.isNeutral).map(\.id) == ["lamp"])
    #expect(knowledge.facts["who-may-touch"]?.no == [["who": ["guest"]]])
    #expect(knowledge.lessons.outOfScope[.english] == ["the sun is dark"])
    #expect(knowledge.settings.name[.swedish] == "Lux")
  }

  @Test func factsAreFilledIn() throws {
    let knowledge = try ContentFixture().load()
    let text = try #require(knowledge.intent("lamp-dark")?.fix("ask-keeper")?.text)
    #expect(text[.english] == "Ask a keeper. Only keepers may touch the lamp.")
    #expect(text[.swedish] == "Fråga en vaktmästare. Bara vaktmästare får röra lampan.")
  }

  @Test(arguments: [
    (
      "lamp/lamp-dark.yaml", "asks:", "askes:",
      "lamp/lamp-dark.yaml:8: error: unknown key ‘askes’; did you mean ‘asks’?"
    ),
    (
      "lamp/lamp-dark.yaml", "dark^3", "drak^3",
      "lamp/lamp-dark.yaml:4: error: unknown concept ‘drak’; did you mean ‘dark’?"
    ),
    (
      "lamp/lamp-dark.yaml", "dark^3", "dark^9",
      "lamp/lamp-dark.yaml:4: error: the weight in ‘dark^9’ is no number from 0.5 to 5"
    ),
    (
      "lamp/lamp-dark.yaml", "asks: [who", "asks: [whom",
      "lamp/lamp-dark.yaml:8: error: unknown slot ‘whom’; did you mean ‘who’?"
    ),
    (
      "lamp/lamp-dark.yaml", "waited: long", "waited: lang",
      "lamp/lamp-dark.yaml:27: error: unknown value of ‘waited’: ‘lang’; did you mean ‘long’?"
    ),
    (
      "lamp/lamp-dark.yaml", "facts: [who-may-touch]", "facts: [who-may-tuch]",
      "lamp/lamp-dark.yaml:9: error: unknown fact ‘who-may-tuch’; did you mean ‘who-may-touch’?"
    ),
    (
      "lamp/lamp-dark.yaml", "Ask a keeper. {who-may-touch}", "Ask a keeper. {who-can-touch}",
      "lamp/lamp-dark.yaml:14: error: unknown fact ‘who-can-touch’; did you mean ‘who-may-touch’?"
    ),
    (
      "lamp/lamp-dark.yaml", "next: change", "next: chnage",
      "lamp/lamp-dark.yaml:25: error: unknown fix ‘chnage’; did you mean ‘change’?"
    ),
    (
      "lamp/lamp-dark.yaml", "links: [manual]", "links: [manaul]",
      "lamp/lamp-dark.yaml:30: error: unknown link ‘manaul’; did you mean ‘manual’?"
    ),
    (
      "lamp/article.yaml", "  manual: {title: {en: The manual, sv: Handboken}, url: \"https://example.org/manual\"}\n",
      "",
      "lamp/lamp-dark.yaml:30: error: unknown link ‘manual’; define it under ‘links’ in the folder's ‘article.yaml’"
    ),
    (
      "lamp/lamp-dark.yaml", "sv: Lampan är mörk", "se: Lampan är mörk",
      "lamp/lamp-dark.yaml:2: error: unknown key ‘se’; did you mean ‘sv’?"
    ),
    (
      "lamp/lamp-dark.yaml", "audience: everyone", "audience: everybody",
      "lamp/lamp-dark.yaml:13: error: ‘everybody’ is no choice here; did you mean ‘everyone’?"
    ),
    (
      "lamp/facts.yaml", "yes: [{who: keeper}]", "under: lamp-drak\n  yes: [{who: keeper}]",
      "lamp/facts.yaml:5: error: unknown intent ‘lamp-drak’; did you mean ‘lamp-dark’?"
    ),
    (
      "lamp/article.yaml", "2021-03-09", "2021-02-30",
      "lamp/article.yaml:3: error: ‘2021-02-30’ is no date; write it as YYYY-MM-DD"
    ),
    ("lamp/questions.yaml", "from: 30", "from: half", "lamp/questions.yaml:26: error: a whole number belongs here"),
    (
      "lamp/questions.yaml", "value: guest", "value: unknown",
      "lamp/questions.yaml:10: error: ‘unknown’ stands for “don't know” in every question; remove this option"
    ),
    ("settings.yaml", "contact:", "contcat:", "settings.yaml:2: error: unknown key ‘contcat’; did you mean ‘contact’?"),
  ])
  func aProblemIsFoundWithItsLineAndAMend(_ file: String, _ old: String, _ new: String, _ expected: String) throws {
    let content = try ContentFixture(file, replacing: old, with: new).read()
    #expect(content.findings.map(\.description).contains(expected), "\(content.findings)")
    #expect(throws: ContentError.self) {
      _ = try ContentFixture(file, replacing: old, with: new).load()
    }
  }

  @Test func allProblemsOfAllFilesAreReportedInOneRun() throws {
    let fixture = try ContentFixture([
      "lamp/lamp-dark.yaml": { $0.replacingOccurrences(of: "intent: lamp-dark", with: "intent: lamp-dark\nextra: 1") },
      "lamp/vocabulary.yaml": { $0 + "\tdim: [\n" },
      "lamp/facts.yaml": { $0 + "who-may-touch: {text: {en: Twice., sv: Två gånger.}}\n" },
      "other/again.yaml": { _ in "intent: lamp-dark\ntitle: {en: A, sv: A}\nfixes: []\n" },
    ])
    let findings = try fixture.read().findings
    #expect(findings.contains { $0.rule == .unknownKey && $0.location.line == 2 })
    #expect(findings.contains { $0.rule == .brokenFile && $0.location.file == "lamp/vocabulary.yaml" })
    #expect(findings.contains { $0.rule == .brokenFile && $0.location.file == "lamp/facts.yaml" })
    #expect(findings.contains { $0.rule == .duplicateName && $0.location.file == "other/again.yaml" })
    #expect(throws: ContentError.self) { try fixture.load() }
  }

  @Test func aMissingLanguageIsNoReasonNotToRun() throws {
    let fixture = try ContentFixture("lamp/lamp-dark.yaml", replacing: ", sv: Lampan är mörk", with: "")
    #expect(try fixture.load().intent("lamp-dark")?.title[.swedish] == nil)
  }

  @Test func aMissingFolderIsNamed() {
    #expect(throws: ContentError.self) { try ContentLoader.load(URL(filePath: "/nowhere/at/all")) }
  }

  @Test func anImportedArticleIsAFileOfItsOwn() throws {
    let fixture = try ContentFixture(adding: [
      "imported/printer.yaml": """
      article:
        title: {sv: Skrivaren}
        document: {sv: printer.md}
        documented: 2020-01-02
      intents:
        - intent: printer-silent
          title: {sv: Skrivaren är tyst}
          heading: {sv: Skrivaren är tyst}
          imported: {anchor: skrivaren-ar-tyst}
          fixes:
            - id: fix
              text:
                sv: |
                  **Först:** läs [handboken](https://example.org/a) {0}.
                  1. Slå på den.
      """
    ])
    let knowledge = try fixture.load()
    let intent = try #require(knowledge.intent("printer-silent"))
    #expect(intent.article == "imported/printer")
    #expect(knowledge.articles["imported/printer"]?.document?[.swedish] == "printer.md")
    let text = try #require(intent.imported?.text[.swedish])
    #expect(text.title == "Skrivaren")
    #expect(text.heading == "Skrivaren är tyst")
    #expect(text.leads == "Först:")
    #expect(text.links == "handboken")
    #expect(text.body.contains("läs  {0}.\n1. Slå på den."))
  }

  @Test func theVersionFollowsTheWords() throws {
    let one = try ContentFixture(), same = try ContentFixture()
    let other = try ContentFixture("lamp/lamp-dark.yaml", replacing: "Change it.", with: "Change it!")
    let versions = try [one, same, other].map { try $0.load().version }
    #expect(versions[0] == versions[1])
    #expect(versions[0] != versions[2])
  }

  @Test func theContentOfTheRepositoryIsRead() throws {
    guard FileManager.default.fileExists(atPath: Repository.intents.path) else { return }
    let findings = try ContentLoader.read(Repository.intents).findings
    #expect(findings == [], "\(findings.map(\.description).joined(separator: "\n"))")
  }
}
