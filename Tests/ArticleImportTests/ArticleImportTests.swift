import Foundation
import Knowledge
import TestSupport
import TextAnalysis
import Testing
@testable import ArticleImport

@Suite struct ArticleImportTests {
  /// A folder of its own for each test, gone when the run ends.
  private let folder: URL
  private static let root: URL = {
    atexit { try? FileManager.default.removeItem(at: ArticleImportTests.root) }
    return FileManager.default.temporaryDirectory.appending(path: "fixline-import-\(UUID().uuidString)")
  }()

  init() throws {
    folder = Self.root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var content: URL { folder.appending(path: "content") }

  private func write(_ text: String, _ name: String = "articles/lamp.md") throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func run(_ names: String..., change: (inout ArticleImporter) -> Void = { _ in }) throws -> ImportReport {
    var importer = ArticleImporter(into: content)
    change(&importer)
    return try importer.run((names.isEmpty ? ["articles"] : names).map { .init(folder.appending(path: $0)) })
  }

  private func sections(of text: String) throws -> [String?] {
    try write(text)
    return try run().imported.map(\.section)
  }

  // MARK: - Sections

  @Test func boldLinesAndHeadingsAreSections() throws {
    #expect(
      try sections(of: "# Lamp\n\n**It is dark**\n\nTurn it on.\n\n## It is hot\n\nTurn it off.") == [
        "It is dark", "It is hot",
      ])
    #expect(try sections(of: "# Lamp\n\n***It is dark***\n\nA.\n\n**Too hot**:\n\nB.") == ["It is dark", "Too hot:"])
  }

  @Test func anArticleWithoutSectionsIsOneIntent() throws {
    #expect(try sections(of: "# Lamp\n\nTurn it on. **Bold** inside a line is no heading.") == [nil])
  }

  @Test func stepsBeforeTheFirstSectionAreTheTitlesOwn() throws {
    #expect(try sections(of: "# Lamp\n\n1. On\n2. Off\n\n**It is hot**\n\nWait.") == [nil, "It is hot"])
    #expect(try sections(of: "# Lamp\n\nSome problems:\n\n**It is hot**\n\nWait.") == ["It is hot"])
  }

  @Test(arguments: [
    "**Note**", "**Obs!**", "**MEDDELANDE:**", "**Symptom**", "**Orsak**", "**Lösning**", "**Metod 2**",
    "**Del 1: Börja så**", "## Step 3: Collect", "**Settings > System > Screen**", "**Get-Lamp**", "**lamp.exe -v**",
  ])
  func labelsAndCommandsAreNoSections(_ label: String) throws {
    #expect(try sections(of: "# Lamp\n\nFirst.\n\n\(label)\n\nSecond.") == [nil])
  }

  @Test func referencesGoToTheArticle() throws {
    try write("# Lamp\n\nTurn it on.\n\n**Related topics**\n\n- [Bulbs](https://example.org/bulbs)\n")
    #expect(try run().imported.map(\.links) == [0])
    let article = try #require(ContentLoader.load(content).articles["lamp"])
    #expect(article.links["related-1"]?.url == "https://example.org/bulbs")
  }

  @Test func aHeadingWithNothingUnderItIsNoSection() throws {
    #expect(try sections(of: "# Lamp\n\n**Questions**\n\n**Is it on?**\n\nLook.\n\n**End**") == ["Is it on?"])
  }

  @Test func stepsAndLinksAreCounted() throws {
    try write(
      "# Lamp\n\n1. [On](https://example.org)\n   1. inner\n2. <https://example.org>\n\nand\n\n3. x [](https://a.org) [none]()\n"
    )
    let intent = try #require(run().imported.first)
    #expect(intent.steps == 3)
    #expect(intent.links == 3)
  }

