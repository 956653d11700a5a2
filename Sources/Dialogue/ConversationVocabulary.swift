import Knowledge
import TextAnalysis

/// Everything that the conversation recognises in a message apart from symptoms, ready to be looked up.
final class ConversationVocabulary: Sendable {
  /// Yes, no, reserved words, questions about the conversation …
  let words: Lexicon
  /// Which language a message is in.
  let vote: LanguageVote
  let slotWords: Lexicon
  private let slotReplies: [String: Lexicon]
  let triggers: Lexicon
  /// How much each of a fact's triggers says: its words, by how few facts of the same article ask for them. What other
  /// articles ask for changes nothing.
  let triggerWeights: [String: [String: Double]]
  private let durations: [Question]
  /// What a value says of somebody else, by slot and value.
  private let ofOthers: [String: [String: [String: String]]]
  /// The words that give a value to a reply whatever stands before them, by slot.
  private let heads: [String: [String: String]]
  /// The value that a reply means which denies another, by slot and value.
  private let deniedValues: [String: [String: String]]
  /// The values of somebody who may not be shown what is for administrators, by slot.
  private let endUserValues: [String: Set<String>]
  /// The facts that such a person is told.
  let endUserFacts: Set<String>

  init(_ knowledge: KnowledgeBase, cache: CompiledCache) {
    let questions = knowledge.questions.values.sorted { $0.slot < $1.slot }
    let facts = knowledge.facts.values.sorted { $0.id < $1.id }
    let lexicons = cache.lexicons(
      [
        Self.words(knowledge.conversation), questions.flatMap(Self.slotWords),
        facts.flatMap { Self.entries($0.id, $0.triggers) },
      ] + questions.map(Self.replies))
    (words, slotWords, triggers) = (lexicons[0], lexicons[1], lexicons[2])
    slotReplies = Dictionary(uniqueKeysWithValues: zip(questions.map(\.slot), lexicons[3...]))
    heads = knowledge.questions.mapValues(Self.heads)
    deniedValues = knowledge.questions.mapValues { question in
      Dictionary(
        uniqueKeysWithValues: question.options.compactMap { option in option.denied.map { (option.value, $0) } })
    }
    let weights = Dictionary(grouping: facts, by: \.article).mapValues(Self.weights)
    triggerWeights = knowledge.facts.mapValues { fact in
      let words = weights[fact.article] ?? [:]
      let phrases = Set(fact.triggers.values.values.joined()).map { phrase in
        (phrase, Utterance(phrase).tokens.reduce(0) { $0 + (words[$1.text] ?? 0) })
      }
      return Dictionary(uniqueKeysWithValues: phrases)
    }
    durations = questions.filter(\.isDuration)
    ofOthers = knowledge.questions.mapValues { question in
      Dictionary(uniqueKeysWithValues: question.options.map { ($0.value, $0.ofOthers) })
    }
    endUserValues = knowledge.questions.mapValues { Set($0.options.filter(\.isEndUser).map(\.value)) }
      .filter { !$0.value.isEmpty }
    endUserFacts = Set(knowledge.articles.values.compactMap(\.endUserFact))
    vote = Self.vote(knowledge, cache)
  }

  private static func entries(_ id: String, _ phrases: LocalizedPhrases) -> [Lexicon.Entry] {
    Language.allCases.compactMap { language in
      phrases[language].map { Lexicon.Entry(id: id, language: language, phrases: $0) }
    }
  }

  private static func words(_ conversation: Conversation) -> [Lexicon.Entry] {
    conversation.words.sorted { $0.key < $1.key }.flatMap { name, phrases in
      let isUnlearned = name.hasSuffix(Conversation.unlearned)
      let kind = isUnlearned ? String(name.dropLast(Conversation.unlearned.count)) : name
      return entries(kind, phrases.addressingSeveral)
    }.sorted { $0.id < $1.id }
  }

  private static func slotWords(_ question: Question) -> [Lexicon.Entry] {
    question.options.flatMap { entries("\(question.slot)=\($0.value)", $0.words) }
      + entries(question.slot + "=", question.ignores)
      + entries(question.slot + "=" + SlotName.actsOn, question.actsOn)
  }

  /// What only looks like a value counts in a reply as in any message: "the other one" of two pages.
  private static func replies(_ question: Question) -> [Lexicon.Entry] {
    question.options.flatMap { option in
      [option.words, option.replies, option.label.phrases].flatMap { entries(option.value, $0) }
    } + entries("", question.ignores)
  }

  private static func vote(_ knowledge: KnowledgeBase, _ cache: CompiledCache) -> LanguageVote {
    let neutral = knowledge.vocabulary.filter(\.isNeutral).flatMap { concept in
      Language.allCases.flatMap { concept.phrases[$0] ?? [] }
    }
    let own = Language.allCases.map { language in
      let concepts = knowledge.vocabulary.lazy.filter { !$0.isNeutral }.flatMap { $0.phrases[language] ?? [] }
      let words = knowledge.conversation.words.sorted { $0.key < $1.key }.flatMap { $0.value[language] ?? [] }
      return (language, concepts + words)
    }
    return cache.vote(neutral: neutral, own: Dictionary(uniqueKeysWithValues: own))
  }

