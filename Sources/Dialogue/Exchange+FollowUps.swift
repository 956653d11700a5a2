import Knowledge
import Matching
import TextAnalysis

/// Follow-up questions and corrections, in the context of the open symptom.
extension Exchange {
  /// Answers what leans on the open symptom: a documented fact, another row of its table, a correction.
  mutating func takeFollowUp() -> Bool {
    guard let intent, !isNewTopic else { return false }
    if asksToAct { return declineToAct() }
    let isTold = !state.facts.isEmpty || state.topic?.given.isEmpty == false || state.topic?.askedSlots.isEmpty == false
    let changes = supposedOrTold.filter { isRelevant($0.slot) && state.facts[$0.slot] != $0.value }
    let own = changes.filter { $0.subject == .own }
    if isTold, !own.isEmpty, !reading.isPolar, !reading.says("suppose", "question-word") {
      return correct(changes.filter { !isOfSomebodyElse($0) })
    }
    if reading.isQuestion || reading.says("suppose") || asksClearly {
      if takeSupposition(changes, intent) { return true }
      if askedFact?.isClear != true, giveStatedFact(of: intent, supposing: changes) { return follow() }
      if giveFact(of: intent, supposing: changes) { return follow() }
      if asksForOthers { return sayNoDistinction() }
    } else {
      let told = changes.filter { !isOfSomebodyElse($0) }
      if !told.isEmpty, isTold, isCorrection(told) { return correct(told) }
      if isElliptic, askedFact?.isClear == true, giveFact(of: intent, supposing: changes) { return follow() }
      if isTold, repeatsWhatIsKnown { return takeRepeated(intent) }
    }
    return sayUndocumented(intent)
  }

  /// The values that the message gives; where it supposes something, also in the few words of a reply: "and with
  /// helpdesk?".
  private var supposedOrTold: [SlotValue] {
    guard let intent, let topic = state.topic, reading.values.isEmpty, !topic.given.isEmpty else {
      return reading.values
    }
    var slots = slots(of: intent).filter(isAsked)
    if !reading.says("suppose") || reading.length(of: "other-one") > 0 {
      // "It was the Azure one, by the way", after "don't know".
      slots = topic.askedSlots.filter { state.facts[$0] == Question.unknown }
      guard !reading.isQuestion, reading.weight() <= Self.wordsOfLateAnswer else { return [] }
    }
    return slots.compactMap { slot in
      engine.vocabulary.reply(to: slot, in: reading.utterance, atLeast: Self.lettersOfSupposed).map {
        SlotValue(slot: slot, value: $0, tokens: 0..<0, subject: .open)
      }
    }
  }

  /// How many words an answer may have that comes late.
  private static let wordsOfLateAnswer = 5

  /// How long a word has to be to count as a supposed value: "on" and "ja" are too common.
  private static let lettersOfSupposed = 5

  /// A supposed value is answered by its row of the table, unless a fact says yes or no to the question.
  private mutating func takeSupposition(_ changes: [SlotValue], _ intent: Intent) -> Bool {
    let asked = changes.filter { value in
      slots(of: intent).contains(value.slot) && (isAsked(value.slot) || tellsMatter(value) && !asksForPlainFact)
    }
    guard !asked.isEmpty, state.topic?.given.isEmpty == false else { return false }
    let isSupposing =
      reading.says("suppose") || !reading.asksForCircumstances && reading.weightBesideValues <= Self.wordsBesideSupposed
    guard isSupposing else { return false }
    if reading.isPolar, !reading.begins(with: "suppose"), let fact = askedFact, fact.share >= 0.3,
      polarity(of: fact.fact, supposing: changes) != nil
    {
      return false
    }
    // "Can a user admin do it?", after who may.
    if reading.isPolar, !reading.begins(with: "suppose"), askedFact?.isClear != true,
      let last = state.topic?.given.last.flatMap(intent.fix), statedFact(in: last, of: intent, for: changes) != nil
    {
      return false
    }
    return supposeAndFollow(changes, intent)
  }

  /// Whether a fact is asked for, or nothing documented, that has nothing to do with what is supposed: "what does P1 cost?".
  private var asksForPlainFact: Bool {
    guard let fact = askedFact?.fact else { return likelihood(.undocumented) >= Self.clearlyUndocumented }
    return fact.yes.isEmpty && fact.no.isEmpty && fact.instead.isEmpty
  }

  /// Whether a value that is never asked for says what the message is about: the name of a licence.
  private func tellsMatter(_ value: SlotValue) -> Bool {
    engine.knowledge.questions[value.slot]?.option(value.value)?.implies.isEmpty == false
  }

