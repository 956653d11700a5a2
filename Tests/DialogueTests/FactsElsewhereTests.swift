import Dialogue
import Testing

@Suite("Facts asked for before their symptom is told")
struct FactsElsewhereTests {
  @Test(
    "A first question gets the fact, where the words for the symptom and for the fact agree",
    arguments: [
      ("hur lång tid tar det innan en ny policy börjar gälla", "flera minuter"),
      ("vem kan göra en lösenordsåterställning?", "Bara globala administratörer"),
      ("vilken licens måste man ha? vi kör allt i molnet", "betald Office 365-plan"),
    ])
  func first(question: String, words: String) {
    #expect(Bot.replies(to: question).text.contains(words))
  }

  @Test(
    "What only sounds alike gets no fact",
    arguments: [
      "hur lång tid tar det innan en dlp-policy börjar gälla", "vilken licens behövs för teams?",
      "hur låser jag upp ett konto?", "vem får beställa mobiler?", "hjälp med lösenord",
    ])
  func near(question: String) {
    #expect(!Bot.replies(to: question).contains { $0.kind == .fix })
  }

  @Test("Asked within another symptom, it is answered, and the open question comes back")
  func within() {
    var bot = Bot.after("bladet för lösenordsåterställning syns inte")
    #expect(bot.say("förresten, hur länge tar det innan en policy slår igenom?").text.contains("flera minuter"))
    #expect(bot.say("ja").last?.question == "role")
  }

  @Test("What all the symptoms that are possible share needs no choice among them; a role told after it is answered")
  func shared() {
    var bot = Bot.after("får jag återställa lösenord?")
    #expect(bot.state.question == nil)
    #expect(bot.say("jag är sharepointadmin").first?.text.hasPrefix("Nej.") == true)
  }
}
