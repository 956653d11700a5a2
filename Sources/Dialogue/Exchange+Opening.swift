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
    guard opening.outcomeSaid == "yes", opening.reading.length(of: "worked") > 1, !opening.reading.isQuestion else {
      return false
    }
    var after = state
    after.words.removeLast()
    var rest = alone(utterance.typed(start..<utterance.tokens.count), after)
    rest.mark("yes")
    rest.state.question = nil
    rest.answer()
    guard rest.isMoreThanCourtesy else { return false }
    say("resolved-on")
    let words = state.words
    state = rest.state
    state.words = words
    replies += rest.replies
    (decision, fix) = (rest.decision, rest.fix)
    return true
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
