import Foundation
import TestSupport
import Testing

@Suite("fixline evaluate")
struct EvaluateTests {
  private let folder = TemporaryFolder()

  private func file(_ name: String, _ content: String) throws -> String {
    try Data(content.utf8).write(to: folder.url.appending(path: name))
    return folder.path(name)
  }

  private func examples() throws -> String {
    let lamp = ["turn on the lamp", "lamp on please", "switch the light on", "light in the hall on"]
    let music = ["play some music", "music please", "start a song", "play that song again"]
    let outside = ["what is the time", "who are you", "tell me a story", "is it raining"]
    return try file(
      "train.tsv",
      [("the lamp", lamp), ("music", music), ("oos", outside)].flatMap { label, texts in
        texts.map { "\(label)\t\($0)\n" }
      }.joined())
  }

  @Test(
    "A file that can't be used is named with its line",
    arguments: [
      ("lamp\ton\nno tab\n", ":2: no tab between intent and text"), ("", ":1: no messages in the file"),
      ("lamp\t\n", ":1: no text after the tab"),
    ])
  func malformed(content: String, expected: String) throws {
    let result = try Binary().run("evaluate", try file("bad.tsv", content))
    #expect(result.status == 65)
    #expect(result.errors.contains("bad.tsv" + expected))
    #expect(result.output.isEmpty)
  }

  @Test("A missing file, too few messages and options that don't go together are told apart from bad content")
  func wrongUse() throws {
    let train = try examples()
    #expect(try Binary().run("evaluate", folder.path("none.tsv")).status == 65)
    #expect(try Binary().run("evaluate").status == 64)
    let few = try Binary().run("evaluate", "--cross-validate", "13", train)
    #expect(few.status == 64 && few.errors.contains("12 messages can't be cut in 13 parts"))
    #expect(try Binary().run("evaluate", "--cross-validate", "3", "--train", train, train).status == 64)
  }

  @Test("JSON holds the figures, the confusion matrix and a warning about labels that no intent has")
  func json() throws {
    let train = try examples()
    let test = try file("test.tsv", "the lamp\tlamp on\nghost\tplay music\noos\twho are you\n")
    let result = try Binary().run(
      "evaluate", "--train", train, test, "--format", "json", "--errors", "--sweep", "--timing")
    #expect(result.status == 0)
    #expect(result.errors == "fixline: no intent here is called ‘ghost’; messages with such a label count as wrong\n")
    let report = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(report["count"] as? Int == 3)
    #expect(report["outOfScopeRecall"] as? Double == 1)
    #expect(report["inScopeAccuracy"] as? Double == 0.5)
    #expect(report["unknownLabels"] as? [String] == ["ghost"])
    #expect((report["confusion"] as? [String: [String: Int]])?["the lamp"] == ["the lamp": 1])
    #expect((report["sweep"] as? [Any])?.count == 19)
    #expect((report["timing"] as? [String: Any])?["medianMicroseconds"] is Double)
    let mistakes = try #require(report["errors"] as? [[String: Any]])
    #expect(mistakes.map { $0["intents"] as? [String] } == [["ghost"]])
    #expect((mistakes.first?["explanation"] as? [String: Any])?["reason"] is String)
  }

  @Test("Cross-validation tests each message once, shows the matrix, explains mistakes, draws no bar in a pipe")
  func crossValidation() throws {
    let result = try Binary().run("evaluate", "--cross-validate", "4", "--errors", try examples())
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("messages                        12\n"))
    #expect(result.output.contains("confusion matrix"))
    #expect(result.output.contains("  the lamp\n"))
    let mistakes = result.output.split(separator: "\n").count { $0.hasPrefix("✗ ") }
    #expect(mistakes == result.output.split(separator: "\n").count { $0.hasPrefix("→ ") })
  }
}
