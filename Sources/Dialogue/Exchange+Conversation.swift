import Knowledge
import Matching
import TextAnalysis

/// Questions about the conversation itself, answered from its state.
extension Exchange {
  /// Nothing typed, or marks and emoji only.
  mutating func takeEmpty() -> Bool {
    guard reading.isWordless else { return false }
    if state.question?.subject == .helped, let thumb = reading.thumb {
      takeOutcome(thumb)
      return true
    }
    if reading.thumb == "yes", state.topic != nil {
      decision = MatchDecision.smallTalk
      say("thanks")
      askAgain()
      return true
    }
    decision = MatchDecision.smallTalk
    let name = reading.isEmpty ? "empty" : "nonsense"
    if state.question == nil {
      say(name)
    } else {
      say(name + "-open")
      askAgain()
    }
    return true
  }

  /// Who are you, what did you ask, what did you understand, are you sure, what do I do …
  mutating func takeTalkAboutConversation() -> Bool {
    let talk = talk
    let said = talk.filter { reading.only($0.name, with: "yes", "no", rest: $0.rest) }
      .max { reading.length(of: $0.name) < reading.length(of: $1.name) }
    guard let answer = said.flatMap({ isOverruled($0.name) ? nil : $0 }) ?? likelyTalk(of: talk) else { return false }
    decision = MatchDecision.followUp
    answer.run(&self)
    return true
  }

  /// Whether the message resembles talk by a word or two, while it clearly asks for a fact.
  private func isOverruled(_ name: String) -> Bool {
    // "He can see it too, the new one works."
    // "They're in. You saved us."
    if name == "stored", reading.says("worked"), !reading.isQuestion { return true }
    if name == "sure", reading.says("worked"), !reading.isOnlyWithin("sure", "worked"), !reading.isQuestion {
      return true
    }
    // "But my colleague is user admin, can she?", "my colleague says we're hybrid": something is told.
    let isSure = reading.utterance.tokens.prefix(4).contains { ["sure", "säker", "certain"].contains($0.text) }
    if name == "sure", !isSure, reading.values.contains(where: { isAsked($0.slot) && isNews($0) }) { return true }
    // "Are you sure? It's called helpdesk admin, surely it can do that."
    if name == "sure", reading.length(of: name) > 1, reading.begins(with: name) { return false }
    // "But I'm an admin?? Are you sure", whatever fact it sounds like.
    if name == "sure", reading.length(of: name) > 1, reading.ends(with: name) { return false }
    if isNewSymptom, reading.weight(beside: [name]) >= 3 { return true }
    if reading.weight(beside: [name]) > 1, answersOpenQuestion { return true }
    // "Global admin here now, what do I need to do?", "helpdesk, what do I do?"
    if name == "what-now", reading.values.contains(where: { $0.subject == .own && isAsked($0.slot) && isNews($0) }) {
      return true
    }
    // "It didn't help, what do we do now?"
    if name == "what-now", reading.length(of: "failed") > 1, state.question?.subject == .helped { return true }
    if name == "what-now", case .slot(let slot)? = state.question?.subject, opensWithAnswer(to: slot) { return true }
    // Whoever would hand over a secret is stopped, whatever else it sounds like.
    if name == "offer-secret", reading.length(of: name) > 2 { return false }
    // "Who gets this now?", after a handover.
    if name == "handoff-status", reading.length(of: name) > 2, reading.weight(beside: [name]) == 0 { return false }
    // Whoever is no administrator and was handed over waits for that.
    if name == "handoff-wait", isEndUser { return false }
    return likelihood(.talk(name)) < 0.3 && askedFact?.isClear == true
  }

  private func isNews(_ value: SlotValue) -> Bool { state.facts[value.slot] != value.value }

  /// What the message is by all that it says, where no phrase of the words' lists stands in it.
  private func likelyTalk(of talk: [Talk]) -> Talk? {
    // With nothing open, a message has nothing to lean on: only the phrases themselves are talk.
    guard state.topic != nil || state.question != nil || state.outcome != .open else { return nil }
    let isOther = match.decision != .none && match.candidates.first?.intent != state.topic?.intent
    if case .slot = state.question?.subject, reading.begins(with: "dont-know") { return nil }
    if reading.begins(with: "trying"), !reading.isQuestion { return nil }
    guard !reading.values.contains(where: { isAsked($0.slot) }),
      match.decision == .none || reading.isQuestion && !isOther, !reading.says("failed", "abuse"),
      reading.isQuestion || !reading.says("worked")
    else { return nil }
    return likelyTalk(among: talk.map(\.name)).flatMap { name in talk.first { $0.name == name } }
  }

