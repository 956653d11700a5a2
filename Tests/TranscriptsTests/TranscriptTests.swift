import Testing

@testable import Transcripts

@Suite("Transcripts as text")
struct TranscriptTests {
  @Test("Is read line by line")
  func reads() throws {
    let text = """
      # A story
      > button greyed out
      = asks role
      < Which role …
      # then
      >
      = kinds notice, question
      """
    let transcript = try Transcript(text, path: "a.txt")
    #expect(transcript.title == ["A story"])
    #expect(transcript.steps.map(\.message) == ["button greyed out", ""])
    #expect(transcript.steps[0].assertions.map(\.property) == [.asks])
    #expect(transcript.steps[0].words == ["Which role …"])
    #expect(transcript.steps[0].wordsLine == 4)
    #expect(transcript.steps[1].comments == ["then"])
  }

  @Test(
    "A mistake is told with its line",
    arguments: [
      ("= fix a", 1, "nothing has been said yet"), ("> hi\n= fx a", 2, "can't be asserted"),
      ("> hi\n= fix", 2, "needs a value"), ("> hi\nhello", 2, "a line begins with"), ("# only", 1, "nobody says"),
    ])
  func mistakes(text: String, line: Int, words: String) throws {
    let error = #expect(throws: TranscriptError.self) { try Transcript(text, path: "a.txt") }
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true)
  }

  @Test(
    "Words match with white space folded, and … for anything",
    arguments: [
      ("Which role …", "Which role do you have?", true), ("… you have?", "Which role do you have?", true),
      ("Which … have?", "Which  role\ndo you have?", true), ("Which role", "Which role do you have?", false),
      ("…a…b", "xaxb", true), ("…", "", true), ("b…", "ab", false),
    ])
  func pattern(pattern: String, text: String, matches: Bool) {
    #expect(Pattern(pattern).matches(text) == matches)
  }

  @Test("The JUnit report escapes what XML would misread")
  func junit() {
    var report = JUnitReport()
    report.add("a&b.txt", failure: nil)
    report.add("c.txt", failure: "- < \"x\"")
    #expect(report.xml.contains("tests=\"2\" failures=\"1\""))
    #expect(report.xml.contains("a&amp;b.txt"))
    #expect(report.xml.contains("- &lt; &quot;x&quot;"))
  }
}
