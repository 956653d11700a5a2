import Dialogue
import Knowledge
import TestSupport
import Testing

@Suite("Random conversations")
struct PropertyTests {
  /// How many conversations: enough to find what is wrong often; `make properties` runs 10,000.
  static let conversations = Int(environment("FIXLINE_CONVERSATIONS") ?? "") ?? 1000

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
    for fact in knowledge.facts.values { phrases += fact.triggers.values.values.joined().map { $0 + "?" } }
    for examples in knowledge.outOfScope.values.values { phrases += examples.prefix(60) }
    return phrases.sorted()
  }()

  @Test("Never crash, always reply, stay within the budget, never loop, never show an end user an administrator's step")
  func invariants() {
    for seed in 0..<Self.conversations {
      var random = Generator(seed: UInt64(seed))
      var bot = Bot()
      var running = (question: "", times: 0)
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let message = Self.message(&random)
        let replies = bot.say(message)
        #expect(!replies.isEmpty, "seed \(seed): no reply to \(message)")
        #expect(replies.allSatisfy { !$0.text.isEmpty && !$0.text.contains("\n\n") }, "seed \(seed): \(replies)")
        #expect((bot.state.topic?.asked ?? 0) <= Topic.questionBudget, "seed \(seed): over the budget")
        let asked = replies.last { $0.kind == .question && $0.question != "helped" }?.question ?? ""
        running = asked == running.question ? (asked, running.times + 1) : (asked, 1)
        #expect(asked.isEmpty || running.times <= 2, "seed \(seed): \(asked) asked \(running.times) times running")
        if Self.isEndUser(bot.state) { #expect(!RoleSafetyTests.isLeaked(replies), "seed \(seed): \(message)") }
      }
    }
  }

  @Test("The same messages give the same replies", arguments: 0..<50)
  func deterministic(seed: Int) {
    func run() -> [String] {
      var random = Generator(seed: UInt64(seed))
      var bot = Bot()
      return (0..<20).map { _ in bot.say(Self.message(&random)).text }
    }
    #expect(run() == run())
  }

  private static func isEndUser(_ state: ConversationState) -> Bool { state.facts["role"] == "end-user" }

  private static func message(_ random: inout Generator) -> String {
    let first = phrases.randomElement(using: &random) ?? ""
    guard Int.random(in: 0..<5, using: &random) == 0 else { return first }
    return first + " " + (phrases.randomElement(using: &random) ?? "")
  }
}
