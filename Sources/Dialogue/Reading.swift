import Redaction
import TextAnalysis

/// What a message says, word by word, before anything is decided.
struct Reading {
  /// The redacted text.
  let text: String
  /// What was taken out of it.
  let secrets: Set<SecretKind>
  let utterance: Utterance
  /// The conversation's own words in it, nested ones too.
  private let words: [Lexicon.Match]
  /// The values for slots that it gives.
  let values: [SlotValue]

  init(_ message: RedactedText, vocabulary: ConversationVocabulary) {
    text = message.text
    secrets = message.found
    utterance = Utterance(message.text)
    words = vocabulary.words.matches(in: utterance, nested: true)
    values = vocabulary.values(in: utterance)
  }

  /// Whether it has no words at all: empty, or marks and emoji only.
  var isWordless: Bool { utterance.tokens.isEmpty }

  /// Whether nothing was typed.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether it says one of these, not denied.
  func says(_ names: String...) -> Bool {
    words.contains { names.contains($0.id) && !utterance.isNegated($0.tokens) }
  }

  /// The longest phrase of this kind, in words; 0 where there is none.
  func length(of name: String) -> Int {
    words.lazy.filter { $0.id == name }.map(\.tokens.count).max() ?? 0
  }

  /// Whether it says the first of these and nothing else of weight: besides it, only the others, politeness and fillers.
  func only(_ name: String, with others: String..., rest: Int = 0) -> Bool {
    guard words.contains(where: { $0.id == name }) else { return false }
    return weight(beside: [name] + others) <= rest
  }

  /// How many words it has beside phrases of these kinds, politeness and fillers.
  func weight(beside names: [String] = []) -> Int {
    let light = Set(names + Self.light)
    var covered = [Bool](repeating: false, count: utterance.tokens.count)
    for match in words where light.contains(match.id) {
      for index in match.tokens { covered[index] = true }
    }
    return zip(covered, utterance.tokens).count { !$0 && !$1.isPlaceholder }
  }

  /// What carries nothing beside another phrase.
  private static let light = ["filler", "greeting", "thanks", "abuse"]

  /// Whether it is put as a question: by its mark, or by how it begins.
  var isQuestion: Bool {
    if utterance.hasQuestionMark { return true }
    return words.contains { Self.openers.contains($0.id) && isNearStart($0.tokens.lowerBound) }
  }

  /// Whether it asks for a yes or no: it begins with a verb ("can she …", "får hon …").
  var isPolar: Bool {
    let questioned = words.contains { $0.id == "question-word" && isNearStart($0.tokens.lowerBound) }
    return !questioned && words.contains { $0.id == "polar" && isNearStart($0.tokens.lowerBound) }
  }

  private static let openers: Set<String> = ["question-word", "polar", "suppose"]

  /// Whether only fillers stand before this word.
  private func isNearStart(_ index: Int) -> Bool {
    guard index <= 3 else { return false }
    return (0..<index).allSatisfy { before in
      words.contains { $0.tokens.contains(before) && ["filler", "greeting", "thanks", "yes", "no"].contains($0.id) }
    }
  }

  /// Whether it leans on what was said before: "it", "she", "then".
  var isAnaphoric: Bool { words.contains { $0.id == "anaphora" } }

  /// The number that it consists of: "2", "nr 2", "the second one".
  var number: Int? {
    let digits = utterance.tokens.compactMap { Int($0.text) }
    if digits.count == 1, utterance.tokens.count <= 3, weight(beside: ["number"]) <= 1 { return digits[0] }
    for value in 1...9 where only("number-\(value)", with: "number") { return value }
    return nil
  }
}

/// A value for a slot that a message gives.
struct SlotValue: Equatable {
  var slot: String
  var value: String
  /// The words that give it.
  var tokens: Range<Int>
  /// Whether the person says it about themselves: "I'm …", "as …".
  var isOwn: Bool
}
