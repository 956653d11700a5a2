import Dialogue
import Testing
import TextAnalysis

@Suite("Questions and answers")
struct QuestionTests {
  @Test(
    "The deciding question is asked, in the language of the message",
    arguments: [("button greyed out", "role", "Which role"), ("knappen är grå", "role", "Vilken roll")])
  func asks(message: String, slot: String, words: String) {
    let replies = Bot.replies(to: message)
    #expect(replies.question == slot)
    #expect(replies.text.contains(words))
    #expect(replies.last?.options?.last?.value == "unknown")
  }

  @Test(
    "An answer counts by number, by label, in free words and as don't know",
    arguments: [
      ("3", "user-admin"), ("User administrator", "user-admin"), ("number two", "password-admin"),
      ("well, they made me helpdesk admin last week", "other-admin"), ("I'm a global admin", "global-admin"),
      ("don't know", "unknown"), ("no idea, sorry", "unknown"), ("none", "end-user"), ("user admim", "user-admin"),
    ])
  func answers(reply: String, role: String) {
    #expect(Bot.after("button greyed out", reply).state.facts["role"] == role)
  }

  @Test(
    "Svar på svenska",
    arguments: [
      ("2", "password-admin"), ("användaradmin", "user-admin"), ("anvandaradmin", "user-admin"),
      ("jag är global admin", "global-admin"), ("vet inte", "unknown"), ("ingen aning", "unknown"),
      ("helpdesk", "other-admin"), ("tvåan", "password-admin"), ("jag är bara en vanlig användare", "end-user"),
    ])
  func answersInSwedish(reply: String, role: String) {
    #expect(Bot.after("knappen är grå", reply).state.facts["role"] == role)
  }

  @Test("Facts of the first message are not asked again")
  func factsOfFirstMessage() {
    let replies = Bot.replies(to: "as user admin in our hybrid tenant the reset password button is greyed out")
    #expect(replies.question == "target")
    #expect(Bot.replies(to: "knappen är grå, jag är helpdesk-admin").fix == "not-authorised")
  }

  @Test("Several facts in one reply are all taken")
  func severalFacts() {
    let bot = Bot.after("user still can't sign in after password reset", "hybrid, and I did it in the mobile app")
    #expect(bot.state.facts["environment"] == "on-premises")
    #expect(bot.state.facts["portal"] == "mobile-app")
    #expect(bot.last?.replies.fix == "reset-in-azure")
  }

  @Test("A reply that fits nothing is explained once, then counts as don't know")
  func unfitReplies() {
    var bot = Bot.after("button greyed out")
    #expect(bot.say("banana").question == "role")
    let replies = bot.say("purple monkey")
    #expect(replies.fix == "check-role")
    #expect(bot.state.facts["role"] == "unknown")
  }

  @Test("A number outside the list is said to be no choice", arguments: ["9", "0", "77"])
  func numberOutside(number: String) {
    let replies = Bot.replies(to: "button greyed out", number)
    #expect(replies.text.contains("\(number)"))
    #expect(replies.question == "role")
  }

  @Test("A question asked again is worded differently")
  func otherWords() {
    var bot = Bot()
    let first = bot.say("button greyed out").last?.text.split(separator: "\n").first
    let second = bot.say("banana").last?.text.split(separator: "\n").first
    #expect(first != second)
  }

  @Test("A choice wins over text; one that is not on offer is refused and nothing moves")
  func choices() throws {
    var bot = Bot.after("button greyed out")
    let before = bot.state
    var other = bot
    #expect(throws: UnknownChoice.self) { try other.choose("nonsense") }
    #expect(other.state == before)
    let target = try bot.choose("user-admin")
    #expect(target.question == "target")
    let fix = try bot.choose("user")
    #expect(fix.fix == "role-suffices")
    let thanks = try bot.choose("yes")
    #expect(thanks.kinds == [.notice])
    #expect(bot.state.outcome == .resolved)
  }

  @Test("What was understood is named back")
  func namedBack() {
    #expect(Bot.replies(to: "button greyed out", "user admin", "an admin").text.contains("As user administrator"))
    #expect(Bot.replies(to: "knappen är grå, jag är global admin").text.contains("Som global administratör"))
  }

  @Test("The name of a thing is not taken for a value")
  func names() {
    let bot = Bot.after("I don't see the on-premises integration blade")
    #expect(bot.state.facts["environment"] == nil)
    #expect(bot.last?.replies.question == "environment")
  }

  @Test("What is said of somebody else is not taken for the writer's role")
  func somebodyElse() {
    let bot = Bot.after("reset button is greyed out, I'm user admin", "she's a normal user, no admin rights at all")
    #expect(bot.state.facts["role"] == "user-admin")
    #expect(bot.state.facts["target"] == "user")
  }

  @Test("An answer is an answer, though it sounds like another symptom")
  func answersAreNoSymptoms() {
    let bot = Bot.after("button greyed out", "I'm user administrator, it's a normal user's password")
    #expect(bot.last?.replies.fix == "role-suffices")
  }

  @Test("The answer to one question is not taken for the answer to another")
  func answersOnlyWhatWasAsked() {
    let bot = Bot.after("reset button is greyed out, I'm user admin", "just a regular user")
    #expect(bot.state.facts["role"] == "user-admin")
    #expect(bot.state.facts["target"] == "user")
  }

  @Test(
    "A length of time is read",
    arguments: [
      ("10 minutes", "short"), ("about 45 min ago", "long"), ("2h", "long"), ("half an hour", "long"),
      ("yesterday", "long"), ("just now", "short"),
    ])
  func waited(reply: String, value: String) {
    let bot = Bot.after("my password reset policy doesn't work when I test it", "with an end user", reply)
    #expect(bot.state.facts["waited"] == value)
  }
}
