import Knowledge
import Matching
import TextAnalysis

/// Taking a message as a symptom.
extension Exchange {
  /// A symptom that is settled, two in one message, or a few to choose from.
  mutating func takeSymptom() -> Bool {
    if reading.says("do-it-for-me"), match.decision != .answer {
      decision = MatchDecision.followUp
      say("cannot-do")
      askAgain()
      return true
    }
    if let both = twoSymptoms { return takeBoth(both) }
    // "I need help with two different things": none is told yet.
    if reading.says("two-problems"), match.decision != .answer, state.topic == nil,
      reading.weight(beside: ["two-problems", "help"]) <= 6, parts(of: reading.utterance).count == 1
    {
      decision = MatchDecision.smallTalk
      say("what-problem")
      return true
    }
    switch match.decision {
    case .answer: return takeSettled()
    case .ask: return takeUnsettled()
    case .none: return takeStrange()
    }
  }

  /// Another symptom in words that lean on the fix just given: "it's greyed out", after the steps to it.
  mutating func takeLeaningSymptom() -> Bool {
    guard let topic = state.topic, !topic.given.isEmpty, match.decision != .answer, let leaning = leaningSymptom,
      leaning.intent != topic.intent
    else { return false }
    decision = Decision.answer.rawValue
    begin(Topic(intent: leaning.intent, score: leaning.score))
    return true
  }

  /// The symptom that the message says in its context, where that is likelier than anything else it could ask for.
  private var leaningSymptom: Candidate? {
    guard let best = guesses.symptom, best.score >= Self.leastLeaning, best.score > likelihood(.undocumented),
      best.score > askedFact?.probability ?? 0
    else { return nil }
    return best
  }

  /// How likely a symptom has to be that is said only in its context.
  private static let leastLeaning = 0.4

  /// A symptom told in words too strange to be sure of, where no other comes near: the question that follows names it.
  private mutating func takeStrange() -> Bool {
    if let symptom = clearByMatter {
      begin(Topic(intent: symptom, score: match.candidates.first { $0.intent == symptom }?.score ?? 0))
      return true
    }
    if let best = clearAtEnd {
      begin(Topic(intent: best.intent, score: best.score))
      return true
    }
    guard state.question == nil, let best = match.candidates.first, best.score >= Self.scoreOfStrange,
      (match.candidates.dropFirst().first?.score ?? 0) * Self.leadOfStrange <= best.score, reading.weight() >= 3
    else { return false }
    begin(Topic(intent: best.intent, score: best.score))
    return true
  }

  /// The symptom that the last sentences say clearly, whatever was said before them: "third time today. button. grey."
  private var clearAtEnd: Candidate? {
    guard state.topic == nil || state.outcome != .open, state.question == nil else { return nil }
    let tokens = reading.utterance.tokens
    let starts = tokens.indices.dropFirst().filter { tokens[$0].boundary == .sentence }
    guard (1...Self.partsAtMost).contains(starts.count) else { return nil }
    return starts.lazy.compactMap { [reading, engine, language] start in
      let result = engine.matcher.match(reading.utterance.typed(start..<tokens.count), language: language)
      return result.decision == .answer ? result.candidates.first : nil
    }.first
  }

  /// The symptom that a few words are about which tell no more than that: "the licences. hybrid, as I said".
  var clearByMatter: String? {
    guard state.topic == nil || state.outcome == .resolved, state.question == nil, !reading.isQuestion,
      reading.weightBesideValues <= Self.wordsBesideSupposed
    else { return nil }
    return symptom(byMatter: reading.values)
  }

  /// The only symptom whose table has rows for what these values say they are about.
  func symptom(byMatter values: [SlotValue]) -> String? {
    let told = values.filter { !isGeneral($0.slot) && !isAsked($0.slot) && !tellsWhose($0.slot) }
    guard !told.isEmpty else { return nil }
    let found = engine.knowledge.intents.filter { intent in
      intent.fixes.contains { fix in fix.when.contains { row in told.contains { Self.isMeant($0, by: row) } } }
    }
    return found.count == 1 ? found[0].id : nil
  }

  /// Whether a row is for this value, rather than for any or none.
  private static func isMeant(_ value: SlotValue, by row: Fix.Row) -> Bool {
    row[value.slot].map { $0.contains(value.value) && !$0.contains(Question.unknown) } ?? false
  }

