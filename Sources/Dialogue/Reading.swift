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
  private let words: [Lexicon.Match]
  /// The values for slots that it gives.
  private(set) var values: [SlotValue]

  init(_ message: RedactedText, vocabulary: ConversationVocabulary) {
    text = message.text
    secrets = message.found
    utterance = Utterance(message.text)
    words = vocabulary.words.matches(in: utterance, nested: true).filter(Self.isSure)
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
    if strict.contains(match.id), match.tokens.count == 1, match.rule == .inflected { return false }
    return match.rule < .typo || match.phrase.utf8.count >= 8
  }

  /// Kinds of which a single word counts only as it stands: "hjälpte" is no call for help.
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

  /// Whether it is put as a question: by its mark, or by how it begins.
  var isQuestion: Bool {
    if utterance.hasQuestionMark { return true }
    if says("trying"), !asksBefore("trying") { return false }
    if only("yes", with: "anaphora") || only("worked", with: "yes", "anaphora") { return false }
    return words.contains { match in
      match.id == "polar" || match.id == "suppose"
        ? isAtStart(match.tokens.lowerBound) && !isFailure(at: match.tokens.lowerBound)
        : match.id == "question-word" && !isPast(match.tokens.lowerBound) && !isExclamation(match.tokens)
          && (wantsToKnow(from: match.tokens.lowerBound) || isNearStart(match.tokens.lowerBound)
            || utterance.tokens[match.tokens.lowerBound].boundary != .none)
    }
  }

  /// Whether a question word is only part of thanks or success: "vad bra!", "exactly what I needed".
  private func isExclamation(_ tokens: Range<Int>) -> Bool {
    words.contains {
      ["thanks", "worked"].contains($0.id) && $0.tokens.count > tokens.count && $0.tokens.contains(tokens)
    }
  }

  /// Whether what begins here is what the person wants to know: "no, I need to know how …".
  private func wantsToKnow(from index: Int) -> Bool {
    words.contains { $0.id == "wants-to-know" && $0.tokens.upperBound == index }
  }

  /// Whether it asks what somebody else can or is: "would she then …", "får han …", "can my teacher …".
  var asksOfThird: Bool {
    words.contains { match in
      guard match.id == "polar", match.tokens.upperBound < utterance.tokens.count else { return false }
      let next = match.tokens.upperBound
      if Self.thirds.contains(utterance.tokens[next].text) { return true }
      return isAtStart(match.tokens.lowerBound) && Self.mine.contains(utterance.tokens[next].text)
        && next + 1 < utterance.tokens.count
        && !Self.ownThings.contains(utterance.tokens[next + 1].text)
    }
  }

  /// Whether it tells what somebody else is, if with a question mark: "and the boss's, he's a global admin?".
  var tellsOfThird: Bool {
    let isTold = zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
      Self.thirds.contains($0.text) && Self.copulas.contains($1.text) || Self.shortened.contains($0.text)
    }
    return isTold && !words.contains { $0.id == "polar" && isAtStartOfPart($0.tokens.lowerBound) }
  }

  private static let copulas: Set<String> = ["is", "are", "was", "är", "var"]
  private static let shortened: Set<String> = ["shes", "hes", "theyre"]

  /// Whether it asks what something is, in a word or two: "what is EMS?".
  var asksForMeaning: Bool { begins(with: "definition") && weight(beside: ["definition"]) <= 2 }

  private static let mine: Set<String> = ["my", "our", "min", "vår"]
  private static let ownThings: Set<String> = [
    "role", "account", "licence", "license", "permission", "permissions", "roll", "behörighet", "licens",
  ]
  private static let thirds: Set<String> = ["she", "he", "they", "hon", "han", "hen", "de", "dom"]

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

  /// Whether a word is the beginning of a failure told: "did not help", "funkar inte".
  private func isFailure(at index: Int) -> Bool {
    words.contains { $0.id == "failed" && $0.tokens.lowerBound == index && $0.tokens.count > 1 }
  }

  /// Whether a question word stands before a phrase of this kind: "how it is done".
  func asksBefore(_ name: String) -> Bool {
    guard let place = words.lazy.filter({ $0.id == name }).map(\.tokens.lowerBound).min() else { return false }
    return words.contains { $0.id == "question-word" && $0.tokens.lowerBound < place && !isPast($0.tokens.lowerBound) }
  }

  /// Whether it asks for a yes or no: it, or a part of it after a mark, begins with a verb ("can she …", "får hon …").
  var isPolar: Bool {
    if words.contains(where: { $0.id == "question-word" && isNearStart($0.tokens.lowerBound) }) { return false }
    // "And if he is an administrator, who can do it?", "it is grey, so how can I?"
    if words.contains(where: { $0.id == "question-word" && opensPart($0.tokens.lowerBound) }) { return false }
    // "So our plan is no good?" asks for a yes or no as well: a statement with a question mark.
    if utterance.hasQuestionMark {
      let asked = words.filter { $0.id == "question-word" }.map(\.tokens.lowerBound).min() ?? .max
      return words.contains { $0.id == "polar" && $0.tokens.lowerBound < asked }
    }
    return words.contains { $0.id == "polar" && isAtStart($0.tokens.lowerBound) }
  }

  /// Whether a word comes after a mark within the message, at once or with a word between.
  private func opensPart(_ position: Int) -> Bool {
    [position, position - 1].contains { $0 > 0 && utterance.tokens[$0].boundary != .none }
  }

  /// Whether it is a few words with a question mark: "user admin?", "by PowerShell?".
  var isBareQuestion: Bool {
    utterance.hasQuestionMark && weight(beside: ["anaphora"]) <= 3
      && !says("question-word", "suppose", "next-step", "what-now")
  }

  /// Whether it asks how, where, when, why or who rather than what would be.
  var asksForCircumstances: Bool {
    words.contains { $0.id == "circumstance" && isNearStart($0.tokens.lowerBound) }
  }

  /// Whether it ends with a phrase of this kind.
  func ends(with name: String) -> Bool {
    words.contains { $0.id == name && $0.tokens.upperBound == utterance.tokens.count }
  }

  /// Whether it begins with a phrase of this kind.
  func begins(with name: String) -> Bool { words.contains { $0.id == name && $0.tokens.lowerBound == 0 } }

  /// Whether nothing but a greeting, a yes or a no stands before this word.
  private func isAtStart(_ index: Int) -> Bool {
    isPreceded(index, by: ["greeting", "thanks", "yes", "no", "and", "so"])
  }

  private func isAtStartOfPart(_ index: Int) -> Bool { isAtStart(index) || utterance.tokens[index].boundary != .none }

  /// Whether only fillers stand before this word.
  private func isNearStart(_ index: Int) -> Bool {
    index <= 3 && isPreceded(index, by: ["filler", "greeting", "thanks", "yes", "no"])
  }

  private func isPreceded(_ index: Int, by names: [String]) -> Bool {
    (0..<index).allSatisfy { before in words.contains { $0.tokens.contains(before) && names.contains($0.id) } }
  }

  /// Whether this is the Swedish "var" of "jag var", was, rather than where.
  private func isPast(_ index: Int) -> Bool {
    utterance.tokens[index].text == "var" && index > 0 && Self.pronouns.contains(utterance.tokens[index - 1].text)
  }

  private static let pronouns: Set<String> = ["jag", "du", "vi", "ni", "han", "hon", "hen", "den", "det", "de", "dom"]

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

  /// Whether it is the last of a list and nothing else: "the last one", "den sista".
  var isLast: Bool { only("number-last", with: "number") }

  /// The kinds of words that say a number, from one.
  private static let numbers = (1...9).map { "number-\($0)" }
}
