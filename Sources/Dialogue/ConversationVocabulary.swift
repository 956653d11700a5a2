import Knowledge
import TextAnalysis

/// Everything that the conversation recognises in a message apart from symptoms, ready to be looked up.
final class ConversationVocabulary: Sendable {
  /// Yes, no, reserved words, questions about the conversation …
  let words: Lexicon
  /// Which language a message is in.
  let vote: LanguageVote
  private let slotWords: Lexicon
  private let slotReplies: [String: Lexicon]
  private let triggers: Lexicon
  /// How much each of a fact's triggers says: its words, by how few facts of the same article ask for them. What other
  /// articles ask for changes nothing.
  private let triggerWeights: [String: [String: Double]]
  private let durations: [Question]
  /// The values of somebody who may not be shown what is for administrators, by slot.
  private let endUserValues: [String: Set<String>]
  /// The facts that such a person is told.
  let endUserFacts: Set<String>

  init(_ knowledge: KnowledgeBase) {
    words = Lexicon(knowledge.conversation.words.flatMap { Self.entries($0.key, $0.value) }.sorted { $0.id < $1.id })
    let questions = knowledge.questions.values.sorted { $0.slot < $1.slot }
    slotWords = Lexicon(
      questions.flatMap { question in
        question.options.flatMap { Self.entries("\(question.slot)=\($0.value)", $0.words) }
          + Self.entries(question.slot + "=", question.ignores)
      })
    slotReplies = knowledge.questions.mapValues { question in
      Lexicon(
        question.options.flatMap { option in
          [option.words, option.replies, option.label.phrases].flatMap { Self.entries(option.value, $0) }
        })
    }
    let facts = knowledge.facts.values.sorted { $0.id < $1.id }
    triggers = Lexicon(facts.flatMap { Self.entries($0.id, $0.triggers) })
    let weights = Dictionary(grouping: facts, by: \.article).mapValues(Self.weights)
    triggerWeights = knowledge.facts.mapValues { fact in
      let words = weights[fact.article] ?? [:]
      let phrases = Set(fact.triggers.values.values.joined()).map { phrase in
        (phrase, Utterance(phrase).tokens.reduce(0) { $0 + (words[$1.text] ?? 0) })
      }
      return Dictionary(uniqueKeysWithValues: phrases)
    }
    durations = questions.filter(\.isDuration)
    endUserValues = knowledge.questions.mapValues { Set($0.options.filter(\.isEndUser).map(\.value)) }
      .filter { !$0.value.isEmpty }
    endUserFacts = Set(knowledge.articles.values.compactMap(\.endUserFact))
    vote = Self.vote(knowledge)
  }

  private static func entries(_ id: String, _ phrases: LocalizedPhrases) -> [Lexicon.Entry] {
    Language.allCases.compactMap { language in
      phrases[language].map { Lexicon.Entry(id: id, language: language, phrases: $0) }
    }
  }

  private static func vote(_ knowledge: KnowledgeBase) -> LanguageVote {
    let neutral = knowledge.vocabulary.filter(\.isNeutral).flatMap { $0.phrases.values.values.joined() }
    let own = Language.allCases.map { language in
      let concepts = knowledge.vocabulary.lazy.filter { !$0.isNeutral }.flatMap { $0.phrases[language] ?? [] }
      let words = knowledge.conversation.words.sorted { $0.key < $1.key }.flatMap { $0.value[language] ?? [] }
      return (language, concepts + words)
    }
    return LanguageVote(neutral: neutral, own: Dictionary(uniqueKeysWithValues: own))
  }

  /// Whether these facts are those of somebody who is no administrator.
  func isEndUser(_ facts: [String: String]) -> Bool {
    endUserValues.contains { slot, values in facts[slot].map(values.contains) ?? false }
  }

  /// Whether a slot tells who is no administrator.
  func tellsEndUsers(_ slot: String) -> Bool { endUserValues[slot] != nil }

  // MARK: - Values of slots

  /// The values that a message gives, at most one a slot.
  ///
  /// - Parameter isSwedish: whether the message is: "I" is a person in English and a place in Swedish.
  func values(in utterance: Utterance, isSwedish: Bool) -> [SlotValue] {
    let matches = slotWords.matches(in: utterance, nested: true).map { (words: $0, name: SlotName($0.id)) }
    var found = matches.compactMap { match -> SlotValue? in
      let tokens = match.words.tokens
      // Inside a slot the longest phrase counts: "admin" says nothing where "an admin's account" is ignored.
      let isInside = matches.contains {
        $0.name.slot == match.name.slot && $0.words.tokens != tokens && $0.words.tokens.contains(tokens)
      }
      guard !isInside, !match.name.value.isEmpty, !isDenied(tokens, in: utterance),
        !(tellsEndUsers(match.name.slot)
          && (PastRole.isTold(by: tokens, in: utterance) || NeededRole.isTold(by: tokens, in: utterance)))
      else { return nil }
      return SlotValue(
        slot: match.name.slot, value: match.name.value, tokens: tokens,
        subject: Self.subject(of: tokens, in: utterance, isSwedish: isSwedish))
    }
    for question in durations {
      if let value = SpokenDuration.minutes(in: utterance).flatMap({ Self.option(of: question, covering: $0.minutes) })
      {
        found.removeAll { $0.slot == question.slot }
        found.append(SlotValue(slot: question.slot, value: value, tokens: 0..<0, subject: .open))
      }
    }
    return Self.onePerSlot(found, in: utterance)
  }

