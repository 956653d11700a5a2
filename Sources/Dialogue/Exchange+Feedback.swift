import Knowledge
import Matching
import TextAnalysis

/// "Did that help?"
extension Exchange {
  /// Yes, no, partly, "I'll try", in whatever words.
  mutating func takeFeedback() -> Bool {
    if takeOffer() { return true }
    if takeUpSupposed() { return true }
    if takeSecondThought() { return true }
    if takeLateOutcome() { return true }
    guard state.topic?.given.isEmpty == false, isAfterFix, let outcome = outcomeSaid else { return false }
    if isUnlikely(outcome), takeLikelyTalk() { return true }
    if outcome == "yes", isHardlySuccess { return false }
    if outcome == "later", !tellsTimeThatDecides {
      decision = MatchDecision.feedback
      say(reading.says("thanks") ? "thanks-trying" : "take-your-time")
      return true
    }
    if isNewSymptom && !isTried || outcome != "yes" && isOtherSymptomLikely {
      mark(outcome)
      return false
    }
    // "no, I'm actually global admin": what changes the answer counts for more than the no.
    // "Tried it just now with a test user, and it's sorted" tells nothing that could still matter.
    let isDone = outcome == "yes" && reading.closesWithSuccess
    let told = reading.values.filter { value in
      isAsked(value.slot) && !isDone
        && (outcome == "yes" ? isLateAnswer(value) : isChange(value) || isOfSomebodyElse(value))
    }
    if keep(told + (outcome == "no" ? correctedByName : [])) {
      mark("not-helped")
      decision = MatchDecision.feedback
      giveChangedAnswer()
      return true
    }
    takeOutcome(outcome)
    return true
  }

  /// "Now I am", after what had been supposed: then it is known.
  private mutating func takeUpSupposed() -> Bool {
    guard let supposed = state.topic?.supposed, !supposed.isEmpty, !reading.isQuestion,
      reading.only("so-am-i", with: "yes", "worked", "anaphora")
    else { return false }
    decision = MatchDecision.reply
    for (slot, value) in supposed.sorted(by: { $0.key < $1.key }) { learn(slot, value) }
    giveChangedAnswer()
    return true
  }

  /// What is set right after a moment's thought, whatever else it sounds like: "hang on, that's wrong, she's an admin".
  private mutating func takeSecondThought() -> Bool {
    guard state.topic?.given.isEmpty == false, isAfterFix, !reading.isQuestion,
      reading.says("correction") || reading.hesitates, !reading.closes(with: "worked", "failed")
    else { return false }
    let told =
      reading.values.filter { value in
        if isOfSomebodyElse(value) {
          // "Hang on, I'll ask Karin, she's global admin."
          return !reading.intends && ofOthers(value).contains { state.facts[$0.slot] != $0.value }
        }
        return isRelevant(value.slot) && (isAsked(value.slot) || tellsMatter(value)) && isChange(value)
      } + toldAnew
    guard !told.isEmpty, keep(told) else { return false }
    decision = MatchDecision.reply
    giveChangedAnswer()
    return true
  }

  /// Roles told anew in the words of a reply: "hang on, here I've only got SharePoint administrator".
  private var toldAnew: [SlotValue] {
    guard reading.values.isEmpty, !reading.tellsOfThird, let topic = state.topic else { return [] }
    return topic.askedSlots.filter(engine.vocabulary.tellsEndUsers).compactMap { slot in
      guard let said = replied(to: slot, atLeast: Self.lettersInPart), said != state.facts[slot],
        !isEndUser([slot: said])
      else { return nil }
      return SlotValue(slot: slot, value: said, tokens: 0..<0, subject: .own)
    }
  }

  /// What a "no" sets right by the name of a choice: "no, it's an administrator that I'm trying with".
  private var correctedByName: [SlotValue] {
    let tokens = reading.utterance.tokens.map(\.text)
    let isSaid = zip(tokens, tokens.dropFirst()).contains {
      ["det", "it"].contains($0) && ["är", "gäller", "is"].contains($1)
    }
    guard let intent, isSaid || tokens.contains("its"), startsWithNo, !reading.says("failed") else { return [] }
    return slots(of: intent).filter { isAsked($0) && !engine.vocabulary.tellsEndUsers($0) && state.facts[$0] != nil }
      .compactMap { slot in
        replied(to: slot, atLeast: Self.lettersInPart)
          .map { SlotValue(slot: slot, value: $0, tokens: 0..<0, subject: .open) }
      }.filter { state.facts[$0.slot] != $0.value }
  }