  private static let scoreOfStrange = 0.2
  private static let leadOfStrange = 20.0

  private mutating func takeSettled() -> Bool {
    guard let best = match.candidates.first else { return false }
    if best.intent == state.topic?.intent, state.outcome == .open { return takeSame() }
    if reading.asksWhy, state.tried.contains(where: { $0.intent == best.intent }), tellWhy(best) { return true }
    if reading.says("do-it-for-me") { say("cannot-do") }
    if answerAtOnce(best) { return true }
    begin(Topic(intent: best.intent, score: best.score))
    return true
  }

  /// A question that one documented fact answers whatever would be asked next: "do I have to be a global admin for that?",
  /// "who apart from me may do it?".
  private mutating func answerAtOnce(_ best: Candidate) -> Bool {
    // What a licence is enough for depends on the environment.
    guard reading.isPolar || reading.asksWho, !isEndUser, !reading.values.contains(where: tellsMatter),
      let intent = engine.knowledge.intent(best.intent),
      let asked = askedFact(among: intent.facts, of: [intent]), asked.isUnmistakable
    else { return false }
    let before = self
    open(Topic(intent: best.intent, score: best.score))
    guard case .ask = engine.table(of: intent).step(state.facts),
      reading.asksWho || polarity(of: asked.fact, supposing: []) != nil
    else {
      self = before
      return false
    }
    decision = Decision.answer.rawValue
    return giveFact(asked, of: intent, supposing: [])
  }

  /// "But why was it grey?", of a symptom that was answered: the fact that says so alone, else the symptom again as it was
  /// left.
  private mutating func tellWhy(_ best: Candidate) -> Bool {
    guard let intent = engine.knowledge.intent(best.intent) else { return false }
    guard let asked = askedFact(among: intent.facts, of: [intent]), asked.isLikely else {
      guard let index = state.waiting.firstIndex(where: { $0.intent == best.intent }) else { return false }
      takeUp(state.waiting.remove(at: index))
      return true
    }
    decision = MatchDecision.followUp
    open(Topic(intent: intent.id, score: best.score))
    return giveFact(asked, of: intent, supposing: [])
  }

  /// The open symptom told again: what it adds counts; with nothing new, the fix is given once more.
  private mutating func takeSame() -> Bool {
    if keep(reading.values) {
      giveChangedAnswer()
      return true
    }
    guard state.topic?.given.isEmpty == false else { return false }
    // "How long until it works there?", after the fix, asks for more than the fix again.
    if reading.isQuestion, reading.says("question-word"), asksForWhatIsOpen {
      decision = MatchDecision.followUp
      say("undocumented")
      return true
    }
    proceed(leading: wording("once-more"))
    return true
  }

  private mutating func takeUnsettled() -> Bool {
    if case .slot = state.question?.subject {
      // "Hang on, before that: we set up a policy and he says it does nothing": no answer, and another problem.
      guard let best = match.candidates.first, best.intent != state.topic?.intent, best.score >= Self.scoreWhileAsked,
        reading.weight() >= Self.wordsWhileAsked
      else { return false }
      begin(Topic(intent: best.intent, score: best.score))
      return true
    }
    if case .intent = state.question?.subject { return false }
    let isAboutTopic = state.topic.map { match.offered.contains($0.intent) } ?? false
    if isAboutTopic, state.outcome == .open, reading.weight() <= 3 { return false }
    // "But I could reset him last year", after a fix: doubt.
    if isAboutTopic, state.question == nil || state.question?.subject == .helped, !reading.isQuestion,
      reading.values.isEmpty || state.question == nil,
      ["but", "men"].contains(reading.utterance.tokens.first?.text)
    {
      decision = MatchDecision.followUp
      say("sure")
      return true
    }
    if isAboutTopic, tellsOnlyFacts { return takeToldFacts() }
    if let best = clearInContext ?? clearInPart ?? clearByValue ?? clearBesideDeed {
      begin(Topic(intent: best.intent, score: best.score))
      return true
    }
    // Whoever was referred already stays so, whatever few words sound like.
    if isEndUser, state.outcome == .handedOver, state.topic != nil { return false }
    keep(reading.values)
    // For somebody without an administrator role all of them come to the same.
    if isEndUser, let first = match.candidates.first {
      begin(Topic(intent: first.intent, score: first.score))
    } else {
      offer(match.offered)
    }
    return true
  }

