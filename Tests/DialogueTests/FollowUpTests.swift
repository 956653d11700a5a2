import Dialogue
import Testing

@Suite("Follow-up questions after a fix")
struct FollowUpTests {
  @Test(
    "A follow-up gets only the fact that it asks for",
    arguments: [
      (["button greyed out", "helpdesk admin"], "who can do it then?", "Only global administrators"),
      (["knappen är grå, jag är helpdesk-admin"], "vem kan göra det då?", "Bara globala administratörer"),
      (
        ["my password reset policy doesn't work when I test it", "with my admin account"], "how long?",
        "several minutes"
      ),
      (
        ["my password reset policy doesn't work when I test it", "with my admin account"], "what about our admins?",
        "two-gate"
      ),
      (["how do I reset a user's password?"], "where is that?", "portal.azure.com"),
      (
        ["how do I deploy password reset without users registering security info?"], "which fields?",
        "phone and e-mail properties"
      ),
      (["I don't see the on-premises integration blade", "hybrid"], "what's writeback?", "writeback"),
    ])
  func fact(messages: [String], question: String, words: String) {
    var bot = Bot()
    for message in messages { bot.say(message) }
    let replies = bot.say(question)
    #expect(replies.text.contains(words))
    #expect(replies.first?.kind == .fix)
  }

  @Test(
    "A yes/no question gets yes or no first",
    arguments: [
      ("can a user admin do it?", "Yes."), ("can an exchange admin do it?", "No."),
      ("my colleague is password administrator, can she do it then?", "Yes."),
    ])
  func polar(question: String, beginning: String) {
    let replies = Bot.replies(to: "button greyed out", "helpdesk admin", question)
    #expect(replies.first?.text.hasPrefix(beginning) == true, "\(replies.text)")
  }

  @Test("A supposed value gives its row without a new question, and nothing known changes")
  func supposed() {
    var bot = Bot.after("button greyed out", "helpdesk admin")
    #expect(bot.say("and if I were global admin?").fix == "role-suffices")
    #expect(bot.state.facts["role"] == "other-admin")
  }

  @Test("So what do I do gets the short form", arguments: ["so what do I do?", "in short?", "what now"])
  func short(question: String) {
    let replies = Bot.replies(to: "user still can't sign in after password reset", "hybrid", "office portal", question)
    #expect(replies.text.contains("portal.azure.com"))
    #expect(replies.text.count < 300)
  }

  @Test(
    "Questions about the conversation are answered from its state",
    arguments: [
      ("what did you ask me?", "Which role"), ("who are you?", "Fixline"), ("why do you ask?", "depends on"),
      ("what have you understood?", "greyed out"),
    ])
  func aboutConversation(question: String, words: String) {
    #expect(Bot.replies(to: "button greyed out", question).text.contains(words))
  }

  @Test(
    "Doubt is met by the documentation, with a person offered", arguments: ["are you sure?", "that can't be right"])
  func doubt(words: String) {
    let replies = Bot.replies(to: "button greyed out", "helpdesk admin", words)
    #expect(replies.text.contains("documentation"))
    #expect(replies.text.contains("person"))
  }

  @Test("What the documentation doesn't say is answered so, and yes to the offer hands over")
  func undocumented() {
    var bot = Bot.after("how do I deploy password reset without users registering security info?")
    #expect(bot.say("do they get told about it?").kinds == [.notice])
    #expect(bot.say("yes please").kinds.contains(.handoff))
  }

  @Test("The bot does nothing itself", arguments: ["can you do it for me?", "kan du göra det åt mig?"])
  func doesNothing(wish: String) {
    let bot = Bot.after("how do I reset a user's password?", wish)
    #expect(bot.state.outcome == .open)
    #expect(bot.last?.replies.first?.kind == .notice)
  }

  @Test(
    "An administrator who tells whose password it is stays one",
    arguments: ["it's a regular user", "it is just a user"])
  func ownerOfThePassword(words: String) {
    let bot = Bot.after("the reset password button is greyed out, I'm user admin", words)
    #expect(bot.state.facts["role"] == "user-admin")
    #expect(bot.state.outcome == .open)
  }

  @Test("A fact is given as exactly as what is known allows")
  func narrowed() {
    var bot = Bot.after("user still can't sign in after password reset", "cloud only", "global admin")
    let replies = bot.say("which licences do we need?")
    #expect(replies.text.contains("Azure AD Basic"))
    #expect(!replies.text.contains("Premium"))
  }

  @Test("A role that may reset isn't told to check its permission")
  func nothingNew() {
    var bot = Bot.after("which licence do we need for password reset", "cloud only", "I'm global admin")
    #expect(bot.say("no, that didn't help").kinds.contains(.handoff))
  }
}
