import Knowledge
import Matching

/// Taking up a symptom and bringing it to its fix.
extension Exchange {
  /// The intent of the symptom that is talked about.
  var intent: Intent? { state.topic.flatMap { engine.knowledge.intent($0.intent) } }

  /// The slots that an intent's table knows.
  func slots(of intent: Intent) -> [String] { intent.asks.map(\.slot) }

  /// Takes up a new symptom: what was open waits, facts that belonged to it alone are dropped.
  mutating func begin(_ topic: Topic) {
    let asked = open(topic)
    guard !asked.isEmpty, let polarity = answer(about: asked) else {
      // What is known of the writer stays: "would user admin do?", from somebody at the helpdesk.
      let isKept = keep(asked.filter { state.facts[$0.slot] == nil })
      let polarity = isKept && reading.asksPermission ? answer(about: asked) : nil
      return proceed(leading: polarity.map { saying($0) } ?? "")
    }
    proceed(leading: saying(polarity))
    state.topic?.supposed = Dictionary(asked.map { ($0.slot, $0.value) }) { $1 }
  }

  /// Makes a symptom the open one, with what the message tells about it.
  ///
  /// - Returns: the roles that it asks about, which are not known to be the person's own.
  @discardableResult
  mutating func open(_ topic: Topic) -> [SlotValue] {
    if let old = state.topic, state.outcome == .open, old.intent != topic.intent,
      !reading.opens(with: "correction") && !reading.opens(with: "cancel") || reading.says("for-now")
    {
      setAside()
    }
    if state.topic != nil, state.topic?.intent != topic.intent { forgetSpecialFacts() }
    state.waiting.removeAll { $0.intent == topic.intent }
    state.topic = topic
    if reading.tellsForThird { state.topic?.isReported = true }
    state.question = nil
    state.outcome = .open
    let asked = askedAbout
    keep(reading.values.filter { !asked.contains($0) })
    return asked
  }

  /// The roles that a message asks about without saying that they are the person's own: "may a helpdesk admin do it?".
  private var askedAbout: [SlotValue] {
    guard reading.isPolar else { return [] }
    return reading.values.filter { value in
      guard value.subject != .own, value.subject != .object, state.facts[value.slot] != value.value,
        engine.vocabulary.tellsEndUsers(value.slot)
      else {
        return false
      }
      // "Could you do that for my own account?" says who writes.
      return value.subject != .open || !isEndUser([value.slot: value.value])
    }
  }

  /// Yes or no about these values, where the fix that is settled without them states a fact that says so.
  private func answer(about asked: [SlotValue]) -> String? {
    guard let intent else { return nil }
    let table = engine.table(of: intent)
    guard case .give(let fix) = table.step(state.facts) else { return nil }
    return statedFact(in: fix, of: intent, for: asked)?.polarity
  }

  /// Lets the open symptom wait, with what concerns it alone.
  private mutating func setAside() {
    guard var topic = state.topic else { return }
    topic.facts = state.facts.filter { slot, _ in !isGeneral(slot) }
    state.waiting.removeAll { $0.intent == topic.intent }
    state.waiting.insert(topic, at: 0)
  }

  /// Forgets what concerns only the symptom that is left: the values of slots that aren't general.
  private mutating func forgetSpecialFacts() {
    state.facts = state.facts.filter { [engine] slot, _ in engine.knowledge.questions[slot]?.isGeneral == true }
  }

  func isGeneral(_ slot: String) -> Bool { engine.knowledge.questions[slot]?.isGeneral == true }

  /// Keeps the values that a message gives and that matter here, with what they imply.
  ///
  /// - Returns: whether anything that was known changed or became known.
  @discardableResult
  mutating func keep(_ values: [SlotValue]) -> Bool {
    let before = state.facts
    for value in values {
      // Whoever it works for is not who has the trouble.
      if reading.worksForThird, isOfSomebodyElse(value) || tellsWhose(value.slot) { continue }
      if isOfSomebodyElse(value), reading.isBesideOwn(value) { continue }
      if isOfSomebodyElse(value) {
        let said = engine.knowledge.questions[value.slot]?.option(value.value)?.ofOthers ?? [:]
        for (slot, value) in said where isRelevant(slot) { learn(slot, value) }
      } else if isRelevant(value.slot) {
        learn(value.slot, value.value)
      }
    }
    let slots = intent.map(slots(of:)) ?? []
    for slot in reading.doubted.sorted() where state.facts[slot] == nil && slots.contains(slot) && isAsked(slot) {
      learn(slot, Question.unknown)
    }
    return state.facts != before
  }

