import Knowledge
import Matching
import Redaction
import TextAnalysis

/// What a message is by all that it says, where none of the phrases in the words' lists tells it: learned from how people
/// put it.
extension Exchange {
  /// How much evidence (log odds) takes a message for talk before its phrases are looked at.
  private static let clearEvidence = -3.5
  /// How much does where nothing documented answers it.
  private static let fairEvidence = -5.5
  /// By how much it has to lead over facts and what the documentation leaves open.
  private static let lead = 0.5
  /// From how much on, and with which lead, it counts for more than what else the message could be.
  private static let sureEvidence = -1.0
  private static let sureLead = 2.0
  /// What came of a fix, by its kind. What only sounds like it must not end anything, so it has to lead over the other
  /// kinds of talk, too.
  private static let outcomes = ["worked": "yes", "failed": "no", "partly": "partly"]
  private static let leadOfOutcome = 1.0
  /// How much more evidence an outcome needs that is told in a few words, and how many those are.
  private static let moreForFewWords = 3.0
  private static let fewWords = 4
  private static let evidenceOfOutcome = ["worked": -1.0, "failed": -2, "partly": -3]

  /// How many words the phrases know better than learning does: "sure", "ok then".
  private static let wordsOfPhrase = 3
  /// How many words come with a plain yes or no.
  private static let wordsBesideYes = 2

  /// What is told rather than asked.
  private static let told: Set<String> = [
    "apology", "bye", "failed", "fed-up", "no-person", "noted", "partly", "thanks", "trying", "worked",
  ]

  /// What often comes with news that count for more: "sorry, I meant user admin", "not sure, it's hybrid".
  private static let comesWithNews: Set<String> = [
    "apology", "dont-know", "failed", "noted", "partly", "sure", "thanks", "trying", "worked",
  ]

  /// What is asked rather than wished for.
  private static let asked: Set<String> = [
    "handoff-status", "languages", "outdated", "reference", "stored", "what-asked", "what-can-you-do", "what-handed",
    "what-i-asked", "what-understood", "who-are-you", "who-here", "why-asked",
  ]
  /// How much a question without its mark or order needs.
  private static let evidenceWithoutMark = -2.0
  private static let evidenceOfTold = -0.5
  /// How much a question in a word needs: "my own too?".
  private static let evidenceInAWord = -1.5

  /// Takes talk as what it clearly is: what came of a fix, courtesy, a wish, a question about the conversation.
  mutating func takeClearTalk() -> Bool { takeTalk(Self.clearEvidence) }

  /// Takes talk as what it most likely is, where nothing else understands the message.
  mutating func takeLikelyTalk() -> Bool { takeTalk(Self.fairEvidence) }

  private mutating func takeTalk(_ least: Double) -> Bool {
    guard let kind = likeliestTalk(atLeast: least) else { return false }
    let before = self
    decision = MatchDecision.smallTalk
    let isTaken =
      takeOutcome(saidBy: kind) || takeWish(saidBy: kind) || takeCourtesy(saidBy: kind) || takeQuestion(saidBy: kind)
    // "Why do you ask?", when nothing was asked, has no answer.
    if isTaken, replies.count > before.replies.count { return true }
    self = before
    return false
  }

  /// The likeliest kind, in a conversation that has begun and unless a fact or another symptom is likelier.
  func likeliestTalk(atLeast least: Double) -> String? {
    guard !answersLate, let best = mostEvidentTalk, best.evidence >= least, best.lead >= Self.lead,
      hasBegun || Self.askedAtStart.contains(best.kind) && best.evidence >= Self.evidenceAtStart,
      Self.outcomes[best.kind] == nil || best.margin >= Self.leadOfOutcome,
      best.evidence >= Self.evidenceOfOutcome[best.kind].map({ $0 + fewWords }) ?? least
    else { return nil }
    // "Sorry, I meant it's on, but broken" sets something right.
    if best.kind == "apology", reading.says("correction") { return nil }
    if Self.outcomes[best.kind] != nil, reading.asksWhetherItHelps { return nil }
    // "Been waiting a quarter of an hour now, with a pupil's account" tells what was asked for.
    if ["trying", "noted"].contains(best.kind), tellsTimeThatDecides { return nil }
    let isSure = best.evidence >= Self.sureEvidence && best.lead >= Self.sureLead
    return contradicts(best.kind, best.evidence, isSure: isSure) ? nil : best.kind
  }

  private var hasBegun: Bool { state.topic != nil || state.question != nil || state.outcome != .open }

  /// What is asked of a bot before anything else, and how much evidence that takes: little was said that it could lean on.
  private static let askedAtStart: Set<String> = ["languages", "stored", "what-can-you-do", "who-are-you"]
  private static let evidenceAtStart = 0.0

