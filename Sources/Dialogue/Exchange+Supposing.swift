import Knowledge
import Matching
import TextAnalysis

/// Values that are supposed in a follow-up question.
extension Exchange {
  /// A supposed value is answered by its row of the table, unless a fact says yes or no to the question.
  mutating func takeSupposition(_ changes: [SlotValue], _ intent: Intent) -> Bool {
    let slots = slots(of: intent)
    let asked = changes.filter { value in
      // "What if the user is an admin herself?" says whose account it is.
      if saysWhoseAccount(value), !ofOthers(value).contains(where: { slots.contains($0.slot) }) { return false }
      // "Could she reset mine? I'm global admin": her role is asked about.
      return !(reading.asksOfThird && value.subject == .own) && slots.contains(value.slot)
        && (isAsked(value.slot) || tellsMatter(value) && !asksForPlainFact)
    }
    let isAnswered = state.topic?.given.isEmpty == false
    if asked.isEmpty, isAnswered, supposesElsewhere(changes, intent) {
      return sayItChangesNothing(changes, of: intent)
    }
    // "So I need to get our global admin to do it?" supposes no other role of the writer's.
    if reading.asksNeed || reading.asksWhomToAsk, askedFact != nil,
      asked.allSatisfy({ engine.vocabulary.tellsEndUsers($0.slot) && $0.subject != .own })
    {
      return false
    }
    guard !asked.isEmpty, !reading.asksForMeaning, isAnswered || reading.begins(with: "suppose") else { return false }
    // "Do I need some special role in that portal?" names it in passing.
    if !reading.says("suppose"), reading.weightBesideValues > 1, let fact = askedFact, fact.isLikely,
      asked.allSatisfy({ isAsked($0.slot) || fact.isUnmistakable && tellsMatter($0) }),
      !(fact.fact.yes + fact.fact.no).contains(where: { row in asked.contains { row[$0.slot] != nil } }),
      !fact.fact.instead.values.joined().contains(where: { row in asked.contains { row[$0.slot] != nil } })
    {
      return false
    }
    // "What happens if we never do it?" asks what comes of it, where a fact says just that.
    if reading.begins(with: "suppose"), let fact = askedFact, fact.isUnmistakable, fact.fact.instead.isEmpty,
      fact.fact.yes.isEmpty, fact.fact.no.isEmpty, reading.weightBesideValues > Self.wordsBesideSupposed
    {
      return false
    }
    // "How do I know if she's on-prem?" supposes nothing.
    if reading.asksForCircumstances, likelihood(.undocumented) >= Self.clearlyUndocumented { return false }
    let isSupposing =
      reading.says("suppose") || reading.tellsOfThird
      || !reading.asksForCircumstances && reading.weightBesideValues <= Self.wordsBesideSupposed
    guard isSupposing else { return false }
    if giveNarrowedFact(of: intent, supposing: changes) { return follow() }
    if asksWhetherTheyCan, let fact = askedFact, fact.share >= 0.3,
      polarity(of: fact.fact, supposing: changes) != nil
    {
      return false
    }
    // "Can a user admin do it?", after who may.
    if asksWhetherTheyCan, askedFact?.isClear != true,
      let last = state.topic?.given.last.flatMap(intent.fix), statedFact(in: last, of: intent, for: changes) != nil
    {
      return false
    }
    // "So an ordinary user would have been fine?"
    if reading.isPolar, !reading.begins(with: "suppose"), asked.allSatisfy({ tellsWhose($0.slot) }),
      giveFactOfAccount(of: intent, supposing: asked)
    {
      return follow()
    }
    // "And a user administrator?", after "can a helpdesk administrator do it?".
    if isFurtherRole(changes), giveStatedFact(of: intent, supposing: changes) { return follow() }
    return supposeAndFollow(changes, intent)
  }

  /// Whether it names another role and no more, after one that was asked about and that isn't known to be anybody's.
  private func isFurtherRole(_ changes: [SlotValue]) -> Bool {
    reading.utterance.hasQuestionMark && reading.weightBesideValues <= Self.wordsOfFurther
      && changes.contains { change in
        engine.vocabulary.tellsEndUsers(change.slot) && change.subject != .own && state.facts[change.slot] == nil
          && state.topic?.supposed[change.slot] != nil
      }
  }