  /// Whether the message only says again what is known already.
  private var repeatsWhatIsKnown: Bool {
    let known = reading.values.filter { isAsked($0.slot) && isRelevant($0.slot) && state.facts[$0.slot] == $0.value }
    return !known.isEmpty && match.decision != .answer && reading.weightBesideValues <= 6
  }

  private mutating func takeRepeated(_ intent: Intent) -> Bool {
    decision = MatchDecision.reply
    guard state.topic?.given.isEmpty == false, state.question?.subject == .helped || isEndUser else { return false }
    if isEndUser {
      tellEndUser(intent)
      handOver()
    } else {
      say("same-answer")
      askWhetherHelped()
    }
    return true
  }

  /// Whether the bot is asked to do something itself: "can you reset it for me?", "could you mail my admin?".
  private var asksToAct: Bool {
    if askedFact?.isClear == true { return false }
    if likelyTalk(among: ["do-it-for-me"]) != nil { return true }
    return reading.begins(with: "can-you") && !reading.says("telling")
      || reading.says("do-it-for-me") && reading.weight(beside: ["do-it-for-me", "anaphora"]) <= 4
  }

  /// Whether it asks if an answer holds for others that nothing documented tells apart: "same thing for the Leeds people?".
  private var asksForOthers: Bool {
    reading.says("same-for") && reading.values.isEmpty && state.topic?.given.isEmpty == false && !isEndUser
      && match.decision != .answer && reading.weight(beside: ["same-for", "polar", "anaphora", "suppose"]) <= 5
  }

  private mutating func sayNoDistinction() -> Bool {
    say("no-distinction")
    return follow()
  }

  private mutating func declineToAct() -> Bool {
    say("cannot-do")
    return follow()
  }

  /// Whether the message is about something else: it clearly names another symptom, in words of its own.
  private var isNewTopic: Bool {
    guard isNewSymptom else { return false }
    let score = match.candidates.first?.score ?? 0
    // "Found it, it says mail administrator": what was asked for or decides, and little else.
    let isTold = reading.values.contains { isAsked($0.slot) && isRelevant($0.slot) && state.facts[$0.slot] != $0.value }
    let room = Self.wordsBesideSupposed + 2 * max(0, reading.values.count - 1)
    if score < 1, isTold, reading.weightBesideValues <= room { return false }
    if score < Self.scoreOfOwn, askedFact?.isClear == true { return false }
    let ownWeight = reading.weight(beside: ["question-word", "polar", "anaphora", "suppose", "yes", "no"])
    return score >= 1 || ownWeight >= (reading.isAnaphoric ? 5 : 4)
  }

  /// How many other words a question may have that supposes a value without saying so: "and a user admin?".
  private static let wordsBesideSupposed = 3

  /// The score from which a symptom counts for more than a fact that the message asks for.
  private static let scoreOfOwn = 0.9

  /// Whether it clearly asks for a documented fact about the open symptom.
  var asksClearly: Bool {
    guard let asked = askedFact, asked.isClear else { return false }
    return reading.isQuestion || asked.isUnmistakable && !reading.says("worked", "failed", "thanks")
  }

  /// A few words with no verb of their own, such as "our admins?" or "and the licence".
  private var isElliptic: Bool {
    reading.weight() <= 4 && match.decision != .answer && !reading.says("thanks", "worked", "bye", "greeting")
  }

  private mutating func follow() -> Bool {
    decision = MatchDecision.followUp
    if case .slot = state.question?.subject { askAgain() }
    return true
  }

  // MARK: - Supposed and corrected values

  /// Gives the row of the table for a supposed value; nothing that is known changes.
  private mutating func supposeAndFollow(_ changes: [SlotValue], _ intent: Intent) -> Bool {
    // "Even for our boss? She's a manager": whose account it is.
    let others = changes.filter { isOfSomebodyElse($0) && !asksWhetherTheyCan }
    let said =
      changes.filter { !others.contains($0) }.map { (slot: $0.slot, value: $0.value) } + others.flatMap(ofOthers)
    guard !said.isEmpty else { return false }
    let before = others.isEmpty ? [:] : state.topic?.supposed ?? [:]
    var supposed = before.merging(said.map { ($0.slot, $0.value) }) { $1 }
    for (slot, value) in said {
      let implied = engine.knowledge.questions[slot]?.option(value)?.implies ?? [:]
      supposed.merge(implied.filter { slots(of: intent).contains($0.key) }) { $1 }
    }
    let facts = state.facts.merging(supposed) { $1 }
    let table = engine.table(of: intent)
    guard case .give(let fix) = table.step(facts, mayAsk: false) else { return false }
    if decisive(for: fix, of: intent, facts).allSatisfy({ slot in !said.contains { $0.slot == slot } }),
      giveStatedFact(of: intent, supposing: changes)
    {
      return follow()
    }
    if fix.id == state.topic?.given.last, state.topic?.supposed.isEmpty != false {
      if askedFact != nil { return false }
      say("same-answer")
      return follow()
    }
    if fix.audience == .administrators, isEndUser(facts) {
      tellEndUser(intent)
      return follow()
    }
    let reply = reply(giving: fix, of: intent, for: facts, lead: wording("in-that-case"))
    if show(reply, to: fix.audience, of: intent) { self.fix = fix.id }
    state.topic?.supposed = supposed
    return follow()
  }

