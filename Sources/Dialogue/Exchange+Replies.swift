import Knowledge
import Matching
import TextAnalysis

/// What a message answers to the question that is open, before it is taken for that.
extension Exchange {
  /// The choice of a slot's question that the message gives, by its words alone.
  ///
  /// - Parameter letters: how many letters the words that give it need at least.
  func replied(to slot: String, atLeast letters: Int = 1) -> String? {
    heard.reply(to: slot, atLeast: letters, engine.vocabulary)
  }

  /// The choice that the message names, unless it is said of somebody else than who has the problem: "she is a user".
  func reply(to slot: String, atLeast letters: Int = 1) -> String? {
    let said = replied(to: slot, atLeast: letters)
    guard let said, engine.vocabulary.tellsEndUsers(slot) else { return said }
    // "No, mine shows up fine, it's only his" is about something else.
    if isEndUser([slot: said]), reading.begins(with: "no"), reading.weight(beside: ["yes", "no"]) > Self.wordsBesideNo,
      engine.vocabulary.replySpans(to: slot, in: reading.utterance).allSatisfy({ $0 == 0..<1 })
    {
      return nil
    }
    if isEndUser([slot: said]), tellsSomethingElse(than: slot, said) { return nil }
    // "Our budget meeting about that moved upstairs into the harbour room": one word of many.
    if tellsOfOthers(slot), heard.replyTokens(to: slot, engine.vocabulary).count == 1 { return nil }
    // "For an employee" says whom it is done for.
    if isEndUser([slot: said]), reading.saysForWhom { return nil }
    guard reading.tellsOfThird else { return said }
    return state.topic?.isReported == true && !isEndUser([slot: said]) ? said : nil
  }

  /// How many words may stand beside a "no" that answers.
  private static let wordsBesideNo = 2

  /// What somebody else's role says of a slot: "my boss's, he is global admin", of whose account it is.
  func saidOfOthers(about slot: String) -> String? {
    reading.values.filter(isOfSomebodyElse).flatMap(ofOthers).first { $0.slot == slot }?.value
  }

  /// The answer after a "but", which outdoes the one before it: "it should be on, but it stopped last week". What somebody
  /// is stays so: "user admin, but not global".
  func replyAfterContrast(to slot: String) -> String? {
    let tokens = reading.utterance.tokens
    guard !engine.vocabulary.tellsEndUsers(slot), !reading.isQuestion,
      let place = tokens.indices.dropFirst().first(where: { Self.contrasts.contains(tokens[$0].text) }),
      place + 1 < tokens.count
    else { return nil }
    let rest = Utterance(reading.utterance.typed(place + 1..<tokens.count))
    guard let said = engine.vocabulary.reply(to: slot, in: rest, atLeast: Self.lettersInPart) else { return nil }
    // "Yes but broken" is a choice of its own.
    let whole = replied(to: slot)
    let reaches = engine.vocabulary.replySpans(to: slot, in: reading.utterance).contains {
      $0.contains(place) && $0.contains(place + 1)
    }
    return reaches ? whole : said
  }

  private static let contrasts: Set<String> = ["but", "men", "utan"]

  /// The answer after a question of one's own: "you mean they're written back? no, we never turned that on".
  func replyAfterQuestion(to slot: String) -> String? {
    guard let mark = reading.text.lastIndex(of: "?"), reading.text[..<mark].contains(where: \.isLetter) else {
      return nil
    }
    let rest = Utterance(String(reading.text[mark...].dropFirst()))
    // "Can helpdesk do it? I'm user admin" asks something that is to be answered first.
    let asked = Utterance(String(reading.text[..<mark]))
    let asksOfRole =
      engine.vocabulary.tellsEndUsers(slot) && !engine.vocabulary.replySpans(to: slot, in: asked).isEmpty
    guard rest.tokens.count > 1, !asksOfRole else { return nil }
    return engine.vocabulary.reply(to: slot, in: rest, atLeast: Self.lettersInPart)
  }

  /// The answer that is guessed, with a mark of a question: "probably global then? I can do everything".
  func guessedReply(to slot: String) -> String? {
    guard let mark = reading.text.firstIndex(of: "?") else { return nil }
    let guess = Utterance(String(reading.text[..<mark]))
    guard guess.tokens.count <= Self.wordsOfGuess, guess.tokens.contains(where: { Self.guessings.contains($0.text) })
    else { return nil }
    return engine.vocabulary.reply(to: slot, in: guess, atLeast: Self.lettersInPart)
  }

  private static let wordsOfGuess = 7
  private static let guessings: Set<String> = [
    "maybe", "perhaps", "probably", "presumably", "guess", "suppose", "think", "assume", "kanske", "troligen",
    "antagligen", "förmodligen", "tror", "gissar",
  ]

  /// Whether its first part, up to a mark, is an answer and nothing else: "should be – people change theirs themselves".
  func opensWithAnswer(to slot: String) -> Bool {
    let utterance = reading.utterance
    guard let end = utterance.tokens.indices.dropFirst().first(where: { utterance.tokens[$0].boundary != .none }) else {
      return false
    }
    // A bare no may deny anything.
    let isBare = (0..<end).allSatisfy { index in
      reading.words.contains { ["yes", "no"].contains($0.id) && $0.tokens.contains(index) }
    }
    return !isBare && engine.vocabulary.isReply(to: slot, Utterance(utterance.typed(0..<end)))
  }

  /// Whether the message answers the question that is open, whatever else it resembles: "nah, an employee, our admin quit".
  var answersOpenQuestion: Bool {
    guard case .slot(let slot)? = state.question?.subject, !reading.isQuestion, !reading.opens(with: "dont-know") else {
      return false
    }
    return reading.values.contains { $0.slot == slot } || replied(to: slot) != nil
  }