  /// How many words may lead up to a further role: "and a".
  private static let wordsOfFurther = 4

  /// Whether a role of somebody else says whose account it is, rather than who is to do it.
  private func saysWhoseAccount(_ value: SlotValue) -> Bool {
    // "If it had been an ordinary nurse, could I have done it?"
    let isAccount = isEndUser([value.slot: value.value]) && reading.saysWhatOneMay
    return isOfSomebodyElse(value)
      && (value.subject == .object || isAccount || canBeOfAccount(value) && !reading.givesRole && !reading.asksWho)
  }

  /// Whether a value that it names can be the account's: "does that hold for the head, she's global?".
  func canBeOfAccount(_ value: SlotValue) -> Bool {
    guard asksWhetherTheyCan else { return true }
    return engine.vocabulary.tellsEndUsers(value.slot)
      && (reading.asksWhetherItHolds || reading.asksApart(from: value.tokens))
  }

  /// Whether it supposes what the fix tells to do, and asks for the fact that says so: "if I do it again over there, will it
  /// work?"
  func supposesWhatIsAdvised(_ changes: [SlotValue]) -> Bool {
    guard let asked = askedFact, asked.isClear, !changes.isEmpty,
      changes.allSatisfy({ change in
        isAsked(change.slot) && !isGeneral(change.slot) && !tellsWhose(change.slot)
          && (state.facts[change.slot] ?? Question.unknown) != Question.unknown
          && asked.fact.yes.contains { $0[change.slot] != nil }
      })
    else { return false }
    return polarity(of: asked.fact, supposing: []) == "yes"
  }

  /// Whether it supposes only what the symptom's table doesn't know, and asks for no fact: "and if she's on-premises?".
  private func supposesElsewhere(_ changes: [SlotValue], _ intent: Intent) -> Bool {
    reading.begins(with: "suppose") && askedFact?.isUnmistakable != true && !changes.isEmpty
      && changes.allSatisfy { isAsked($0.slot) && !slots(of: intent).contains($0.slot) }
  }

  private mutating func sayItChangesNothing(_ changes: [SlotValue], of intent: Intent) -> Bool {
    if giveFactOfAccount(of: intent, supposing: changes) { return follow() }
    if !reading.asksForCircumstances, !isEndUser, giveRoleFact(of: intent, supposing: changes) { return follow() }
    saySameAnswer()
    return follow()
  }

  /// That something told or supposed changes nothing, with the answer that stays, in short.
  mutating func saySameAnswer() {
    guard let intent, let fix = fixThatHolds(of: intent), let short = fix.short else { return say("same-answer") }
    let lead = wording("same-answer") + " " + wording("in-short")
    show(compose(.notice, text(short), lead: lead, links: [], of: intent), to: fix.audience, of: intent)
  }

  /// What a supposition makes of the facts: a role that somebody else has says whose account it is.
  func supposed(by changes: [SlotValue]) -> [String: String] {
    changes.reduce(into: [:]) { facts, change in
      guard saysWhoseAccount(change) else {
        facts[change.slot] = change.value
        return
      }
      facts.merge(engine.knowledge.questions[change.slot]?.option(change.value)?.ofOthers ?? [:]) { $1 }
    }
  }

  /// The fact given last, where it says something else for what is supposed: "and if we go hybrid?", after a licence.
  private mutating func giveNarrowedFact(of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    guard askedFact?.isClear != true, let name = state.topic?.fact, let fact = engine.knowledge.facts[name] else {
      return false
    }
    let before = state.facts.merging(state.topic?.supposed ?? [:]) { $1 }
    let exact = narrowed(fact, for: before.merging(supposed(by: changes)) { $1 })
    guard exact.id != fact.id, exact.id != narrowed(fact, for: before).id else { return false }
    give(exact, of: intent, for: fact, lead: inThatCase, supposing: changes)
    return true
  }

  /// What the last fix states, as it is for what is supposed: "what if he's one of us?", where the table has the same fix
  /// for both.
  private mutating func giveStatedMoreExactly(_ fix: Fix, of intent: Intent, for facts: [String: String]) -> Bool {
    let stated = intent.facts.compactMap { engine.knowledge.facts[$0] }
      .filter { !$0.instead.isEmpty && text(fix.text).contains(text($0.text)) }
    guard let fact = stated.first(where: { narrowed($0, for: facts).id != narrowed($0, for: state.facts).id }) else {
      return false
    }
    give(narrowed(fact, for: facts), of: intent, for: fact, lead: inThatCase, supposing: [])
    return true
  }

