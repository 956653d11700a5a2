import Knowledge
import TextAnalysis

/// Everything that the conversation recognises in a message apart from symptoms, ready to be looked up.
struct ConversationVocabulary: Sendable {
  /// Yes, no, reserved words, questions about the conversation …
  let words: Lexicon
  /// Which language a message is in.
  let vote: LanguageVote
  private let slotWords: Lexicon
  private let slotReplies: [String: Lexicon]
  private let triggers: Lexicon
  private let durations: [Question]

  init(_ knowledge: KnowledgeBase) {
    words = Lexicon(knowledge.conversation.words.flatMap { Self.entries($0.key, $0.value) }.sorted { $0.id < $1.id })
    let questions = knowledge.questions.values.sorted { $0.slot < $1.slot }
    slotWords = Lexicon(
      questions.flatMap { question in
        question.options.flatMap { Self.entries("\(question.slot)=\($0.value)", $0.words) }
      })
    slotReplies = knowledge.questions.mapValues { question in
      Lexicon(
        question.options.flatMap { option in
          [option.words, option.replies, option.label.phrases].flatMap { Self.entries(option.value, $0) }
        })
    }
    triggers = Lexicon(
      knowledge.facts.values.sorted { $0.id < $1.id }.flatMap { Self.entries($0.id, $0.triggers) })
    durations = questions.filter(\.isDuration)
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

  // MARK: - Values of slots

  /// The values that a message gives, at most one a slot.
  func values(in utterance: Utterance) -> [SlotValue] {
    var found = slotWords.matches(in: utterance).compactMap { match -> SlotValue? in
      guard !utterance.isNegated(match.tokens) else { return nil }
      let parts = match.id.split(separator: "=", maxSplits: 1).map(String.init)
      return SlotValue(
        slot: parts[0], value: parts[1], tokens: match.tokens, isOwn: Self.isOwn(match.tokens, in: utterance))
    }
    for question in durations {
      if let value = Duration.minutes(in: utterance).flatMap({ Self.option(of: question, covering: $0.minutes) }) {
        found.removeAll { $0.slot == question.slot }
        found.append(SlotValue(slot: question.slot, value: value, tokens: 0..<0, isOwn: false))
      }
    }
    return Self.onePerSlot(found)
  }

  /// The value that a reply to this slot's question gives; `nil` where none or several fit.
  func reply(to slot: String, in utterance: Utterance) -> String? {
    guard let lexicon = slotReplies[slot] else { return nil }
    let matches = lexicon.matches(in: utterance).filter { !utterance.isNegated($0.tokens) }
    guard let longest = matches.map(\.tokens.count).max() else { return nil }
    let values = Set(matches.filter { $0.tokens.count == longest }.map(\.id))
    return values.count == 1 ? values.first : nil
  }

  /// The words of a reply that belong to some choice of this slot's question.
  func replyTokens(to slot: String, in utterance: Utterance) -> Set<Int> {
    Set(slotReplies[slot]?.matches(in: utterance, nested: true).flatMap(\.tokens) ?? [])
  }

  private static func option(of question: Question, covering minutes: Int) -> String? {
    question.options.first { ($0.from ?? 0) <= minutes && minutes < ($0.below ?? .max) }?.value
  }

  /// Of several values for a slot, the one that is said of oneself, then the longest phrase, then the last.
  private static func onePerSlot(_ values: [SlotValue]) -> [SlotValue] {
    var best: [String: SlotValue] = [:]
    for value in values {
      guard let other = best[value.slot] else {
        best[value.slot] = value
        continue
      }
      let rank = (value.isOwn ? 1 : 0, value.tokens.count)
      if rank >= (other.isOwn ? 1 : 0, other.tokens.count) { best[value.slot] = value }
    }
    return best.values.sorted { $0.slot < $1.slot }
  }

  private static func isOwn(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    let before = utterance.tokens[max(0, tokens.lowerBound - 3)..<tokens.lowerBound].map(\.text)
    return before.contains { ownMarks.contains($0) }
      || tokens.contains { ownMarks.contains(utterance.tokens[$0].text) && $0 == tokens.lowerBound }
  }

  private static let ownMarks: Set<String> = [
    "i", "im", "am", "ive", "my", "as", "we", "were", "our", "jag", "ja", "är", "ar", "e", "som", "min", "mitt", "vi",
    "vår", "vårt",
  ]

  // MARK: - Facts

  /// The facts that a message asks for, of those named, with how much of it asks for each.
  func facts(asked utterance: Utterance, among names: [String]) -> [(fact: String, points: Double)] {
    var points: [String: Double] = [:]
    for match in triggers.matchesInAnyOrder(in: utterance) where names.contains(match.id) {
      let words = Utterance(match.phrase).tokens.count
      points[match.id, default: 0] = max(points[match.id] ?? 0, Double(words * words) * match.strength)
    }
    return names.compactMap { name in points[name].map { (name, $0) } }.sorted { $0.points > $1.points }
  }
}

extension LocalizedText {
  /// Each language's text as one phrase.
  var phrases: LocalizedPhrases { LocalizedPhrases(values.mapValues { [$0] }) }
}
