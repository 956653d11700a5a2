import Knowledge
import Matching
import TextAnalysis

/// Giving a documented fact, with yes or no first where that is asked for.
extension Exchange {
  /// Gives the documented fact that the message asks for, yes or no first where it asks for that.
  mutating func giveFact(of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    guard let asked = askedFact else { return false }
    return giveFact(asked, of: intent, supposing: changes)
  }

  /// Gives a documented fact that is asked for.
  mutating func giveFact(_ asked: Asked, of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    let facts = state.facts.merging(state.topic?.supposed ?? [:]) { $1 }
      .merging(supposed(by: changes)) { $1 }
    // Whoever may do nothing here is told it in general.
    let fact = isEndUser ? asked.fact : narrowed(asked.fact, for: facts)
    // Whatever is asked in its words, a fact that is always so says yes or no only to what clearly is about it.
    let isAlways = (asked.fact.yes + asked.fact.no).contains(where: \.isEmpty)
    let isSure =
      isAlways ? asked.isLikely && asked.probability >= 0.2 : asked.isLikely || asked.share >= 0.3 && names(asked.fact)
    // "Before or after the roll-out?" asks for no yes or no, nor does "is that more than this?".
    // The one way there is, or what else is the same, is another question than what the fact says.
    let asksOtherwise =
      isAlways && reading.asksWhich || reading.isComparing || reading.claimsOnly && !tellsOnly(asked.fact)
      || reading.says("same-for") && !names(asked.fact) || reading.guessesCause || reading.asksForExtreme
    // "Timing?" asks for no yes or no, "user admin?" does.
    let isTitle = reading.utterance.tokens.count == 1 && reading.values.isEmpty
    // "And ordinary teachers?" would get the no that holds for the others.
    let isOfOthers = !reading.isPolar && asked.fact.no.contains(where: \.isEmpty)
    // "Helpdesk admin then, we have one": whether that one may.
    let supposesRole =
      changes.contains { engine.vocabulary.tellsEndUsers($0.slot) && isOfSomebodyElse($0) } && isAboutRole(asked.fact)
      && !reading.says("question-word")
    let asksYesOrNo =
      (reading.isPolar || supposesRole || reading.isBareQuestion && !isTitle && !isOfOthers) && !asksOtherwise
    // "If I ask our global admin, could he?": by what that one may do.
    let judged = reading.asksWhomToAsk ? factAboutRole(of: intent) ?? asked.fact : asked.fact
    var polarity = asksYesOrNo && isSure ? polarity(of: judged, supposing: changes) : nil
    // "Does it matter where?" gets no "no" from what is not so.
    if polarity == "no", reading.asksWhetherItMatters { polarity = nil }
    // "Must it be P1?": that it does is no yes to whether it must.
    if polarity == "yes", reading.asksNeed, !isAlways, !isAboutRole(asked.fact) { polarity = nil }
    // "Same with the app?", "so I need another role?": a no to what may be done is a yes to that.
    if polarity == "no", reading.says("same-for") || reading.asksNeed && !isAlways && isAboutRole(asked.fact) {
      polarity = nil
    }
    // "Does it have to be there?", of the only place there is; "would it be the same from the app?", where it would.
    let isOnly =
      reading.asksNeed && !reading.isDenying && tellsOnly(asked.fact) && !isAboutRole(asked.fact)
      && (polarity == nil || reading.namesOnlyAfterwards)
    if isSure, reading.isPolar,
      isOnly || (reading.says("same-for") || reading.asksAlso) && comesToTheSame(changes, of: intent)
    {
      polarity = "yes"
    }
    let lead =
      learnedLead(of: fact, for: asked) ?? polarity.map { saying($0, of: asked.fact) }
      ?? (asksYesOrNo ? "" : leadOfPart(asking: asked.fact))
    // "But helpdesk should be allowed to? It's all we do": the same words again would convince nobody.
    if polarity == nil, reading.protests, isAboutRole(fact), isJustSaid(fact), !isEndUser {
      say("sure")
      return true
    }
    give(fact, of: intent, for: asked.fact, lead: lead, supposing: changes)
    return true
  }

