@testable import Dialogue
import Matching
import Redaction
import Testing

@Suite("What short messages say is kept")
struct ShortMessageTests {
  @Test("A message that was heard before, in whatever conversation, is answered as by an engine that hears it first")
  func isAnsweredAlike() throws {
    let talks = [
      ["button greyed out", "2", "an ordinary user", "no", "vad gör jag nu?", "1"],
      ["knappen är grå", "1", "no", "vet inte", "2", "yes"],
      ["no", "2", "on-premises", "user still can't sign in", "an ordinary user", "nej", "1"],
    ]
    for talk in talks + talks.map({ $0.reversed() }) {
      var state = ConversationState()
      let fresh = DialogueEngine(knowledge: Bot.engine.knowledge, matcher: Bot.engine.matcher)
      for text in talk {
        let input = TurnInput(text: RedactedText(redacting: text), session: "test", reference: "R-1")
        let turn = try Bot.engine.turn(state, input)
        #expect(try turn == fresh.turn(state, input), "\(text) in \(talk)")
        state = turn.state
      }
    }
  }

  @Test("No more are kept than there is room for, and neither long ones nor ones with a secret")
  func isBounded() {
    let kept = ShortMessages()
    let engine = Bot.engine
    func hear(_ text: String) -> Heard {
      let text = RedactedText(redacting: text)
      return kept.heard(text, or: { Heard(text, vocabulary: engine.vocabulary, matcher: engine.matcher) })
    }
    #expect(hear("on-premises") === hear("on-premises"))
    #expect(kept.count == 1)
    _ = hear("the button is greyed out for all of our helpdesk administrators")
    #expect(hear("mail a.b@example.org").reading.secrets == [.email])
    #expect(hear("mail [email]").reading.secrets.isEmpty)
    #expect(kept.count == 2)
    for number in 0..<2 * ShortMessages.capacity { _ = hear("room \(number)") }
    #expect(kept.count <= ShortMessages.capacity)
  }
}
