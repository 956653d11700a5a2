import Foundation
import Testing
import TextAnalysis
@testable import Knowledge

/// Questions that several articles share: defined once, with words that single articles add.
@Suite struct SharedQuestionTests {
  private static let addition = """
    who:
      adds: true
      ignores: {en: [keeper of the flame], sv: [eldens väktare]}
      options:
        - value: guest
          words:
            en: [visitor, passer-by]
            sv: [besökare, förbipasserande]
          replies: {en: [neither], sv: [ingetdera]}
          of-others: {waited: short}

    """

  private func content(_ addition: String, in file: String = "candle/questions.yaml") throws -> Content {
    try ContentFixture(adding: [file: addition]).read()
  }

  @Test("What a folder adds stands behind the words of the question, whichever file is read first")
  func added() throws {
    for file in ["candle/questions.yaml", "zeppelin/questions.yaml"] {
      let content = try content(Self.addition, in: file)
      #expect(content.findings.isEmpty, "\(content.findings)")
      let question = try #require(content.knowledge.questions["who"])
      let guest = try #require(question.option("guest"))
      #expect(guest.words[.english] == ["guest", "visitor", "passer-by"])
      #expect(guest.words[.swedish] == ["gäst", "besökare", "förbipasserande"])
      #expect(guest.replies[.english] == ["neither"])
      #expect(guest.ofOthers == ["waited": "short"])
      #expect(guest.isEndUser)
      #expect(guest.label[.english] == "Guest")
      #expect(question.ignores[.english] == ["keeper of the flame"])
      #expect(question.option("keeper")?.words[.english] == ["keeper"])
    }
  }

  @Test(
    "A mistake in an addition is found where it stands",
    arguments: [
      ("who:", "hwo:", "1: error: ‘adds’ to the question ‘hwo’, which nothing defines; did you mean ‘who’?"),
      ("value: guest", "value: gest", "5: error: ‘gest’ is no choice of ‘who’; did you mean ‘guest’?"),
      ("replies:", "reply:", "9: error: unknown key ‘reply’; known are implies, of-others, replies, value, words"),
      ("waited: short", "waited: shrt", "10: error: unknown value of ‘waited’: ‘shrt’; did you mean ‘short’?"),
      ("adds: true", "adds: maybe", "2: error: this is neither true nor false"),
    ])
  func mistakes(old: String, new: String, expected: String) throws {
    let found = try content(Self.addition.replacingOccurrences(of: old, with: new)).findings.map(\.description)
    #expect(found.contains("candle/questions.yaml:\(expected)"), "\(found)")
  }

  @Test("A word that two choices have is found on the line of the addition")
  func twice() throws {
    let content = try content(Self.addition.replacingOccurrences(of: "passer-by", with: "keeper"))
    let found = ContentCheck(content, today: try #require(CalendarDate("2026-11-23"))).run().map(\.description)
    #expect(
      found.contains(
        "candle/questions.yaml:7: error: ‘keeper’ stands for the value of ‘who’ ‘keeper’ too; remove it from one of them"
      ),
      "\(found)")
  }

  @Test("A question belongs to the article in whose folder it stands, one at the top to all of them")
  func owner() throws {
    #expect(try content(Self.addition).knowledge.questions["who"]?.article == "lamp")
    let shared = """
      weather:
        ask: {en: Is it raining?, sv: Regnar det?}
        options: [{value: rain, label: {en: Rain, sv: Regn}, named: {en: in rain, sv: i regn}}]

      """
    let question = try content(shared, in: "questions.yaml").knowledge.questions["weather"]
    #expect(question != nil)
    #expect(question?.article == nil)
  }
}
