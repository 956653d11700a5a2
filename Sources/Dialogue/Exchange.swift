import Knowledge
import Matching
import TextAnalysis

/// One message and what is said to it: a turn while it is being made.
struct Exchange {
  let engine: DialogueEngine
  let input: TurnInput
  var reading: Reading
  let language: Language
  /// What the matcher makes of the message.
  let match: MatchResult
  /// What the message says whatever was said before.
  let heard: Heard
  /// What the message may ask for about a symptom or the conversation.
  let guesses: FollowUps.Guesses
  /// The documented fact that the message asks for in the context of what was open when it came.
  private(set) var askedFact: Asked?
  var state: ConversationState
  var replies: [Reply] = []
  /// What was known when the message came.
  let knownBefore: [String: String]
  /// Whether a person was offered in the turn before.
  let offeredPerson: Bool
  /// What the question was about that was open when the message came.
  let offered: OpenQuestion.Subject?
  /// How the message was taken, for the log.
  var decision: String
  /// The fix given in this turn.
  var fix: String?

  init(engine: DialogueEngine, state: ConversationState, input: TurnInput) {
    self.engine = engine
    self.input = input
    self.state = state
    let heard = engine.heard(input.text)
    self.heard = heard
    var reading = heard.reading
    let tongue = Tongue(state: state, preferred: input.preferredLanguage)
    language = tongue.language(of: reading)
    match = heard.match
    reading.keepValues(of: Self.articles(of: state, match, engine.knowledge), questions: engine.knowledge.questions)
    if let people = state.people { reading.addRoles(of: people) }
    self.reading = reading
    self.state.note(reading.people)
    decision = match.decision.rawValue
    // With nothing open, what is no symptom may be talk, and only a question may ask for a fact: one that is no clear symptom,
    // or wants a yes or no.
    let isOpen = state.topic != nil || state.question != nil || state.outcome != .open
    let mayAsk =
      isOpen || match.decision == .none || reading.isQuestion && (match.decision != .answer || reading.isPolar)
    guesses = mayAsk && !reading.isWordless ? heard.guesses(engine.matcher.followUps) : .init()
    offeredPerson = state.offersPerson
    knownBefore = state.facts
    offered = state.question?.subject
    self.state.offersPerson = false
    if isOpen || match.decision != .none, !reading.isWordless {
      let slots = Self.slots(ofTopicOr: match, state, engine.knowledge)
      self.reading.add(toldInPassing(among: slots))
    }
    // What has no words of a language says nothing of it for the messages to come.
    if reading.vote.language != nil || state.language != nil || tongue.isWished(in: reading) {
      self.state.language = language
    }
    if !reading.isEmpty {
      self.state.words = Array((state.words + [reading.text.shortened(to: 600)]).suffix(ConversationState.wordsKept))
    }
  }

  /// The articles that a message may be about: those of the open symptom, of the ones that wait, and of what it matches.
  private static func articles(of state: ConversationState, _ match: MatchResult, _ knowledge: KnowledgeBase)
    -> Set<String>
  {
    var symptoms = ([state.topic].compactMap(\.self) + state.waiting).map(\.intent) + match.offered
    if state.topic == nil || match.decision == .answer { symptoms += match.candidates.prefix(1).map(\.intent) }
    return Set(symptoms.compactMap { knowledge.article(of: $0) })
  }

  /// What the open symptom can be asked for or, with none open, the one that the message matches.
  private static func slots(ofTopicOr match: MatchResult, _ state: ConversationState, _ knowledge: KnowledgeBase)
    -> Set<String>
  {
    var intents = [state.topic?.intent, match.decision == .none ? nil : match.candidates.first?.intent]
    if case .intent(let offered)? = state.question?.subject { intents += offered }
    let asks = intents.compactMap { $0.flatMap(knowledge.intent) }.flatMap(\.asks)
    return Set(asks.map(\.slot).filter { knowledge.questions[$0]?.ask != nil })
  }