  /// What a word or two answer to another question that the symptom could ask: "cloud", where the role was asked for.
  func bareAnswers(beside asked: String) -> [SlotValue] {
    bareAnswers(to: (intent.map(slots) ?? []).filter { $0 != asked })
  }

  /// What a word or two answer to one of these questions, without its having been put.
  func bareAnswers(to slots: [String]) -> [SlotValue] {
    guard reading.weight() <= 2, !reading.isQuestion, !PastRole.isTold(in: reading.utterance) else { return [] }
    // "I'm an admin" says nothing of whose account it is.
    return slots.filter { isAsked($0) && !tellsWhose($0) && state.facts[$0] == nil }.compactMap { slot in
      replied(to: slot, atLeast: Self.lettersOfBare)
        .map { SlotValue(slot: slot, value: $0, tokens: 0..<0, subject: .open) }
    }
  }

  /// The answer in the first part of a longer reply that gives one: "I'm the administrator, the global one. The users …".
  func replyInPart(to slot: String) -> String? {
    let utterance = reading.utterance
    let parts = parts(of: utterance)
    guard parts.count > 1, !reading.isQuestion else { return nil }
    return parts.lazy.compactMap { [reading] part -> String? in
      let said = Utterance(utterance.typed(part))
      let value = engine.vocabulary.reply(to: slot, in: said, atLeast: Self.lettersInPart)
      // "… and wants to know if we have to buy a licence": one word of many.
      let own = part.count { index in !FunctionWords.contains(reading.utterance.tokens[index].text) }
      guard let value,
        own <= Self.wordsOfPart || engine.vocabulary.replyTokens(to: slot, choosing: value, in: said).count > 1
      else { return nil }
      return value
    }.first
  }

  /// How many words beside the small ones a part may have that a single word of it answers.
  private static let wordsOfPart = 2

  /// How long a word has to be that answers what was not asked: "moln".
  private static let lettersOfBare = 4

  /// How long a word of a longer reply has to be to count as an answer.
  static let lettersInPart = 5

  /// Whether the message asks something back rather than answering: "can a helpdesk admin do it?".
  var isQuestionBack: Bool {
    // "I'm not sure which role I have, maybe helpdesk?" answers, "and if I were user admin" doesn't.
    if (reading.place(of: "dont-know") ?? .max) <= Self.placeOfDoubt, !reading.says("suppose") { return false }
    if reading.begins(with: "suppose") || reading.asksInstead { return true }
    if case .slot(let slot)? = state.question?.subject,
      reading.values.contains(where: { $0.slot == slot && reading.endsAnswering($0) })
    {
      return false
    }
    if case .slot(let slot)? = state.question?.subject, tagsAnswer(to: slot) || tellsWithoutSubject(slot) {
      return false
    }
    // "I'm no admin, so what now?", "we're cloud only, is that why?" tell and ask for what comes of it.
    if case .slot(let slot)? = state.question?.subject, reading.says("what-now") || reading.guessesCause,
      !reading.says("suppose"),
      opensWithAnswer(to: slot) || reading.values.contains(where: { $0.slot == slot && !isOfSomebodyElse($0) })
    {
      return false
    }
    // "It syncs up to the cloud I guess? So both?" answers with a doubt.
    if case .slot(let slot)? = state.question?.subject, reading.values.contains(where: { $0.slot == slot }),
      askedFact?.isUnmistakable != true, !reading.says("question-word", "polar", "suppose"), !reading.isBareQuestion
    {
      return false
    }
    guard reading.isQuestion, !reading.utterance.hasQuestionMark else { return reading.isQuestion }
    // "How do I turn it on" asks, "no idea what we have" answers.
    if reading.begins(with: "definition") || reading.begins(with: "circumstance") { return true }
    return reading.isPolar && (askedFact?.isClear == true || reading.isInverted && reading.values.isEmpty)
  }

  /// Up to which word "not sure" counts as how an answer begins.
  private static let placeOfDoubt = 2

  /// Whether a question mark only makes sure of the answer before it: "user admin it's called, right? I can only …".
  private func tagsAnswer(to slot: String) -> Bool {
    guard let mark = reading.text.firstIndex(of: "?") else { return false }
    let rest = reading.text[mark...].dropFirst()
    guard rest.contains(where: \.isLetter), !rest.contains("?") else { return false }
    let asked = Utterance(String(reading.text[..<mark]))
    let asks = reading.words.contains { match in
      ["polar", "question-word", "suppose"].contains(match.id) && match.tokens.upperBound <= asked.tokens.count
    }
    let doubts = reading.words.contains { match in
      ["dont-know", "perhaps"].contains(match.id) && match.tokens.upperBound <= asked.tokens.count
    }
    return !asks && (doubts || engine.vocabulary.reply(to: slot, in: asked) != nil)
  }

  /// Whether it tells with the subject left out what would be asked with one: "can do anything", "har alla rättigheter".
  private func tellsWithoutSubject(_ slot: String) -> Bool {
    guard !reading.utterance.hasQuestionMark, reading.isTurned, !reading.isInverted else { return false }
    let spans = engine.vocabulary.replySpans(to: slot, in: reading.utterance)
    // "Kan global admin göra det" has its subject.
    let isNamed = reading.values.contains { $0.slot == slot }
    return spans.allSatisfy { $0.lowerBound != 1 || $0.count > 1 && !isNamed }
      && spans.contains { $0.count > 1 || askedFact?.isUnmistakable != true }
  }
}