  /// Whether a value is said of somebody else although its slot is about the person who writes.
  ///
  /// "It's an ordinary user", from somebody who is known to be an administrator, is said of the other one, too.
  func isOfSomebodyElse(_ value: SlotValue) -> Bool {
    guard engine.vocabulary.tellsEndUsers(value.slot) else { return false }
    if value.subject == .object { return true }
    if value.subject == .other { return !isOfReporter(value) }
    let known = state.facts[value.slot]
    // "It's for Mr Baird in sales, just an ordinary employee."
    if value.subject == .open, reading.saysForWhom, isEndUser([value.slot: value.value]), known != nil { return true }
    return value.subject == .open && known != nil && known != Question.unknown && !isEndUser
      && isEndUser([value.slot: value.value]) && !reading.says("correction")
  }

  /// Whether a value is said of somebody for whom the writer tells a problem: "my assistant says that … She is …", or
  /// answers what was asked about that problem.
  private func isOfReporter(_ value: SlotValue) -> Bool {
    // "I forgot to say: it's my boss's, he is global admin", asked whose account it is.
    if case .slot(let slot)? = offered, tellsWhose(slot) { return false }
    if reading.worksForThird { return false }
    let isTold = (match.decision != .none || state.topic?.isReported == true) && reading.tellsForThird
    let isAnswer = state.topic?.isReported == true && offered == .slot(value.slot)
    return (isTold || isAnswer) && !isEndUser([value.slot: value.value])
      && !reading.values.contains { $0.slot == value.slot && $0.subject == .own }
  }

  /// Whether a slot's value matters: it is general, the symptom's table knows it, or no symptom is open.
  func isRelevant(_ slot: String) -> Bool {
    guard engine.knowledge.questions[slot]?.isGeneral != true, let intent else { return true }
    return slots(of: intent).contains(slot) || (!isAsked(slot) || tellsWhose(slot)) && isInFacts(slot, of: intent)
  }

  /// Whether a slot is about somebody else than the person who writes: whose account it is.
  func tellsWhose(_ slot: String) -> Bool {
    engine.knowledge.questions.values.contains { question in question.options.contains { $0.ofOthers[slot] != nil } }
  }

  /// Whether a documented fact of the symptom says yes or no by this slot.
  private func isInFacts(_ slot: String, of intent: Intent) -> Bool {
    intent.facts.compactMap { engine.knowledge.facts[$0] }.contains { fact in
      (fact.yes + fact.no).contains { $0[slot] != nil }
    }
  }

  /// Sets a slot, and what its value says about other slots.
  mutating func learn(_ slot: String, _ value: String) {
    state.facts[slot] = value
    state.topic?.supposed = [:]
    let implied = engine.knowledge.questions[slot]?.option(value)?.implies ?? [:]
    for (other, said) in implied where !reading.values.contains(where: { $0.slot == other && $0.value != said }) {
      state.facts[other] = said
    }
  }

  /// Goes on with the open symptom: the question that decides next, or the fix.
  mutating func proceed(leading lead: String = "") {
    guard let intent, let topic = state.topic else { return }
    let table = engine.table(of: intent)
    if isEndUser, table.reachable(state.facts).contains(where: { $0.audience == .administrators }) {
      return refer(intent)
    }
    switch table.step(state.facts, mayAsk: topic.asked < Topic.questionBudget) {
    case .ask(let slot):
      var name = topic.isNamed || !lead.isEmpty ? lead : (matter ?? text(intent.title)) + "."
      if topic.isReported == true, topic.asked == 0, engine.vocabulary.tellsEndUsers(slot) {
        name += " " + wording("about-somebody-else")
      }
      state.topic?.isNamed = true
      ask(slot, leading: [name, understood(of: intent)].filter { !$0.isEmpty }.joined(separator: " "))
    case .give(let fix):
      // Whoever was told already that this is not for them is not told it in the same words.
      if isEndUser, isToldEndUser(intent) { return refer(intent) }
      give(fix, of: intent, leading: lead)
      if isEndUser { noteToldEndUser(intent) }
    case .nothing: handOver(saying: "used-up")
    }
  }

