import Testing

@testable import Dialogue

@Suite("Whose role was told by name")
struct PeopleTests {
  private static let team =
    "Fatima is global admin and I'm password admin. Our network manager, who's a global admin, forgot his and the reset "
    + "button is grey"

  @Test("A colleague whose role was told can be asked about by name")
  func named() {
    var bot = Bot.after(Self.team)
    #expect(bot.state.facts["role"] == "password-admin")
    #expect(bot.state.people?["fatima"] == ["role": "global-admin"])
    #expect(bot.say("so Fatima could do it?").text.hasPrefix("Yes. "))
    #expect(bot.say("but i could for the teacher right").text.hasPrefix("Yes. "))
  }

  @Test("What was supposed of one colleague says nothing of another")
  func another() {
    var bot = Bot.after(Self.team, "so Fatima could do it?")
    #expect(!bot.say("and can Olu?").text.hasPrefix("Yes. "))
    bot.say("can a helpdesk admin do it?")
    #expect(bot.say("but i could for the teacher right").text.hasPrefix("Yes. "))
  }

  @Test("Names are kept with the session, and only so many")
  func kept() throws {
    var bot = Bot.after("knappen är grå", "helpdesk", "Micke är global, kan han?")
    #expect(bot.state.people?["micke"] == ["role": "global-admin"])
    for name in ["Anna", "Bo", "Cia", "Dag", "Eva", "Fia", "Gun", "Hans", "Ida"] { bot.say("\(name) är user admin") }
    #expect(bot.state.people?.count == ConversationState.peopleKept)
  }

  @Test(
    "What is told of an account or of somebody named is not the writer's role",
    arguments: [
      ("policyn för lösenordsåterställning fungerar inte när jag testar", "testkontot är en vanlig användare"),
      ("the password reset blade isn't in my menu", "Gunnar's title is global something, mine I'd have to look up"),
      (
        "the password reset blade isn't in my menu",
        "the boss is here and wants to know if we have to buy an expensive license for the school"
      ),
      (
        "the password reset blade isn't in my menu",
        "the boss is here and our intune budget meeting moved upstairs into the harbour room"
      ),
      ("bladet för lösenordsåterställning saknas", "jag jobbar på it"),
    ])
  func notTheWriters(problem: String, message: String) {
    #expect(Bot.after(problem, message).state.facts["role"] == nil)
  }

  @Test("A role given to others is theirs to act with")
  func given() {
    var bot = Bot.after("får våra chefer återställa medarbetarnas lösenord?")
    #expect(bot.say("om vi gav dem rollen lösenordsadministratör då?").text.contains("som lösenordsadministratör"))
  }

  @Test("A number with a word before it chooses, and one in words sets right")
  func numbers() {
    #expect(Bot.after("reset button greyed out", "9", "ok 1").state.facts["role"] == "global-admin")
    #expect(Bot.after("knappen är grå", "2", "1", "nä jag menade tvåan").state.facts["target"] == "admin")
  }

  @Test("Whoever wants the fix and was asked twice gets the one for all cases")
  func wantsFix() {
    var bot = Bot.after("user still can't sign in after a reset", "why does that matter?")
    bot.say("just tell me what to do")
    #expect(bot.state.facts["environment"] == "unknown")
  }

  @Test("Somebody without a role hears what one would allow, and never the steps")
  func supposedByEndUser() {
    var bot = Bot.after("how do I reset a user's password", "I'm just a secretary")
    let text = bot.say("if my boss made me a user admin, could I then?").text
    #expect(text.hasPrefix("Yes. "))
    #expect(!text.contains("command bar"))
    #expect(bot.state.facts["role"] == "end-user")
  }

  @Test("A colleague told of beside the writer is not whose account it is")
  func beside() {
    var bot = Bot.after("reset button is grey, Fatima is global admin and I'm helpdesk")
    #expect(bot.state.facts == ["role": "other-admin"])
    #expect(bot.say("so Fatima could do it?").text.hasPrefix("Yes. Only"))
  }

  @Test("How many licences are enough is another question than which")
  func single() {
    var bot = Bot.after("which licence do we need for password reset?", "all in the cloud")
    #expect(bot.say("is a single one enough?").text.contains("At least one licence"))
  }
}
