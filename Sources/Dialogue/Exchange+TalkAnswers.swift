import Knowledge
import Matching
import TextAnalysis

/// Answers to what is asked about the conversation or the bot, from the state.
extension Exchange {
  /// Answers a question of this kind.
  ///
  /// - Returns: whether there is an answer to it.
  mutating func answerTalk(_ kind: String) -> Bool {
    switch kind {
    case "who-are-you": say(kind, ["name": text(engine.knowledge.settings.name)])
    case "how-are-you", "stored", "languages": say(kind)
    case "what-can-you-do": tellWhatIKnow()
    case "what-asked": tellWhatIAsked()
    // "What did you write to them?", after a handover, asks for what they get.
    case "what-understood" where !state.handedOver.isEmpty && asksForHandover: tellWhatWasHandedOver()
    case "what-understood": tellWhatIUnderstood()
    case "what-i-asked": tellWhatWasAsked()
    case "what-handed": state.handedOver.isEmpty ? tellHandoffStatus() : tellWhatWasHandedOver()
    case "who-here": tellWhoIsHere()
    case "repeat": repeatLast()
    case "source" where intent == nil && state.question != nil: return false
    case "source": tellSource()
    case "sure": state.topic == nil ? say("sure-none") : doubt()
    case "outdated": tellDate()
    case "what-now", "not-understood": giveShortForm()
    case "handoff-wait", "handoff-status": tellHandoffStatus()
    case "reference": tellReference()
    case "is-that-all": tellWhetherThatIsAll()
    case "forgot-to-ask": say("asks-what-decides")
    case "offer-secret": declineSecret()
    case "do-it-for-me": say("cannot-do")
    case "why-asked": explainQuestion()
    case "why-you-asked": if let slot = state.topic?.askedSlots.last { explain(slot) }
    case "wrong-choice": allayDoubt()
    default: return false
    }
    return true
  }

  private var asksForHandover: Bool {
    reading.length(of: "what-handed") > 0
      || likelihood(.talk("what-handed")) > likelihood(.talk("what-understood"))
  }

  /// Doubt: what is open stays open.
  private mutating func doubt() {
    say("sure")
    if state.topic?.given.isEmpty != false { askAgain() }
  }

  /// When it was documented: "is that still up to date?".
  private mutating func tellDate() {
    let article = intent.flatMap { engine.knowledge.articles[$0.article] }
    guard let date = article?.documented else { return say("sure") }
    say("outdated", ["date": date])
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

  /// The next documented possibility, or that there is none.
  private mutating func tellWhetherThatIsAll() {
    guard let intent, let last = state.topic?.given.last.flatMap(intent.fix) else {
      return state.outcome == .handedOver ? say("handoff-again", ["reference": input.reference]) : tellWhatIKnow()
    }
    next(after: last, of: intent) == nil ? say("nothing-more") : giveNext()
  }
}