  /// Whether these facts are those of somebody who is no administrator.
  func isEndUser(_ facts: [String: String]) -> Bool {
    endUserValues.contains { slot, values in facts[slot].map(values.contains) ?? false }
  }

  private func isEndUser(_ name: SlotName) -> Bool { endUserValues[name.slot]?.contains(name.value) == true }

  /// Whether a slot tells who is no administrator.
  func tellsEndUsers(_ slot: String) -> Bool { endUserValues[slot] != nil }

  // MARK: - Values of slots

  /// The values that a message gives, at most one a slot.
  ///
  /// - Parameter isSwedish: whether the message is: "I" is a person in English and a place in Swedish.
  func values(in utterance: Utterance, isSwedish: Bool) -> [SlotValue] {
    onePerSlot(told(in: utterance, isSwedish: isSwedish), in: utterance)
  }

  /// All values for slots that a message gives, several for one slot where it tells of several people.
  func told(in utterance: Utterance, isSwedish: Bool) -> [SlotValue] {
    let matches = slotWords.matches(in: utterance, nested: true).map { (words: $0, name: SlotName($0.id)) }
    let acts = matches.filter(\.name.isActing)
    var found = matches.flatMap { match -> [SlotValue] in
      let tokens = match.words.tokens
      // Inside a slot the longest phrase counts: "admin" says nothing where "an admin's account" is ignored. Whoever says
      // "I'm a teacher" says nothing of a teacher's account.
      let isInside = matches.contains {
        ($0.name.slot == match.name.slot || isEndUser($0.name) && Self.tellsOfWriter($0.words.tokens, in: utterance))
          && $0.words.tokens != tokens && $0.words.tokens.contains(tokens)
          // "No on-premises integration" names a page rather than saying that there is nothing on-premises.
          || $0.name.slot == match.name.slot && $0.name.value.isEmpty && $0.words.tokens.overlaps(tokens)
            && $0.words.tokens.upperBound > tokens.upperBound
      }
      guard !isInside, !match.name.value.isEmpty, !match.name.isActing, !isDenied(tokens, in: utterance),
        !(tellsEndUsers(match.name.slot)
          && (PastRole.isTold(by: tokens, in: utterance) || NeededRole.isTold(by: tokens, in: utterance)))
      else { return [] }
      let actsOnIt = acts.contains {
        $0.name.slot == match.name.slot && Self.isObject(tokens, of: $0.words.tokens, in: utterance)
      }
      if actsOnIt, let said = ofOthers[match.name.slot]?[match.name.value], !said.isEmpty {
        return said.map { SlotValue(slot: $0.key, value: $0.value, tokens: tokens, subject: .open) }
      }
      let subject = Self.subject(of: tokens, in: utterance, isSwedish: isSwedish)
      return [SlotValue(slot: match.name.slot, value: match.name.value, tokens: tokens, subject: subject)]
    }
    for question in durations {
      if let value = SpokenDuration.minutes(in: utterance).flatMap({ Self.option(of: question, covering: $0.minutes) })
      {
        found.removeAll { $0.slot == question.slot }
        found.append(SlotValue(slot: question.slot, value: value, tokens: 0..<0, subject: .open))
      }
    }
    found += sharedRoles(of: found, in: utterance)
    return withoutJoined(found, in: utterance)
  }

  /// The value that a reply to this slot's question gives; `nil` where none or several fit.
  ///
  /// - Parameter letters: how many letters the words that give it need at least.
  func reply(to slot: String, in utterance: Utterance, atLeast letters: Int = 1) -> String? {
    guard let lexicon = slotReplies[slot] else { return nil }
    // "Gå" is no "GA".
    let found = lexicon.matches(in: utterance).filter { match in
      match.rule != .folded || match.phrase.utf8.count > 3
        || utterance.tokens[match.tokens.lowerBound].text.utf8.allSatisfy { $0 < 128 }
    }
    guard found.contains(where: { !$0.id.isEmpty }) else { return heads[slot].flatMap { headed($0, in: utterance) } }
    let said = words.matches(in: utterance)
    // "No idea what I am": the "no" of it is no answer.
    let unsure = said.filter { $0.id == "dont-know" }
    let denied = found.filter { isRejected($0.tokens, in: utterance) }
    let meant = found.compactMap { match -> (match: Lexicon.Match, value: String)? in
      guard denied.contains(match) else { return (match, match.id) }
      // "It doesn't work" is a choice of its own before it is none of "it works".
      guard !found.contains(where: { !denied.contains($0) && $0.tokens.overlaps(match.tokens) }) else { return nil }
      return deniedValues[slot]?[match.id].map { (match, $0) }
    }
    let matches = meant.filter { match, value in
      !value.isEmpty && match.phrase.utf8.count >= letters && !isInDoubt(match.tokens, in: utterance)
        && !(tellsEndUsers(slot) && PastRole.isTold(by: match.tokens, in: utterance))
        && !unsure.contains { $0.tokens.contains(match.tokens) } && !isDeterminer(match, in: utterance)
        // "Fixed" is no slip for "mixed".
        && !(match.rule >= .typo && said.contains { $0.rule < .typo && $0.tokens.overlaps(match.tokens) })
    }
    // "No, I don't think so": what a reply begins with counts for more than what comes after it.
    let opening = said.filter { $0.tokens.lowerBound == 0 && ["yes", "no"].contains($0.id) }
    if let yesOrNo = opening.first, let first = matches.first(where: { $0.match.tokens == yesOrNo.tokens }) {
      return first.value
    }
    guard let longest = matches.map(\.match.tokens.count).max() else { return nil }
    let values = Set(matches.filter { $0.match.tokens.count == longest }.map(\.value))
    return values.count == 1 ? values.first : nil
  }