  /// The message in the context of what is open: found before all that could ask for it. A plain answer asks nothing.
  @discardableResult
  mutating func findWhatIsAsked() -> Bool {
    if !guesses.isEmpty || engine.matcher.followUps.isEmpty { askedFact = findAskedFact() }
    return false
  }

  /// What a message can be, in the order in which it is tried. Each answers it and gives true, or leaves it alone.
  static let steps: [@Sendable (inout Exchange) -> Bool] = [
    { $0.takeEmpty() },
    { $0.takeLanguageWish() },
    { $0.takePlainAnswer() },
    { $0.findWhatIsAsked() },
    { $0.takeSuccessBeforeMore() },
    { $0.takeNewStart() },
    { $0.takeCommand() },
    { $0.takeOtherThatWaits() },
    { $0.takeStep() },
    { $0.takeReaction() },
    { $0.takeLastQuestion() },
    { $0.takeClearTalk() },
    { $0.takeTalkAboutConversation() },
    { $0.takeLeaningSymptom() },
    { $0.takeOutburst() },
    { $0.takeFeedback() },
    { $0.takeReply() },
    { $0.takeToldReply() },
    { $0.takeReturn() },
    { $0.takeFactElsewhere() },
    { $0.takeFollowUp() },
    { $0.takeFactsAlone() },
    { $0.takeSymptom() },
    { $0.takeSmallTalk() },
    { $0.takeLikelyTalk() },
    { $0.takeUnfitReply() },
    { $0.fallBack() },
  ]

  /// Answers the message.
  mutating func answer() {
    noteSecrets()
    for step in Self.steps where step(&self) { break }
    answerSecondQuestion()
  }

  /// The turn as it stands. Changes the exchange rather than consuming it, which would copy all of it.
  mutating func result() -> TurnResult {
    varyRepeats()
    countRunning()
    state.lastTexts = replies.map(\.text)
    if decision != MatchDecision.none { state.misses = 0 }
    let topic = state.topic
    let record = TurnRecord(
      language: state.language ?? language, intent: topic?.intent, score: topic?.score, decision: decision,
      question: state.question?.name, facts: state.facts, fix: fix, outcome: state.outcome,
      candidates: match.candidates.prefix(3).map(\.intent))
    return TurnResult(state: state, replies: replies, record: record)
  }
}

/// How a message was taken, beside the matcher's own decisions: ``TurnRecord/decision``.
enum MatchDecision {
  static let none = Decision.none.rawValue
  static let reply = "reply"
  static let followUp = "follow-up"
  static let command = "command"
  static let smallTalk = "small-talk"
  static let feedback = "feedback"
}

/// Which language to answer in.
struct Tongue {
  private let current: Language?
  private let preferred: Language?

  /// How many of its own words a message needs to turn a conversation to the other language.
  private static let wordsToSwitch = 3
  /// By how much that language has to lead, as a share of the words counted.
  private static let marginToSwitch = 0.4

  init(state: ConversationState, preferred: Language?) {
    current = state.language
    self.preferred = preferred
  }

  /// The language to answer a message in: an explicit wish; else that of the message's own words, which in the middle
  /// of a conversation have to be three or more and clear; else the conversation's, the preferred one, English.
  func language(of reading: Reading) -> Language {
    if let wish = Self.wish(in: reading) { return wish }
    let usual = current ?? preferred ?? .english
    guard let own = reading.vote.language else {
      // "Återställning": names of things tell no language, but their letters do.
      return current == nil && reading.text.lowercased().contains(where: "åäö".contains) ? .swedish : usual
    }
    let isClear = reading.vote.words >= Self.wordsToSwitch && reading.vote.margin >= Self.marginToSwitch
    return current == nil || isClear ? own : usual
  }

  /// Whether a language is wished for.
  func isWished(in reading: Reading) -> Bool { Self.wish(in: reading) != nil }

  private static func wish(in reading: Reading) -> Language? {
    for (language, name) in [(Language.english, "english"), (.swedish, "swedish")] {
      if reading.only(name) || reading.length(of: name + "-wish") > 0 { return language }
    }
    return nil
  }
}
