import TextAnalysis

/// Messages that begin like questions and tell something, their subject left out.
extension Reading {
  /// Whether a verb at the start only tells something, its subject left out: "kan inte komma åt …", "har väntat en
  /// timme", "är tillbaka."; but "kan inte hon göra det".
  func isTelling(_ verb: Range<Int>) -> Bool {
    // "Då blir det global."
    if verb.lowerBound > 0, utterance.tokens[verb.lowerBound - 1].text == "då", !utterance.hasQuestionMark {
      return true
    }
    let next = verb.upperBound
    guard next < utterance.tokens.count, !Self.subjects.contains(utterance.tokens[next].text) else { return false }
    if next + 1 < utterance.tokens.count, utterance.tokens[next + 1].boundary == .sentence { return true }
    switch utterance.tokens[verb.lowerBound].text {
    case "har", "hade":
      return ["at", "tt", "rt", "it"].contains { utterance.tokens[next].text.hasSuffix($0) } || isDenied(after: next)
        || Self.tellings.contains(utterance.tokens[next].text)
    // "Är bara lärare."
    case "är", "am":
      return !utterance.hasQuestionMark && Self.droppedBefore.contains(utterance.tokens[next].text)
        || isDenied(after: next)
    // "Fick gå till kontoret."
    case "fick", "gick", "blev", "kom":
      return !utterance.hasQuestionMark
    case "did":
      return ["that", "it", "this", "so", "as"].contains(utterance.tokens[next].text)
    // "Can't sign in", but "can't she …?" and "isn't the button …?".
    case "cant", "cannot", "couldnt", "wont", "doesnt", "didnt", "dont":
      let subject = utterance.tokens[next].text
      return !utterance.hasQuestionMark && !Self.turnedSubjects.contains(subject) && !Self.nounStarts.contains(subject)
    case "have", "had", "has":
      return ["ed", "done"].contains { utterance.tokens[next].text.hasSuffix($0) }
    // "Could be hybrid, kan vara moln".
    case "could", "might", "may", "kan", "kunde", "should", "borde":
      return ["be", "vara"].contains(utterance.tokens[next].text) && !utterance.hasQuestionMark
        || isDenied(after: next)
    default:
      return isDenied(after: next)
    }
  }

  /// Whether a "not" stands there with nobody after it of whom it could be asked: "kan inte komma in", but not "kan inte
  /// hon".
  private func isDenied(after next: Int) -> Bool {
    next + 1 < utterance.tokens.count && ["inte", "ej"].contains(utterance.tokens[next].text)
      && !Self.subjects.contains(utterance.tokens[next + 1].text)
  }

  /// What follows a verb that tells: "har nog bara …".
  private static let tellings: Set<String> = ["nog", "bara", "ju", "faktiskt", "redan", "visst", "tydligen", "inga"]

  static let subjects: Set<String> = [
    "jag", "du", "vi", "ni", "man", "hon", "han", "hen", "de", "den", "det", "min", "vår", "någon",
  ]
  static let nounStarts: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "all", "any", "some", "somebody", "someone", "users", "people",
  ]
  static let turnedSubjects = subjects.union([
    "i", "you", "we", "she", "he", "they", "it", "my", "our", "your",
  ])

  /// What a verb without its subject stands before.
  private static let droppedBefore: Set<String> = ["bara", "ju", "själv", "typ", "only", "just"]
}
