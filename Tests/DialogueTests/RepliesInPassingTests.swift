import Testing

@testable import Dialogue

@Suite("What a reply tells beside and behind its words")
struct RepliesInPassingTests {
  private static let signIn = "user still can't sign in"
  private static let grey = "the reset button is greyed out"

  @Test(
    "The value that is meant, of several or of odd ones",
    arguments: [
      ([signIn], "could be cloud, could be hybrid", "environment", "unknown"),
      ([signIn], "either cloud or hybrid", "environment", "unknown"),
      ([signIn], "we got rid of our on-prem servers last year", "environment", "cloud-only"),
      ([grey], "i'm a teacher and user admin", "role", "user-admin"),
      (
        [grey], "well I was only user admin until Friday but they've bumped me up to global now", "role", "global-admin"
      ),
      ([grey], "kan röra precis allt, även andra admins konton", "role", "global-admin"),
      ([grey], "nah, regular employee, our IT guy quit", "role", "end-user"),
      ([grey + ", i am user admin"], "my boss's, he is global admin", "target", "admin"),
      (
        ["the on-premises integration blade is missing, we are hybrid"],
        "should be on, but it stopped after we moved the server", "writeback", "broken"
      ),
      (
        ["the on-premises integration blade is missing, we are hybrid"],
        "you mean passwords are written back? no, we never turned that on", "writeback", "not-in-use"
      ),
      (["the on-premises integration blade is missing, we are hybrid"], "sure", "writeback", "in-use"),
      ([signIn + " after a reset, hybrid"], "365", "portal", "office-365"),
      (["the reset policy doesn't work when i test it", "an end user"], "45", "waited", "long"),
      (["the reset policy doesn't work when i test it", "an end user"], "30 seconds ago", "waited", "short"),
      (["the reset policy doesn't work when i test it", "an end user"], "30 sekunder sen", "waited", "short"),
      (["the reset policy doesn't work when i test it", "an end user"], "not half an hour yet", "waited", "short"),
    ])
  func value(said: [String], reply: String, slot: String, value: String) {
    var bot = Bot()
    for message in said { bot.say(message) }
    bot.say(reply)
    #expect(bot.state.facts[slot] == value)
  }

  @Test(
    "What says nothing of the writer's own role",
    arguments: [
      "i will ask my global admin", "my global admin is ill", "min globaladmin är sjuk", "i'm an admin",
      "in terms of what",
    ])
  func nothing(reply: String) {
    var bot = Bot.after(Self.grey)
    bot.say(reply)
    #expect(bot.state.facts["role"] == nil)
    #expect(bot.state.facts["target"] == nil)
  }

  @Test("A second thought after the fix sets right what was said")
  func secondThought() {
    var bot = Bot.after(Self.grey, "user admin", "a normal user")
    bot.say("hang on that's wrong sorry, she got made exchange admin when Phil left")
    #expect(bot.state.facts["target"] == "admin")
    #expect(bot.say("would password admin do instead").text.hasPrefix("No."))
    #expect(bot.say("wait wrong job. start over").text.contains("afresh"))
    #expect(bot.state.topic == nil)
  }

  @Test(
    "What only sounds like success ends nothing",
    arguments: [
      "bs, it worked before without any licence", "got lost. whereabouts do i do it",
      "vi har en server i städskåpet om det hjälper", "a new error appeared", "i went through all of it",
      "a message popped up", "ett nytt fel dök upp", "jag sitter hemma", "knappen försvann", "jag gick igenom allt",
      "det tog en timme", "it takes so long",
    ])
  func noSuccess(message: String) {
    var bot = Bot.after("user still can't sign in after reset", "hybrid", "office 365 portal")
    bot.say(message)
    #expect(bot.state.outcome == .open)
  }

  @Test("What is no answer to how long ago it was", arguments: ["give me two seconds", "i'll check after lunch"])
  func noDuration(message: String) {
    let bot = Bot.after("the reset policy doesn't work when i test it", "an end user", message)
    #expect(bot.state.facts["waited"] == nil)
  }

  @Test("A title tells nothing about whether somebody is an administrator", arguments: ["my boss's", "vd:ns"])
  func title(message: String) {
    let bot = Bot.after(Self.grey + ", i am user admin", message)
    #expect(bot.state.facts["target"] == nil)
  }

