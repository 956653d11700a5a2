import Knowledge
import Matching
import TextAnalysis

/// Going back to a symptom that waits or that was answered before.
extension Exchange {
  /// Whether an intent belongs to the article of the open symptom or of one that waits.
  private func isOfArticleInUse(_ intent: String) -> Bool {
    let article = engine.knowledge.intent(intent)?.article
    let symptoms = [state.topic].compactMap(\.self) + state.waiting
    return symptoms.contains { engine.knowledge.intent($0.intent)?.article == article }
  }

  /// A symptom that was answered before, called back by a few words: "and the grey button?".
  private mutating func takeUpTried() -> Bool {
    guard match.decision != .none, let best = match.candidates.first, best.intent != state.topic?.intent,
      state.tried.contains(where: { $0.intent == best.intent }),
      !state.waiting.contains(where: { $0.intent == best.intent })
    else { return false }
    decision = MatchDecision.command
    var topic = Topic(intent: best.intent, score: best.score)
    topic.isNamed = true
    say("returning", ["topic": title(best.intent)])
    begin(topic)
    return true
  }

  /// Another of the symptoms offered than the one chosen: "no, I meant the first".
  mutating func takeOtherChoice() -> Bool {
    guard let offered = state.alternatives, let number = reading.correctedNumber, offered.indices.contains(number - 1),
      offered[number - 1] != state.topic?.intent
    else { return false }
    decision = MatchDecision.reply
    let mistaken = state.topic?.intent
    begin(Topic(intent: offered[number - 1], score: 1, asked: 1))
    state.waiting.removeAll { $0.intent == mistaken }
    return true
  }

  /// The symptom that was offered beside the one chosen: "and the other page, why would that be missing?".
  private mutating func takeAlternative() -> Bool {
    let others = state.alternatives?.filter { $0 != state.topic?.intent } ?? []
    guard others.count == 1, let other = others.first, state.waiting.isEmpty,
      state.topic?.given.isEmpty == false, reading.namesAnother, reading.weight() <= 10,
      match.decision != .answer || match.candidates.first?.intent == other
    else { return false }
    decision = MatchDecision.command
    state.alternatives = nil
    begin(Topic(intent: other, score: match.candidates.first { $0.intent == other }?.score ?? 0))
    return true
  }

  /// The symptom that waits which the part with "back" is about: "ok, back to the page. I'm only a guest".
  private var namedToReturn: Int? {
    guard let place = reading.place(of: "back"), reading.weightBesideValues <= 6, !reading.isQuestion else {
      return nil
    }
    guard let part = parts(of: reading.utterance).first(where: { $0.contains(place) }) else { return nil }
    let found = engine.matcher.match(reading.utterance.typed(part), language: language).candidates
    let best = found.first { candidate in state.waiting.contains { $0.intent == candidate.intent } }?.intent
    return state.waiting.firstIndex { $0.intent == best } ?? (state.waiting.count == 1 ? 0 : nil)
  }

  /// Whether a symptom that waits is the one that a few words match best; one that was answered already is not called
  /// back by what asks for a fact.
  private func isCalledBack(_ topic: Topic, by best: String?) -> Bool {
    guard topic.intent == best, best != state.topic?.intent else { return false }
    return topic.given.isEmpty || match.decision != .none && askedFact?.isUnmistakable != true
  }

  /// What waits for its first fix, called up as the other one beside something else: "the button's fine now. The other
  /// one?", "great. And the other one, the thing about the licence?".
  mutating func takeOtherThatWaits() -> Bool {
    guard let index = state.waiting.firstIndex(where: \.given.isEmpty), reading.callsOther, !reading.says("suppose"),
      state.question == nil || state.question?.subject == .helped,
      match.decision != .answer || match.candidates.first?.intent == state.waiting[index].intent
    else { return false }
    decision = MatchDecision.command
    if reading.says("worked"), state.topic?.given.isEmpty == false {
      mark("yes")
      say("resolved-on")
    }
    takeUp(state.waiting.remove(at: index))
    return true
  }

  /// A symptom that waits, called back by a few words: "and the registration thing?".
  mutating func takeReturn() -> Bool {
    if takeAlternative() { return true }
    if reading.says("back"), let index = namedToReturn {
      decision = MatchDecision.command
      takeUp(state.waiting.remove(at: index))
      return true
    }
    guard reading.weight() <= 4, reading.values.isEmpty else { return false }
    if takeUpTried() { return true }
    // A few words that settle nothing are no sign of another article.
    let best = match.candidates.first { match.decision == .answer || isOfArticleInUse($0.intent) }?.intent
    // "Back to the page": with nothing else to go back to, the one that waits.
    let isBack = reading.says("back") && state.question?.subject == .helped
    guard
      let index = state.waiting.firstIndex(where: { isCalledBack($0, by: best) })
        ?? (isBack ? state.waiting.indices.first : nil)
    else { return false }
    decision = MatchDecision.command
    takeUp(state.waiting.remove(at: index))
    return true
  }

  /// Goes back to the symptom that led on to the open one, where what has been set right leads elsewhere: "no, I meant
  /// hybrid", after a fix that is not for the cloud, whether or not the open one was answered since.
  mutating func returnToOrigin() -> Bool {
    guard let topic = state.topic, let index = state.tried.lastIndex(where: { $0.intent != topic.intent }),
      case let last = state.tried[index],
      let origin = engine.knowledge.intent(last.intent), origin.fix(last.fix)?.continues == topic.intent
    else { return false }
    let table = engine.table(of: origin)
    if case .give(let fix) = table.step(state.facts), fix.id == last.fix { return false }
    state.topic = Topic(intent: origin.id, score: topic.score, asked: topic.asked)
    state.topic?.isNamed = true
    state.tried.removeSubrange(index...)
    state.question = nil
    proceed()
    return true
  }
}