  /// Whether the last reply said just this, word by word.
  private func isJustSaid(_ fact: Fact) -> Bool {
    let words = text(fact.text).plainText
    return state.lastTexts.contains { $0.contains(words) }
  }

  /// Whether a fact itself says of something that it is the only one.
  func tellsOnly(_ fact: Fact) -> Bool {
    Utterance(text(fact.text)).tokens.contains { Reading.onlyWords.contains($0.text) }
  }

  /// Yes or no as the question wants it: one that denies gets "jo", and no yes where that would be taken either way: to a
  /// statement with a question mark ("so I'm not allowed?") and where the denial says that all is well.
  mutating func saying(_ polarity: String, of fact: Fact? = nil) -> String {
    // "Does everybody need one, or is one enough?": a yes would be to either.
    if reading.asksWhichIsSo { return "" }
    guard reading.isDenying else { return wording(polarity) }
    // "So it never applies to me?", "I'm not allowed then?": no to what is denied is right.
    if polarity == "no" {
      return wording(reading.isInference || reading.saysWhatOneMay && !reading.isTurned ? "agreed" : "no")
    }
    // What is always so may be what is denied: "aren't they under it, either?".
    let isAlways = fact?.yes.contains(where: \.isEmpty) ?? false
    return reading.isTurned && !reading.namesFault && !isAlways ? wording("yes-contrary") : ""
  }

  /// Whether the message names a value by which a fact says yes or no: "as user admin, can I …".
  func names(_ fact: Fact) -> Bool {
    let slots = Set((fact.yes + fact.no).flatMap(\.keys))
    return reading.values.contains { slots.contains($0.slot) }
  }

  /// - Parameter general: the fact that was asked for, which `fact` says more exactly.
  mutating func give(
    _ fact: Fact, of intent: Intent, for general: Fact, lead: String, supposing changes: [SlotValue]
  ) {
    // "How long exactly?": what was just said is all that there is.
    let asksFurther = reading.isPolar || reading.asksWhy || reading.asksExactly || !reading.isQuestion
    let isAll = lead.isEmpty && asksFurther && isJustSaid(fact) && !text(fact.text).isBlock && !isEndUser
    let lead = isAll ? wording("no-more-than") : lead
    let isTold = fact.again != nil && state.said.updateValue(1, forKey: fact.id) != nil
    var said = text(isTold ? fact.again : fact.text)
    // What is left open may be known to a person.
    if fact.isOpen, state.outcome != .handedOver {
      said += " " + wording("open-offer")
      state.offersPerson = true
    }
    let reply = compose(.fix, said, lead: lead, links: fact.links, of: home(of: general, besides: intent))
    let isShown = show(reply, to: fact.audience, of: intent)
    // "Where is that portal?" supposes nothing.
    let supposes = !reading.asksForCircumstances || reading.says("suppose")
    state.topic?.supposed = supposes ? Dictionary(changes.map { ($0.slot, $0.value) }) { $1 } : [:]
    if isShown { state.topic?.fact = general.id }
  }

  /// The symptom under whose heading a fact stands: the one that it names, the open one, or the one talked about before
  /// that it was asked of.
  func home(of fact: Fact, besides intent: Intent) -> Intent {
    if let named = fact.under.flatMap(engine.knowledge.intent) { return named }
    guard !intent.facts.contains(fact.id) else { return intent }
    let earlier = state.waiting.map(\.intent) + state.tried.reversed().map(\.intent)
    return earlier.lazy.compactMap { engine.knowledge.intent($0) }.first { $0.facts.contains(fact.id) } ?? intent
  }

  /// Answers a supposed value with yes or no, by a fact that the last fix states and that its table doesn't decide by:
  /// "what about a helpdesk administrator?", after who may reset.
  mutating func giveStatedFact(of intent: Intent, supposing changes: [SlotValue]) -> Bool {
    guard let last = state.topic?.given.last.flatMap(intent.fix), !reading.asksForCircumstances,
      !reading.asksForMeaning, !reading.tellsOfThird, !reading.isComparing,
      let (fact, polarity) = statedFact(in: last, of: intent, for: changes)
    else { return false }
    give(fact, of: intent, for: fact, lead: saying(polarity), supposing: changes)
    return true
  }

