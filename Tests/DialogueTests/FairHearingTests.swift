import Dialogue
import Testing
import TextAnalysis

@Suite("What is said is heard as a person would hear it")
struct FairHearingTests {
  @Test(
    "A role is that of whoever it is said of",
    arguments: [
      ("My assistant tells me the reset button is greyed out. She is a helpdesk administrator.", "other-admin"),
      ("Min assistent säger att återställningsknappen är grå. Hon är helpdeskadministratör.", "other-admin"),
    ])
  func reporter(message: String, role: String) {
    #expect(Bot.after(message).state.facts["role"] == role)
  }

  @Test(
    "What is told of somebody else changes nothing about the writer",
    arguments: [
      "it's her account actually, she's global admin", "det är hennes konto egentligen, hon är global admin",
    ])
  func owner(message: String) {
    let bot = Bot.after("button is grey, I'm password admin", "an admin's account", message)
    #expect(bot.state.facts["role"] == "password-admin")
    #expect(bot.last?.record.decision != "none")
  }

  @Test(
    "Whoever asks for their own password gets no step of an administrator, however it is put",
    arguments: [
      "mitt mejl är kalle@example.com, kan ni nollställa mitt lösenord?",
      "could you reset my password, is that possible?",
      "cant log in forgot pw", "kommer inte in glömt lösen",
    ])
  func ownPassword(message: String) {
    #expect(!Bot.replies(to: message).text.contains("portal"))
  }

  @Test(
    "A question about the bot asks for nobody", arguments: ["are you a real person?", "är du en riktig människa?"])
  func aboutTheBot(message: String) {
    let bot = Bot.after(message)
    #expect(bot.last?.replies.text.contains("Fixline") == true)
    #expect(bot.state.outcome == .open)
  }

  @Test(
    "Coming back to a problem with what it needs goes on with it",
    arguments: [
      (
        "I can't see the password reset blade", "actually first: how do I roll out SSPR without everyone registering?",
        "ok back to the blade. I'm an exchange admin"
      ),
      (
        "jag ser inte bladet för lösenordsåterställning", "och hur rullar jag ut sspr utan att alla registrerar sig?",
        "ok tillbaka till bladet. jag är exchangeadmin"
      ),
    ])
  func back(first: String, second: String, third: String) {
    let bot = Bot.after(first, second, third)
    #expect(bot.state.topic?.intent == "blade-missing")
    #expect(bot.last?.record.fix == "not-authorised")
  }

  @Test(
    "Yes comes only before what the documentation names",
    arguments: [("by powershell?", true), ("is there a csv import", false), ("med powershell?", true)])
  func means(question: String, isYes: Bool) {
    let text = Bot.replies(to: "how do I deploy password reset without users registering?", question).text
    #expect((text.hasPrefix("Yes.") || text.hasPrefix("Ja.")) == isYes, "\(text)")
  }

  @Test(
    "The meaning of a word is asked for, not answered with",
    arguments: [
      ("the on-premises integration blade is missing", "what is on-premises"),
      ("bladet för lokal integrering saknas", "vad är lokal integrering"),
    ])
  func definition(symptom: String, question: String) {
    let bot = Bot.after(symptom, question)
    #expect(bot.state.facts["environment"] == nil)
    #expect(bot.state.question?.name == "environment")
  }

  @Test(
    "A supposition leaves the open question open",
    arguments: [
      ("the password reset blade is missing", "and if I were a user administrator"),
      ("bladet för lösenordsåterställning saknas", "och om jag vore användaradministratör"),
    ])
  func supposition(symptom: String, question: String) {
    let bot = Bot.after(symptom, question)
    #expect(bot.state.facts["role"] == nil)
    #expect(bot.state.question?.name == "role")
    #expect(bot.last?.record.fix == "role-suffices")
  }

  @Test("“Then I don't know” is no success", arguments: ["då vet jag inte", "then I don't know"])
  func unsure(reply: String) {
    #expect(Bot.after("button greyed out", "helpdesk admin", reply).state.outcome == .open)
  }

  @Test(
    "After a handover nobody is offered a person again", arguments: ["can it break just for one user?"])
  func handedOver(question: String) {
    let text = Bot.replies(
      to: "synced user can't sign in, I reset the password in the Azure portal", question
    ).text
    #expect(!text.contains("write \"person\""), "\(text)")
  }

  @Test("The on of on-prem is no English", arguments: ["bladet on-prem integration saknas"])
  func neutral(message: String) {
    #expect(Bot.after(message).last?.record.language == .swedish)
  }
}
