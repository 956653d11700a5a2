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
    guard state.question == nil, let best = match.candidates.first, best.score >= Self.scoreOfStrange,
      (match.candidates.dropFirst().first?.score ?? 0) * Self.leadOfStrange <= best.score, reading.weight() >= 3
    else { return false }
    begin(Topic(intent: best.intent, score: best.score))
    return true
  }

  private static let scoreOfStrange = 0.2
  private static let leadOfStrange = 20.0

  private mutating func takeSettled() -> Bool {
    guard let best = match.candidates.first else { return false }
    if best.intent == state.topic?.intent, state.outcome == .open { return takeSame() }
    if reading.asksWhy, state.tried.contains(where: { $0.intent == best.intent }), tellWhy(best) { return true }
    if reading.says("do-it-for-me") { say("cannot-do") }
    begin(Topic(intent: best.intent, score: best.score))
    return true
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
    proceed(leading: wording("once-more"))
    return true
  }

  private mutating func takeUnsettled() -> Bool {
    if case .slot = state.question?.subject { return false }
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
    if let best = clearInContext ?? clearInPart ?? clearByValue {
      begin(Topic(intent: best.intent, score: best.score))
      return true
    }
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

  private static func isFarAhead(_ best: Candidate, in match: MatchResult) -> Bool {
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

  private static let partsAtMost = 6
  private static let scoreInContext = 0.25
  private static let leadInContext = 5.0

  // MARK: - Two problems in one message

  /// How long a message may be to be searched for two problems: in a longer one, things are mentioned in passing.
  private static let wordsForTwo = 60

  /// A symptom and the part of the message that names it.
  private typealias Problem = (symptom: Candidate, part: Range<Int>)

  /// The two symptoms that a message names in parts of its own, in their order.
  private var twoSymptoms: [Problem]? {
    let utterance = reading.utterance
    guard (6...Self.wordsForTwo).contains(utterance.tokens.count) else { return nil }
    // Unless two problems are announced, what the whole of the message hardly says is no problem of its own, however a
    // part of it reads alone.
    let isAnnounced =
      reading.says("two-problems") || reading.isNumbered
      || utterance.tokens.contains { Self.besides.contains($0.text) }
    let least = isAnnounced ? 0 : 0.0005
    let likely = Set(match.candidates.prefix(4).filter { $0.score >= least }.map(\.intent))
    // What a secret was taken out of is no problem of its own.
    let parts = parts(of: utterance).filter { part in
      part.count >= 3 && !utterance.tokens[part].contains(where: \.isPlaceholder)
    }
    guard parts.count > 1, isAnnounced || likely.count > 1 else { return nil }
    var found: [Problem] = []
    for part in parts {
      let result = engine.matcher.match(utterance.typed(part), language: language)
      guard let best = result.candidates.first, isAnnounced || likely.contains(best.intent) else { continue }
      let isToChoose = reading.says("two-problems") || isAnnounced && Self.isFarAhead(best, in: result)
      guard result.decision == .answer || result.decision == .ask && isToChoose else { continue }
      if !found.contains(where: { $0.symptom.intent == best.intent }) { found.append((best, part)) }
    }
    return found.count == 2 ? found : nil
  }

  /// The message cut at its marks and at "and" and "also".
  func parts(of utterance: Utterance) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for (index, token) in utterance.tokens.enumerated().dropFirst()
    where (token.boundary != .none || Self.joints.contains(token.text)) && !Self.contrasts.contains(token.text) {
      parts.append(start..<index)
      start = Self.joints.contains(token.text) ? index + 1 : index
    }
    return (parts + [min(start, utterance.tokens.count)..<utterance.tokens.count]).filter { !$0.isEmpty }
  }

  /// What announces a second problem, whatever the first one was.
  private static let besides: Set<String> = ["dessutom", "dels", "besides", "moreover", "furthermore", "additionally"]
  private static let joints: Set<String> = ["and", "also", "plus", "och", "samt", "dessutom", "också"]
  /// What comes after these belongs to what stands before: "I see the page, but the button is missing".
  private static let contrasts: Set<String> = ["but", "though", "although", "men", "fast", "dock"]

  /// What the message tells that only the symptom which waits needs: it is not to be asked for later.
  private func factsTold(for waiting: String) -> [String: String] {
    guard let intent = engine.knowledge.intent(waiting) else { return [:] }
    let slots = slots(of: intent)
    let told = reading.values.filter {
      slots.contains($0.slot) && engine.knowledge.questions[$0.slot]?.isGeneral == false && !isOfSomebodyElse($0)
    }
    return Dictionary(told.map { ($0.slot, $0.value) }) { $1 }
  }

  private mutating func takeBoth(_ both: [Problem]) -> Bool {
    let (one, other) = (both[0].symptom, both[1].symptom)
    decision = Decision.answer.rawValue
    say("two-problems", ["first": title(one.intent), "second": title(other.intent)])
    // The second waits already when the first is answered, so that the reply can say what comes next.
    if !state.waiting.contains(where: { $0.intent == other.intent }) {
      var second = Topic(intent: other.intent, score: other.score)
      second.facts = factsTold(for: other.intent)
      if reading.namesThird(in: both[1].part) { second.isReported = true }
      state.waiting.append(second)
    }
    let special = Set(reading.values.map(\.slot).filter { !isGeneral($0) })
    reading.dropValues { special.contains($0.slot) && !$0.tokens.isEmpty && both[1].part.contains($0.tokens) }
    var first = Topic(intent: one.intent, score: one.score)
    first.isNamed = true
    begin(first)
    state.waiting.removeAll { $0.intent == state.topic?.intent }
    return true
  }
}
