import Dialogue
import Knowledge
import TestSupport
import Testing

@Suite("Random conversations")
struct PropertyTests {
  /// How many conversations: enough to find what is wrong often; `make properties` runs 10,000.
  static let conversations = Int(environment("FIXLINE_CONVERSATIONS") ?? "") ?? 2000
  /// The conversations in parts, which run side by side.
  static let parts = 8

  /// What random people type: symptoms, answers, reserved words, follow-ups, noise.
  static let phrases: [String] = {
    let knowledge = Bot.engine.knowledge
    var phrases = ["", "1", "2", "3", "4", "9", "🎉", "asdf", "?", "my password is Hunter2!", "x y z", "[password]"]
    for words in knowledge.conversation.words.values { phrases += words.values.values.joined() }
    for intent in knowledge.intents {
      for examples in intent.examples.values.values { phrases += examples.prefix(25) }
    }
    for question in knowledge.questions.values {
      for option in question.options {
        phrases += option.words.values.values.joined()
        phrases += option.replies.values.values.joined()
      }
    }
    for questions in knowledge.lessons.followUps.values { phrases += questions.values.values.joined() }
    for fact in knowledge.facts.values { phrases += fact.triggers.values.values.joined().map { $0 + "?" } }
    for examples in knowledge.lessons.outOfScope.values.values { phrases += examples.prefix(60) }
    return phrases.sorted()
  }()

  @Test(
    "Never crash, always reply, stay within the budget, never loop, never show an end user an administrator's step",
    arguments: 0..<parts)
  func invariants(part: Int) {
    for seed in 0..<Self.conversations where seed % Self.parts == part {
      var random = Generator(seed: UInt64(seed))
      var bot = Bot()
      var said: [String] = []
      var running = (question: "", times: 0)
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let message = Self.message(&random)
        let replies = bot.say(message)
        said.append(replies.text)
        #expect(!replies.isEmpty, "seed \(seed): no reply to \(message)")
        #expect(replies.allSatisfy { !$0.text.isEmpty && !$0.text.contains("\n\n") }, "seed \(seed): \(replies)")
        #expect((bot.state.topic?.asked ?? 0) <= Topic.questionBudget, "seed \(seed): over the budget")
        let asked = replies.last { $0.kind == .question && $0.question != "helped" }?.question ?? ""
        running = asked == running.question ? (asked, running.times + 1) : (asked, 1)
        #expect(asked.isEmpty || running.times <= 2, "seed \(seed): \(asked) asked \(running.times) times running")
        if Self.isEndUser(bot.state) { #expect(!RoleSafetyTests.isLeaked(replies), "seed \(seed): \(message)") }
      }
      // Every tenth conversation is had once more: a turn depends on nothing but state and message.
      guard seed % 10 == 0 else { continue }
      var again = Generator(seed: UInt64(seed))
      var second = Bot()
      let count = Int.random(in: 1...30, using: &again)
      #expect(
        (0..<count).map { _ in second.say(Self.message(&again)).text } == said, "seed \(seed): not the same again")
    }
  }

  private static func isEndUser(_ state: ConversationState) -> Bool { state.facts["role"] == "end-user" }

  private static func message(_ random: inout Generator) -> String {
    let first = phrases.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: return first + " " + (phrases.randomElement(using: &random) ?? "")
    case 2: return anyText(&random)
    default: return first
    }
  }

  /// Text of any characters at all.
  private static func anyText(_ random: inout Generator) -> String {
    let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