  @Test func anInterruptedListGoesOn() throws {
    try write("# Lamp\n\n1. On\n\nand then\n\n2. Off\n")
    _ = try run()
    let text = try #require(ContentLoader.load(content).intent("lamp")?.fixes.first?.text[.english])
    #expect(text == "1.  On\n\nand then\n\n2.  Off")
  }

  @Test func tablesAndCodeStayWhole() throws {
    try write("# Lamp\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\nlamp on\n```\n")
    _ = try run()
    let text = try #require(ContentLoader.load(content).intent("lamp")?.fixes.first?.text[.english])
    #expect(text.contains("| 1 | 2 |"))
    #expect(text.contains("lamp on"))
  }

  // MARK: - Report

  @Test func whatIsNoArticleIsSkipped() throws {
    try write("Just a note.")
    try write("# Empty\n", "articles/empty.md")
    let report = try run()
    #expect(report.skipped.map(\.file) == ["empty.md", "lamp.md"])
    #expect(report.imported == [])
  }

  @Test func whatNeedsAPersonIsFlaggedWithItsLine() throws {
    try write(
      """
      ---
      title: Lamp
      ms.contentlocale: sv-SE
      ---
      # Lamp

      The lamp is on if you can see it, and that is the way to find out {LampName}.

      See [this](/manual), [that](ftp://example.org). ![Lamp](lamp.png) <img src="data:image/png;base64,AAAA">
      """)
    let flags = try run().flagged.map { "\($0.line): \($0.reason)" }
    #expect(
      flags.contains("1: wrong language: the text is in ‘en’, not ‘sv’")
        || flags.contains { $0.contains("wrong language") })
    #expect(flags.contains("7: an unfilled {…} is in the fix"))
    #expect(flags.contains("9: broken link: ‘/manual’ is no whole address; name one with --base-url"))
    #expect(flags.contains("9: broken link: ‘ftp://example.org’ is neither http, https nor mailto"))
    #expect(flags.contains("9: the image lamp.png is left out"))
    #expect(flags.contains("9: an image inside the text (base64) is left out"))
  }

  @Test func rootRelativeLinksGetABase() throws {
    try write("# Lamp\n\nRead [this](/manual) before you turn the lamp on or off again, or else it will not burn.")
    let report = try run { $0.baseURL = "https://example.org/" }
    #expect(report.flagged == [])
    let text = try ContentLoader.load(content).intent("lamp")?.fixes.first?.text[.english]
    #expect(text?.contains("(https://example.org/manual)") == true)
  }

  @Test func theReportIsJSONWithASectionThatMayBeNull() throws {
    try write("# Lamp\n\nTurn it on, then wait until it is bright.")
    let json = String(decoding: try JSONEncoder().encode(run()), as: UTF8.self)
    #expect(json.contains("\"section\":null"))
    #expect(!json.contains("summary"))
  }

  @Test func twoLanguagesBecomeOneIntent() throws {
    try write("# Lampan\n\n**Den är mörk**\n\nTänd den.", "sv/lamp.md")
    try write("# The lamp\n\n**It is dark**\n\nTurn it on.", "en/lamp.md")
    let report = try ArticleImporter(into: content).run([
      .init(folder.appending(path: "sv"), language: .swedish), .init(folder.appending(path: "en"), language: .english),
    ])
    #expect(report.imported.map(\.language) == ["sv", "en"])
    #expect(Set(report.imported.map(\.intent)).count == 1)
    let intent = try #require(Array(ContentLoader.load(content).intents).first)
    #expect(intent.title[.english] == "It is dark")
    #expect(intent.fixes.first?.text[.swedish] == "Tänd den.")
  }

  // MARK: - Again and again

  private static let first = "# Lamp\n\n**It is dark**\n\nTurn it on.\n\n**It is hot**\n\nTurn it off.\n"

  @Test func anUnchangedArticleChangesNothing() throws {
    try write(Self.first)
    #expect(try run().summary == .init(new: 1))
    #expect(try run().summary == .init(unchanged: 1))
  }

  @Test func aChangeOfTheArticleAndOneOfAPersonAreBothKept() throws {
    try write(Self.first)
    let names = try run().imported.map(\.intent)
    try edit("Turn it off.", "Turn it off at once.")
    try write(
      Self.first.replacingOccurrences(
        of: "**It is dark**\n\nTurn it on.", with: "**It stays dark**\n\nTurn it on twice."))
    let report = try run()
    #expect(report.summary == .init(updated: 1))
    #expect(report.imported.map(\.intent) == names)
    let text = try String(contentsOf: content.appending(path: "lamp.yaml"), encoding: .utf8)
    #expect(text.contains("Turn it off at once."))
    #expect(text.contains("Turn it on twice."))
    #expect(text.contains("It stays dark"))
  }

  @Test func aConflictIsShownAndThePersonsWordsStand() throws {
    try write(Self.first)
    _ = try run()
    try edit("Turn it off.", "Mine.")
    try write(Self.first.replacingOccurrences(of: "Turn it off.", with: "Theirs."))
    let report = try run()
    #expect(report.summary.conflicts == 1)
    let conflict = try #require(report.flagged.first { $0.reason.hasPrefix("conflict") }?.reason)
    for line in ["<<<<<<< kept", "Mine.", "=======", "Theirs.", ">>>>>>> article"] { #expect(conflict.contains(line)) }
    #expect(try String(contentsOf: content.appending(path: "lamp.yaml"), encoding: .utf8).contains("Mine."))
  }

  @Test func articlesOfSimilarNamesStayApart() throws {
    for name in ["a b", "a-b", "a.b", "facts"] { try write("# \(name)\n\nTurn it on.\n", "articles/\(name).md") }
    let names = try run().imported.map(\.intent)
    #expect(names == ["a-b", "a-b-2", "a-b-3", "facts"])
    try write("# a a\n\nTurn it off.\n", "articles/a  b.md")
    #expect(try run().imported.map(\.intent) == ["a-b-4"] + names)
    #expect(try ContentLoader.load(content).intentIDs.count == 5)
  }

  @Test func aSectionThatIsGoneIsNamed() throws {
    try write(Self.first)
    _ = try run()
    try write("# Lamp\n\n**It is dark**\n\nTurn it on.\n")
    #expect(try run().flagged.contains { $0.reason.contains("‘lamp.it-is-hot’ is no longer in the article") })
  }

  @Test func whatAPersonRemovedStaysAway() throws {
    try write(Self.first)
    _ = try run()
    try FileManager.default.removeItem(at: content.appending(path: "lamp.yaml"))
    #expect(try run().flagged.contains { $0.reason.contains("removed by hand") })
    #expect(!FileManager.default.fileExists(atPath: content.appending(path: "lamp.yaml").path))
  }

  @Test func aDryRunWritesNothingAndShowsTheChange() throws {
    try write(Self.first)
    let report = try run { $0.isDryRun = true }
    #expect(report.changes.contains("+  - intent: lamp.it-is-dark"))
    #expect(!FileManager.default.fileExists(atPath: content.path))
  }

  @Test func aSectionThatMovedKeepsWhatAPersonWrote() throws {
    try write(Self.first)
    let names = try run().imported.map(\.intent)
    try edit("Turn it on.", "Turn it on at once.")
    try write("# Lamp\n\n**It is hot**\n\nTurn it off twice.\n\n**It is dark**\n\nTurn it on.\n")
    let report = try run()
    #expect(report.summary == .init(updated: 1))
    #expect(report.imported.map(\.intent) == names.reversed())
    let content = try ContentLoader.load(content)
    #expect(content.intent(names[0])?.fixes.first?.text[.english] == "Turn it on at once.")
    #expect(content.intent(names[1])?.fixes.first?.text[.english] == "Turn it off twice.")
  }

  @Test func whatAPersonAddedStays() throws {
    try write(Self.first)
    let names = try run().imported.map(\.intent)
    try edit(
      "  - intent: \(names[1])\n",
      """
        - intent: mine
          title: {en: My own}
          examples: {en: [lamp of mine]}
          fixes: [{id: fix, text: {en: Dust it.}}]
        - intent: \(names[1])
          examples: {en: [burnt my fingers]}

      """)
    try write(Self.first.replacingOccurrences(of: "Turn it", with: "Switch it"))
    #expect(try run().summary == .init(updated: 1))
    let content = try ContentLoader.load(content)
    #expect(Array(content.intents.map(\.id)).sorted() == (names + ["mine"]).sorted())
    #expect(content.intent(names[1])?.examples[.english] == ["burnt my fingers"])
    #expect(content.intent(names[1])?.fixes.first?.text[.english] == "Switch it off.")
  }

  @Test func anIntentThatAPersonRemovedStaysAway() throws {
    try write(Self.first)
    let names = try run().imported.map(\.intent)
    let file = content.appending(path: "lamp.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let cut = try #require(text.range(of: "  - intent: \(names[1])"))
    try String(text[..<cut.lowerBound]).write(to: file, atomically: true, encoding: .utf8)
    try write(Self.first.replacingOccurrences(of: "Turn it", with: "Switch it"))
    #expect(try run().summary.conflicts == 1)
    #expect(try Array(ContentLoader.load(content).intents.map(\.id)) == [names[0]])
  }

  @Test func aRenamedArticleIsTheSame() throws {
    try write(Self.first)
    let names = try run().imported.map(\.intent)
    try edit("Turn it off.", "Mine.")
    let articles = folder.appending(path: "articles")
    try FileManager.default.moveItem(
      at: articles.appending(path: "lamp.md"), to: articles.appending(path: "desk-lamp.md"))
    let report = try run()
    #expect(report.imported.map(\.intent) == names)
    #expect(report.flagged.contains { $0.reason == "the article was renamed; its content moves from lamp.yaml" })
    #expect(try ContentLoader.load(content).intentIDs.count == 2)
    #expect(try String(contentsOf: content.appending(path: "desk-lamp.yaml"), encoding: .utf8).contains("Mine."))
    #expect(!FileManager.default.fileExists(atPath: content.appending(path: "lamp.yaml").path))
    #expect(try run().summary == .init(unchanged: 1))
  }

  @Test func anArticleThatIsGoneIsNamedAndItsContentStays() throws {
    try write(Self.first)
    try write("# Bulb\n\nScrew it in.\n", "articles/bulb.md")
    _ = try run()
    try FileManager.default.removeItem(at: folder.appending(path: "articles/bulb.md"))
    #expect(try run().flagged.contains { $0.file == "bulb.md" && $0.reason.contains("stays in bulb.yaml") })
    #expect(try ContentLoader.load(content).intent("bulb") != nil)
    try write("# Bulb\n\nScrew it in tightly.\n", "articles/bulb.md")
    #expect(try run().summary == .init(updated: 1, unchanged: 1))
    #expect(try ContentLoader.load(content).intent("bulb")?.fixes.first?.text[.english] == "Screw it in tightly.")
  }

  @Test func aDifferenceIsShownAsDiffDoes() {
    let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\n", new = "a\nb\nc\nd\nE\nf\ng\nh\ni\nj\n"
    #expect(
      LineDiff.text(old: old, new: new, name: "x")
        == "--- x\n+++ x\n@@ -3,8 +3,9 @@\n c\n d\n-e\n+E\n f\n g\n h\n i\n+j\n \n")
    #expect(LineDiff.text(old: "", new: "a\n", name: "x") == "--- /dev/null\n+++ x\n@@ -0,0 +1,2 @@\n+a\n+\n")
    #expect(LineDiff.text(old: old, new: old, name: "x") == "")
  }

  private func edit(_ old: String, _ new: String) throws {
    let file = content.appending(path: "lamp.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }
}