  /// Success told while another question is open or after the end, and failure told after success.
  private mutating func takeLateOutcome() -> Bool {
    guard state.topic != nil, state.question?.subject != .helped, !reading.isQuestion, !reading.asksWhetherItHelps,
      reading.values.isEmpty || reading.closes(with: "worked"), match.decision != .answer, !answersOpenQuestion
    else { return false }
    let isGiven = state.topic?.given.isEmpty == false
    if reading.length(of: "failed") > 0 || isGiven && state.outcome == .resolved && startsWithNo {
      guard isGiven, state.outcome == .resolved else { return false }
      takeOutcome("no")
      return true
    }
    let isSaid =
      reading.length(of: "worked") > 1 && reading.says("worked") || reading.only("worked", with: "yes", "anaphora")
    // "Tack för hjälp" after a handover is thanks.
    let isThanks = state.outcome == .handedOver && reading.length(of: "worked") <= 1
    // "That I don't know, I only got a number" answers what is asked.
    var isUnsure = false
    if case .slot = state.question?.subject { isUnsure = reading.begins(with: "dont-know") }
    guard isSaid, !isThanks, !isUnsure, !reading.tellsPartly, !reading.asksBefore("worked"), !startsWithNo,
      state.outcome != .resolved, isGiven || state.question != nil
    else { return false }
    takeOutcome("yes")
    return true
  }

  /// Whether a slot is one that the person can be asked for.
  func isAsked(_ slot: String) -> Bool { !text(engine.knowledge.questions[slot]?.ask).isEmpty }

  /// "Yes, do that", right after a person was offered.
  private mutating func takeOffer() -> Bool {
    // "No thanks" declines the person; whether the fix helped is another question.
    let declines = reading.only("no", with: "thanks") || startsWithNo && reading.says("trying")
    if offeredPerson, declines, reading.utterance.tokens.contains(where: \.isOfThanks) {
      decision = MatchDecision.command
      say("offer-declined")
      return true
    }
    guard offeredPerson, reading.only("yes", with: "thanks", "anaphora"), !reading.says("worked") else { return false }
    decision = MatchDecision.command
    // "Ok" takes note of what was said; it asks for nobody.
    if reading.utterance.tokens.indices.allSatisfy(takesNote) {
      say("offer-declined")
      return true
    }
    handOver()
    return true
  }

  /// Whether a word only takes note or thanks: "ok cheers".
  private func takesNote(_ index: Int) -> Bool {
    reading.utterance.tokens[index].isAcknowledgement
      || reading.words.contains { $0.id == "thanks" && $0.tokens.contains(index) }
        && !reading.words.contains { $0.id == "yes" && $0.tokens.contains(index) }
  }

  /// Whether a fix was the last thing of weight: its question is open, or it was answered with partly or no.
  var isAfterFix: Bool { state.question?.subject == .helped }

  /// Whether it gives an answer once more that was given before: "yes, I'm an admin".
  var answersAgain: Bool {
    intent.map(slots(of:))?.contains { slot in
      guard isAsked(slot) else { return false }
      let said = replied(to: slot, atLeast: Self.lettersInPart)
      return said != nil && said == state.facts[slot]
    } ?? false
  }

  /// Whether the symptom that the message names was answered before in this conversation: telling it again is a no.
  private var isTried: Bool {
    match.candidates.first.map { best in state.tried.contains { $0.intent == best.intent } } ?? false
  }

  /// Whether a failure is told that sounds like another symptom: "it's grey, I can't click it".
  private var isOtherSymptomLikely: Bool {
    guard match.decision == .ask, !isTried, let best = match.candidates.first, best.intent != state.topic?.intent else {
      return false
    }
    return (best.score >= 0.5 || reading.length(of: "failed") == 0 && isFarAhead(best))
      && reading.weight(beside: ["failed", "anaphora", "no"]) >= 2
  }

  /// Whether a value answers what was asked and not known: "ok, found it, it says helpdesk admin".
  private func isLateAnswer(_ value: SlotValue) -> Bool {
    state.facts[value.slot] == Question.unknown && state.topic?.askedSlots.contains(value.slot) == true
  }

  func isChange(_ value: SlotValue) -> Bool { state.facts[value.slot] != value.value }

  /// Acts on what came of the last fix.
  mutating func takeOutcome(_ outcome: String) {
    decision = MatchDecision.feedback
    mark(outcome)
    state.question = nil
    if outcome == "yes" {
      say("resolved")
      takeUpWaiting()
    } else {
      giveNext()
    }
  }

  /// Notes what came of the last fix.
  mutating func mark(_ outcome: String) {
    if outcome == "yes" { state.outcome = .resolved }
    guard let last = state.tried.indices.last else { return }
    state.tried[last].outcome = ["yes": "helped", "partly": "partly"][outcome] ?? "not-helped"
  }
}

extension Token {
  /// Whether it is the word by which an offer is declined politely.
  fileprivate var isOfThanks: Bool { ["tack", "thanks", "thank"].contains(text) }

  /// Whether it is a word that only takes note.
  fileprivate var isAcknowledgement: Bool { ["ok", "okej", "okay"].contains(text) }
}
