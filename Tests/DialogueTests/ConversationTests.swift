import Dialogue
import Testing
import TextAnalysis

@Suite("Around the fixes: reserved words, feedback, small talk")
struct ConversationTests {
  @Test("Yes closes as resolved, in many words", arguments: ["yes", "that worked!", "ja", "thanks, it works now", "👍"])
  func resolved(reply: String) {
    let bot = Bot.after("button greyed out", "helpdesk admin", reply)
    #expect(bot.state.outcome == .resolved)
    #expect(bot.state.question == nil)
  }

  @Test("No hands over with a packet once nothing documented is left", arguments: ["no", "still grey", "didn't help"])
  func handedOver(reply: String) throws {
    let bot = Bot.after("button greyed out", "helpdesk admin", reply)
    #expect(bot.state.outcome == .handedOver)
    let packet = try #require(bot.last?.replies.last { $0.kind == .handoff }?.packet)
    #expect(packet.reference == "R-1")
    #expect(packet.facts["role"] == "other-admin")
    #expect(packet.words.first == "button greyed out")
    #expect(packet.tried.map(\.fix) == ["not-authorised"])
    #expect(packet.tried.map(\.outcome) == ["not-helped"])
    #expect(packet.sources.first?.documented == "2021-03-09")
    #expect(packet.text.contains("R-1"))
  }

  @Test("A fix says where it is documented, and when")
  func citation() {
    let text = Bot.replies(to: "button greyed out", "user admin", "an ordinary user").text
    #expect(text.contains("The password reset button is greyed-out, documented 2021-03-09."))
  }

  @Test("No leads to the next documented possibility first")
  func nextPossibility() {
    var bot = Bot.after("user still can't sign in after password reset", "hybrid", "in the office portal")
    #expect(bot.say("no").fix == "used-up")
    #expect(bot.state.outcome == .handedOver)
  }

  @Test("After a handover the bot stays, invents nothing, and takes a new symptom")
  func afterHandover() {
    var bot = Bot.after("knappen är grå, jag är helpdesk-admin", "nej")
    #expect(bot.say("när hör någon av sig?").text.contains("R-1"))
    #expect(bot.say("jag ser inte bladet för lösenordsåterställning").kinds.contains(.fix))
    #expect(bot.state.outcome == .open)
  }

  @Test(
    "A correction gives the row for the new value", arguments: ["no, I meant hybrid", "sorry, I mean we're hybrid"])
  func correction(reply: String) {
    var bot = Bot.after("which licence do we need for password reset", "cloud only")
    #expect(bot.last?.replies.fix == "licences-cloud")
    #expect(bot.say(reply).fix == "licences-hybrid")
  }

  @Test("A person at any time", arguments: ["person", "I want to talk to a human", "prata med en människa"])
  func person(wish: String) {
    #expect(Bot.replies(to: "button greyed out", wish).kinds.contains(.handoff))
    #expect(Bot.replies(to: wish).kinds.contains(.handoff))
  }

  @Test("Start over forgets the topic and every fact", arguments: ["start over", "börja om"])
  func startOver(words: String) {
    let bot = Bot.after("button greyed out", "user admin", words)
    #expect(bot.state.topic == nil)
    #expect(bot.state.facts.isEmpty)
  }

  @Test(
    "Back asks the last question again", arguments: [("button greyed out", "back"), ("knappen är grå", "tillbaka")])
  func back(message: String, word: String) {
    let bot = Bot.after(message, "user admin", word)
    #expect(bot.state.question?.name == "role")
    #expect(bot.state.facts["role"] == nil)
  }

  @Test("Skip is don't know")
  func skip() { #expect(Bot.replies(to: "button greyed out", "skip").fix == "check-role") }

  @Test("A wish for a language holds until the person clearly writes in the other")
  func language() {
    var bot = Bot.after("button greyed out", "på svenska tack")
    #expect(bot.state.language == .swedish)
    bot.say("user admin")
    #expect(bot.state.language == .swedish)
    bot.say("it is an ordinary user but I don't know what to do")
    #expect(bot.state.language == .english)
  }

  @Test("Two problems are both named, the second is taken up after the first")
  func twoProblems() {
    var bot = Bot.after(
      "The reset password button is greyed out. And I don't see the password reset blade. I'm helpdesk admin")
    #expect(bot.state.topic?.intent == "button-greyed-out")
    #expect(bot.state.waiting.map(\.intent) == ["blade-missing"])
    bot.say("yes")
    #expect(bot.state.topic?.intent == "blade-missing")
  }

  @Test("A change of topic is answered, with one offer to return")
  func changeOfTopic() {
    var bot = Bot.after("button greyed out")
    let replies = bot.say("how do I deploy password reset without users registering security info?")
    #expect(replies.fix == "prepopulate")
    #expect(replies.last?.text.contains("The reset password button is greyed out") == true)
    #expect(bot.say("yes").question == "role")
  }

  @Test(
    "Small talk costs nothing and gets a sensible reply",
    arguments: ["hello", "hej", "thanks", "tack", "asdf qwer", "🎉🎉", "", "you are stupid", "how are you?"])
  func smallTalk(message: String) {
    let bot = Bot.after(message)
    #expect(bot.last?.replies.isEmpty == false)
    #expect(bot.state.topic == nil)
    #expect(bot.state.outcome == .open)
  }

  @Test("The problem in a long rant is found and answered briefly")
  func rant() {
    let rant = String(
      repeating: "I have had such a morning, the coffee was cold and the bus was late again. ", count: 40)
    let bot = Bot.after(rant + "And now the reset password button is greyed out! " + rant)
    #expect(bot.state.topic?.intent == "button-greyed-out")
    #expect((bot.last?.replies.text.count ?? 0) < 1200)
  }

  @Test("Fallbacks don't repeat themselves and end in an offer of a person")
  func fallbacks() {
    var bot = Bot()
    let texts = ["my cat is blue", "the sky fell down", "bananas for lunch"].map { bot.say($0).text }
    #expect(Set(texts).count == 3)
    #expect(bot.say("yes").kinds.contains(.handoff))
  }
}
