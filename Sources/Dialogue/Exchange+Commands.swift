import Knowledge
import Matching
import TextAnalysis

/// Reserved words: they work at any time.
extension Exchange {
  /// "English please", "på svenska tack".
  mutating func takeLanguageWish() -> Bool {
    let isPlain = reading.only("english", with: "english-wish") || reading.only("swedish", with: "swedish-wish")
    // Within a sentence that is about nothing else: "could we go on in English, my colleague reads along".
    let isSaid = reading.length(of: "english-wish") + reading.length(of: "swedish-wish") > 0
    guard isPlain || isSaid && match.decision == .none && reading.weight() <= 10 else { return false }
    decision = MatchDecision.command
    say("language-set")
    // "Svenska igen tack" asks for no repetition, but what was just given is to be read in the language wished for.
    let isToRead = isAfterFix && state.topic?.given.isEmpty == false && state.topic?.fact == nil
    reading.length(of: "repeat") > 2 || isToRead ? repeatLast() : goOn()
    return true
  }

  /// Start over, help, back, skip, cancel, a person, bye, the other one.
  mutating func takeCommand() -> Bool {
    let isFailure = reading.length(of: "failed") > 1
    let command =
      commands.first { command in
        // "No help" is no call for help.
        !(isFailure && reading.length(of: command.name) < 2)
          && reading.only(command.name, with: "worked", "anaphora", "yes", "no", rest: command.rest)
          && !isOtherwise(command.name)
      } ?? wishApart ?? personWish
    // "No agent", "bot or human?": the word stands in it, and something else is meant.
    guard let command, !isMeantOtherwise(command.name) else { return false }
    decision = MatchDecision.command
    command.run(&self)
    return true
  }

  /// Whether learning knows better than the word of a command; at the end it counts: "then I don't know, hand me over".
  private func isMeantOtherwise(_ command: String) -> Bool {
    !reading.only(command) && (startsWithNo || reading.says("no") || !reading.ends(with: command))
      && isUnlikelyTalk(command)
  }

  /// Whether the word of a command means something else in this message.
  private func isOtherwise(_ command: String) -> Bool {
    // "Well then we'll ring somebody. Goodbye", whatever was asked.
    if command == "bye", reading.values.isEmpty, reading.closes(with: "bye"), !reading.isQuestion { return false }
    // "Nah, regular employee, our IT guy quit."
    if reading.weight(beside: [command]) > 1, answersOpenQuestion { return true }
    return switch command {
    // "The other thing: the button is grey", where nothing waits.
    case "other-one":
      state.waiting.isEmpty && match.decision == .answer || askedFact?.isClear == true
        || reading.isQuestion && reading.values.contains { isAsked($0.slot) }
    // "Did it there from the start."
    case "start-over": reading.weight(beside: ["start-over"]) > 1
    // "Låter rimligt" is no "later".
    case "bye": reading.isOnlyWithin("worked", "bye") || asksWhetherThatIsAll || reading.utterance.hasQuestionMark
    // "Are you a real person?"
    // "Thanks, I'll pass that on to her."
    case "person": reading.length(of: "who-are-you") > 0 || reading.isOnlyWithin("trying", "person")
    // "Thanks for the help", "can I get help from somebody?"
    case "help": reading.says("thanks") || reading.isOnlyWithin("person", "help")
    // "Can I go back on it?", after a fix, asks about the fix.
    case "back": reading.utterance.hasQuestionMark && state.topic?.given.isEmpty == false
    // After a single step, it asks for the one after it.
    case "skip": state.topic?.step != nil && reading.isNext
    // "Never mind, it works now."
    case "cancel": reading.length(of: "worked") > 1 && state.question?.subject == .helped
    default: false
    }
  }

  /// A reserved word, how many other words may stand beside it, and what it does.
  private typealias Command = (name: String, rest: Int, run: (inout Exchange) -> Void)

  private var commands: [Command] {
    [
      ("start-over", 0, { $0.startOver() }), ("help", 0, { $0.giveHelp() }), ("person", 0, { $0.wantPerson() }),
      ("other-one", roomForOther, { $0.takeOther() }),
      ("bye", roomForGoodbye, { $0.sayGoodbye() }), ("back", 0, { $0.goBack() }),
      ("skip", 0, { $0.skip() }), ("cancel", 0, { $0.cancel() }),
    ]
  }

  /// How many other words may stand beside "the other one": more where something waits and the message ends with it.
  private var roomForOther: Int {
    guard reading.length(of: "other-one") > 1 else { return 0 }
    return !state.waiting.isEmpty && reading.ends(with: "other-one") ? 8 : 2
  }

