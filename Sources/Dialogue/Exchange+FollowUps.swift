import Knowledge
import Matching
import TextAnalysis

/// Follow-up questions and corrections, in the context of the open symptom.
extension Exchange {
  /// Answers what leans on the open symptom: a documented fact, another row of its table, a correction.
  mutating func takeFollowUp() -> Bool {
    guard let intent, !isNewTopic else { return false }
    let isTold = !state.facts.isEmpty || state.topic?.given.isEmpty == false || state.topic?.askedSlots.isEmpty == false
    let changes = reading.values.filter { isRelevant($0.slot) && state.facts[$0.slot] != $0.value }
    if asksToAct { return declineToAct() }
    let own = changes.filter { $0.subject == .own }
    if isTold, !own.isEmpty, !reading.isPolar, !reading.says("suppose", "question-word") {
      return correct(changes.filter { !isOfSomebodyElse($0) })
    }
    if reading.isQuestion || reading.says("suppose") {
      if giveFact(of: intent, supposing: changes) { return follow() }
      let isSupposing =
        reading.says("suppose")
        || !reading.asksForCircumstances && reading.weightBesideValues <= Self.wordsBesideSupposed
      if isSupposing, !changes.isEmpty, state.topic?.given.isEmpty == false { return supposeAndFollow(changes, intent) }
    } else {
      let told = changes.filter { !isOfSomebodyElse($0) }
      if !told.isEmpty, isTold, isCorrection(told) { return correct(told) }
      if isElliptic, giveFact(of: intent, supposing: changes) { return follow() }
    }
    return sayUndocumented(intent)
  }

  /// Whether the bot is asked to do something itself: "can you reset it for me?", "could you mail my admin?".
  private var asksToAct: Bool {
    reading.begins(with: "can-you") && !reading.says("telling")
      || reading.says("do-it-for-me") && reading.weight(beside: ["do-it-for-me", "anaphora"]) <= 4
  }

  private mutating func declineToAct() -> Bool {
    say("cannot-do")
    return follow()
  }

  /// Whether the message is about something else: it clearly names another symptom, in words of its own.
  private var isNewTopic: Bool {
    guard isNewSymptom else { return false }
    let score = match.candidates.first?.score ?? 0
    if score < Self.scoreOfOwn, asksClearly { return false }
    let ownWeight = reading.weight(beside: ["question-word", "polar", "anaphora", "suppose", "yes", "no"])
    return score >= 1 || ownWeight >= (reading.isAnaphoric ? 5 : 4)
  }

  /// How many other words a question may have that supposes a value without saying so: "and a user admin?".
  private static let wordsBesideSupposed = 3

  /// The score from which a symptom counts for more than a fact that the message asks for.
  private static let scoreOfOwn = 0.9

  /// Whether it asks for a documented fact about the open symptom in so many words.
  private var asksClearly: Bool {
    guard let intent, reading.isQuestion else { return false }
    let best = engine.vocabulary.facts(asked: reading.utterance, among: intent.facts).first
    return (best?.points ?? 0) >= Self.clearPoints
  }

  /// A few words with no verb of their own, such as "our admins?" or "and the licence".
  private var isElliptic: Bool { reading.weight() <= 4 && match.decision != .answer }

  private mutating func follow() -> Bool {
    decision = MatchDecision.followUp
    if case .slot = state.question?.subject { askAgain() }
    return true
  }

  // MARK: - Facts

  /// The points from which a fact is asked for even where the message also supposes a value: a word of its own.
  private static let clearPoints = 0.8

  /// Gives the documented fact that the message asks for, yes or no first where it asks for that.
  private mutating func giveFact(of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    let asked = engine.vocabulary.facts(asked: reading.utterance, among: intent.facts)
    guard let best = asked.first, let fact = engine.knowledge.facts[best.fact] else { return false }
    // A supposed role or account is answered by its row of the table, unless the fact says yes or no to it.
    let polarity = polarity(of: fact, supposing: changes)
    let isSupposed = changes.contains { isAsked($0.slot) }
    if polarity == nil, isSupposed, best.points < Self.clearPoints, state.topic?.given.isEmpty == false {
      return false
    }
    let lead = reading.isPolar ? polarity.map { wording($0) } ?? "" : ""
    show(compose(.fix, text(fact.text), lead: lead, links: fact.links, of: intent), to: fact.audience, of: intent)
    state.topic?.supposed = Dictionary(changes.map { ($0.slot, $0.value) }) { $1 }
    return true
  }

