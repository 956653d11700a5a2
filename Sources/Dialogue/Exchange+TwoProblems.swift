import Knowledge
import Matching
import TextAnalysis

/// Two problems in one message: both are named, the second is taken up after the first.
extension Exchange {
  /// How long a message may be to be searched for two problems: in a longer one, things are mentioned in passing.
  private static let wordsForTwo = 60

  /// A symptom and the part of the message that names it.
  typealias Problem = (symptom: Candidate, part: Range<Int>)

  /// From which score on a part tells a problem that the whole message hardly says.
  private static let scoreOfPart = 0.97

  /// How much the whole message has to say of a second symptom, where it clearly says one.
  private static let scoreBesideAnswer = 0.01

  /// The two symptoms that a message names in parts of its own, in their order.
  var twoSymptoms: [Problem]? {
    let utterance = reading.utterance
    guard (6...Self.wordsForTwo).contains(utterance.tokens.count) else { return nil }
    // Unless two problems are announced, what the whole of the message hardly says is no problem of its own, however a
    // part of it reads alone.
    let isAnnounced =
      reading.says("two-problems") || reading.isNumbered || reading.length(of: "and-also") > 2
      || utterance.tokens.contains { Self.besides.contains($0.text) }
    let least = isAnnounced ? 0 : match.decision == .answer ? Self.scoreBesideAnswer : 0.0005
    let likely = Set(match.candidates.prefix(4).filter { $0.score >= least }.map(\.intent))
    // What a secret was taken out of is no problem of its own.
    let parts = (pairedParts ?? parts(of: utterance)).filter { part in
      part.count >= 3 && !utterance.tokens[part].contains(where: \.isPlaceholder)
        && (isAnnounced || !reading.tellsDeed(in: part) && !tellsOnlyValues(in: part))
    }
    guard parts.count > 1 else { return nil }
    var found: [Problem] = []
    for part in parts {
      let result = engine.matcher.match(utterance.typed(part), language: language)
      guard let best = result.candidates.first,
        isAnnounced || likely.contains(best.intent) || best.score >= Self.scoreOfPart
      else { continue }
      let isToChoose = reading.says("two-problems") || isAnnounced && Self.isFarAhead(best, in: result)
      guard
        let symptom = result.decision == .answer || result.decision == .ask && isToChoose
          ? best : isAnnounced ? pointed(at: part) : nil
      else { continue }
      if !found.contains(where: { $0.symptom.intent == symptom.intent }) { found.append((symptom, part)) }
    }
    guard found.count == 2 else { return nil }
    // "I'm to help a man who forgot his, I found him but the button is grey": what stands in the way is no second problem.
    let isObstacle = utterance.tokens[found[1].part].contains { Self.contrasts.contains($0.text) }
    return isObstacle && !isAnnounced ? nil : found
  }

  /// Whether a part tells of a role, an account or the like and hardly anything else: "and it's for an ordinary user".
  private func tellsOnlyValues(in part: Range<Int>) -> Bool {
    let told = reading.values.filter { !$0.tokens.isEmpty && part.contains($0.tokens) }
    let rest = part.filter { index in
      !told.contains { $0.tokens.contains(index) } && !FunctionWords.contains(reading.utterance.tokens[index].text)
    }
    return !told.isEmpty && rest.count <= 1
  }

  /// The symptom that a part is about where two are announced: "the other is about licences".
  private func pointed(at part: Range<Int>) -> Candidate? {
    let symptom = symptom(byMatter: reading.values.filter { part.contains($0.tokens) && !$0.tokens.isEmpty })
    return match.candidates.first { $0.intent == symptom }
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

  /// The message cut at what numbers two problems: "partly …, and partly …".
  private var pairedParts: [Range<Int>]? {
    let tokens = reading.utterance.tokens
    for (first, second) in Self.pairings {
      guard let one = tokens.firstIndex(where: { $0.text == first }),
        let two = tokens.lastIndex(where: { $0.text == second }), two - one >= 4, two < tokens.count - 2
      else { continue }
      let isLedIn = Self.joints.contains(tokens[two - 1].text)
      return [one + 1..<two - (isLedIn ? 1 : 0), two + 1..<tokens.count]
    }
    return nil
  }

  private static let pairings = [("dels", "dels"), ("partly", "partly"), ("firstly", "secondly"), ("first", "second")]

  /// What announces a second problem, whatever the first one was.
  private static let besides: Set<String> = [
    "dessutom", "dels", "besides", "moreover", "furthermore", "additionally", "also",
  ]
  private static let joints: Set<String> = ["and", "also", "plus", "och", "samt", "dessutom", "också"]
  /// What comes after these belongs to what stands before: "I see the page, but the button is missing".
  private static let contrasts: Set<String> = ["but", "though", "although", "men", "fast", "dock"]

  /// What the message tells that only the symptom which waits needs: it is not to be asked for later.
  private func factsTold(for waiting: String, in part: Range<Int>) -> [String: String] {
    guard let intent = engine.knowledge.intent(waiting) else { return [:] }
    let slots = slots(of: intent)
    // What both parts tell is the first one's in the whole message.
    let values = engine.vocabulary.values(
      in: Utterance(reading.utterance.typed(part)), isSwedish: language == .swedish)
    let told = (reading.values + values).filter {
      slots.contains($0.slot) && engine.knowledge.questions[$0.slot]?.isGeneral == false && !isOfSomebodyElse($0)
    }
    return Dictionary(told.map { ($0.slot, $0.value) }) { $1 }
  }

  mutating func takeBoth(_ both: [Problem]) -> Bool {
    let (one, other) = (both[0].symptom, both[1].symptom)
    decision = Decision.answer.rawValue
    say("two-problems", ["first": title(one.intent), "second": title(other.intent)])
    // The second waits already when the first is answered, so that the reply can say what comes next.
    if !state.waiting.contains(where: { $0.intent == other.intent }) {
      var second = Topic(intent: other.intent, score: other.score)
      second.facts = factsTold(for: other.intent, in: both[1].part)
      if reading.namesThird(in: both[1].part) { second.isReported = true }
      state.waiting.append(second)
    }
    let special = Set(reading.values.map(\.slot).filter { !isGeneral($0) })
    reading.dropValues { special.contains($0.slot) && !$0.tokens.isEmpty && both[1].part.contains($0.tokens) }
    let own = alone(reading.utterance.typed(both[0].part), ConversationState()).reading.values
    reading.add(own.filter { value in !reading.values.contains { $0.slot == value.slot } })
    var first = Topic(intent: one.intent, score: one.score)
    first.isNamed = true
    begin(first)
    state.waiting.removeAll { $0.intent == state.topic?.intent }
    return true
  }
}
