import Testing

@testable import Dialogue

/// What strangers say of a fix, of the conversation and of the bot, and gets more than a phrase's answer.
@Suite("Talk in people's own words")
struct TalkTests {
  private static let grey = "knappen är grå, jag är helpdeskadmin"

  @Test("Success comes first, then what follows it")
  func successBeforeMore() {
    var bot = Bot.after(
      "two things: the reset button is grey, and a user still can't sign in after a reset", "global admin")
    let replies = bot.say("ah I was in with my ordinary account. button's fine now. the other one?")
    #expect(bot.state.topic?.intent == "onprem-user-cannot-sign-in")
    #expect(replies.text.contains("still can't sign in"))
  }

  @Test("Whoever is no administrator is told it once, then shorter, and never in the same words")
  func endUser() {
    var bot = Bot.after("I forgot my password")
    let first = bot.last?.replies.text ?? ""
    let second = bot.say("no I just work in reception").text
    #expect(!second.contains(first))
    #expect(second.contains("helpdesk of your organisation"))
    #expect(bot.say("who is our administrator then?").text.contains("only the documentation"))
    #expect(bot.say("and how long is that going to take? he has a test at ten").text.contains("R-1"))
  }

  @Test("What nobody knows is taken so, beside what is known")
  func unknown() {
    let bot = Bot.after(
      "i don't see the on-premises integration blade", "hybrid, but I don't know whether writeback is on")
    #expect(bot.state.facts["environment"] == "on-premises")
    #expect(bot.state.facts["writeback"] == "unknown")
  }

  @Test("What the documentation leaves open offers a person, who is taken at the word")
  func open() {
    var bot = Bot.after(Self.grey)
    #expect(bot.say("hur ser jag vilket konto jag är inne med?").text.contains("person"))
    bot.say("ja gärna")
    #expect(bot.state.outcome == .handedOver)
  }

  @Test("A denied conclusion is confirmed")
  func agreed() {
    var bot = Bot.after("i set a reset policy and it does nothing, tested with my global admin account")
    #expect(bot.say("so it never applies to me?").text.hasPrefix("That's right."))
  }

  @Test(
    "Wishes and questions in no phrase's words",
    arguments: [
      ("I'd rather have somebody look at it, please", "handing this over"),
      ("is that still up to date? microsoft keep changing the names", "2021-03-09"),
    ])
  func wish(message: String, says: String) {
    var bot = Bot.after("button greyed out, helpdesk admin")
    #expect(bot.say(message).text.contains(says))
  }

  @Test("After a handover, it is told what was handed over, and nobody is asked where nobody is wanted")
  func handedOver() {
    var bot = Bot.after("button greyed out, helpdesk admin", "person")
    #expect(bot.say("what did you put in that handover").text.contains("your own words"))
    #expect(bot.say("no person needed, i'll read the link").text.contains("isn't needed"))
  }
}
