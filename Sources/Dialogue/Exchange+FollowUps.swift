import Knowledge
import Matching
import TextAnalysis

/// Follow-up questions and corrections, in the context of the open symptom.
extension Exchange {
  /// Answers what leans on the open symptom: a documented fact, another row of its table, a correction.
  mutating func takeFollowUp() -> Bool {
    guard let intent, !isNewTopic else { return false }
    endSupposition()
    if asksToAct { return declineToAct() }
    let isTold =
      !state.facts.isEmpty || state.topic?.given.isEmpty == false || state.topic?.askedSlots.isEmpty == false
      || state.topic?.fact != nil
    let changes = supposedOrTold.filter { isRelevant($0.slot) && state.facts[$0.slot] != $0.value }
    if confirmOnly(changes, of: intent) { return true }
    let own = changes.filter { $0.subject == .own && decidesSomething($0) }
    // "We are cloud only, is that why?" tells it as well.
    let tells =
      !reading.isPolar && !reading.asksWhether && !reading.says("suppose", "question-word")
      || (reading.guessesCause || reading.asksWhetherItMatters) && !reading.says("suppose")
    if isTold, !own.isEmpty, tells {
      return correct(changes.filter { !isOfSomebodyElse($0) })
    }
    if isTold, tellsBareRole(changes) { return correct(changes) }
    // "No, I need to know how it's done for an admin".
    let isCorrected = reading.begins(with: "no") && reading.length(of: "wants-to-know") > 0
    if isTold, isCorrected, changes.contains(where: decidesSomething) { return correct(changes) }
    // "Cloud", after the licences for either: an answer that comes late.
    let isLate =
      !reading.isQuestion && !reading.says("suppose") && changes.contains { $0.tokens.isEmpty && isAsked($0.slot) }
    if !isLate, reading.isQuestion || reading.says("suppose") || asksClearly {
      if answerWhetherItSuffices(intent) { return follow() }
      if giveLastFactAgain(supposing: changes, of: intent) { return follow() }
      if confirmYesOrNo(of: intent) { return follow() }
      if supposesWhatIsAdvised(changes), giveFact(of: intent, supposing: []) { return follow() }
      if takeSupposition(changes, intent) { return true }
      if asksForOthers, askedFact?.isUnmistakable != true { return sayNoDistinction() }
      if askedFact?.isClear != true, giveStatedFact(of: intent, supposing: changes) { return follow() }
      // "And if they make me global?" is about that role, whatever fact it sounds like.
      if reading.begins(with: "suppose"), let fact = askedFact?.fact, !(fact.yes + fact.no).isEmpty,
        changes.contains(where: { change in
          engine.vocabulary.tellsEndUsers(change.slot) && !(fact.yes + fact.no).contains { $0[change.slot] != nil }
        }), giveRoleFact(of: intent, supposing: changes)
      {
        return follow()
      }
      if giveFact(of: intent, supposing: changes) { return follow() }
    } else {
      let told = changes.filter { !isOfSomebodyElse($0) && decidesSomething($0) }
      if !told.isEmpty, isTold, isCorrection(told) { return correct(told) }
      if isTold, takeToldOfOthers(changes.filter(isOfSomebodyElse)) { return true }
      if isTold, repeatsWhatIsKnown, takeRepeated(intent) { return true }
      if isElliptic, !reading.values.contains(where: { isAsked($0.slot) }), askedFact?.isClear == true,
        giveFact(of: intent, supposing: changes)
      {
        return follow()
      }
    }
    return sayUndocumented(intent)
  }

  /// "Is that enough?", of what was told last: yes or no where the fact says so, else that the documentation doesn't.
  private mutating func answerWhetherItSuffices(_ intent: Intent) -> Bool {
    guard reading.only("suffices", with: "yes", "so", "anaphora", "and-also"), !isEndUser,
      let fact = state.topic?.fact.flatMap({ engine.knowledge.facts[$0] })
    else { return false }
    if let polarity = polarity(of: fact, supposing: []) {
      give(
        narrowed(fact, for: state.facts), of: intent, for: fact, lead: saying(polarity, of: fact), supposing: [])
      return true
    }
    let said = text(fact.text).plainText
    guard fact.yes.isEmpty, fact.no.isEmpty, fact.instead.isEmpty,
      state.lastTexts.contains(where: { $0.contains(said) })
    else { return false }
    say("undocumented")
    return true
  }