  /// How many other words may stand beside a goodbye: more where the message ends with one.
  private var roomForGoodbye: Int {
    // "And if we sync later" takes no leave.
    if reading.ends(with: "bye"), !reading.isQuestion, !reading.begins(with: "suppose"),
      match.decision == .none
    {
      return 8
    }
    return reading.length(of: "bye") > 1 ? 1 : 0
  }

  /// A new beginning or the end of it all, with something beside it: "wait, wrong job. start over", "cancel all, I'll ring".
  private var wishApart: Command? {
    guard !reading.isQuestion else { return nil }
    let isEnd = reading.endsWishing("start-over") && reading.weight(beside: ["start-over"]) <= 5
    if reading.length(of: "start-over") > 1, reading.saysApart("start-over") || isEnd {
      return ("start-over", 0, { $0.startOver() })
    }
    return reading.saysApart("cancel") && match.decision == .none && !reading.says("worked", "failed")
      ? ("cancel", 0, { $0.cancel() }) : nil
  }

  /// A wish for a person may stand in a longer message, as "no, I want to talk to a human".
  private var personWish: Command? {
    let length = reading.length(of: "person")
    // "What did you pass on?" asks about the handover.
    guard reading.length(of: "what-understood") <= length, !reading.isOnlyWithin("trying", "person") else {
      return nil
    }
    let isClear =
      length >= 3 || !reading.isQuestion && reading.closes(with: "person")
      || reading.only("person", with: "yes", "no", "failed", "sure", rest: length)
    return isClear && reading.says("person") && reading.length(of: "who-are-you") == 0
      ? ("person", 0, { $0.wantPerson() }) : nil
  }

  private mutating func startOver() {
    state = begunAgain
    say("started-over")
  }

  /// A conversation in which nothing was told, that goes on from this one.
  var begunAgain: ConversationState {
    var fresh = ConversationState()
    fresh.language = state.language
    fresh.said = state.said
    fresh.lastTexts = state.lastTexts
    return fresh
  }

  private mutating func giveHelp() {
    say("help")
    if let examples = examples() { replies[replies.count - 1].text += " " + wording("help-examples", examples) }
    askAgain()
  }

  mutating func wantPerson() {
    if state.outcome == .handedOver {
      say("handoff-again", ["reference": input.reference])
    } else {
      handOver()
    }
  }

  mutating func sayGoodbye() {
    if state.question?.subject == .helped, reading.says("worked", "thanks") { mark("yes") }
    say("goodbye", as: .goodbye)
    if state.outcome == .open, state.topic != nil || !state.waiting.isEmpty { state.outcome = .abandoned }
    state.question = nil
    state.waiting = []
  }

  private mutating func takeOther() {
    guard !state.waiting.isEmpty else {
      // Just taken up, it is the other one.
      if case .slot? = state.question?.subject, state.tried.contains(where: { $0.intent != state.topic?.intent }),
        askAgain()
      {
        return
      }
      return say("no-other")
    }
    let next = state.waiting.removeFirst()
    takeUp(next)
  }

  /// Takes back the last answer and asks for it again.
  private mutating func goBack() {
    var asked = state.topic?.askedSlots ?? []
    if case .slot = state.question?.subject, !asked.isEmpty { asked.removeLast() }
    guard let slot = asked.popLast() else {
      if !askAgain() { say("nothing-back") }
      return
    }
    state.topic?.askedSlots = asked
    state.topic?.asked = asked.count
    state.facts[slot] = nil
    ask(slot)
  }

  private mutating func skip() {
    switch state.question?.subject {
    case .slot(let slot): settle(slot, Question.unknown)
    case .intent:
      state.question = nil
      takeLikeliest()
    case .person:
      state.question = nil
      say("what-problem")
    case .helped:
      state.question = nil
      say("skipped-feedback")
      takeUpWaiting()
    case nil: say("nothing-skip")
    }
  }

  mutating func cancel() {
    state.topic = nil
    state.question = nil
    state.outcome = state.outcome == .open ? .abandoned : state.outcome
    say("cancelled")
    takeUpWaiting()
  }

  /// After something that was said in between: puts the open question again or, with nothing open, asks for the problem.
  mutating func goOn() {
    if state.question != nil {
      if case .helped = state.question?.subject, !replies.contains(where: { $0.question == "helped" }) {
        askWhetherHelped()
      } else {
        askAgain()
      }
    } else if state.topic == nil {
      say("what-problem")
    }
  }
}
