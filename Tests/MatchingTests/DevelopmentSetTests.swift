import Foundation
import Knowledge
import TestSupport
import TextAnalysis
import Testing

@testable import Matching

/// The figures that the bot's own content reaches on messages written by others. The bars are what is reached, with a
/// little slack; the aside sets were looked at once, when these were set.
struct DevelopmentSetTests {
  private static let matcher = Result {
    Matcher(knowledge: try ContentLoader.load(Repository.intents, cache: .none))
  }

  private static func messages(_ name: String) throws -> [LabelledMessage] {
    try LabelledMessage.read(Repository.root.appending(path: "Tests/MatchingTests/Sets/\(name).tsv"))
  }

  private static func outcomes(_ name: String) throws -> [Evaluation.Outcome] {
    let matcher = try matcher.get()
    return try messages(name).map { Evaluation.Outcome(message: $0, result: matcher.match($0.text)) }
  }

  @Test(arguments: [
    "en-dev", "sv-dev", "en-strangers", "sv-strangers", "en-strangers2", "sv-strangers2", "en-strangers3",
    "sv-strangers3",
  ])
  func strangersMessagesAreUnderstood(_ name: String) throws {
    let evaluation = Evaluation(try Self.outcomes(name))
    #expect(evaluation.rightOrOfferedRate >= 0.96)
    #expect(evaluation.directAnswerRate >= 0.88)
    #expect(evaluation.wrongAnswerRate <= 0.02)
    #expect(try #require(evaluation.outOfScopeAnsweredRate) <= 0.03)
    #expect(try #require(evaluation.ambiguous).oneOffered >= 0.92)
    #expect(try #require(evaluation.ambiguous).allOffered >= 0.6)
  }

  /// What is explained has to be what was decided by: no number beside its threshold may say otherwise.
  @Test(arguments: ["en-strangers", "sv-strangers"]) func theDecisionFollowsFromTheNumbersThatExplainIt(
    _ name: String
  ) throws {
    var close = 0
    for message in try Self.messages(name) {
      let explanation = try Self.matcher.get().explain(message.text)
      let numbers = explanation.judgement
      if explanation.decision == .answer, !explanation.reason.contains("exactly") {
        #expect(numbers.scope >= numbers.reject && numbers.certainty >= numbers.answer, "\(message.text)")
        #expect(numbers.second <= numbers.margin, "\(message.text)")
      }
      guard explanation.decision == .ask, explanation.reason.contains("second") else { continue }
      close += 1
      #expect(numbers.second >= numbers.margin, "\(message.text)")
    }
    #expect(close > 10)
  }

  @Test(arguments: [
    ("en-dev", Language.english), ("sv-dev", .swedish), ("en-strangers", .english), ("sv-strangers", .swedish),
    ("en-strangers2", .english), ("sv-strangers2", .swedish), ("en-strangers3", .english), ("sv-strangers3", .swedish),
  ])
  func theLanguageIsTold(_ name: String, _ language: Language) throws {
    let outcomes = try Self.outcomes(name)
    let right = outcomes.count { $0.result.language == language }
    #expect(Double(right) / Double(outcomes.count) >= 0.98)
  }

  @Test(arguments: ["hello", "thanks!", "help", "hej", "who are you?", "", "???", "start over"])
  func whatIsNoSymptomIsTurnedAway(_ text: String) throws {
    #expect(try Self.matcher.get().match(text).decision == .none)
  }

  @Test func theProblemInARantIsFound() throws {
    let chatter = String(
      repeating: "I have had the worst week of my life. The coffee was cold and the train was late. ", count: 20)
    let text = chatter + "The reset password button is greyed out on every user. " + chatter
    let result = try Self.matcher.get().match(text)
    #expect(result.decision == .answer && result.candidates.first?.intent == "button-greyed-out")
  }

  @Test(arguments: [
    ("I can't get at reset password in the portal", ["blade-missing", "button-greyed-out"]),
    ("kommer inte åt återställ lösenord i portalen", ["blade-missing", "button-greyed-out"]),
  ]) func whatIsLeftOpenIsAskedAbout(_ text: String, _ meanings: [String]) throws {
    let result = try Self.matcher.get().match(text)
    #expect(result.decision == .ask && Set(meanings).isSubset(of: result.offered))
  }

  @Test func anExampleIsCertain() throws {
    let result = try Self.matcher.get().match("The reset password button is greyed out")
    #expect(result.decision == .answer && result.candidates.first == Candidate(intent: "button-greyed-out", score: 1))
  }

  @Test func anExplanationAddsUp() throws {
    let explanation = try Self.matcher.get().explain("knappen för att återställa lösen är gråad, xyzzy")
    let best = try #require(explanation.candidates.first)
    #expect(best.intent == "button-greyed-out")
    #expect(abs(best.start + best.evidence.map(\.points).reduce(0, +) - best.points) < 0.05)
    #expect(explanation.notUnderstood.contains("xyzzy"))
    #expect(best.evidence.contains { $0.met == "greyed-out" })
  }
}