  /// What is known counts again where the message names it, whatever was supposed before: "and is Basic ok for hybrid?".
  private mutating func endSupposition() {
    for value in reading.values
    where state.facts[value.slot] == value.value && engine.knowledge.questions[value.slot]?.isGeneral == true
      && !isOfSomebodyElse(value)
    {
      state.topic?.supposed[value.slot] = nil
    }
  }

  /// Whether the message is a role in a word or two and no question: "helpdesk", after a fix.
  private func tellsBareRole(_ changes: [SlotValue]) -> Bool {
    reading.weight() <= Self.wordsOfBareAnswer && !reading.isQuestion && !reading.begins(with: "so")
      && !reading.says("suppose", "question-word") && !reading.isAnaphoric
      && changes.contains { engine.vocabulary.tellsEndUsers($0.slot) && isAsked($0.slot) && !isOfSomebodyElse($0) }
  }

  /// The values that the message gives; where it supposes something, also in the few words of a reply: "and with
  /// helpdesk?".
  private var supposedOrTold: [SlotValue] {
    guard let intent, let topic = state.topic, reading.values.isEmpty, !topic.given.isEmpty else {
      return reading.values
    }
    // What the last fact says more exactly counts as well: "cloud", after the licences.
    let rows = topic.fact.flatMap { engine.knowledge.facts[$0] }?.instead.values.joined().flatMap(\.keys) ?? []
    let own = self.slots(of: intent)
    var slots = (own + Set(rows).subtracting(own).sorted()).filter(isAsked)
    if reading.isBareQuestion {
      // "Not even helpdesk?" names a role in as few words as a reply does; "is it the network?" names none.
      guard !reading.isInverted else { return [] }
      slots = slots.filter(engine.vocabulary.tellsEndUsers)
    } else if !reading.says("suppose") || reading.length(of: "other-one") > 0 {
      // "It was the first one, by the way", after "don't know".
      let isBare = reading.weight() <= Self.wordsOfBareAnswer && !reading.says("person")
      slots = slots.filter { slot in
        let known = state.facts[slot]
        return topic.askedSlots.contains(slot) ? known == Question.unknown : isBare && known == nil
      }
      guard !reading.isQuestion, reading.weight() <= Self.wordsOfLateAnswer else { return [] }
    }
    let found = slots.compactMap { slot -> SlotValue? in
      let said = replied(to: slot, atLeast: Self.lettersOfSupposed)
      // "Can the caretaker?" says nothing of roles.
      guard let said, !reading.isBareQuestion || !isEndUser([slot: said]) else { return nil }
      // "And if it had been an ordinary nurse?", from an administrator: whose account it is.
      if isEndUser([slot: said]), !isEndUser, (state.facts[slot] ?? Question.unknown) != Question.unknown { return nil }
      return SlotValue(slot: slot, value: said, tokens: 0..<0, subject: .open)
    }
    // "I only have helpdesk" tells a role, and nothing of whose account it is.
    let tellsRole = found.contains { engine.vocabulary.tellsEndUsers($0.slot) }
    // "But I am administrator" says nothing of whose account it is either.
    return tellsRole || reading.saysWhatOneIs ? found.filter { !tellsWhose($0.slot) } : found
  }

  /// Whether it tells how long ago something was, which the open symptom's table decides by.
  var tellsTimeThatDecides: Bool {
    reading.values.contains { value in
      engine.knowledge.questions[value.slot]?.isDuration == true && isChange(value)
        && intent.map { slots(of: $0).contains(value.slot) } == true
    }
  }

  /// Whether a value is one that the person could be asked for or that says what the message is about: "we have
  /// licences" corrects nothing.
  private func decidesSomething(_ value: SlotValue) -> Bool {
    isAsked(value.slot) || tellsMatter(value) || reading.says("correction")
  }

  /// How many words an answer may have that comes late.
  private static let wordsOfLateAnswer = 5

  /// How many words an answer may have to a question that was never put: "cloud", after a fix for either environment.
  private static let wordsOfBareAnswer = 2

  /// How long a word has to be to count as a supposed value: "on" and "ja" are too common.
  private static let lettersOfSupposed = 5

  /// Whether the message only says again what is known already.
  private var repeatsWhatIsKnown: Bool {
    let known = reading.values.filter { isAsked($0.slot) && isRelevant($0.slot) && state.facts[$0.slot] == $0.value }
    return (!known.isEmpty || answersAgain) && match.decision != .answer && reading.weightBesideValues <= 6
  }