  /// Answers a bare value with yes or no by the fact that was given last: "or helpdesk admin?", after "would user admin
  /// be enough?", where no fix was given yet whose table could say more.
  mutating func giveLastFactAgain(supposing changes: [SlotValue], of intent: Intent) -> Bool {
    let isBare = reading.isBareQuestion && reading.weightBesideValues == 0
    // "Is he one of them? He's a user administrator."
    let isOfThird = (reading.asksOfThird || reading.tellsOfThird) && reading.weightBesideValues <= Self.wordsOfThird
    // "And for a normal user?", after "could my colleague, a user admin, have done it?".
    let isOfSupposed =
      reading.utterance.hasQuestionMark && reading.weightBesideValues == 0
      && !changes.isEmpty && changes.allSatisfy { tellsWhose($0.slot) }
      && state.topic?.supposed.keys.contains(where: engine.vocabulary.tellsEndUsers) == true
    let isOfLast =
      state.topic?.given.isEmpty == true && (isBare || isOfThird && askedFact?.isLikely != true)
    guard isOfLast || isOfSupposed else { return false }
    let last = state.topic?.fact.flatMap { engine.knowledge.facts[$0] }
    for fact in [last].compactMap(\.self) + (isOfSupposed ? factsAboutRoles(of: intent) : [])
    where (fact.yes + fact.no).contains(where: { row in changes.contains { row[$0.slot] != nil } }) {
      guard let polarity = polarity(of: fact, supposing: changes, always: true) else { continue }
      give(fact, of: intent, for: fact, lead: wording(polarity), supposing: changes)
      return true
    }
    return false
  }

  /// How many words a question may have beside the role that somebody else has.
  private static let wordsOfThird = 5

  /// Whether it asks whether somebody with another role may: any fact about roles answers that.
  private func asksAboutRole(_ changes: [SlotValue]) -> Bool {
    asksWhetherTheyCan && state.topic?.given.isEmpty == false
      && changes.allSatisfy { isOfSomebodyElse($0) && $0.subject == .other }
  }

  /// The fact that a fix states and that says yes or no to these values.
  func statedFact(in fix: Fix, of intent: Intent, for changes: [SlotValue]) -> (fact: Fact, polarity: String)? {
    guard !changes.isEmpty else { return nil }
    let slots = Set(changes.map(\.slot))
    for fact in intent.facts.compactMap({ engine.knowledge.facts[$0] })
    where (fact.yes + fact.no).contains(where: { !slots.isDisjoint(with: $0.keys) })
      && (text(fix.text).contains(text(fact.text)) || asksAboutRole(changes))
    {
      if let polarity = polarity(of: fact, supposing: changes, always: true) { return (fact, polarity) }
    }
    return nil
  }

  /// Whether a value is a role that somebody else than the writer has.
  private func isRoleOfOthers(_ value: SlotValue) -> Bool {
    value.subject != .own && value.subject != .object && engine.vocabulary.tellsEndUsers(value.slot)
  }

  /// Whether the table has the same fix for what is supposed as the one that was given.
  private func comesToTheSame(_ changes: [SlotValue], of intent: Intent) -> Bool {
    guard !changes.isEmpty,
      changes.allSatisfy({ slots(of: intent).contains($0.slot) && !engine.vocabulary.tellsEndUsers($0.slot) })
    else { return false }
    let facts = state.facts.merging(supposed(by: changes)) { $1 }
    guard case .give(let fix) = engine.table(of: intent).step(facts, mayAsk: false) else { return false }
    return fix.id == state.topic?.given.last
  }

  /// The symptom's fact that says who may, where the message names somebody else's role.
  private func factAboutRole(of intent: Intent) -> Fact? {
    guard reading.values.contains(where: isRoleOfOthers) else { return nil }
    return intent.facts.lazy.compactMap { engine.knowledge.facts[$0] }.first { isAboutRole($0) && !$0.no.isEmpty }
  }

  /// Whether a fact says yes or no by somebody's role.
  func isAboutRole(_ fact: Fact) -> Bool {
    (fact.yes + fact.no).flatMap(\.keys).contains(where: engine.vocabulary.tellsEndUsers)
  }

