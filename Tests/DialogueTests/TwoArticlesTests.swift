import Dialogue
import Testing
import TextAnalysis

@Suite("Two articles side by side")
struct TwoArticlesTests {
  @Test("A role said for one article is known in the other")
  func sharedFacts() {
    let bot = Bot.after(
      "I am global admin, cloud only tenant, and seamless SSO does not work",
      "another thing: the reset password button is greyed out for an ordinary user")
    #expect(bot.state.facts["role"] == "global-admin")
    #expect(bot.last?.record.fix == "role-suffices")
  }

  @Test(
    "What one article asks means nothing in the other",
    arguments: [
      ("the reset password button is greyed out, I'm user admin", "for years it worked"),
      ("resetknappen är grå, jag är användaradmin", "det var ett år sedan sist"),
    ])
  func foreignValues(symptom: String, remark: String) {
    #expect(Bot.after(symptom, remark).state.facts["last-rollover"] == nil)
  }

  @Test("What an article asks counts in the first message about it")
  func ownValues() {
    let bot = Bot.after("we have never rolled over the kerberos decryption key of AZUREADSSO")
    #expect(bot.state.facts["last-rollover"] == "overdue")
    #expect(bot.last?.record.fix == "overdue")
  }

  @Test("Somebody without an administrator role is told what the article at hand says to them")
  func endUser() throws {
    for (symptom, words) in [("seamless sso isn't working", "single sign-on"), ("button greyed out", "this change")] {
      let replies = Bot.replies(to: symptom, "I'm just a regular user")
      let told = try #require(replies.first { $0.kind == .fix || $0.kind == .notice })
      #expect(told.text.contains(words), "\(told.text)")
      #expect(!replies.text.contains("http"))
    }
  }

  @Test(
    "An answer in time counts, how often something happens doesn't",
    arguments: [
      ("3 weeks ago", "not-yet"), ("45 days ago", "overdue"), ("two months", "overdue"), ("igår", "not-yet"),
      ("never", "overdue"), ("don't know", "unknown-age"),
    ])
  func durations(reply: String, fix: String) {
    #expect(Bot.after("is the AZUREADSSO key rollover due?", reply).last?.record.fix == fix)
  }

  @Test("“Every 30 days” is no answer to when it was last done")
  func interval() {
    let bot = Bot.after("is the AZUREADSSO key rollover due?", "is every 30 days enough?")
    #expect(bot.state.facts["last-rollover"] == nil)
    #expect(bot.last?.replies.text.hasPrefix("Yes.") == true)
  }

  @Test(
    "The same words ask for what the article at hand says",
    arguments: [
      ("how do I roll over the AZUREADSSO key?", "how is it done", "Kerberos"),
      ("how do I reset a user's password? I'm user admin", "how is it done", "Users and groups"),
      ("we are hybrid, how do I set up seamless SSO?", "what does it cost?", "seamless SSO"),
      ("vi är hybrid, hur sätter vi upp sömlös SSO?", "är det gratis", "sömlös enkel inloggning"),
      ("hur byter man azureadsso-nyckeln", "hur lång tid tar det", "bytet"),
      ("hur lång tid tar det innan en ny återställningspolicy gäller?", "hur lång tid tar det", "minuter"),
    ])
  func sharedQuestions(symptom: String, question: String, words: String) throws {
    let reply = try #require(Bot.after(symptom, question).last?.replies.first)
    #expect(reply.kind == .fix)
    #expect(reply.text.contains(words), "\(reply.text)")
  }
}