  private mutating func takeRepeated(_ intent: Intent) -> Bool {
    decision = MatchDecision.reply
    if state.outcome == .handedOver, !isEndUser {
      say("handoff-again", ["reference": input.reference])
      return true
    }
    guard state.topic?.given.isEmpty == false, state.question?.subject == .helped || isEndUser else { return false }
    if isEndUser {
      tellEndUser(intent)
      handOver()
    } else {
      saySameAnswer()
      askWhetherHelped()
    }
    return true
  }

  /// Whether the bot is asked to do something itself: "can you reset it for me?", "could you mail my admin?".
  private var asksToAct: Bool {
    // "Can you log in and test it for me?", whatever fact it sounds like.
    if reading.begins(with: "can-you"), !reading.says("telling"), askedFact?.isUnmistakable != true { return true }
    if askedFact?.isClear == true || reading.tellsOfOneself { return false }
    if likelyTalk(among: ["do-it-for-me"]) != nil { return true }
    return reading.begins(with: "can-you") && !reading.says("telling")
      || reading.says("do-it-for-me") && reading.weight(beside: ["do-it-for-me", "anaphora"]) <= 4
  }

  /// Whether it asks if an answer holds for others that nothing documented tells apart: "same thing for the Leeds people?".
  private var asksForOthers: Bool {
    reading.says("same-for") && reading.values.isEmpty && state.topic?.given.isEmpty == false && !isEndUser
      && match.decision != .answer && reading.weight(beside: ["same-for", "polar", "anaphora", "suppose"]) <= 5
  }

  private mutating func sayNoDistinction() -> Bool {
    say("no-distinction")
    return follow()
  }

  private mutating func declineToAct() -> Bool {
    say("cannot-do")
    return follow()
  }

  /// Whether the message is about something else: it clearly names another symptom, in words of its own.
  private var isNewTopic: Bool {
    guard isNewSymptom else { return false }
    let score = match.candidates.first?.score ?? 0
    // "And what about our colleague, a mail administrator, should she see it?"
    if reading.begins(with: "suppose"), reading.values.contains(where: { isRelevant($0.slot) }), score < 1 {
      return false
    }
    // "Found it, it says mail administrator": what was asked for or decides, and little else.
    let slots = intent.map(slots(of:)) ?? []
    let isTold = reading.values.contains {
      isAsked($0.slot) && slots.contains($0.slot) && state.facts[$0.slot] != $0.value
    }
    let room = Self.wordsBesideSupposed + 2 * max(0, reading.values.count - 1)
    if score < 1, isTold, reading.weightBesideValues <= room { return false }
    if score < Self.scoreOfOwn, askedFact?.isClear == true { return false }
    // "How do I make her a user administrator?" sounds like a symptom, and leans on the one that is open.
    if score < likelihood(.undocumented), reading.isQuestion { return false }
    let ownWeight = reading.weight(beside: ["question-word", "polar", "anaphora", "suppose", "yes", "no"])
    return score >= 1 || ownWeight >= (reading.isAnaphoric ? 5 : score < Self.scoreOfOwn ? 4 : 3)
  }

  /// How many other words a question may have that supposes a value without saying so: "and a user admin?".
  static let wordsBesideSupposed = 3

  /// The score from which a symptom counts for more than a fact that the message asks for.
  static let scoreOfOwn = 0.9

  /// Whether it clearly asks for a documented fact about the open symptom.
  var asksClearly: Bool {
    guard let asked = askedFact, asked.isClear else { return false }
    // "We don't have that, I think" tells.
    let rows = Set((asked.fact.yes + asked.fact.no).flatMap(\.keys))
    let tells = reading.values.contains { (isAsked($0.slot) || tellsMatter($0)) && !rows.contains($0.slot) }
    // "It's another administrator's" tells whose it is.
    let isNews = reading.values.contains { isAsked($0.slot) && isRelevant($0.slot) && isChange($0) }
    return reading.isQuestion
      || asked.isUnmistakable && !tells && !isNews && !reading.says("worked", "failed", "thanks")
  }

  /// A few words with no verb of their own, such as "our admins?" or "and the licence".
  private var isElliptic: Bool {
    reading.weight() <= 4 && match.decision != .answer && !reading.says("thanks", "worked", "bye", "greeting")
  }

  mutating func follow() -> Bool {
    decision = MatchDecision.followUp
    // "I'm user admin, may I …?" tells, too.
    let told = reading.values.filter {
      $0.subject == .own && engine.vocabulary.tellsEndUsers($0.slot) && !reading.says("suppose")
    }
    keep(told)
    guard case .slot(let slot) = state.question?.subject else { return true }
    if let value = told.first(where: { $0.slot == slot })?.value { settle(slot, value) } else { askAgain() }
    return true
  }
}
