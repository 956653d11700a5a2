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
  }

  @Test("A damaged compiled file, of whatever size, is made anew and mended", arguments: ["short", "one bit", "empty"])
  func damaged(_ how: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = CompiledCache(directory: folder)
    let learned = Matcher(learningFrom: Self.messages, cache: cache)
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let file = folder.appending(path: name)
    let sound = try Data(contentsOf: file)
    var broken = sound
    switch how {
    case "short": broken = Data("nonsense".utf8)
    case "empty": broken = Data()
    default: broken[broken.count / 2] ^= 1
    }
    try broken.write(to: file)
    #expect(cache.data(named: name) == nil)
    #expect(Matcher(learningFrom: Self.messages, cache: cache).match("lamp") == learned.match("lamp"))
    #expect(try Data(contentsOf: file) == sound)
  }

  @Test func aWordThatOneExampleHasIsEvidence() {
    #expect(Matcher(learningFrom: Self.messages).match("song").candidates.first?.intent == "music")
  }

  @Test func withoutAWritableCacheWhatIsLearnedStaysInMemory() {
    let cache = CompiledCache(directory: URL(filePath: "/dev/null/nowhere"))
    #expect(Matcher(learningFrom: Self.messages, cache: cache).match("Lamp on, please").decision == .answer)
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
    let bad: [(String, String)] = [
      ("lamp\t  \n", "no text after the tab"), (" \ton\n", "no intent before the tab"),
      ("a,,b\ton\n", "no intent before the tab"), ("", "no messages in the file"),
      ("oos,lamp\ton\n", "a message can't be out of scope and mean an intent"),
    ]
    for (content, reason) in bad {
      try Data(content.utf8).write(to: file)
      #expect(throws: LabelledMessageError.malformed(file: file.path, line: 1, reason)) {
        try LabelledMessage.read(file)
      }
    }
    try (Data("lamp\ton\n".utf8) + Data([0xFF, 0x09, 0x61])).write(to: file)
    #expect(throws: LabelledMessageError.malformed(file: file.path, line: 2, "not UTF-8")) {
      try LabelledMessage.read(file)
    }
    #expect(throws: LabelledMessageError.unreadable(file: "/nowhere.tsv")) {
      try LabelledMessage.read(URL(filePath: "/nowhere.tsv"))
    }
  }

  @Test func linesAreReadAsTheyAreMeant() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("\u{FEFF}my lamp\tput it on\r\n\noos\twho?\na, b\tone\tof two\n".utf8).write(to: file)
    #expect(
      try LabelledMessage.read(file) == [
        .init(intents: ["my lamp"], text: "put it on"), .init(intents: [], text: "who?"),
        .init(intents: ["a", "b"], text: "one\tof two"),
      ])
  }

  @Test func mistakesInCrossValidationComeWithReasons() {
    let outcomes = Matcher.crossValidate(Self.messages, parts: 4, explainsMistakes: true)
    #expect(outcomes.count == Self.messages.count)
    #expect(Set(outcomes.map(\.message.text)).count == Self.messages.count)
    #expect(outcomes.allSatisfy { ($0.explanation == nil) == $0.isRight })
    #expect(outcomes.contains { !$0.isRight })
  }

  @Test func oneExampleMoreLeavesTheOthersInTheirOrder() {
    var rows = TrainingRows()
    for key in UInt64(0)..<200 { rows.append([], targets: [], key: key) }
    var more = TrainingRows()
    for key in [7_777] + Array(UInt64(0)..<200) { more.append([], targets: [], key: key) }
    let order = rows.order(seed: 3).map { rows.keys[$0] }
    #expect(more.order(seed: 3).map { more.keys[$0] }.filter { $0 != 7_777 } == order)
    #expect(order != rows.keys && order != rows.order(seed: 4).map { rows.keys[$0] })
  }

  @Test func smoothedTargetsKeepOutputsFromBeingQuiteSure() {
    var rows = TrainingRows()
    for index in 0..<40 {
      rows.append([.init(row: Int32(index % 2), value: 1)], targets: [index % 2], key: UInt64(index))
    }
    func highest(_ smoothing: Float) -> Float? {
      var plan = TrainingPlan(rows: 40, intents: 2)
      plan.smoothing = smoothing
      return Trainer(plan: plan, featureCount: 2, outputs: 2).train(rows).values.max()
    }
    #expect(highest(0.05) ?? 0 < highest(0) ?? 0)
  }

  @Test func moreIsLeftOutWhereAnIntentHasVeryManyExamples() {
    #expect(TrainingPlan(rows: 3000, intents: 10).dropout > TrainingPlan(rows: 2990, intents: 10).dropout)
    #expect(TrainingPlan(rows: 15_100, intents: 150).dropout == TrainingPlan(rows: 100, intents: 2).dropout)
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