  /// Whether it asks what somebody may do whose role it doesn't tell: "may a teacher do it?".
  private func asksOfNamed(_ fact: Fact) -> Bool {
    reading.asksOfNamed && isAboutRole(fact)
  }

  /// Whether the answer about a fact is yes or no, for what is known and supposed; `nil` where the content doesn't say.
  ///
  /// - Parameter always: whether what is supposed is said of whoever has that role, the person or another.
  func polarity(of fact: Fact, supposing changes: [SlotValue], always: Bool = false) -> String? {
    // "But I could for the teacher, right": what was supposed of a colleague says nothing of the writer.
    let isOfWriter = reading.saysWhatOneMay && !reading.says("suppose")
    let supposed = (state.topic?.supposed ?? [:]).filter { slot, _ in
      !isOfWriter || state.facts[slot] == nil || !engine.vocabulary.tellsEndUsers(slot)
    }
    // What the person's own role allows says nothing about their boss.
    let isAlways = (fact.yes + fact.no).contains(where: \.isEmpty)
    let isOfOthers = changes.isEmpty && engine.vocabulary.isAboutOthers(reading.utterance) || reading.asksOfThird
    // "Could she then do mine? I'm global admin": the writer's role says nothing about hers.
    if reading.asksOfThird, changes.contains(where: { $0.subject == .own }) { return nil }
    // "So I must ask a global admin?" is no question of what that one may do, unless nobody else may.
    if !isAlways, !fact.no.isEmpty, reading.asksWhomToAsk, reading.asksNeed,
      narrowed(fact, for: state.facts.merging(supposed) { $1 }).id == fact.id
    {
      return nil
    }
    let tellsRole = (changes + reading.values).contains(where: isRoleOfOthers)
    let supposesRole = supposed.keys.contains(where: engine.vocabulary.tellsEndUsers)
    // "And can Olu?", after Fatima: what was supposed of her says nothing of him.
    let isOfAnother = asksOfNamed(fact) && (!supposesRole || !reading.asksOfThird)
    if isAboutRole(fact), !isAlways, isOfAnother || !supposesRole && isOfOthers, !tellsRole { return nil }
    var facts = state.facts.merging(supposed) { $1 }
    for change in changes {
      // "Can I do the boss? He's a global admin": it is his account.
      let isAccount = change.subject == .object || (canBeOfAccount(change) || reading.asksOfOneself) && !always
      guard isOfSomebodyElse(change), isAccount else {
        facts[change.slot] = change.value
        continue
      }
      for (slot, value) in ofOthers(change) { facts[slot] = value }
    }
    // What the message names itself, though the symptom doesn't depend on it: "from the Office portal?".
    let slots = Set((fact.yes + fact.no).flatMap(\.keys))
    for value in reading.values where slots.contains(value.slot) && facts[value.slot] == nil {
      facts[value.slot] = value.value
    }
    if slots.contains(where: { namesOtherwise($0, than: facts[$0]) }) { return nil }
    // What nobody has said is not known: a row for that holds, too.
    for slot in (fact.yes + fact.no).flatMap(\.keys) where facts[slot] == nil { facts[slot] = Question.unknown }
    if fact.no.contains(where: { DecisionTable.holds($0, for: facts) }) { return "no" }
    if fact.yes.contains(where: { DecisionTable.holds($0, for: facts) }) { return "yes" }
    return nil
  }

  /// Whether the message names another choice for what is known of this symptom alone: whether it has to be the one
  /// place, after a reset in the other, is no question about that other.
  private func namesOtherwise(_ slot: String, than known: String?) -> Bool {
    guard let known, let question = engine.knowledge.questions[slot], !question.isGeneral, !tellsWhose(slot),
      state.facts[slot] == known,
      !reading.values.contains(where: { $0.slot == slot })
    else { return false }
    let taken = Set(reading.values.flatMap(\.tokens))
    return question.options.contains { option in
      option.value != known
        && !engine.vocabulary.replyTokens(to: slot, choosing: option.value, in: reading.utterance).isSubset(of: taken)
    }
  }
}
