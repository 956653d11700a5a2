import Foundation
import Knowledge
import Matching
import Redaction
import TestSupport
import Testing
import TextAnalysis

@testable import Dialogue

/// How people put the facts that the questions ask for, by somebody who had read neither the content nor its words:
/// `slot=value,…<TAB>text`. Every fourth row of theirs, which nothing was learned from.
@Suite("Facts told in people's own words")
struct ToldSetTests {
  /// The symptom under which a slot is asked for, and what is known before.
  private static let openings: [String: (intent: String, facts: [String: String])] = [
    "role": ("button-greyed-out", [:]), "target": ("button-greyed-out", ["role": "password-admin"]),
    "environment": ("onprem-blade-missing", [:]), "writeback": ("onprem-blade-missing", ["environment": "on-premises"]),
    "portal": ("onprem-user-cannot-sign-in", ["environment": "on-premises"]), "account": ("policy-test", [:]),
  ]

  /// The facts after the message has answered the question for a slot.
  private static func facts(after text: String, asked slot: String, _ language: Language) throws -> [String: String] {
    let opening = try #require(openings[slot])
    var state = ConversationState()
    state.language = language
    state.topic = Topic(intent: opening.intent, score: 1)
    state.topic?.askedSlots = [slot]
    state.facts = opening.facts
    state.question = OpenQuestion(subject: .slot(slot))
    let input = TurnInput(text: RedactedText(redacting: text), session: "test", reference: "1")
    return try Bot.engine.turn(state, input).state.facts
  }

  @Test("Most answers are heard, and few are misheard", arguments: Language.allCases)
  func answers(language: Language) throws {
    let file = Repository.root.appending(path: "Tests/DialogueTests/Sets/told-\(language.rawValue).tsv")
    let rows = try LabelledMessage.read(file).filter { $0.intents != ["nothing"] }
    var right = 0
    var misheard: [String] = []
    for row in rows {
      let told = row.intents.map { $0.split(separator: "=").map(String.init) }.filter { $0.count == 2 }
      let asked = try #require(told.first)
      let facts = try Self.facts(after: row.text, asked: asked[0], language)
      switch facts[asked[0]] {
      case asked[1]: right += 1
      case nil: break
      case let other?: misheard.append("\(asked[0])=\(asked[1]) \(row.text) → \(other)")
      }
    }
    let list = misheard.joined(separator: "\n")
    #expect(Double(right) / Double(rows.count) > 0.7, "\(right) of \(rows.count)")
    #expect(Double(misheard.count) / Double(rows.count) < 0.12, "\(misheard.count): \(list)")
  }
}