  private typealias Talk = (name: String, rest: Int, run: (inout Exchange) -> Void)

  /// What can be asked, with how many other words may stand beside the phrase.
  private var talk: [Talk] {
    var talk: [Talk] = [
      (
        "who-are-you", reading.length(of: "who-are-you") > 2 ? 8 : 2,
        { $0.say("who-are-you", ["name": $0.text($0.engine.knowledge.settings.name)]) }
      ),
      ("what-can-you-do", 1, { $0.tellWhatIKnow() }), ("what-asked", 2, { $0.tellWhatIAsked() }),
      ("what-understood", reading.length(of: "what-understood") > 2 ? 8 : 2, { $0.tellWhatIUnderstood() }),
      ("stored", reading.length(of: "stored") > 2 ? 10 : 3, { $0.say("stored") }),
      ("repeat", reading.length(of: "repeat") > 2 ? 8 : 1, { $0.repeatLast() }), ("source", 3, { $0.tellSource() }),
      ("how-are-you", 1, { $0.say("how-are-you") }),
    ]
    let isGiven = state.topic?.given.isEmpty == false
    if isGiven {
      talk.append(
        ("sure", reading.length(of: "sure") < 2 ? 0 : reading.begins(with: "sure") ? 12 : 5, { $0.say("sure") }))
    } else if reading.length(of: "sure") > 1, state.topic != nil {
      talk.append(("sure", 5, { $0.doubt() }))
    } else if reading.length(of: "sure") > 1 {
      talk.append(("sure", 0, { $0.say("sure-none") }))
    }
    // "What happens now?", after a handover, asks about that.
    let asksForOutcome = state.outcome == .handedOver && reading.says("handoff-status")
    if isGiven || state.question != nil, !asksForOutcome {
      talk.append(
        (
          "what-now", reading.closes(with: "what-now") ? 12 : reading.length(of: "what-now") > 3 ? 6 : 1,
          { $0.giveShortForm() }
        ))
    }
    if state.outcome == .handedOver, !isGiven || askedFact == nil || isEndUser {
      // Whoever is no administrator has nothing else to wait for: "and how long will that take, he has a test at ten".
      talk.append(("handoff-wait", isEndUser && reading.isQuestion ? 12 : 3, { $0.tellHandoffStatus() }))
    }
    if !state.handedOver.isEmpty {
      talk.append(("handoff-status", 4, { $0.tellHandoffStatus() }))
    } else if reading.length(of: "handoff-status") > max(2, reading.length(of: "what-now")), askedFact == nil {
      talk.append(("handoff-status", 1, { $0.tellHandoffStatus() }))
    }
    if asksWhetherThatIsAll { talk.append(("is-that-all", 2, { $0.tellWhetherThatIsAll() })) }
    talk.append(("forgot-to-ask", 6, { $0.say("asks-what-decides") }))
    talk.append(("reference", reading.isPolar ? 6 : 2, { $0.tellReference() }))
    talk.append(("what-i-asked", 8, { $0.tellWhatWasAsked() }))
    if !state.handedOver.isEmpty { talk.append(("what-handed", 3, { $0.tellWhatWasHandedOver() })) }
    talk.append(("who-here", 4, { $0.tellWhoIsHere() }))
    talk.append(("offer-secret", 3, { $0.declineSecret() }))
    switch state.question?.subject {
    case .slot, .intent:
      talk += [
        ("why-asked", reading.length(of: "why-asked") < 3 ? 0 : 3, { $0.explainQuestion() }),
        ("wrong-choice", 3, { $0.allayDoubt() }),
      ]
    default:
      if isGiven {
        talk.append(("not-understood", 1, { $0.giveShortForm() }))
        talk.append(("outdated", 3, { $0.say("sure") }))
      }
      if let slot = state.topic?.askedSlots.last { talk.append(("why-you-asked", 1, { $0.explain(slot) })) }
    }
    return talk
  }

