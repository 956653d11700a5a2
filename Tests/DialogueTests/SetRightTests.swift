import Testing

@testable import Dialogue

@Suite("What is set right, drawn as a conclusion or said of others")
struct SetRightTests {
  @Test("A correction goes back to the symptom that led on to another")
  func returns() {
    var bot = Bot.after("user still can't sign in after a reset", "cloud only")
    #expect(bot.state.topic?.intent == "reset-other")
    let replies = bot.say("no, I meant hybrid")
    #expect(bot.state.topic?.intent == "onprem-user-cannot-sign-in")
    #expect(bot.state.facts["environment"] == "on-premises")
    #expect(bot.state.facts["role"] == nil)
    #expect(replies.last?.question == "portal")
  }

  @Test(
    "What is drawn from the answer is confirmed, and is no role of one's own",
    arguments: [
      ("hm, so only global. right?", "Yes."), ("so only the global admin", "Yes."), ("så bara global admin", "Ja."),
    ])
  func conclusion(message: String, beginning: String) {
    var bot = Bot.after(
      beginning == "Ja."
        ? "grå knapp, jag är användaradmin och kontot tillhör en helpdeskadmin"
        : "grey reset button, I'm user admin and it's a helpdesk admin's account")
    #expect(bot.say(message).text.hasPrefix(beginning))
    #expect(bot.state.facts["role"] == "user-admin")
  }

  @Test("What a supposition makes of a fact that the same fix states")
  func supposed() {
    var bot = Bot.after("reset button grey, I'm helpdesk")
    #expect(bot.say("what if he's a global admin").text.hasPrefix("In that case: The password of a privileged"))
  }

  @Test("The role of somebody asked about decides, whatever was supposed before")
  func others() {
    var bot = Bot.after(
      "hur återställer jag lösenord? jag är användaradmin", "och om det är en kollega som är exchangeadmin?")
    #expect(!bot.say("kan min kollega som är helpdesk göra det?").text.hasPrefix("Ja"))
  }

  @Test("What only one of the symptoms offered asks for chooses it")
  func chosen() {
    var bot = Bot.after("självbetjäning av lösenord, den nya principen biter inte på våra chefer")
    #expect(bot.state.question?.name == "intent")
    bot.say("sen igår")
    #expect(bot.state.topic?.intent == "policy-test")
    #expect(bot.state.facts["waited"] == "long")
  }

  @Test("A licence that is told answers for the environment, and the role is not asked for")
  func licence() {
    var bot = Bot.after("reset of password fails with an error for one cloud user")
    #expect(bot.state.question?.name == "role")
    #expect(bot.say("we have E3").first?.text.contains("Yes.") == true)
  }

  @Test("What begins with a supposition takes no leave and promises no try")
  func later() {
    var bot = Bot.after("how do I reset a user's password, I'm user admin")
    #expect(bot.say("and if we sync from ad later").contains { $0.kind == .goodbye } == false)
    bot = Bot.after("hur återställer jag lösenord, jag är användaradmin")
    #expect(bot.say("och om jag gör det i mobilappen").text.contains("Azure-portalen"))
  }
}
