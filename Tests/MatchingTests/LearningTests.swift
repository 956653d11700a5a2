import Foundation
import Knowledge
import TestSupport
import TextAnalysis
import Testing

@testable import Matching

struct LearningTests {
  private static let messages: [LabelledMessage] =
    ["turn on the lamp", "lamp on please", "switch the light on"].map { .init(intents: ["lamp"], text: $0) }
    + ["play some music", "music please", "start a song"].map { .init(intents: ["music"], text: $0) }
    + ["what is the time", "who are you"].map { .init(intents: [], text: $0) }

  @Test func learningTwiceGivesTheSameBytes() {
    let first = Matcher(learningFrom: Self.messages).index?.data
    #expect(first != nil && first == Matcher(learningFrom: Self.messages).index?.data)
  }

  @Test func theCompiledIndexIsKeptAndReadBack() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = CompiledCache(directory: folder)
    let learned = Matcher(learningFrom: Self.messages, cache: cache)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == 1)
    let read = Matcher(learningFrom: Self.messages, cache: cache)
    #expect(read.match("light on please") == learned.match("light on please"))
    // A damaged file is made anew.
    try Data("nonsense".utf8).write(to: folder.appending(path: try #require(files.first)))
    #expect(Matcher(learningFrom: Self.messages, cache: cache).match("lamp") == learned.match("lamp"))
  }

  @Test func whatIsTypedExactlyIsCertain() {
    let matcher = Matcher(learningFrom: Self.messages)
    #expect(matcher.match("Lamp on, PLEASE!").candidates.first == Candidate(intent: "lamp", score: 1))
    #expect(matcher.match("who are you?").decision == .none)
  }

  @Test func veryManyIntentsAreLearnedSparsely() throws {
    let things = 1...26
    let messages = things.flatMap { thing in
      (1...20).flatMap { problem in
        [
          "thing\(thing) has trouble\(problem)", "why does my thing\(thing) show trouble\(problem)?",
          "trouble\(problem) on my thing\(thing)", "today thing\(thing) got trouble\(problem)",
        ].map {
          LabelledMessage(intents: ["\(thing)-\(problem)"], text: $0)
        }
      }
    }
    let reader = MessageReader()
    let learner = Learner(reader: reader, learnsOutOfScope: false)
    let index = try #require(learner.learn(learner.read(messages)))
    #expect(index.withView { $0.sparse != nil })
    let right = things.count { thing in
      let passage = reader.example("help, trouble\(thing % 20 + 1) with thing\(thing)")
      let best = index.scores(of: passage.features, key: passage.key)?.ranking.first
      return best.map { index.labels[$0] } == "\(thing)-\(thing % 20 + 1)"
    }
    #expect(right >= 24)
  }

  @Test func badLinesAreNamed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("lamp\ton\nno tab here\n".utf8).write(to: file)
    #expect(throws: LabelledMessageError.malformed(file: file.path, line: 2, "no tab between intent and text")) {
      try LabelledMessage.read(file)
    }
    #expect(throws: LabelledMessageError.unreadable(file: "/nowhere.tsv")) {
      try LabelledMessage.read(URL(filePath: "/nowhere.tsv"))
    }
  }

  @Test func evaluationCountsAsWritten() {
    func outcome(_ intents: [String], _ decision: Decision, _ candidate: String, offered: [String] = [])
      -> Evaluation.Outcome
    {
      .init(
        message: .init(intents: intents, text: ""),
        result: .init(
          language: .english, decision: decision, candidates: [.init(intent: candidate, score: 0.5)], offered: offered))
    }
    let evaluation = Evaluation([
      outcome(["a"], .answer, "a"), outcome(["a"], .answer, "b"), outcome(["b"], .none, "b"),
      outcome(["b"], .ask, "b", offered: ["b", "a"]), outcome([], .none, "a"),
      outcome([], .ask, "a", offered: ["a", "b"]),
      outcome(["a", "b"], .ask, "b", offered: ["b", "a"]),
    ])
    #expect(evaluation.count == 7)
    #expect(evaluation.accuracy == 4.0 / 7)
    #expect(evaluation.inScopeAccuracy == 3.0 / 5)
    #expect(evaluation.outOfScopeRecall == 0.5)
    #expect(evaluation.outOfScopePrecision == 0.5)
    #expect(evaluation.wrongAnswerRate == 1.0 / 5)
    #expect(evaluation.perIntent["a"]?.recall == 0.5)
    #expect(evaluation.mostConfused.first?.count == 1)
  }

  @Test func arithmeticIsClose() {
    for x: Float in [-20, -1, -0.1, 0, 0.3, 2, 30] { #expect(abs(Exact.exp(x) / Foundation.exp(x) - 1) < 1e-6) }
    for x in [1e-6, 0.5, 1, 1.5, 3, 1e6] { #expect(abs(Exact.ln(x) - Foundation.log(x)) < 1e-10) }
  }
}
