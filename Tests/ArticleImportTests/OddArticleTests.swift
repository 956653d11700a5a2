import Foundation
import TestSupport
import TextAnalysis
import Testing
@testable import ArticleImport

/// Articles of shapes that the real ones don't have, and files that are none.
@Suite struct OddArticleTests {
  private func article(_ text: String, path: String = "lamp.md") throws -> ParsedArticle {
    var parser = ArticleParser(text, path: path, baseURL: nil)
    return try parser.parse(declared: nil, revision: "").get()
  }

  private func headings(_ text: String) throws -> [String?] { try article(text).sections.map(\.heading) }

  // MARK: - Headings

  @Test(arguments: [
    "# Lamp\n\nIt is dark\n----------\n\nTurn it on.", "# Lamp\n\n<h2 id=\"dark\">It is dark</h2>\n\nTurn it on.",
    "# Lamp\n\n<b>It is dark</b>\n\nTurn it on.", "# Lamp\n\n**It is**\u{A0}**dark**\n\nTurn it on.",
    "# Lamp\n\n__It is dark__\n\nTurn it on.", "# Lamp\n\n**_It is dark_**\n\nTurn it on.",
    "# Lamp\n\n###### It is dark\n\nTurn it on.", "# Lamp\n\n# It is dark\n\nTurn it on.",
    "Lamp\n====\n\n**It is dark**\n\nTurn it on.", "---\ntitle: Lamp\n---\n\n**It is dark**\n\nTurn it on.",
    "---\ntitle: Lamp\nms.author: x\n# Lamp\n\n**It is dark**\n\nTurn it on.",
    "# Lamp\n\n**It is [dark](https://example.org)**\n\nTurn it on.",
  ])
  func aHeadingMayBeWrittenInManyWays(_ text: String) throws { #expect(try headings(text) == ["It is dark"]) }

  @Test(arguments: [
    "**Obs! Spara först**", "**Orsak: säkringen**", "**Trolig orsak**", "**Lösning 1 – byt**", "**Steg två**",
    "**Steg-för-steg**", "**`lamp -v`**", "**ping -t lampa**", "**Get-Lamp -All**", "**Inställningar → Lampor**",
    "**[Läs om lampor](https://example.org)**", "<!-- note -->", "**Lampa**\nEn sak som lyser.",
  ])
  func thisStartsNoSection(_ line: String) throws {
    #expect(try headings("# Lampa\n\nEtt.\n\n\(line)\n\nTvå.") == [nil])
  }

  @Test(arguments: ["Öppna en lampa -datafil", "Sign-Out", "Alternativ för lampor", "Problem: lampan är släckt"])
  func thisStartsOne(_ heading: String) throws {
    #expect(try headings("# Lampa\n\n**\(heading)**\n\nTänd.") == [heading])
  }

  @Test func headingsUnderAReferenceAreReferences() throws {
    let article = try article(
      "# Lamp\n\n## Dark\n\nOn.\n\n## See also\n\n### Films\n\n[A](https://example.org/a)\n\n## Hot\n\nOff.")
    #expect(article.sections.map(\.heading) == ["Dark", "Hot"])
    #expect(article.related.map(\.url) == ["https://example.org/a"])
  }

  @Test func aDamagedListOfLinksIsOneStill() throws {
    let article = try article(
      "# Lamp\n\nOn.\n\n**See also**\n\n- [A] (https://example.org/a\n- [B](https://example.org/b)\n- [C](https://example.org/c)"
    )
    #expect(article.sections.map(\.links) == [0])
    #expect(article.related.count == 2)
  }

  @Test func aSolutionBeforeTheFirstSectionIsTheTitlesOwn() throws {
    #expect(
      try headings("# Lamp\n\n**Symptom**\n\nDark.\n\n**Solution**\n\nOn.\n\n**It is hot**\n\nOff.") == [
        nil, "It is hot",
      ])
    #expect(try headings("# Lamp\n\n**Note**\n\nA lamp.\n\n**It is hot**\n\nOff.") == ["It is hot"])
  }

  @Test func htmlIsKeptAsText() throws {
    let text = try #require(
      article("# Lamp\n\n<table><tr><td>Volt</td><td>230</td></tr></table>\n\nSet <user name> to <i>on</i>.").sections
        .first
    )
    .markdown
    #expect(text == "Volt 230\n\nSet \\<user name\\> to on.")
  }

  @Test func aShortTextIsSwedishByItsLetters() throws {
    #expect(try article("# Lampan\n\nTänd den igen.").language == .swedish)
    #expect(try article("# Lamp\n\nTurn on.").language == .english)
  }

  // MARK: - Files

  @Test func bytesOfOtherEncodingsAreRead() {
    let text = "# Ändra\r\n\r\n“Så” – här"
    let old: [UInt8] =
      Array("# ".utf8) + [0xC4] + Array("ndra\r\n\r\n".utf8) + [0x93] + Array("S".utf8) + [0xE5, 0x94, 0x20, 0x96]
      + Array(" h".utf8) + [0xE4] + Array("r".utf8)
    let plain = "# Ändra\n\n“Så” – här"
    #expect(ArticleBytes.decode(Data(text.utf8))?.text == plain)
    #expect(ArticleBytes.decode(Data(text.utf8))?.remark == nil)
    #expect(ArticleBytes.decode(Data(("\u{FEFF}" + text).utf8))?.text == plain)
    #expect(ArticleBytes.decode(Data(old))?.text == plain)
    #expect(ArticleBytes.decode(Data(old))?.remark != nil)
    #expect(
      ArticleBytes.decode(Data([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))?.text == plain
    )
    #expect(ArticleBytes.decode(Data(0...255)) == nil)
  }

  @Test func aLoneReturnEndsALine() { #expect(ArticleBytes.decode(Data("a\rb\r\nc".utf8))?.text == "a\nb\nc") }

  @Test(arguments: ["", "Just a note.", "## Low\n\nText.", "# \n\nText.", "---\n---\n"])
  func thisIsNoArticle(_ text: String) { #expect(throws: ImportReport.Skipped.self) { try article(text) } }

  @Test func whatIsNestedWithoutEndIsSkipped() {
    let quotes = "# Lamp\n\n" + String(repeating: ">", count: 20_000) + " x"
    #expect(throws: ImportReport.Skipped.self) { try article(quotes) }
    let lists = "# Lamp\n\n" + (0..<300).map { String(repeating: "  ", count: $0) + "- x\n" }.joined()
    #expect(throws: ImportReport.Skipped.self) { try article(lists) }
  }

  @Test func programsInHTMLAreNoText() throws {
    let article = try article(
      "# Lamp\n\n<p>Turn it on.</p>\n<script>if (1 < 2) alert(1)</script>\n<STYLE>p { color: red }</style>\n<p>Wait.</p>\n"
    )
    #expect(article.sections.map(\.markdown) == ["Turn it on.\nWait."])
  }
}