  /// The value that a reply to this slot's question gives; `nil` where none or several fit.
  ///
  /// - Parameter letters: how many letters the words that give it need at least.
  func reply(to slot: String, in utterance: Utterance, atLeast letters: Int = 1) -> String? {
    guard let lexicon = slotReplies[slot] else { return nil }
    let found = lexicon.matches(in: utterance)
    guard !found.isEmpty else { return nil }
    let said = words.matches(in: utterance)
    // "No idea what I am": the "no" of it is no answer.
    let unsure = said.filter { $0.id == "dont-know" }
    let matches = found.filter { match in
      match.phrase.utf8.count >= letters && !isDenied(match.tokens, in: utterance)
        && !(tellsEndUsers(slot) && PastRole.isTold(by: match.tokens, in: utterance))
        && !unsure.contains { $0.tokens.contains(match.tokens) }
        // "Fixed" is no slip for "mixed".
        && !(match.rule >= .typo && said.contains { $0.rule < .typo && $0.tokens.overlaps(match.tokens) })
    }
    // "No, I don't think so": what a reply begins with counts for more than what comes after it.
    let opening = said.filter { $0.tokens.lowerBound == 0 && ["yes", "no"].contains($0.id) }
    if let yesOrNo = opening.first, let first = matches.first(where: { $0.tokens == yesOrNo.tokens }) {
      return first.id
    }
    guard let longest = matches.map(\.tokens.count).max() else { return nil }
    let values = Set(matches.filter { $0.tokens.count == longest }.map(\.id))
    return values.count == 1 ? values.first : nil
  }

  /// The words of a reply that belong to a choice of this slot's question: to this one, or to any.
  func replyTokens(to slot: String, choosing value: String? = nil, in utterance: Utterance) -> Set<Int> {
    let matches = slotReplies[slot]?.matches(in: utterance, nested: true) ?? []
    return Set(matches.filter { value == nil || $0.id == value }.flatMap(\.tokens))
  }

  private static func option(of question: Question, covering minutes: Int) -> String? {
    question.options.first { ($0.from ?? 0) <= minutes && minutes < ($0.below ?? .max) }?.value
  }