  /// The kind for which most speaks, with its lead over facts and what the documentation leaves open, and its margin over
  /// the next kind.
  private var mostEvidentTalk: (kind: String, evidence: Double, lead: Double, margin: Double)? {
    let kinds = Conversation.talk.sorted().compactMap { kind in
      guesses.evidence(of: .talk(kind)).map { (kind: kind, evidence: $0) }
    }.sorted { $0.evidence > $1.evidence }
    guard let best = kinds.first else { return nil }
    let others = [
      guesses.evidence(of: .undocumented), intent.flatMap { guesses.mostEvidence(inArticle: $0.article) },
    ].compactMap(\.self)
    let next = kinds.dropFirst().first?.evidence ?? -.infinity
    return (best.kind, best.evidence, best.evidence - (others.max() ?? -.infinity), best.evidence - next)
  }

  /// Whether it is much likelier something else than an outcome of this kind, whatever its phrases say: "my son works with
  /// computers and says otherwise".
  func isUnlikely(_ outcome: String) -> Bool {
    reading.utterance.tokens.count > Self.wordsOfPhrase && isOutdone(Self.compatible[outcome] ?? [])
  }

  /// Whether a longer message that denies something or tells a time is by all that was learned no success, whatever phrase
  /// of one stands in it: "it worked last week, so don't tell me it's my role".
  var isHardlySuccess: Bool {
    guard reading.utterance.tokens.count > Self.wordsOfSuccessPhrase, !reading.closesWithSuccess,
      reading.isDenying || tellsTimeThatDecides
    else {
      return false
    }
    let told = (Self.compatible["yes"] ?? []).compactMap { guesses.evidence(of: .talk($0)) }.max()
    return told.map { $0 < Self.leastOfSuccess } ?? false
  }

  private static let wordsOfSuccessPhrase = 6
  private static let leastOfSuccess = -3.5

  /// Whether it is much likelier something else than this kind of talk, whatever its phrases say.
  func isUnlikelyTalk(_ kind: String) -> Bool { Conversation.talk.contains(kind) && isOutdone([kind]) }

  /// Whether another kind of talk than these is clearly ahead.
  private func isOutdone(_ kinds: Set<String>) -> Bool {
    guard let best = mostEvidentTalk, !kinds.contains(best.kind), best.evidence >= Self.evidenceOverPhrases,
      best.lead >= Self.lead
    else { return false }
    let own = kinds.compactMap { guesses.evidence(of: .talk($0)) }.max() ?? -.infinity
    return best.evidence - own >= Self.leadOverPhrases
  }

  /// The kinds of talk that may go with an outcome told by a phrase.
  private static let compatible: [String: Set<String>] = [
    "yes": ["worked", "thanks", "bye"], "no": ["failed", "fed-up", "partly", "person"], "partly": ["partly", "failed"],
    "later": ["trying", "noted", "thanks", "bye"],
  ]
  private static let leadOverPhrases = 2.0
  private static let evidenceOverPhrases = -4.0

  private var fewWords: Double { reading.utterance.tokens.count <= Self.fewWords ? Self.moreForFewWords : 0 }

  /// Whether something in the message says that it is not this kind, or more than this.
  private func contradicts(_ kind: String, _ evidence: Double, isSure: Bool) -> Bool {
    if !isSure || Self.comesWithNews.contains(kind),
      reading.values.contains(where: { isAsked($0.slot) && isChange($0) })
    {
      return true
    }
    if case .slot(let slot)? = state.question?.subject {
      let isUnknown = reading.opens(with: "dont-know")
      if kind == "dont-know" ? answers(slot) && !isUnknown : answers(slot) || isUnknown { return true }
      // Two words that fit no choice may be anything.
      let isShort = !reading.isQuestion && reading.utterance.tokens.count <= Self.wordsOfPhrase
      if isShort, !isSure, kind != "dont-know" { return true }
    }
    if isOtherSymptom, !isSure || evidence < 0 && match.decision == .answer { return true }
    // "Now I am" makes true what was supposed; "what the hell" asks for nothing.
    if reading.says("so-am-i") || reading.only("greeting") || reading.says("abuse") && kind != "fed-up" { return true }
    if isAfterFix, reading.utterance.tokens.count <= Self.wordsOfPhrase, ["noted", "sure", "partly"].contains(kind),
      outcomeSaid.map({ $0 != "later" }) ?? false
    {
      return true
    }
    // "What happens next?", with nobody asked to take over, asks what to do; "was that all?" for what is left.
    if state.handedOver.isEmpty, kind == "handoff-status", reading.says("what-now") { return true }
    if asksWhetherThatIsAll { return true }
    // "That's everything, thanks", while another question is open, ends it.
    if kind == "thanks", reading.says("worked") && !isAfterFix { return true }
    // "My number is …, if somebody wants to call": told what becomes of it.
    if !reading.secrets.isDisjoint(with: [.email, .phone]) { return true }
    // "Do I get a temporary one that I can read out to her?" offers nothing.
    if kind == "offer-secret", !isSure { return true }
    // "Yes", to the offer of a person; "yes, that answers what I asked".
    if opensWithYesOrNo, offeredPerson || Self.asked.contains(kind) { return true }
    if case .intent? = state.question?.subject,
      !isSure && !Self.asked.contains(kind) || match.decision != .none || reading.callsOther
    {
      return true
    }
    if !isSure, opensWithYesOrNo, reading.weight(beside: ["yes", "no", "partly"]) <= Self.wordsBesideYes {
      return true
    }
    // "Helpful. And the grey button?" asks; "my own too?" says too little to be a question of this kind.
    if Self.told.contains(kind) { return isSure ? reading.utterance.hasQuestionMark : reading.isQuestion }
    // "I was user admin before" asks nothing of what was said.
    let needed =
      reading.values.isEmpty && !PastRole.isTold(in: reading.utterance) ? Self.evidenceWithoutMark : Self.evidenceOfTold
    if Self.asked.contains(kind), !reading.isQuestion, evidence < needed { return true }
    return evidence < Self.evidenceInAWord && reading.weight() < 2
  }

