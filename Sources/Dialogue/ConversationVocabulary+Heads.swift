import Knowledge
import TextAnalysis

/// Values that no list names, told by the word that they end with: "privileged authentication admin".
extension ConversationVocabulary {
  /// The values that a question's options give to words, whatever stands before those.
  static func heads(of question: Question) -> [String: String] {
    let pairs = question.options.flatMap { option in
      option.heads.values.values.joined().map { ($0, option.value) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The value that the last such word gives, where something of weight is named before it: not "an admin", "it admin".
  func headed(_ heads: [String: String], in utterance: Utterance) -> String? {
    for index in utterance.tokens.indices.reversed() {
      let word = utterance.tokens[index].text
      if let value = heads[word] {
        guard index > 0, utterance.tokens[index].boundary == .none, names(utterance.tokens[index - 1].text) else {
          continue
        }
        return value
      }
      // "Autentiseringsadmin"
      let head = heads.keys.filter { word.hasSuffix($0) && names(String(word.dropLast($0.count))) }.max()
      if let head { return heads[head] }
    }
    return nil
  }

  /// Whether a "no" says only that there is none of what comes after it: "so no premium needed".
  func isDeterminer(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    let next = match.tokens.upperBound
    guard match.tokens.count == 1, match.tokens.lowerBound > 0, next < utterance.tokens.count,
      Self.nones.contains(utterance.tokens[match.tokens.lowerBound].text)
    else { return false }
    return utterance.tokens[next].boundary == .none && !FunctionWords.contains(utterance.tokens[next].text)
  }

  private static let nones: Set<String> = ["no", "none", "ingen", "inget", "inga"]

  private func names(_ word: String) -> Bool {
    word.count >= 3 && !FunctionWords.contains(word) && !Self.unspecific.contains(word)
  }

  /// What stands before "admin" without saying of what.
  private static let unspecific: Set<String> = [
    "full", "main", "super", "local", "lokal", "huvud", "kind", "sort", "junior", "senior", "head", "chief", "system",
    "simple", "vanlig", "riktig", "regular", "normal", "real",
  ]
}
