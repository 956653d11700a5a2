import TextAnalysis

/// Whether a message asks something, and what sort of question it is.
extension Reading {
  /// Whether it is put as a question: by its mark, or by how it begins.
  var isQuestion: Bool {
    if utterance.hasQuestionMark { return true }
    if says("trying"), !asksBefore("trying"), !isInverted { return false }
    if only("yes", with: "anaphora") || only("worked", with: "yes", "anaphora") { return false }
    return words.contains { match in
      match.id == "polar" || match.id == "suppose"
        ? isAtStart(match.tokens.lowerBound) && !isFailure(at: match.tokens.lowerBound) && !isTelling(match.tokens)
        : match.id == "question-word" && !isPast(match.tokens.lowerBound) && !isExclamation(match.tokens)
          && (wantsToKnow(from: match.tokens.lowerBound) || isNearStart(match.tokens.lowerBound)
            || utterance.tokens[match.tokens.lowerBound].boundary != .none)
    }
  }

  /// Whether it begins with a verb and a pronoun after it: "kan jag göra det".
  private var isInverted: Bool {
    words.contains { match in
      match.id == "polar" && isAtStart(match.tokens.lowerBound) && match.tokens.upperBound < utterance.tokens.count
        && Self.subjects.contains(utterance.tokens[match.tokens.upperBound].text)
        && utterance.tokens[match.tokens.upperBound].boundary == .none
    }
  }

  /// Whether a verb at the start only tells something, its subject left out: "kan inte komma åt …", "har väntat en
  /// timme", "är tillbaka."; but "kan inte hon göra det".
  private func isTelling(_ verb: Range<Int>) -> Bool {
    let next = verb.upperBound
    guard next < utterance.tokens.count, !Self.subjects.contains(utterance.tokens[next].text) else { return false }
    if next + 1 < utterance.tokens.count, utterance.tokens[next + 1].boundary == .sentence { return true }
    switch utterance.tokens[verb.lowerBound].text {
    case "har", "hade":
      return ["at", "tt", "rt", "it"].contains { utterance.tokens[next].text.hasSuffix($0) }
    default:
      return next + 1 < utterance.tokens.count && ["inte", "ej"].contains(utterance.tokens[next].text)
        && !Self.subjects.contains(utterance.tokens[next + 1].text)
    }
  }

  private static let subjects: Set<String> = [
    "jag", "du", "vi", "ni", "man", "hon", "han", "hen", "de", "den", "det", "min", "vår", "någon",
  ]

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

  /// Whether a question word stands before a phrase of this kind: "how it is done".
  func asksBefore(_ name: String) -> Bool {
    guard let place = words.lazy.filter({ $0.id == name }).map(\.tokens.lowerBound).min() else { return false }
    return words.contains { $0.id == "question-word" && $0.tokens.lowerBound < place && !isPast($0.tokens.lowerBound) }
  }

  /// Whether it asks for a yes or no: it, or a part of it after a mark, begins with a verb ("can she …", "får hon …").
  var isPolar: Bool {
    if words.contains(where: { $0.id == "question-word" && isNearStart($0.tokens.lowerBound) }) { return false }
    // "And if he is an administrator, who can do it?"
    if words.contains(where: { $0.id == "question-word" && utterance.tokens[$0.tokens.lowerBound].boundary != .none }) {
      return false
    }
    // "So our plan is no good?" asks for a yes or no as well: a statement with a question mark.
    if utterance.hasQuestionMark {
      let asked = words.filter { $0.id == "question-word" }.map(\.tokens.lowerBound).min() ?? .max
      return words.contains { $0.id == "polar" && $0.tokens.lowerBound < asked }
    }
    return words.contains { $0.id == "polar" && isAtStart($0.tokens.lowerBound) }
  }

  /// Whether it is a few words with a question mark: "user admin?", "by PowerShell?".
  var isBareQuestion: Bool {
    utterance.hasQuestionMark && weight(beside: ["anaphora"]) <= 3
      && !says("question-word", "suppose", "next-step", "what-now")
  }

  /// Whether it asks for a reason.
  var asksWhy: Bool { isQuestion && utterance.tokens.contains { ["why", "varför"].contains($0.text) } }

  /// Whether it asks how, where, when, why or who rather than what would be.
  var asksForCircumstances: Bool {
    words.contains { $0.id == "circumstance" && isNearStart($0.tokens.lowerBound) }
  }

  /// Whether a word is the beginning of a failure told: "did not help", "funkar inte".
  private func isFailure(at index: Int) -> Bool {
    words.contains { $0.id == "failed" && $0.tokens.lowerBound == index && $0.tokens.count > 1 }
  }

  /// Whether this is the Swedish "var" of "jag var", was, rather than where.
  private func isPast(_ index: Int) -> Bool {
    utterance.tokens[index].text == "var" && index > 0 && Self.pronouns.contains(utterance.tokens[index - 1].text)
  }

  private static let pronouns: Set<String> = ["jag", "du", "vi", "ni", "han", "hon", "hen", "den", "det", "de", "dom"]
}