  /// Whether the message asks what somebody may do ("can she do it?") rather than supposing whose account it is.
  var asksWhetherTheyCan: Bool { reading.isPolar && !reading.begins(with: "suppose") }

  /// What a value says of somebody else: that the account is an administrator's.
  func ofOthers(_ value: SlotValue) -> [(slot: String, value: String)] {
    let said = engine.knowledge.questions[value.slot]?.option(value.value)?.ofOthers ?? [:]
    return said.filter { isRelevant($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a statement with other values than those known is meant to change them.
  private func isCorrection(_ changes: [SlotValue]) -> Bool {
    reading.says("correction") || reading.weightBesideValues <= Self.wordsBesideSupposed
      || changes.contains { $0.subject == .own } || match.decision != .answer
      || match.candidates.first?.intent == state.topic?.intent
  }

  private mutating func correct(_ changes: [SlotValue]) -> Bool {
    keep(changes)
    decision = MatchDecision.reply
    giveChangedAnswer()
    return true
  }

  /// Goes on after something known has changed: the fix for it, the fact given last where it says more now, or word that
  /// the answer stays the same.
  mutating func giveChangedAnswer() {
    guard let intent, let last = state.topic?.given.last else { return proceed() }
    if let name = state.topic?.fact, let fact = engine.knowledge.facts[name], !isEndUser {
      let exact = narrowed(fact, for: state.facts)
      if exact.id != fact.id {
        state.topic?.fact = nil
        let known = named(state.facts, slots: reading.values.map(\.slot)).capitalizedFirst
        let lead = known.isEmpty ? "" : known + ":"
        replies.append(compose(.fix, text(exact.text), lead: lead, links: exact.links, of: intent))
        return askWhetherHelped()
      }
    }
    let table = engine.table(of: intent)
    let mayAsk = (state.topic?.asked ?? 0) < Topic.questionBudget
    if case .give(let fix) = table.step(state.facts, mayAsk: mayAsk), fix.id == last {
      if isEndUser { return refer(intent) }
      // "It didn't work after all, I'm user admin": the same fix again helps nobody.
      if reading.length(of: "failed") > 1 { return takeOutcome("no") }
      say("same-answer")
      if !fix.handsOver { askWhetherHelped() }
    } else {
      proceed()
    }
  }

  // MARK: - What the documentation doesn't say

  /// How likely the documentation leaves a question open that needs no other sign.
  private static let clearlyUndocumented = 0.6

  private func isSame(_ intent: Intent) -> Bool { match.candidates.first?.intent == intent.id }

  /// Whether the message tells something that means nothing to this symptom, but does to the one that it is likest to.
  func belongsElsewhere(_ intent: Intent) -> Bool {
    guard match.decision == .ask, !isSame(intent), let best = match.candidates.first.map(\.intent),
      let other = engine.knowledge.intent(best)
    else { return false }
    return reading.values.contains { value in
      engine.knowledge.questions[value.slot]?.isGeneral == false && slots(of: other).contains(value.slot)
        && !slots(of: intent).contains(value.slot)
    }
  }

  /// A question about the open symptom that no documented fact answers.
  private mutating func sayUndocumented(_ intent: Intent) -> Bool {
    guard reading.isQuestion else { return false }
    if likelihood(.undocumented) >= Self.clearlyUndocumented, match.decision != .answer || isSame(intent),
      !belongsElsewhere(intent)
    {
      isEndUser ? tellEndUser(intent) : say("undocumented")
      return follow()
    }
    if belongsElsewhere(intent) { return false }
    let isSame = isSame(intent)
    let isSure = (match.candidates.first?.score ?? 0) >= Self.scoreOfOwn
    if match.decision == .answer { guard isSame || !isSure, reading.isPolar else { return false } }
    let weight = reading.weight(beside: ["question-word", "polar", "anaphora", "suppose"])
    guard isSame || weight <= (reading.isAnaphoric ? 6 : 4) else { return false }
    // Somebody without an administrator role is told whom to turn to, not that nothing is documented.
    isEndUser ? tellEndUser(intent) : say("undocumented")
    return follow()
  }
}