  /// Doubt before any fix was given: what is open stays open.
  private mutating func doubt() {
    say("sure")
    askAgain()
  }

  /// "What if I pick the wrong one?"
  private mutating func allayDoubt() {
    say("wrong-choice")
    askAgain()
  }

  private mutating func declineSecret() {
    say("offer-secret")
    askAgain()
  }

  private mutating func tellWhatIKnow() {
    guard let examples = examples() else { return say("fallback-empty") }
    say("what-can-you-do", examples)
  }

  mutating func tellWhatIAsked() {
    guard case .slot(let slot)? = state.question?.subject, let question = engine.knowledge.questions[slot] else {
      if state.question == nil { return say("what-asked-none") }
      replies.append(Reply(.notice, wording("what-asked")))
      if !askAgain(), state.question?.subject == .helped { replies[0].text += " " + wording("helped") }
      return
    }
    replies.append(Reply(.notice, wording("what-asked") + " " + text(question.ask)))
    listChoices(of: question)
  }

  private mutating func tellWhatIUnderstood() {
    var known = named(state.facts, slots: engine.knowledge.questions.keys.sorted())
    if let topic = state.topic {
      let problem = wording("the-problem", ["topic": title(topic.intent)])
      known = known.isEmpty ? problem : problem + ", " + known
    }
    known.isEmpty ? say("what-understood-none") : say("what-understood", ["facts": known])
  }

  /// Where the last fix is documented, with its links.
  private mutating func tellSource() {
    guard let intent else { return say("sure-none") }
    let fix = state.topic?.given.last.flatMap(intent.fix)
    // What was told last comes first.
    let told = state.topic?.fact.flatMap { engine.knowledge.facts[$0] }?.links ?? []
    let links = told + (fix?.links ?? []).filter { !told.contains($0) }
    let reply = compose(.notice, wording("source-is"), links: links, of: intent)
    show(reply, to: fix?.audience ?? .everyone, of: intent)
    askAgain()
  }

  /// Whose role it is at the person's own place: "who is our admin?".
  private mutating func tellWhoIsHere() {
    say("who-here")
    askAgain()
  }

  /// The symptoms that were talked about, in their order: "what did I ask first?".
  private mutating func tellWhatWasAsked() {
    var seen: Set<String> = []
    let topics = (state.tried.map(\.intent) + [state.topic?.intent].compactMap(\.self) + state.waiting.map(\.intent))
      .filter { seen.insert($0).inserted }.map { "«\(title($0))»" }
    guard !topics.isEmpty else { return say("what-understood-none") }
    say("what-was-asked", ["topics": topics.joined(separator: ", ")])
    askAgain()
  }

  /// What the person who takes over gets to read.
  private mutating func tellWhatWasHandedOver() {
    let known = named(state.facts, slots: engine.knowledge.questions.keys.sorted())
    let topic = title(state.handedOver.last ?? "")
    say("what-handed", ["topic": topic, "facts": known.isEmpty ? "" : ", \(known)"])
  }

  private mutating func tellReference() {
    guard !state.handedOver.isEmpty, reading.isPolar else { return tellHandoffStatus() }
    say("reference-only", ["reference": input.reference])
  }

  private mutating func tellHandoffStatus() {
    say(state.handedOver.isEmpty ? "reference" : "handoff-status", ["reference": input.reference])
  }

  private mutating func explainQuestion() {
    if case .intent = state.question?.subject {
      say("did-you-mean-explain")
      askAgain()
      return
    }
    if case .slot(let slot)? = state.question?.subject { explain(slot) }
    askAgain()
  }

  /// Tells why a slot was or is asked for.
  private mutating func explain(_ slot: String) {
    guard let question = engine.knowledge.questions[slot] else { return }
    replies.append(Reply(.notice, text(question.explanation)))
  }

  /// Whether it asks if there is no more to say: "was that all?".
  var asksWhetherThatIsAll: Bool { reading.says("is-that-all") && reading.isQuestion }

  /// The next documented possibility, or that there is none.
  private mutating func tellWhetherThatIsAll() {
    guard let intent, let last = state.topic?.given.last.flatMap(intent.fix) else {
      return state.outcome == .handedOver ? say("handoff-again", ["reference": input.reference]) : tellWhatIKnow()
    }
    next(after: last, of: intent) == nil ? say("nothing-more") : giveNext()
  }
}