  /// The words of a reply that belong to a choice of this slot's question: to this one, or to any.
  func replyTokens(to slot: String, choosing value: String? = nil, in utterance: Utterance) -> Set<Int> {
    let matches = slotReplies[slot]?.matches(in: utterance, nested: true).filter { !$0.id.isEmpty } ?? []
    return Set(
      matches.filter { value == nil || $0.id == value || deniedValues[slot]?[$0.id] == value }.flatMap(\.tokens))
  }

  /// The values of this slot's choices that a reply names and doesn't deny.
  func replyValues(of slot: String, in utterance: Utterance) -> [String] {
    let found = slotReplies[slot]?.matches(in: utterance) ?? []
    return found.filter { !$0.id.isEmpty && !isRejected($0.tokens, in: utterance) }.map(\.id)
  }

  /// Where a reply names choices of this slot's question.
  func replySpans(to slot: String, in utterance: Utterance) -> [Range<Int>] {
    slotReplies[slot]?.matches(in: utterance).filter { !$0.id.isEmpty }.map(\.tokens) ?? []
  }

  /// Whether words are an answer to this slot's question and nothing else.
  func isReply(to slot: String, _ utterance: Utterance) -> Bool {
    guard reply(to: slot, in: utterance) != nil else { return false }
    let said = Set(replySpans(to: slot, in: utterance).joined())
    let light = words.matches(in: utterance, nested: true).filter { Self.light.contains($0.id) }
    return utterance.tokens.indices.allSatisfy { index in
      said.contains(index) || light.contains { $0.tokens.contains(index) }
    }
  }

  private static let light: Set<String> = ["filler", "greeting", "yes", "no", "anaphora"]

  /// The choice that covers a length of time.
  ///
  /// - Parameter minutes: the length in minutes.
  func option(of slot: String, covering minutes: Int) -> String? {
    durations.first { $0.slot == slot }.flatMap { Self.option(of: $0, covering: minutes) }
  }

  private static func option(of question: Question, covering minutes: Int) -> String? {
    question.options.first { ($0.from ?? 0) <= minutes && minutes < ($0.below ?? .max) }?.value
  }

  /// Of several values for a slot, the one that is said of oneself, then the longest phrase, then the last; and after it
  /// the one that is said of somebody else: beside one of one's own, each other is ("can helpdesk do it? I'm user admin").
  func onePerSlot(_ found: [SlotValue], in utterance: Utterance) -> [SlotValue] {
    let own = Dictionary(found.filter { $0.subject == .own }.map { ($0.slot, $0.value) }) { $1 }
    let values = found.map { value in
      var value = value
      if value.subject == .open, let mine = own[value.slot], mine != value.value { value.subject = .other }
      return value
    }
    // Whose account it is, or with whom something was tested, is said of others in any case.
    let roles = values.filter { tellsEndUsers($0.slot) }
    return Self.best(of: values.filter { !tellsEndUsers($0.slot) }, in: utterance)
      + Self.best(of: roles.filter { !$0.isOfOthers }, in: utterance)
      + Self.best(of: roles.filter(\.isOfOthers), in: utterance)
  }

  private static func best(of values: [SlotValue], in utterance: Utterance) -> [SlotValue] {
    var best: [String: SlotValue] = [:]
    for value in values {
      guard let other = best[value.slot], rank(value, in: utterance) < rank(other, in: utterance) else {
        best[value.slot] = value
        continue
      }
    }
    return best.values.sorted { $0.slot < $1.slot }
  }

  /// "I'm a global admin" counts for more than what somebody who has forgotten something lets guess.
  private static func rank(_ value: SlotValue, in utterance: Utterance) -> (Int, Int, Int) {
    let before = utterance.tokens[..<value.tokens.lowerBound].map(\.text)
    let isStated = before.last { !articles.contains($0) }.map(statements.contains) ?? false
    return (value.subject == .own ? 1 : 0, value.subject == .own && isStated ? 1 : 0, value.tokens.count)
  }

  /// What stands before a role that somebody says they have.
  private static let statements: Set<String> = ["am", "im", "as", "är", "som"]
}
