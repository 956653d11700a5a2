import Knowledge
import Matching
import TextAnalysis

/// What was said is set right or added to, and the answer with it.
extension Exchange {
  /// Whether a statement with other values than those known is meant to change them.
  func isCorrection(_ changes: [SlotValue]) -> Bool {
    reading.says("correction") || reading.weightBesideValues <= Self.wordsBesideSupposed
      || changes.contains { $0.subject == .own } || match.decision != .answer
      || match.candidates.first?.intent == state.topic?.intent
  }

  mutating func correct(_ changes: [SlotValue]) -> Bool {
    keep(changes)
    decision = MatchDecision.reply
    giveChangedAnswer()
    return true
  }

  /// Takes what is told of somebody else: that the account is an administrator's.
  mutating func takeToldOfOthers(_ changes: [SlotValue]) -> Bool {
    let said = changes.flatMap(ofOthers)
    guard !said.isEmpty, match.decision != .answer || match.candidates.first?.intent == state.topic?.intent else {
      return false
    }
    decision = MatchDecision.reply
    if keep(changes) {
      giveChangedAnswer()
    } else {
      guard state.topic?.given.isEmpty == false else { return false }
      saySameAnswer()
      if state.question?.subject == .helped { askWhetherHelped() }
    }
    return true
  }

  /// Yes or no by the fact given last, to what has become known since: "mine is user admin", after who may.
  private mutating func answerAboutLastFact(of intent: Intent) -> Bool {
    guard let name = state.topic?.fact, let fact = engine.knowledge.facts[name], !isEndUser else { return false }
    let rows = Set((fact.yes + fact.no).flatMap(\.keys))
    let changed = state.facts.filter { $0.value != knownBefore[$0.key] }.keys
    // Before any fix was given the fact is all that there is to answer.
    let isDecidedByTable = state.topic?.given.isEmpty == false && changed.contains(where: slots(of: intent).contains)
    guard changed.contains(where: rows.contains), !isDecidedByTable,
      let polarity = polarity(of: fact, supposing: [])
    else { return false }
    give(fact, of: intent, for: fact, lead: saying(polarity), supposing: [])
    return true
  }

  /// What the last fix states for what has become known, where the table leads back to an earlier fix: "cloud", after
  /// the licences for either environment.
  private mutating func giveStatedAgain(of intent: Intent, last: String) -> Bool {
    let table = engine.table(of: intent)
    let changes = state.facts.filter { $0.value != knownBefore[$0.key] }.sorted { $0.key < $1.key }
      .map { SlotValue(slot: $0.key, value: $0.value, tokens: 0..<0, subject: .open) }
    guard case .give(let fix) = table.step(state.facts, mayAsk: false), fix.id != last,
      state.topic?.given.contains(fix.id) == true, let shown = intent.fix(last), !isEndUser,
      let (fact, polarity) = statedFact(in: shown, of: intent, for: changes), polarity == "yes", mayBeTold(fact)
    else { return false }
    let known = named(state.facts, slots: changes.map(\.slot)).capitalizedFirst
    replies.append(
      compose(.fix, text(fact.text), lead: known.isEmpty ? "" : known + ":", links: fact.links, of: intent))
    askWhetherHelped()
    return true
  }

  /// Whether what is known now leads to a fix that wasn't given: that counts for more than what a fact says of it.
  private func leadsElsewhere(_ intent: Intent) -> Bool {
    guard let given = state.topic?.given, !given.isEmpty,
      case .give(let fix) = engine.table(of: intent).step(state.facts, mayAsk: false)
    else { return false }
    return !given.contains(fix.id) && fix.handsOver
  }

  /// Yes or no by what the last fix states, for what has become known of the writer: "I'm billing admin", after who may.
  private mutating func giveStatedForOwn(of fix: Fix, _ intent: Intent) -> Bool {
    let told = reading.values.filter { $0.subject == .own && state.facts[$0.slot] == $0.value }
    guard !isEndUser, !fix.handsOver, let (fact, polarity) = statedFact(in: fix, of: intent, for: told),
      mayBeTold(fact)
    else { return false }
    give(fact, of: intent, for: fact, lead: saying(polarity), supposing: [])
    return true
  }

  /// Goes on after something known has changed: the fix for it, the fact given last where it says more now, or word that
  /// the answer stays the same.
  mutating func giveChangedAnswer() {
    guard let intent else { return proceed() }
    if returnToOrigin() { return }
    if let name = state.topic?.fact, let fact = engine.knowledge.facts[name], !isEndUser, !leadsElsewhere(intent) {
      let exact = narrowed(fact, for: state.facts)
      if exact.id != fact.id, exact.id != narrowed(fact, for: knownBefore).id, mayBeTold(exact) {
        state.topic?.fact = nil
        let known = named(state.facts, slots: reading.values.map(\.slot)).capitalizedFirst
        let lead = known.isEmpty ? "" : known + ":"
        replies.append(compose(.fix, text(exact.text), lead: lead, links: exact.links, of: intent))
        return askWhetherHelped()
      }
    }
    let last = state.topic?.given.last
    if let last, giveStatedAgain(of: intent, last: last) { return }
    if answerAboutLastFact(of: intent) { return }
    guard let last else { return proceed() }
    let table = engine.table(of: intent)
    let mayAsk = (state.topic?.asked ?? 0) < Topic.questionBudget
    if case .give(let fix) = table.step(state.facts, mayAsk: mayAsk), fix.id == last {
      if isEndUser { return refer(intent) }
      // "It didn't work after all, I'm user admin": the same fix again helps nobody.
      if reading.length(of: "failed") > 1 { return takeOutcome("no") }
      // "She's synced, does it still work?" asks, if without a mark.
      if reading.says("polar", "question-word"), askedFact?.isLikely == true, giveFact(of: intent, supposing: []) {
        return
      }
      if giveStatedForOwn(of: fix, intent) { return askWhetherHelped() }
      saySameAnswer()
      if !fix.handsOver { askWhetherHelped() }
    } else {
      proceed()
    }
  }
}