  /// What the message is about in the words of a value that is never asked for, and that says more than the symptom's
  /// title: "Licences".
  private var matter: String? {
    guard let intent, match.candidates.first?.intent == intent.id else { return nil }
    return reading.values.lazy.filter { !isAsked($0.slot) && slots(of: intent).contains($0.slot) }
      .compactMap { engine.knowledge.questions[$0.slot]?.option($0.value).map { text($0.label) } }.first
  }

  /// What this message has told that the open symptom needs, so that a wrong reading shows before the next question.
  private mutating func understood(of intent: Intent) -> String {
    let told = slots(of: intent).filter { state.facts[$0] != knownBefore[$0] }
    let facts = named(state.facts, slots: told)
    return facts.isEmpty ? "" : wording("understood", ["facts": facts])
  }

  /// Gives a fix and asks whether it helped, or hands over where it says so.
  mutating func give(_ fix: Fix, of intent: Intent, leading lead: String = "") {
    let isOfThird =
      state.topic?.isReported == true && lead.isEmpty
      && state.topic?.askedSlots.contains(where: engine.vocabulary.tellsEndUsers) == true
    let lead = isOfThird ? wording("to-that-person") : lead
    let reply = reply(giving: fix, of: intent, for: state.facts, lead: lead)
    guard show(reply, to: fix.audience, of: intent) else { return }
    state.question = nil
    state.outcome = .open
    state.topic?.given.append(fix.id)
    state.topic?.isNamed = true
    self.fix = fix.id
    state.tried.append(HandoffPacket.Tried(intent: intent.id, fix: fix.id, outcome: "unknown"))
    if let other = fix.continues, other != intent.id, engine.knowledge.intent(other) != nil {
      var topic = Topic(intent: other, score: state.topic?.score ?? 0, asked: state.topic?.asked ?? 0)
      topic.isNamed = true
      state.topic = topic
      proceed()
    } else if fix.handsOver {
      handOver()
    } else {
      askWhetherHelped()
    }
  }

  /// Gives the next documented possibility after a fix that did not help, else hands over.
  mutating func giveNext() {
    guard let intent, let last = state.topic?.given.last, let fix = intent.fix(last) else {
      return handOver(saying: "used-up")
    }
    if let next = next(after: fix, of: intent) {
      give(next, of: intent, leading: wording("next-possibility"))
    } else {
      handOver(saying: fix.handsOver ? nil : "used-up")
    }
  }

  /// The next documented possibility after a fix, if there is one.
  func next(after fix: Fix, of intent: Intent) -> Fix? {
    guard let next = fix.next.flatMap(intent.fix), state.topic?.given.contains(next.id) == false,
      !next.unless.contains(where: { DecisionTable.holds($0, for: state.facts) }),
      !isEndUser || next.audience == .everyone
    else { return nil }
    return next
  }

  /// Takes up the symptom that waits for its first fix, if one does.
  mutating func takeUpWaiting() {
    guard let index = state.waiting.firstIndex(where: \.given.isEmpty) else { return }
    takeUp(state.waiting.remove(at: index), keepingOpen: false)
  }

  /// Takes up a symptom again: goes on where it was left.
  ///
  /// - Parameter keepingOpen: whether the symptom that is left waits in its turn.
  mutating func takeUp(_ topic: Topic, keepingOpen: Bool = true) {
    var next = topic
    next.isNamed = true
    if keepingOpen, state.outcome == .open { setAside() }
    say("returning", ["topic": title(next.intent)])
    forgetSpecialFacts()
    state.topic = next
    // What somebody else may do depends on their own role.
    if next.isReported == true, !isEndUser {
      state.facts = state.facts.filter { !engine.vocabulary.tellsEndUsers($0.key) }
    }
    state.facts.merge(next.facts) { $1 }
    state.question = nil
    state.outcome = .open
    guard !keep(reading.values), !next.given.isEmpty else { return proceed() }
    giveShortForm()
    askWhetherHelped()
  }
}
