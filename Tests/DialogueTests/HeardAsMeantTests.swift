import Dialogue
import Testing

@Suite("Small words are heard as they are meant")
struct HeardAsMeantTests {
  private static let greyed = ["knappen är grå, jag är lösenordsadmin och det gäller en vanlig användare"]

  @Test(
    "What is said after a fix",
    arguments: [
      ("fattar inte", "Kort sagt"), ("varför frågade du det?", "Svaret beror på"),
      ("det är ju gammalt!", "dokumentationen"), ("är det allt?", "Det är allt"), ("var det inget mer?", "Det är allt"),
      ("vad är detta för skitbot", "Jag beklagar"), ("men kan du inte bara göra det?", "Det kan jag inte göra"),
      ("sparar ni det jag skriver?", "logg"), ("jag väntar lite", "Ta den tid"),
      ("va, får jag inte göra det?", "Bara globala administratörer"),
    ])
  func after(message: String, words: String) {
    let role = message.hasPrefix("varför") ? ["knappen är grå", "helpdesk"] : Self.greyed
    var bot = Bot()
    for said in role { bot.say(said) }
    #expect(bot.say(message).text.contains(words))
  }

  @Test(
    "A reply that denies one choice means another",
    arguments: [
      (["on-premises integration blade is missing, we are hybrid"], "it was not turned on", "writeback", "not-in-use"),
      (
        ["bladet för lokal integrering saknas, vi kör hybrid", "vet inte"], "den var inte påslagen", "writeback",
        "not-in-use"
      ),
      (["policy doesn't work"], "it was no admin account", "account", "end-user"),
      (["the button is grey, I'm user admin"], "not an ordinary one", "target", "admin"),
    ])
  func denied(said: [String], reply: String, slot: String, value: String) {
    var bot = Bot()
    for message in said { bot.say(message) }
    bot.say(reply)
    #expect(bot.state.facts[slot] == value)
  }

  @Test("The name of a page is no role, and who will be asked is nobody's account")
  func names() {
    var bot = Bot.after("no blade")
    bot.say("the password reset one, in the portal")
    #expect(bot.state.facts["role"] == nil)
    bot = Bot.after("the reset button is grey for an exchange admin, I'm user admin")
    #expect(bot.say("who can do it then").text.hasPrefix("The password of a privileged administrator"))
    #expect(bot.say("inte ens en lösenordsadmin?").text.hasPrefix("Nej."))
    bot.say("great, will ask Karin, she's global admin")
    #expect(bot.state.facts["role"] == "user-admin")
    #expect(bot.state.question?.subject == .helped)
  }

  @Test("A statement that begins like a question is none")
  func statements() {
    let waited = Bot.replies(to: "hur länge ska man vänta på att sspr-policyn replikeras?", "har väntat 2 timmar")
    #expect(waited.contains { $0.kind == .handoff })
    #expect(Bot.replies(to: "knappen är grå", "är tillbaka. jag är lösenordsadmin").last?.question == "target")
  }

  @Test("Ok takes note of an offer; yes takes it up")
  func offer() {
    var bot = Bot.after("bladet för lösenordsåterställning är borta", "helpdesk", "vad är klockan hos er?")
    bot.say("hur blir man det?")
    #expect(bot.say("ok").contains { $0.kind == .handoff } == false)
  }

  @Test("The last of a list is the last symptom, and another of it can be taken instead")
  func last() {
    var bot = Bot.after("lösenord krångel")
    bot.say("den sista")
    #expect(bot.state.topic?.intent == "onprem-user-cannot-sign-in")
    bot.say("nej jag menade den första")
    #expect(bot.state.topic?.intent == "reset-other")
    #expect(bot.state.waiting.isEmpty)
  }

  @Test(
    "Who is asked or acted on is not who writes",
    arguments: [
      "knappen är grå, jag är lösenordsadmin och det gäller en global admin",
      "knappen är grå på en global admin, jag är lösenordsadmin",
    ])
  func acted(message: String) {
    let bot = Bot.after(message)
    #expect(bot.state.facts["role"] == "password-admin")
    #expect(bot.state.facts["target"] == "admin")
  }

  @Test("What was supposed can come true; a no can set right by name")
  func comesTrue() {
    var bot = Bot.after("ser inte bladet för lösenordsåterställning, är intuneadmin", "och om jag vore användaradmin?")
    bot.say("nu är jag det")
    #expect(bot.state.facts["role"] == "user-admin")
    var other = Bot()
    for said in Self.greyed { other.say(said) }
    other.say("nej det är en admin jag försöker med")
    #expect(other.state.facts["target"] == "admin")
  }

  @Test("Yes or no to how many licences, by what is asked")
  func licences() {
    var bot = Bot.after("vilka licenser krävs för återställning av lösenord?", "bara molnet")
    #expect(bot.say("behöver varje användare en egen?").first?.text.hasPrefix("Nej.") == true)
    #expect(bot.say("räcker det med en licens?").first?.text.hasPrefix("Ja.") == true)
  }

  @Test("A yes/no question gets its answer beside another question, and says nothing of the writer's role")
  func besideAnother() {
    var bot = Bot.after("knappen är grå, jag är helpdesk")
    let replies = bot.say("vem kan göra det då, och måste jag vara global admin?")
    #expect(replies.contains { $0.text.hasPrefix("Nej. Även") })
    #expect(replies.text.contains("Bara globala administratörer"))
    #expect(bot.state.facts["role"] == "other-admin")
  }
}
