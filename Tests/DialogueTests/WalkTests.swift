import Dialogue
import Knowledge
import Testing
import TextAnalysis

@Suite("Every conversation about a symptom")
struct WalkTests {
  @Test("Reaches every fix within the budget, and nothing unsafe", arguments: Bot.engine.knowledge.intentIDs)
  func walk(id: String) throws {
    let intent = try #require(Bot.engine.knowledge.intent(id))
    for language in Language.allCases {
      let findings = DialogueWalk(Bot.engine).findings(for: intent, in: language)
      #expect(findings.fixes == Set(intent.fixes.map(\.id)))
      #expect(findings.mostQuestions <= Topic.questionBudget)
      #expect(findings.unsafe.isEmpty)
      let asked = Set(intent.asks.filter { !$0.unless.contains([:]) }.map(\.slot))
      #expect(findings.questions == asked)
    }
  }
}