  /// "In that case", before a fact.
  private var inThatCase: String {
    mutating get {
      let lead = wording("in-that-case")
      return lead.hasSuffix(" –") ? lead.dropLast(2) + ":" : lead
    }
  }

  /// Whether a fact is asked for, or nothing documented, that has nothing to do with what is supposed: "what does P1 cost?".
  private var asksForPlainFact: Bool {
    guard let fact = askedFact?.fact else { return likelihood(.undocumented) >= Self.clearlyUndocumented }
    return fact.yes.isEmpty && fact.no.isEmpty && fact.instead.isEmpty
  }

  /// Whether a value that is never asked for says what the message is about: the name of a licence.
  func tellsMatter(_ value: SlotValue) -> Bool {
    engine.knowledge.questions[value.slot]?.option(value.value)?.implies.isEmpty == false
  }

  /// Gives the row of the table for a supposed value; nothing that is known changes.
  private mutating func supposeAndFollow(_ changes: [SlotValue], _ intent: Intent) -> Bool {
    // "Even for our boss? She's a manager": whose account it is.
    let others = changes.filter(saysWhoseAccount)
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
      // "And if I were global admin?" supposes, whatever fact sounds like it.
      let onlySupposes = reading.begins(with: "suppose") && reading.weightBesideValues <= Self.wordsBesideSupposed
      if askedFact != nil, !onlySupposes { return false }
      if giveStatedMoreExactly(fix, of: intent, for: facts) { return follow() }
      if giveFactOfAccount(of: intent, supposing: changes) { return follow() }
      saySameAnswer()
      return follow()
    }
    if fix.audience == .administrators, isEndUser(facts) {
      tellEndUser(intent)
      return follow()
    }
    if fix.audience == .administrators, isEndUser, giveRoleFact(of: intent, supposing: changes) { return follow() }
    let reply = reply(giving: fix, of: intent, for: facts, lead: wording("in-that-case"))
    if show(reply, to: fix.audience, of: intent) {
      self.fix = fix.id
      // Nobody is handed over for what is only supposed.
      if fix.handsOver { say("person-then") }
    }
    state.topic?.supposed = supposed
    return follow()
  }

  /// Yes or no to what somebody without an administrator role could do with one, without the steps: "if they made me user
  /// admin, could I then?".
  mutating func giveRoleFact(of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    for fact in factsAboutRoles(of: intent) {
      guard let polarity = polarity(of: fact, supposing: changes, always: true) else { continue }
      give(fact, of: intent, for: fact, lead: saying(polarity), supposing: [])
      return true
    }
    return false
  }

  /// Yes or no to whether the writer may, where it is supposed whose account it is and the table doesn't depend on that:
  /// "and if it's for the headmaster, she's a global admin?", after the steps.
  private mutating func giveFactOfAccount(of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    guard changes.contains(where: { isOfSomebodyElse($0) || tellsWhose($0.slot) }), !isEndUser else { return false }
    for fact in factsAboutRoles(of: intent) {
      guard let polarity = polarity(of: fact, supposing: changes) else { continue }
      let known = state.facts.merging(supposed(by: changes)) { $1 }
      give(narrowed(fact, for: known), of: intent, for: fact, lead: wording(polarity), supposing: changes)
      return true
    }
    return false
  }

  /// What the intent says of who may, as far as the writer may be told.
  func factsAboutRoles(of intent: Intent) -> [Fact] {
    intent.facts.compactMap { engine.knowledge.facts[$0] }.filter { isAboutRole($0) && mayBeTold($0) }
  }

  /// Whether the message asks what somebody may do ("can she do it?") rather than supposing whose account it is.
  var asksWhetherTheyCan: Bool {
    reading.isPolar && !reading.begins(with: "suppose")
      && (!reading.tellsOfThird || reading.asksWhetherThatIsEnough && !reading.asksOfOneself)
  }

  /// What a value says of somebody else: that the account is an administrator's.
  func ofOthers(_ value: SlotValue) -> [(slot: String, value: String)] {
    let said = engine.knowledge.questions[value.slot]?.option(value.value)?.ofOthers ?? [:]
    return said.filter { isRelevant($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
