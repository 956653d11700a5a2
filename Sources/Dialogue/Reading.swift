import Knowledge
import Redaction
import TextAnalysis

/// What a message says, word by word, before anything is decided.
struct Reading {
  /// The redacted text.
  let text: String
  /// What was taken out of it.
  let secrets: Set<SecretKind>
  let utterance: Utterance
  /// How much of it is in which language.
  let vote: LanguageVote.Outcome
  /// The conversation's own words in it, nested ones too.
  let words: [Lexicon.Match]
  /// The values for slots that it gives.
  private(set) var values: [SlotValue]

  init(_ message: RedactedText, vocabulary: ConversationVocabulary) {
    text = message.text
    secrets = message.found
    utterance = Utterance(message.text)
    words = vocabulary.words.matches(in: utterance, nested: true)
      .filter { [utterance] in
        Self.isSure($0) && !Self.isAmazement($0, in: utterance) && !Self.isOtherWord($0, in: utterance)
      }
    vote = vocabulary.vote.count(utterance)
    values = vocabulary.values(in: utterance, isSwedish: vote.language == .swedish)
  }

  /// Keeps the values that matter to these articles: what one article asks means nothing in another, unless the
  /// question is shared.
  mutating func keepValues(of articles: Set<String>, questions: [String: Question]) {
    values.removeAll { value in
      guard let article = questions[value.slot]?.article else { return false }
      return !articles.contains(article)
    }
  }

  /// Whether a match is no mere resemblance: short words differ by a letter without meaning the same.
  private static func isSure(_ match: Lexicon.Match) -> Bool {
    if strict.contains(match.id), match.tokens.count == 1, [.inflected, .compoundPart].contains(match.rule) {
      return false
    }
    // "Gjorde ändringen" is no "gjort".
    if match.id == "worked", match.tokens.count == 1, match.rule == .inflected, match.phrase.utf8.count <= 5 {
      return false
    }
    return match.rule < .typo || match.phrase.utf8.count >= 8
  }

  /// Whether it only looks like a word that asks: "hjälp" is no "hjälper …?", "ärende" no "är …?", "vår" no "var".
  private static func isOtherWord(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    let typed = utterance.tokens[match.tokens.lowerBound].text
    if ["polar", "question-word", "circumstance"].contains(match.id), match.phrase == "var" {
      return typed != match.phrase
    }
    guard match.id == "polar", match.rule == .inflected else { return false }
    return match.phrase.utf8.count > 4 || typed.utf8.count > 4
  }

  /// Whether it is the "va" of "va, gäller den inte oss?", which asks nothing by itself.
  private static func isAmazement(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    match.id == "question-word" && match.tokens == 0..<1 && isAmazement(at: 0, in: utterance)
  }

  private static func isAmazement(at index: Int, in utterance: Utterance) -> Bool {
    index == 0 && utterance.tokens.count > 2 && utterance.tokens[0].text == "vad"
      && utterance.tokens[1].boundary != .none
  }