  /// Whether the message tells facts, with little beside them: "we don't have that, I think".
  private var tellsOnlyFacts: Bool {
    !reading.values.isEmpty && !reading.isQuestion && reading.weightBesideValues <= 3
      && reading.values.allSatisfy { isAsked($0.slot) }
  }

  /// Takes facts about the open symptom that sound like a symptom themselves.
  private mutating func takeToldFacts() -> Bool {
    decision = MatchDecision.reply
    if state.outcome == .open, keep(reading.values) {
      giveChangedAnswer()
      return true
    }
    let pairs = reading.values.flatMap { isOfSomebodyElse($0) ? ofOthers($0) : [(slot: $0.slot, value: $0.value)] }
    let told = Dictionary(pairs.map { ($0.slot, $0.value) }) { $1 }
    say("noted-on", ["facts": named(told, slots: told.keys.sorted())])
    goOn()
    return true
  }

  /// The symptom that is far ahead of the others, or the only one to which what is told means something: enough in a
  /// conversation that is under way, where a wrong reading shows at once.
  private var clearInContext: Candidate? {
    guard let intent, let best = match.candidates.first, best.intent != intent.id else { return nil }
    return isFarAhead(best) || belongsElsewhere(intent) ? best : nil
  }

  /// Whether a symptom is far enough ahead of the others to be taken in a conversation that is under way.
  func isFarAhead(_ best: Candidate) -> Bool {
    Self.isFarAhead(best, in: match)
  }

  static func isFarAhead(_ best: Candidate, in match: MatchResult) -> Bool {
    let second = match.candidates.dropFirst().first?.score ?? 0
    return best.score >= Self.scoreInContext && second * Self.leadInContext <= best.score
  }

  /// The symptom that one part of the message says clearly and the whole says most, with no other part against it: what
  /// else is told, a role above all, blurs it.
  private var clearInPart: Candidate? {
    let parts = parts(of: reading.utterance)
    guard (2...Self.partsAtMost).contains(parts.count), !reading.values.isEmpty else { return nil }
    let found = parts.compactMap { part in
      let result = engine.matcher.match(reading.utterance.typed(part), language: language)
      return result.decision == .answer ? result.candidates.first : nil
    }
    guard let best = found.first, found.allSatisfy({ $0.intent == best.intent }),
      best.intent == match.candidates.first?.intent
    else { return nil }
    return best
  }

  /// The likeliest symptom, where what the message tells means something to it alone, or settles its fix: "my boss wants
  /// to know who may reset".
  private var clearByValue: Candidate? {
    guard state.topic == nil, let best = match.candidates.first, let intent = engine.knowledge.intent(best.intent)
    else {
      return nil
    }
    let told = reading.values.filter { engine.knowledge.questions[$0.slot]?.isGeneral == false && !isAsked($0.slot) }
    let slots = Set(told.map(\.slot)).intersection(slots(of: intent))
    let others = match.offered.filter { $0 != best.intent }.compactMap { engine.knowledge.intent($0) }
    if slots.contains(where: { slot in !others.contains { self.slots(of: $0).contains(slot) } }) { return best }
    let facts = state.facts.merging(told.map { ($0.slot, $0.value) }) { $1 }
    guard case .give(let fix) = engine.table(of: intent).step(facts) else {
      return nil
    }
    return slots.isDisjoint(with: decisive(for: fix, of: intent, facts)) ? nil : best
  }

  /// The likeliest symptom, where what makes another likely is only what somebody did before it: "I changed it and she …".
  private var clearBesideDeed: Candidate? {
    let parts = parts(of: reading.utterance)
    guard parts.count > 1, reading.tellsDeed(in: parts[0]), let best = match.candidates.first,
      best.score >= Self.scoreBesideDeed
    else { return nil }
    return best
  }

  private static let scoreBesideDeed = 0.95
  private static let scoreWhileAsked = 0.8
  private static let wordsWhileAsked = 6
  private static let partsAtMost = 6
  private static let scoreInContext = 0.25
  private static let leadInContext = 5.0
}