  /// Of several values for a slot, the one that is said of oneself, then the longest phrase, then the last; and after it
  /// the one that is said of somebody else.
  private static func onePerSlot(_ values: [SlotValue], in utterance: Utterance) -> [SlotValue] {
    best(of: values.filter { $0.subject != .other }, in: utterance)
      + best(of: values.filter { $0.subject == .other }, in: utterance)
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

  /// Whether what these words say is denied, by a "not" or by "I don't think …".
  private func isDenied(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    if utterance.isNegated(tokens) { return true }
    let before = utterance.tokens[max(0, tokens.lowerBound - 4)..<tokens.lowerBound].map(\.text)
    return zip(before, before.dropFirst()).contains {
      Self.doubtMarks.contains($0) && Self.thinkMarks.contains($1)
        || Self.thinkMarks.contains($0) && Self.doubtMarks.contains($1)
    }
  }

  private static let doubtMarks: Set<String> = ["dont", "not", "doubt", "inte", "ej"]
  private static let thinkMarks: Set<String> = ["think", "believe", "tror", "tycker"]

  /// Whom words are said of: the nearest "I" or "she" in the six words before them decides.
  private static func subject(of tokens: Range<Int>, in utterance: Utterance, isSwedish: Bool)
    -> SlotValue.Subject
  {
    // "Global admin here."
    if tokens.upperBound < utterance.tokens.count, ["here", "här"].contains(utterance.tokens[tokens.upperBound].text) {
      return .own
    }
    if isOfNamed(tokens, in: utterance) { return .other }
    for index in (max(0, tokens.lowerBound - 6)...tokens.lowerBound).reversed() {
      let word = utterance.tokens[index].text
      // "Our admin" and "someone who is …" are others, "I am our admin" and "as …" are not.
      if possessives.contains(word), index < tokens.lowerBound {
        return index > 0 && copulas.contains(utterance.tokens[index - 1].text) ? .own : .other
      }
      if word == "som", index + 1 < tokens.lowerBound, copulas.contains(utterance.tokens[index + 1].text) {
        return .other
      }
      if ownMarks.contains(word), !(isSwedish && word == "i") { return .own }
      if otherMarks.contains(word), index < tokens.lowerBound { return .other }
    }
    return .open
  }

  /// Whether it is said of whoever is named before it: "the head teacher is a user admin".
  private static func isOfNamed(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    var index = tokens.lowerBound - 1
    while index > 1, articles.contains(utterance.tokens[index].text) { index -= 1 }
    // "It's for an ordinary employee."
    if index > 0, index < tokens.lowerBound - 1, beneficiaries.contains(utterance.tokens[index].text) { return true }
    // "The account of a user administrator", but not "the role of user administrator".
    if index > 1, utterance.tokens[index].text == "of", !roleNames.contains(utterance.tokens[index - 1].text) {
      return true
    }
    guard index > 0, verbs.contains(utterance.tokens[index].text), utterance.tokens[index].boundary == .none else {
      return false
    }
    let named = utterance.tokens[index - 1].text
    return !ownMarks.contains(named) && !unnamed.contains(named)
  }

  private static let articles: Set<String> = ["a", "an", "the", "only", "just", "also", "en", "ett", "bara", "också"]
  private static let verbs: Set<String> = ["is", "are", "was", "är", "var"]
  private static let beneficiaries: Set<String> = ["for", "för", "åt"]
  private static let roleNames: Set<String> = [
    "role", "roles", "title", "rights", "kind", "sort", "type", "one", "part",
  ]
  /// What stands before "is" without naming anybody.
  private static let unnamed: Set<String> = [
    "us", "mine", "min", "mitt", "role", "title", "account", "it", "that", "this", "there", "here", "what", "which",
    "so", "and", "oss", "roll", "rollen", "titel", "konto", "kontot", "det", "den", "här", "där", "vad", "vilken", "så",
    "och", "inte", "not",
  ]

  /// Whether somebody else is talked about.
  func isAboutOthers(_ utterance: Utterance) -> Bool { utterance.tokens.contains { Self.otherMarks.contains($0.text) } }

  private static let ownMarks: Set<String> = [
    "i", "im", "ive", "me", "as", "we", "jag", "mig", "som", "vi",
  ]
  private static let possessives: Set<String> = ["our", "vår", "vårt", "våra"]
  private static let copulas: Set<String> = ["am", "im", "is", "are", "was", "är", "var", "har"]
  private static let otherMarks: Set<String> = [
    "she", "shes", "he", "hes", "they", "theyre", "her", "him", "them", "colleague", "coworker", "boss", "manager",
    "person", "who", "whos", "user", "target", "targets", "målet", "assistant", "assistent", "assistenten", "hon",
    "han", "hen", "de", "dom", "henne", "honom", "dem", "kollega", "kollegan", "chef", "chefen", "personen",
    "användaren",
    "pupil", "pupils", "student", "client", "customer", "elev", "eleven", "kund", "kunden",
  ]

  // MARK: - Facts

  /// The facts that a message asks for, of those named, with how much of it asks for each.
  func facts(asked utterance: Utterance, among names: [String]) -> [(fact: String, points: Double)] {
    var points: [String: Double] = [:]
    for match in triggers.matchesInAnyOrder(in: utterance) where names.contains(match.id) {
      let weight = triggerWeights[match.id]?[match.phrase] ?? 0
      points[match.id] = max(points[match.id] ?? 0, weight * match.strength)
    }
    let found = names.compactMap { name in points[name].map { (fact: name, points: $0) } }
    return found.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }.map(\.element)
  }

  /// The rarity of each word of the triggers among the facts: 1 / facts that have the word.
  private static func weights(_ facts: [Fact]) -> [String: Double] {
    var counts: [String: Int] = [:]
    for fact in facts {
      let words = fact.triggers.values.values.joined().flatMap { Utterance($0).tokens.map(\.text) }
      for word in Set(words) { counts[word, default: 0] += 1 }
    }
    return counts.mapValues { 1 / Double($0) }
  }
}

/// A slot and its value, written `slot=value` as one name in the lexicon; without a value, what only looks like one.
private struct SlotName {
  let slot: String
  let value: String

  init(_ name: String) {
    let split = name.firstIndex(of: "=") ?? name.endIndex
    slot = String(name[..<split])
    value = String(name[split...].dropFirst())
  }
}

extension LocalizedText {
  /// Each language's text as one phrase.
  var phrases: LocalizedPhrases { LocalizedPhrases(values.mapValues { [$0] }) }
}