  /// Whether it resembles another symptom than the one that is open.
  private var isOtherSymptom: Bool {
    guard let best = match.candidates.first, best.intent != state.topic?.intent else { return false }
    return match.decision == .answer || match.decision == .ask && best.score >= Self.scoreOfOther
  }

  private static let scoreOfOther = 0.3

  /// Whether it gives a choice of the open question, without asking anything.
  private func answers(_ slot: String) -> Bool { !reading.isQuestion && replied(to: slot) != nil }

  /// Whether it answers what was asked and not known then: "it wasn't turned on".
  private var answersLate: Bool {
    state.topic?.askedSlots.contains { slot in
      state.facts[slot] == Question.unknown && replied(to: slot, atLeast: Self.lettersInPart) != nil
    } ?? false
  }

  private mutating func takeOutcome(saidBy kind: String) -> Bool {
    guard let outcome = Self.outcomes[kind] else { return false }
    let isGiven = state.topic?.given.isEmpty == false
    guard isAfterFix || isGiven && state.outcome == .resolved && outcome != "yes" else {
      if state.outcome == .handedOver, !isGiven || outcome != "yes" {
        say(outcome == "yes" ? "thanks" : "handoff-again", ["reference": input.reference])
        return true
      }
      guard outcome == "yes", isGiven, state.question == nil else { return false }
      state.outcome == .handedOver ? takeOutcome(outcome) : say("thanks")
      return true
    }
    takeOutcome(outcome)
    return true
  }

  private mutating func takeWish(saidBy kind: String) -> Bool {
    switch kind {
    case "person": wantPerson()
    case "no-person": say("no-person")
    case "cancel": state.outcome == .handedOver ? say("noted-after") : cancel()
    case "back", "other-one":
      guard !state.waiting.isEmpty else { return false }
      takeUp(state.waiting.removeFirst())
    case "dont-know":
      guard case .slot(let slot)? = state.question?.subject else { return false }
      settle(slot, Question.unknown)
    default: return false
    }
    decision = MatchDecision.command
    return true
  }

  private mutating func takeCourtesy(saidBy kind: String) -> Bool {
    if case .slot? = state.question?.subject, kind == "trying" || kind == "noted" { return false }
    switch kind {
    // "I'll give him a pencil then, thank you anyway."
    case "trying" where reading.says("thanks"), "noted" where reading.says("thanks"): say("thanks")
    // "Yes, thanks", "then I know".
    case "thanks" where isAfterFix && outcomeSaid == "yes", "noted" where isAfterFix && outcomeSaid == "yes":
      takeOutcome("yes")
      return true
    case "thanks" where reading.says("bye"), "trying" where reading.ends(with: "bye"): sayGoodbye()
    case "thanks": say("thanks")
    case "bye": sayGoodbye()
    case "apology": say("no-offence")
    case "fed-up": sayAbuse()
    case "trying": say(isAfterFix ? "take-your-time" : "noted-after")
    case "noted":
      say(isAfterFix ? "aside" : "noted-after")
      if isAfterFix { askWhetherHelped() }
    default: return false
    }
    if !isAfterFix, state.question != nil { askAgain() }
    return true
  }

  /// The rest are questions that have their answers with the phrases for them.
  private mutating func takeQuestion(saidBy kind: String) -> Bool {
    // Whoever has just been told not to write a secret here need not be told it twice.
    if kind == "offer-secret", !replies.isEmpty { return false }
    decision = MatchDecision.followUp
    guard answerTalk(kind) else { return false }
    if case .slot = state.question?.subject, kind != "what-asked", !replies.contains(where: { $0.kind == .question }) {
      askAgain()
    }
    return true
  }
}
