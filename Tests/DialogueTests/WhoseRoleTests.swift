import Dialogue
import Testing

@Suite("Whose role a message tells")
struct WhoseRoleTests {
  @Test(
    "A role that something is done to is the other one's account",
    arguments: [
      ("I'm a user admin, can I reset a global admin?", "No."),
      ("as password admin, may I reset another password admin?", "No."),
      ("can a global admin reset a user admin?", "Yes."),
      ("jag är användaradmin, får jag återställa en global admin?", "Nej."),
    ])
  func doneTo(question: String, beginning: String) {
    let who = beginning == "Nej." ? "vem får återställa lösenord?" : "who may reset passwords?"
    let replies = Bot.replies(to: who, question)
    #expect(replies.first?.text.hasPrefix(beginning) == true, "\(replies.text)")
  }

  @Test(
    "Yes and no are said of whoever is asked about",
    arguments: [
      ("is helpdesk enough", "No."), ("can any admin do it", "No."), ("can a user admin do it?", "Yes."),
      ("am I allowed to?", "Yes."), ("can i reset the boss of IT who's global admin", "No."),
      // Whose role nobody knows, and which of two is more, gets neither.
      ("may a teacher do it?", "Only global"), ("can the caretaker?", "Only global"),
      ("is an application admin more than a user admin?", "Only global"),
      // Nor does a yes stand before what was denied.
      ("so I'm not allowed?", "Only global"),
    ])
  func polarity(question: String, beginning: String) {
    let replies = Bot.replies(to: "the reset button is greyed out", "user admin", "a normal user", question)
    #expect(replies.first?.text.hasPrefix(beginning) == true, "\(replies.text)")
  }

  @Test func aDenialIsContradictedWithJo() {
    let replies = Bot.replies(to: "knappen är grå", "användaradmin", "en vanlig användare", "får jag inte det?")
    #expect(replies.first?.text.hasPrefix("Jo. Bara globala") == true, "\(replies.text)")
  }

  @Test("Beside one's own role, another is somebody else's")
  func besideOwn() {
    let bot = Bot.after("the reset button is greyed out", "can helpdesk do it? I'm user admin")
    #expect(bot.last?.replies.first?.text.hasPrefix("No.") == true)
    #expect(bot.state.facts["role"] == "user-admin")
  }

  @Test(
    "What comes after a but is not said of oneself",
    arguments: [
      "the button is grey for me as helpdesk but not for the global admin",
      "knappen är grå för mig som helpdesk men inte för vår globala admin",
    ])
  func contrast(message: String) {
    #expect(Bot.after(message).state.facts["role"] == "other-admin")
  }

  @Test("A role told in a question isn't asked for after it")
  func toldInQuestion() {
    let bot = Bot.after("how do i reset a password", "i'm user admin, can I reset a global admin's?")
    #expect(bot.state.facts["role"] == "user-admin")
    #expect(bot.last?.replies.text.contains("Which") == false)
  }

  @Test(
    "Somebody who turns out to be no administrator is asked nothing more",
    arguments: ["i'm just a normal employee", "jag är bara en vanlig anställd"])
  func noAdministrator(reply: String) {
    let bot = Bot.after("user can't sign in after reset", reply)
    #expect(bot.state.outcome == .handedOver)
    #expect(bot.state.question == nil)
  }
}

@Suite("What leans on what was said before")
struct LeaningTests {
  @Test(
    "A symptom can lean on the fix before it",
    arguments: [
      ("how do i reset someone's password?", "it's greyed out", "button-greyed-out"),
      ("how do i reset someone's password?", "i don't see that option", "blade-missing"),
      ("hur återställer jag lösenordet åt en användare?", "men den är grå", "button-greyed-out"),
      ("hur återställer jag lösenordet åt en användare?", "det valet finns inte hos mig", "blade-missing"),
      (
        "hur återställer jag lösenordet åt en användare?", "gjort, men hon kommer inte in", "onprem-user-cannot-sign-in"
      ),
    ])
  func symptom(first: String, second: String, intent: String) {
    #expect(Bot.after(first, second).state.topic?.intent == intent)
  }

  @Test("The same words with nothing before them are no symptom for certain")
  func alone() {
    #expect(Bot.after("i don't see that option").state.topic == nil)
  }

  @Test(
    "Why a symptom is there that was answered before is told where it is documented",
    arguments: [
      (
        ["the reset button is greyed out, I'm helpdesk", "my policy isn't applied, tested with my admin account"],
        "why is the reset password button greyed out?", "authorised"
      ),
      (
        ["user can't sign in after reset, hybrid, office portal", "the reset button is greyed out, I'm helpdesk"],
        "why can't the user sign in after I reset the password?", "portal.azure.com"
      ),
    ])
  func why(messages: [String], question: String, words: String) {
    var bot = Bot()
    for message in messages { bot.say(message) }
    #expect(bot.say(question).text.contains(words))
  }

  @Test("A person offered after a supposition can be taken", arguments: ["yes please", "yes"])
  func offerAfterSupposition(reply: String) {
    let bot = Bot.after(
      "my policy for password reset isn't applied", "tested with an end user, 5 minutes ago",
      "and if it's still like this in an hour?", reply)
    #expect(bot.state.outcome == .handedOver)
  }

  @Test(
    "What a word of the article means is told whichever symptom is open",
    arguments: [
      ("we want to deploy password reset without users registering", "what is writeback?", "on-premises users"),
      ("knappen för att återställa är grå, jag är helpdesk", "vad är two-gate?", "standardpolicy"),
    ])
  func meaning(first: String, question: String, words: String) {
    #expect(Bot.replies(to: first, question).text.contains(words))
  }

  @Test("The environment in a word is heard beside a did-you-mean", arguments: ["cloud", "cloud only"])
  func bareEnvironment(reply: String) {
    let bot = Bot.after("password reset doesn't work for our users", reply)
    #expect(bot.state.facts["environment"] == "cloud-only")
  }
}
