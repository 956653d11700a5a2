import Knowledge
import Matching
import Redaction
import TextAnalysis

/// What a message begins with, before what it is about: "that worked. Back to the policy".
extension Exchange {
  /// Takes the success that a message begins with, and then the rest of it as a message of its own, where that asks or
  /// tells something.
  mutating func takeSuccessBeforeMore() -> Bool {
    guard isAfterFix, let start = startOfRest else { return false }
    let utterance = reading.utterance
    let opening = alone(utterance.typed(0..<start), state)
    // "Great. When will they answer?" only takes note.
    // "So it's enough to do it at portal.example?" is one question.
    guard opening.outcomeSaid == "yes", opening.reading.length(of: "worked") > 1, !opening.reading.isQuestion,
      !opening.reading.isInference
    else { return false }
    var after = state
    after.words.removeLast()
    var rest = alone(utterance.typed(start..<utterance.tokens.count), after)
    rest.mark("yes")
    rest.state.question = nil
    rest.answer()
    guard rest.isMoreThanCourtesy else { return false }
    say("resolved-on")
    takeOver(rest)
    return true
  }

  /// Begins again with what comes after the wish for that: "let's start over, the page is missing".
  mutating func takeNewStart() -> Bool {
    let utterance = reading.utterance
    let wish = reading.words.first {
      $0.id == "start-over" && $0.tokens.count > 1 && $0.tokens.lowerBound <= Self.wordsBeforeWish
    }
    guard let end = wish?.tokens.upperBound, end < utterance.tokens.count, !reading.isQuestion else { return false }
    var rest = alone(utterance.typed(end..<utterance.tokens.count), begunAgain)
    guard rest.match.decision != .none else { return false }
    rest.answer()
    guard rest.isMoreThanCourtesy else { return false }
    takeOver(rest)
    return true
  }

  /// How many words may stand before the wish: "no wait,".
  private static let wordsBeforeWish = 3

  /// Answers the question at the end of what is else only told: "I'll try it tomorrow. How many people would you start
  /// with?".
  mutating func takeLastQuestion() -> Bool {
    guard state.topic?.given.isEmpty == false, askedFact?.isUnmistakable != true, let start = startOfLast,
      !told(before: start).contains(where: isOfTopic)
    else { return false }
    let utterance = reading.utterance
    var rest = alone(utterance.typed(start..<utterance.tokens.count), state)
    guard !Utterance(utterance.typed(0..<start)).hasQuestionMark, rest.reading.isQuestion,
      rest.askedFact?.isClear == true || rest.likeliestTalk(atLeast: Self.evidenceOfLast) != nil
    else { return false }
    rest.answer()
    guard rest.isMoreThanCourtesy else { return false }
    let told = told(before: start).filter { !isOfSomebodyElse($0) }
    takeOver(rest)
    // "I'm global admin. Why is that?": kept, though it changes nothing here.
    keep(told)
    return true
  }

  /// What is told before a place in the message that was not known.
  private func told(before start: Int) -> [SlotValue] {
    reading.values.filter { isAsked($0.slot) && isChange($0) && $0.tokens.upperBound <= start }
  }

  private func isOfTopic(_ value: SlotValue) -> Bool {
    intent.map { slots(of: $0).contains(value.slot) } ?? true
  }

  private static let evidenceOfLast = -2.0

  /// Makes the answer to a part that of the whole.
  private mutating func takeOver(_ part: Exchange) {
    let words = state.words
    state = part.state
    state.words = words
    replies += part.replies
    (decision, fix) = (part.decision, part.fix)
  }

  /// Where the last sentence begins.
  private var startOfLast: Int? {
    let tokens = reading.utterance.tokens
    guard tokens.count <= Self.wordsOfSuccess else { return nil }
    return tokens.indices.dropFirst().last { tokens[$0].boundary == .sentence }
  }

  /// Where the second sentence begins.
  private var startOfRest: Int? {
    let tokens = reading.utterance.tokens
    guard tokens.count <= Self.wordsOfSuccess else { return nil }
    return tokens.indices.dropFirst().first { tokens[$0].boundary == .sentence }
  }

  private static let wordsOfSuccess = 40

  /// Part of the message as if it had been typed alone.
  func alone(_ text: String, _ state: ConversationState) -> Exchange {
    var exchange = Exchange(
      engine: engine, state: state,
      input: TurnInput(
        text: RedactedText(redacting: text), session: input.session, reference: input.reference,
        preferredLanguage: language))
    exchange.findWhatIsAsked()
    return exchange
  }

  /// Whether it was understood and is about something.
  private var isMoreThanCourtesy: Bool {
    ![MatchDecision.none, MatchDecision.smallTalk, MatchDecision.feedback].contains(decision)
      && (decision != MatchDecision.followUp || reading.isQuestion)
      && !replies.contains { $0.kind == .goodbye }
  }
}
