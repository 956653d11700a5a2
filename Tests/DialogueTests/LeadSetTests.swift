import Foundation
import Knowledge
import Matching
import Redaction
import TestSupport
import Testing
import TextAnalysis

@testable import Dialogue

/// Questions for a fact and what the answer begins with, `fact=lead<TAB>text`; nothing was learned from them.
@Suite("Yes or no before a fact")
struct LeadSetTests {
  /// What the reply to a question begins with, where it gives this fact.
  private static func lead(of text: String, asking fact: Fact, _ language: Language) throws -> String {
    let intent = try #require(Bot.engine.knowledge.intents.first { $0.facts.contains(fact.id) }, "\(fact.id)")
    var state = ConversationState()
    state.language = language
    state.topic = Topic(intent: intent.id, score: 1)
    let input = TurnInput(text: RedactedText(redacting: text), session: "test", reference: "1")
    var exchange = Exchange(engine: Bot.engine, state: state, input: input)
    _ = exchange.giveFact(Exchange.Asked(fact: fact, probability: 1, share: 1), of: intent, supposing: [])
    let reply = try #require(exchange.replies.first).text
    if ["Yes.", "Ja.", "Jo."].contains(where: reply.hasPrefix) { return "yes" }
    return ["No.", "Nej."].contains(where: reply.hasPrefix) ? "no" : "neither"
  }

  /// `leads`: every fifth of those by the one who built it; `leads-aside`: by somebody who had read only the facts, a third of
  /// them looking like yes or no without being so. The bars stand where it got to: more is left without yes or no than is
  /// given the wrong one.
  private static let sets: [(name: String, language: Language, least: Double, mostWrong: Double)] = [
    ("leads", .english, 0.45, 0.12), ("leads", .swedish, 0.45, 0.12), ("leads-aside", .english, 0.53, 0.15),
    ("leads-aside", .swedish, 0.53, 0.15),
  ]

  @Test("About half of the questions get the one that they want, and few another", arguments: sets)
  func leads(set: (name: String, language: Language, least: Double, mostWrong: Double)) throws {
    let file = Repository.root.appending(path: "Tests/DialogueTests/Sets/\(set.name)-\(set.language.rawValue).tsv")
    let rows = try LabelledMessage.read(file)
    var (right, wrong) = (0, [String]())
    for row in rows {
      let parts = try #require(row.intents.first).split(separator: "=").map(String.init)
      let fact = try #require(Bot.engine.knowledge.facts[parts[0]], "\(parts[0])")
      let lead = try Self.lead(of: row.text, asking: fact, set.language)
      if lead == parts[1] { right += 1 } else if lead != "neither" { wrong.append("\(row.text) → \(lead)") }
    }
    #expect(Double(right) / Double(rows.count) >= set.least, "\(right) of \(rows.count)")
    #expect(
      Double(wrong.count) / Double(rows.count) <= set.mostWrong, "\(wrong.count): \(wrong.joined(separator: "; "))")
  }

  @Test(
    "What is asked for is what a licence, a wait or a place is, not whether",
    arguments: [
      "how many licences do we need", "how long does it take", "hur många licenser behövs", "hur lång tid tar det",
    ])
  func neither(question: String) throws {
    let name = question.contains("licen") ? "licence-minimum" : "replication-time"
    let fact = try #require(Bot.engine.knowledge.facts[name])
    let language: Language = question.hasPrefix("hur") ? .swedish : .english
    #expect(try Self.lead(of: question, asking: fact, language) == "neither")
  }
}
