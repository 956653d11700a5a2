import Foundation
import Knowledge
import Matching
import Redaction
import TestSupport
import Testing
import TextAnalysis

@testable import Dialogue

/// What people say of a fix, of the conversation and of the bot, by people who had read only what the product promises
/// (`acts`) or nothing at all (`acts-aside`): `kind<TAB>text`. Every third and every fourth row of theirs, which nothing was
/// learned from.
@Suite("What kind of talk a message is")
struct TalkSetTests {
  private static func kind(_ text: String, language: Language) -> String? {
    var state = ConversationState()
    state.language = language
    state.topic = Topic(intent: "button-greyed-out", score: 1)
    state.topic?.given = ["not-authorised"]
    state.question = OpenQuestion(subject: .helped)
    state.outcome = .open
    var exchange = Exchange(
      engine: Bot.engine, state: state,
      input: TurnInput(text: RedactedText(redacting: text), session: "test", reference: "1"))
    exchange.findWhatIsAsked()
    return exchange.likeliestTalk(atLeast: -5.5)
  }

  @Test(
    "Most of it is known for what it is, and little is taken for something else",
    arguments: Language.allCases, ["acts", "acts-aside"])
  func aside(language: Language, set: String) throws {
    let file = Repository.root.appending(path: "Tests/DialogueTests/Sets/\(set)-\(language.rawValue).tsv")
    let rows = try LabelledMessage.read(file)
    let results = rows.map { (row: $0, kind: Self.kind($0.text, language: language)) }
    let right = results.count { $0.kind == $0.row.intents.first }
    let wrong = results.filter { $0.kind != nil && $0.kind != $0.row.intents.first }
    let told = wrong.map { "\($0.row.intents[0]) \($0.row.text) → \($0.kind ?? "")" }.joined(separator: "\n")
    #expect(Double(right) / Double(rows.count) > 0.62, "\(right) of \(rows.count)")
    #expect(Double(wrong.count) / Double(rows.count) < 0.09, "\(wrong.count): \(told)")
  }
}