  @Test(
    "The size of a firm tells nothing about where its users are",
    arguments: ["we are a small business", "bara laptops"])
  func noEnvironment(message: String) {
    let bot = Bot.after(Self.signIn, message)
    #expect(bot.state.facts["environment"] == nil)
  }

  @Test("What was suspected and found in order is not the cause")
  func allWell() {
    var bot = Bot.after("the on-premises integration blade is missing", "hybrid", "writeback is on")
    bot.say("i checked connect, it's fine")
    #expect(bot.state.outcome == .handedOver)
  }

  @Test(
    "Somebody without an administrator's role is referred, whatever does not work",
    arguments: [
      ["my laptop won't start", "i'm just a nurse here"], ["i'm a teacher", "my account is locked"],
      ["the reset password thing isn't working", "im just a normal user, can i fix it myself?"],
    ])
  func referred(messages: [String]) {
    var bot = Bot()
    for message in messages { bot.say(message) }
    #expect(bot.state.facts["role"] == "end-user")
    #expect(bot.state.outcome == .handedOver)
  }

  @Test("What is told with a question about it is taken as told")
  func toldWithQuestion() {
    let missing = "the on-premises integration blade is missing"
    #expect(Bot.after(missing, "we're cloud only, is that why?").state.facts["environment"] == "cloud-only")
    #expect(
      Bot.after(missing, "hybrid", "not sure", "we don't use writeback, is that why?").state.facts["writeback"]
        == "not-in-use")
    #expect(Bot.after(Self.grey, "helpdesk, what do i do?").state.facts["role"] == "other-admin")
  }

  @Test("A fact that several symptoms tell is cited from the heading where it stands")
  func home() {
    var bot = Bot.after("how long do policies take?")
    let heading = bot.say("which licence do we need, we're hybrid").first?.source?.heading
    #expect(heading?.contains("not covered") == true)
  }

  @Test("What stands in the way of the first is no second problem")
  func obstacle() {
    let bot = Bot.after(
      "I was asked to help a man who forgot his password, I found him in Azure but the reset button is grey, I'm helpdesk admin"
    )
    #expect(bot.state.topic?.intent == "button-greyed-out")
    #expect(bot.state.waiting.isEmpty)
  }

  @Test("A command beside something else is obeyed")
  func cancel() {
    var bot = Bot.after(Self.grey)
    bot.say("aha. avbryt allt, jag ringer kommunens support istället")
    #expect(bot.state.topic == nil)
    #expect(bot.state.question == nil)
  }

  @Test("\"What happens next?\" asks for the fix in short, and after a handover for that")
  func whatHappens() {
    var bot = Bot.after(Self.grey, "helpdesk admin")
    #expect(bot.say("what happens next?").text.hasPrefix("In short:"))
    bot.say("talk to a person")
    #expect(bot.say("what happens next?").text.contains("R-1"))
  }

  @Test("Success is heard in a long thank-you and behind a yes")
  func success() {
    let given = ["användaren kan fortfarande inte logga in efter återställning", "hybrid", "office 365-portalen"]
    for message in [
      "Fick gå till kontoret. Nu är det gjort och Sirpa sitter och jobbar, tusen tack snälla!", "ja tack, där satt den",
      "yes thanks, the box in the corner",
    ] {
      var bot = Bot()
      for said in given { bot.say(said) }
      bot.say(message)
      #expect(bot.state.outcome == .resolved)
    }
  }

  @Test("A second problem that is only pointed at waits for its turn")
  func second() {
    let bot = Bot.after(
      "our new girl can't log in after I changed her password in the admin center and on top of that my boss wants to "
        + "know which licences we need for all this")
    #expect(bot.state.topic?.intent == "onprem-user-cannot-sign-in")
    #expect(bot.state.waiting.map(\.intent) == ["reset-other"])
  }

  @Test(
    "What somebody did first is no problem of its own",
    arguments: [
      "i reset a guy's password and he can't log in", "jag bytte lösenord åt en kille och han kommer inte in",
      "I've reset the password for a user and they still cannot sign in to their computer",
    ])
  func deed(message: String) {
    let bot = Bot.after(message)
    #expect(bot.state.topic?.intent == "onprem-user-cannot-sign-in")
    #expect(bot.state.waiting.isEmpty)
  }
}
