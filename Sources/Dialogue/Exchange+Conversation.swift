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
    return answerTalk(answer.name)
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
    // "Should I just try once more?"
    if name == "repeat", reading.isPolar, reading.utterance.tokens.contains(where: { Self.tries.contains($0.text) }) {
      return true
    }
    // Whoever would hand over a secret is stopped, whatever else it sounds like.
    if name == "offer-secret", reading.length(of: name) > 2 { return false }
    // "Who gets this now?", after a handover.
    if name == "handoff-status", reading.length(of: name) > 2, reading.weight(beside: [name]) == 0 { return false }
    // Whoever is no administrator and was handed over waits for that.
    if name == "handoff-wait", isEndUser { return false }
    return likelihood(.talk(name)) < 0.3 && askedFact?.isClear == true
  }

  private static let tries: Set<String> = [
    "try", "do", "reset", "redo", "prova", "testa", "försöka", "göra", "återställa", "köra",
  ]

  private func isNews(_ value: SlotValue) -> Bool { state.facts[value.slot] != value.value }

  /// What the message is by all that it says, where no phrase of the words' lists stands in it.
  private func likelyTalk(of talk: [Talk]) -> Talk? {
    // With nothing open, a message has nothing to lean on: only the phrases themselves are talk.
    guard state.topic != nil || state.question != nil || state.outcome != .open else { return nil }
    let isOther = match.decision != .none && match.candidates.first?.intent != state.topic?.intent
    if case .slot = state.question?.subject, reading.begins(with: "dont-know") { return nil }
    if opensWithYesOrNo { return nil }
    if reading.begins(with: "trying"), !reading.isQuestion { return nil }
    guard !reading.values.contains(where: { isAsked($0.slot) }),
      match.decision == .none || reading.isQuestion && !isOther, !reading.says("failed", "abuse"),
      reading.isQuestion || !reading.says("worked")
    else { return nil }
    return likelyTalk(among: talk.map(\.name)).flatMap { name in talk.first { $0.name == name } }
  }

  /// Whether it answers an open question with the first word: "ja sen i fjol", "nja".
  var opensWithYesOrNo: Bool {
    state.question != nil && !reading.isQuestion
      && reading.words.contains { ["yes", "no", "partly"].contains($0.id) && $0.tokens.lowerBound == 0 }
  }

  private typealias Talk = (name: String, rest: Int)

  /// What can be asked, with how many other words may stand beside the phrase.
  private var talk: [Talk] {
    let isGiven = state.topic?.given.isEmpty == false
    var talk: [Talk] = [
      ("who-are-you", reading.length(of: "who-are-you") > 2 ? 8 : 2), ("what-can-you-do", 1), ("what-asked", 2),
      ("what-understood", reading.length(of: "what-understood") > 2 ? 8 : 2),
      ("stored", reading.length(of: "stored") > 2 ? 10 : 3), ("repeat", reading.length(of: "repeat") > 2 ? 8 : 1),
      ("source", 3), ("how-are-you", 1), ("forgot-to-ask", 6), ("reference", reading.isPolar ? 6 : 2),
      ("what-i-asked", 8), ("who-here", 4), ("offer-secret", 3),
    ]
    if isGiven {
      talk.append(("sure", reading.length(of: "sure") < 2 ? 0 : reading.begins(with: "sure") ? 12 : 5))
    } else if reading.length(of: "sure") > 1 {
      talk.append(("sure", state.topic == nil ? 0 : 5))
    }
    // "What happens now?", after a handover, asks about that.
    let asksForOutcome = state.outcome == .handedOver && reading.says("handoff-status")
    if isGiven || state.question != nil, !asksForOutcome {
      talk.append(("what-now", reading.closes(with: "what-now") ? 12 : reading.length(of: "what-now") > 3 ? 6 : 1))
    }
    if state.outcome == .handedOver, !isGiven || askedFact == nil || isEndUser {
      // Whoever is no administrator has nothing else to wait for: "and how long will that take, he has a test at ten".
      talk.append(("handoff-wait", isEndUser && reading.isQuestion ? 12 : 3))
    }
    if !state.handedOver.isEmpty {
      talk += [("handoff-status", 4), ("what-handed", 3)]
    } else if reading.length(of: "handoff-status") > max(2, reading.length(of: "what-now")), askedFact == nil {
      talk.append(("handoff-status", 1))
    }
    if asksWhetherThatIsAll { talk.append(("is-that-all", 2)) }
    switch state.question?.subject {
    case .slot, .intent: talk += [("why-asked", reading.length(of: "why-asked") < 3 ? 0 : 3), ("wrong-choice", 3)]
    default:
      if isGiven { talk += [("not-understood", 1), ("outdated", 3)] }
      if state.topic?.askedSlots.isEmpty == false { talk.append(("why-you-asked", 1)) }
    }
    return talk
  }

  /// Whether it asks if there is no more to say: "was that all?".
  var asksWhetherThatIsAll: Bool { reading.says("is-that-all") && reading.isQuestion }
}
