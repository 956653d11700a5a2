import Testing

@testable import Matching

@Suite("What scores come to")
struct DeciderTests {
  private static let messages: [LabelledMessage] =
    ["turn on the lamp", "lamp on please", "switch the light on"].map { .init(intents: ["lamp"], text: $0) }
    + ["play some music", "music please", "start a song"].map { .init(intents: ["music"], text: $0) }
    + ["what is the time", "who are you"].map { .init(intents: [], text: $0) }

  /// An index whose judgements are sure of everything that leads, so that a test moves one threshold alone.
  private static func index(
    _ messages: [LabelledMessage] = messages, _ change: (inout Calibration) -> Void = { _ in }
  ) throws -> CompiledIndex {
    var calibration = Calibration()
    calibration.scope = Judgement(lead: 1)
    calibration.certainty = Judgement(bias: 9)
    change(&calibration)
    return try #require(Matcher(learningFrom: messages).index).with(calibration)
  }

  /// Two candidates, the second with this share of the first's probability.
  private static func scores(second: Float, lead: Float) -> Scores {
    Scores(
      sums: [2, 1], ranking: [0, 1], probabilities: [1 / (1 + second), second / (1 + second)], exact: nil,
      signals: Signals(likelihood: 0, coverage: 1, lead: lead, strength: 2), openness: 0)
  }

  private static let passage = MessageReader.Passage(tokens: 0..<1, features: [], key: 0)

  @Test(
    "turned away below the threshold of scope, whatever leads", arguments: [(Float(-2), Decision.none), (2, .answer)])
  func scope(lead: Float, expected: Decision) throws {
    let verdict = try Self.index().verdict(Self.scores(second: 0, lead: lead), on: Self.passage)
    #expect(verdict.decision == expected)
  }

  @Test("asked where the second is within the margin", arguments: [(Float(0.11), Decision.answer), (0.13, .ask)])
  func margin(second: Float, expected: Decision) throws {
    let verdict = try Self.index().verdict(Self.scores(second: second, lead: 9), on: Self.passage)
    #expect(verdict.decision == expected)
    #expect(verdict.offered == (expected == .ask ? ["lamp", "music"] : []))
  }

  @Test(
    "asked where the second is nearly as likely, however little the message reads like an open one",
    arguments: [(Float(0.29), Decision.answer), (0.31, .ask)])
  func widestMargin(second: Float, expected: Decision) throws {
    let open = LabelledMessage(intents: ["lamp", "music"], text: "turn it up")
    let verdict = try Self.index(Self.messages + [open]).verdict(Self.scores(second: second, lead: 9), on: Self.passage)
    #expect(verdict.decision == expected)
  }

  @Test("asked where the best is uncertain")
  func certainty() throws {
    let index = try Self.index { $0.certainty = Judgement(bias: -9) }
    #expect(index.verdict(Self.scores(second: 0, lead: 9), on: Self.passage).decision == .ask)
  }

  @Test(
    "coverage is the share of a message that the best intent's own examples have",
    arguments: [
      ("turn the lamp", Float(1), Float(1)), ("lamp music", 0.2, 0.8), ("lamp zeppelin", 0.1, 0.9), ("zeppelin", 0, 0),
    ])
  func coverage(_ text: String, least: Float, most: Float) throws {
    let matcher = Matcher(learningFrom: Self.messages)
    let passage = matcher.reader.example(text)
    let scores = try #require(matcher.index?.scores(of: passage.features, key: passage.key))
    #expect((least...most).contains(scores.signals.coverage))
  }
}