  /// Kinds of which a single word counts only as it stands: "hjälpte" is no call for help, "slutanvändare" no "slut".
  private static let strict: Set<String> = [
    "help", "back", "skip", "cancel", "bye", "person", "start-over", "trying", "source",
  ]

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
    let light = names + Self.light
    var covered = [Bool](repeating: false, count: utterance.tokens.count)
    for match in words where light.contains(match.id) {
      for index in match.tokens { covered[index] = true }
    }
    return zip(covered, utterance.tokens).count { !$0 && !$1.isPlaceholder }
  }

  /// How many words it has beside the values that it gives, politeness and fillers.
  var weightBesideValues: Int {
    let rest = utterance.tokens.indices.filter { index in !values.contains { $0.tokens.contains(index) } }
    return rest.count { index in
      !utterance.tokens[index].isPlaceholder
        && !words.contains { $0.tokens.contains(index) && Self.lightBesideValues.contains($0.id) }
    }
  }

  /// What carries nothing beside another phrase.
  private static let light = ["filler", "greeting", "thanks", "abuse"]
  private static let lightBesideValues = light + ["yes", "no", "correction"]

  /// Whether a phrase of the second kind stands only inside longer ones of the first.
  func isOnlyWithin(_ outer: String, _ inner: String) -> Bool {
    let outside = words.filter { $0.id == outer }.map(\.tokens)
    return words.filter { $0.id == inner }.allSatisfy { match in
      outside.contains { $0.count > match.tokens.count && $0.contains(match.tokens) }
    }
  }

  /// Where the first phrase of this kind stands.
  func place(of name: String) -> Int? { words.lazy.filter { $0.id == name }.map(\.tokens.lowerBound).min() }

  /// Whether success is told with a limit: "it helped partly", "det hjälpte lite".
  var tellsPartly: Bool {
    let partly = words.filter { $0.id == "partly" }.map(\.tokens)
    return words.contains { worked in
      worked.id == "worked"
        && partly.contains {
          abs($0.lowerBound - worked.tokens.upperBound) <= 1 || abs(worked.tokens.lowerBound - $0.upperBound) <= 1
        }
    }
  }

  /// Whether it ends with a phrase of this kind.
  func ends(with name: String) -> Bool {
    words.contains { $0.id == name && $0.tokens.upperBound == utterance.tokens.count }
  }

  /// Whether it begins with a phrase of this kind, with nothing before it but what leads in: "but if …", "hej, kan du …".
  func begins(with name: String) -> Bool {
    words.contains { $0.id == name && isPreceded($0.tokens.lowerBound, by: ["greeting", "thanks", "yes", "so"]) }
  }

  /// Whether nothing but a greeting, a yes or a no stands before this word.
  func isAtStart(_ index: Int) -> Bool {
    isPreceded(index, by: ["greeting", "thanks", "yes", "no", "and", "so"])
  }

  func isAtStartOfPart(_ index: Int) -> Bool { isAtStart(index) || utterance.tokens[index].boundary != .none }

  /// Whether only fillers stand before this word.
  func isNearStart(_ index: Int) -> Bool {
    index <= 3 && isPreceded(index, by: ["filler", "greeting", "thanks", "yes", "no"])
  }

  private func isPreceded(_ index: Int, by names: [String]) -> Bool {
    (0..<index).allSatisfy { before in
      Self.isAmazement(at: before, in: utterance)
        || words.contains { $0.tokens.contains(before) && names.contains($0.id) }
    }
  }

  /// Whether it leans on what was said before: "it", "she", "then".
  var isAnaphoric: Bool { words.contains { $0.id == "anaphora" } }

  /// Whether it says whose the thing is that is talked about: "it belongs to our Exchange admin".
  var saysWhoseItIs: Bool { utterance.tokens.contains { ["belongs", "tillhör"].contains($0.text) } }

  /// Whether it speaks of the other of two: "and the other page?", "den andra sidan".
  var namesAnother: Bool {
    zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
      ["the", "that", "den", "det"].contains($0.text) && ["other", "andra"].contains($1.text)
    }
  }

  /// The number of the step that it names: "step 3", "steg 3", "the third step".
  var step: Int? {
    guard says("step"), weight(beside: ["step", "number", "question-word", "anaphora"]) <= 5 else { return nil }
    let digits = utterance.tokens.compactMap { Int($0.text) }
    if digits.count == 1 { return digits[0] }
    return Self.numbers.firstIndex { says($0) }.map { $0 + 1 }
  }

  /// What a thumb says: `yes` or `no`.
  var thumb: String? { text.contains("👍") ? "yes" : text.contains("👎") ? "no" : nil }

  /// Whether it is a number in figures and nothing else.
  var isOnlyDigits: Bool { utterance.tokens.count == 1 && Int(utterance.tokens[0].text) != nil }

  /// The number that it consists of: "2", "nr 2", "the second one".
  var number: Int? {
    let digits = utterance.tokens.compactMap { Int($0.text) }
    if digits.count == 1, utterance.tokens.count <= 3, weight(beside: ["number"]) <= 1 { return digits[0] }
    return Self.numbers.firstIndex { only($0, with: "number") }.map { $0 + 1 }
  }

  /// The number by which a choice is taken back: "no, I meant the second one".
  var correctedNumber: Int? {
    guard says("correction") else { return nil }
    return Self.numbers.firstIndex { only($0, with: "number", "correction", "no") }.map { $0 + 1 }
  }

  /// Whether it is the last of a list and nothing else: "the last one", "den sista".
  var isLast: Bool { only("number-last", with: "number") }

  /// The kinds of words that say a number, from one.
  private static let numbers = (1...9).map { "number-\($0)" }
}