  /// Whether the answer about a fact is yes or no, for what is known and supposed; `nil` where the content doesn't say.
  private func polarity(of fact: Fact, supposing changes: [SlotValue]) -> String? {
    let supposed = state.topic?.supposed ?? [:]
    // What the person's own role allows says nothing about their boss.
    let isAlways = (fact.yes + fact.no).contains(where: \.isEmpty)
    if !isAlways, changes.isEmpty, supposed.isEmpty, engine.vocabulary.isAboutOthers(reading.utterance) { return nil }
    var facts = state.facts.merging(supposed) { $1 }
    for change in changes { facts[change.slot] = change.value }
    if fact.no.contains(where: { DecisionTable.holds($0, for: facts) }) { return "no" }
    if fact.yes.contains(where: { DecisionTable.holds($0, for: facts) }) { return "yes" }
    return nil
  }

  // MARK: - Supposed and corrected values

  /// Gives the row of the table for a supposed value; nothing that is known changes.
  private mutating func supposeAndFollow(_ changes: [SlotValue], _ intent: Intent) -> Bool {
    let supposed = Dictionary(changes.map { ($0.slot, $0.value) }) { $1 }
    let facts = state.facts.merging(supposed) { $1 }
    let table = DecisionTable(intent, questions: engine.knowledge.questions)
    guard case .give(let fix) = table.step(facts, mayAsk: false) else { return false }
    if fix.audience == .administrators, isEndUser(facts) {
      tellEndUser(intent)
      return follow()
    }
    let reply = reply(giving: fix, of: intent, for: facts, lead: wording("in-that-case"))
    if show(reply, to: fix.audience, of: intent) { self.fix = fix.id }
    state.topic?.supposed = supposed
    return follow()
  }

  /// Whether a statement with other values than those known is meant to change them.
  private func isCorrection(_ changes: [SlotValue]) -> Bool {
    reading.says("correction") || changes.contains { $0.subject == .own } || match.decision != .answer
      || match.candidates.first?.intent == state.topic?.intent
  }

  private mutating func correct(_ changes: [SlotValue]) -> Bool {
    keep(changes)
    decision = MatchDecision.reply
    giveChangedAnswer()
    return true
  }

  /// Goes on after something known has changed: the fix for it, or word that the answer stays the same.
  mutating func giveChangedAnswer() {
    guard let intent, let last = state.topic?.given.last else { return proceed() }
    let table = DecisionTable(intent, questions: engine.knowledge.questions)
    let mayAsk = (state.topic?.asked ?? 0) < Topic.questionBudget
    if case .give(let fix) = table.step(state.facts, mayAsk: mayAsk), fix.id == last {
      say("same-answer")
      if !fix.handsOver { askWhetherHelped() }
    } else {
      proceed()
    }
  }

  // MARK: - What the documentation doesn't say

  /// A question about the open symptom that no documented fact answers.
  private mutating func sayUndocumented(_ intent: Intent) -> Bool {
    guard reading.isQuestion else { return false }
    let isSame = match.candidates.first?.intent == intent.id
    let isSure = (match.candidates.first?.score ?? 0) >= Self.scoreOfOwn
    if match.decision == .answer { guard isSame || !isSure, reading.isPolar else { return false } }
    let weight = reading.weight(beside: ["question-word", "polar", "anaphora", "suppose"])
    guard isSame || weight <= (reading.isAnaphoric ? 6 : 4) else { return false }
    // Somebody without an administrator role is told whom to turn to, not that nothing is documented.
    isEndUser ? tellEndUser(intent) : say("undocumented")
    return follow()
  }
}
