import Dialogue
import Testing
import TextAnalysis

@Suite("Small words decide whose, which and whether")
struct ReadingExactlyTests {
  @Test(
    "What a colleague's problem is asked about is answered about the colleague",
    arguments: [
      ("my colleague can't see the password reset blade", "she's a helpdesk administrator"),
      ("min kollega ser inte bladet för lösenordsåterställning", "hon är helpdeskadministratör"),
    ])
  func reportedRole(problem: String, role: String) {
    #expect(Bot.after(problem, role).state.facts["role"] == "other-admin")
  }

  @Test(
    "Whoever can't sign in is not the administrator who writes",
    arguments: ["he's just an end user", "she is an ordinary user"])
  func reportedUser(message: String) {
    let bot = Bot.after("he can't sign in after I reset his password", "cloud only", message)
    #expect(bot.state.facts["role"] != "end-user")
    #expect(bot.state.outcome != .handedOver)
  }

  @Test(
    "A role that something takes is not the writer's",
    arguments: [
      "how do I reset a user's password? do I need to be a global admin for that?",
      "how do I reset a user's password? do you have to be global admin?",
      "hur återställer jag en användares lösenord? måste jag vara global admin för det?",
    ])
  func neededRole(message: String) {
    #expect(Bot.after(message).state.facts["role"] == nil)
  }

  @Test(
    "Whoever it works for is not who has the trouble",
    arguments: [
      "my coworker Lena is user admin and for her the button works but it's grey for me",
      "min kollega är global admin och hon ser bladet för lösenordsåterställning men jag gör inte det",
    ])
  func worksForThird(message: String) {
    let bot = Bot.after(message)
    #expect(bot.state.facts["role"] == nil)
    #expect(bot.state.facts["target"] == nil)
  }

  @Test(
    "Whether somebody's role is enough is a question about who may",
    arguments: [
      ("who may do it?", "my assistant is password admin, so she's ok?", "Yes. "),
      ("vem får göra det?", "min kollega är användaradmin, räcker det?", "Ja. "),
      ("vem får göra det?", "han är exchangeadmin, går det?", "Nej. "),
    ])
  func enough(before: String, question: String, beginning: String) {
    var bot = Bot.after("user still can't sign in after a reset, hybrid, in the office 365 portal", before)
    #expect(bot.say(question).text.hasPrefix(beginning))
  }

  @Test("A bare role after a fact is the writer's, and what has no word of its own leans on what is open")
  func bare() {
    let told = Bot.after("how do i reset a user's password", "what role do i need for it", "I only have helpdesk")
    #expect(told.state.facts["role"] == "other-admin")
    var bot = Bot.after(
      "button grey, i'm user admin", "normal user", "no",
      "how do i prefill phone numbers for everyone so they needn't register")
    #expect(!bot.say("only those two?").text.contains("Only global"))
    bot = Bot.after("button grey", "password admin", "an admin's")
    #expect(bot.say("so I'd need global admin").text.hasPrefix("Yes. "))
  }

  @Test("The role that somebody states counts for more than what they have forgotten")
  func statedRole() {
    #expect(Bot.after("I'm a global admin and forgot my own password").state.facts["role"] == "global-admin")
    #expect(Bot.after("I forgot my own password, our global admin is away").state.facts["role"] == "end-user")
  }

  @Test(
    "A no that answers nothing makes nobody an end user",
    arguments: ["no I mean does the company pay extra for that", "no didn't help", "nej, jag menar kostar det något"])
  func emptyNo(message: String) {
    #expect(Bot.after("reset password button is greyed out", message).state.facts["role"] == nil)
  }

  @Test(
    "A choice with a question's mark asks and does not answer",
    arguments: ["so I need a test user, do I?", "or end user?"])
  func askedChoice(message: String) {
    let bot = Bot.after("testing our password reset policy doesn't work", message)
    #expect(bot.state.facts["account"] == nil)
  }

  @Test("Another number after the fix is another choice; one outside the list is none")
  func correctedNumber() {
    #expect(Bot.after("reset button greyed out", "1", "oops I meant 3").state.facts["role"] == "user-admin")
    #expect(Bot.after("knappen är grå", "1", "oj, jag menade 3").state.facts["role"] == "user-admin")
    #expect(Bot.after("reset button greyed out", "1", "oops I meant 9").state.facts["role"] == "global-admin")
  }

  @Test("A known word is no slip for a choice")
  func slip() {
    #expect(Bot.after("on-prem integration blade missing", "ok fixed").state.facts["environment"] == nil)
  }

  @Test("What a value implies is not asked")
  func implied() {
    let bot = Bot.after("on-premises integration blade missing", "writeback is enabled")
    #expect(bot.last?.record.fix != nil)
  }

  @Test(
    "We're is not were, and well is not we'll",
    arguments: [
      ("which licences do I need for password reset, we're hybrid", "environment", "on-premises"),
      ("which licences do I need for password reset, were hybrid", "environment", "on-premises"),
    ])
  func contractions(message: String, slot: String, value: String) {
    let bot = Bot.after(message)
    #expect(bot.state.facts[slot] == value)
    #expect(bot.last?.replies.filter { $0.kind == .fix }.count == 1)
    #expect(
      !Bot.replies(to: "prepopulate data for sspr", "is email enough or phone as well").text.contains("Take your"))
  }

  @Test("What was answered can be come back to, with what it needs, and so can the other one")
  func answeredWaits() {
    var bot = Bot.after(
      "reset button greyed out, I'm user admin, normal user", "how long do reset policies take to apply?")
    bot.say("back to the button")
    #expect(bot.state.topic?.intent == "button-greyed-out")
    #expect(bot.state.facts["target"] == "user")
    bot.say("and the other one")
    #expect(bot.state.topic?.intent == "policy-test")
  }

  @Test("A correction after hesitation drops the symptom that it corrects")
  func corrected() {
    let bot = Bot.after("I can't see the password reset blade", "wait, sorry, I mean the on-premises integration blade")
    #expect(bot.state.topic?.intent == "onprem-blade-missing")
    #expect(bot.state.waiting.isEmpty)
  }

  @Test("Somebody without an administrator role is told whom to turn to, whatever they ask")
  func endUserWithoutTopic() {
    let replies = Bot.replies(to: "I'm a nurse", "who do i call")
    #expect(replies.text.contains("helpdesk of your organisation"))
  }

  @Test("Whether it has to be the one portal gets no no that is meant for the other")
  func otherChoice() {
    let setup = "synced user, reset in the office 365 admin portal, still can't sign in"
    #expect(Bot.replies(to: setup, "does it have to be azure?").text.hasPrefix("No") == false)
    #expect(Bot.replies(to: setup, "can I do it in the office portal again?").text.hasPrefix("No."))
  }
}
