extension Utterance {
  /// Whether what these words say is denied: "not greyed out", "inte knappen", "syns inte"; not in "not only".
  ///
  /// A negator counts before the words, with nothing but small words between, and, as Swedish puts it, right after a
  /// verb. In "ser inte skrivaren" the seeing is denied, not the printer.
  ///
  /// - Parameter range: indices into ``tokens``.
  public func isNegated(_ range: Range<Int>) -> Bool {
    isNegatedBefore(range) || isNegatedAfter(range)
  }

  private func isNegatedBefore(_ range: Range<Int>) -> Bool {
    var hasCopula = false
    var index = range.lowerBound
    for _ in 0..<4 {
      guard index > 0, tokens[index].boundary == .none else { return false }
      index -= 1
      let word = tokens[index].forms.traits
      if word.contains(.contrast), tokens[index].text == "utan", isContrast(at: index) { return false }
      if word.contains(.negator) {
        // "Not even the helpdesk?" asks about it.
        if index == 0, NegationWords.even.contains(tokens[1].text) { return false }
        return hasCopula || deniesWhatFollows(index) || isContrast(at: range.upperBound)
      }
      guard word.contains(.light) else { return false }
      hasCopula = hasCopula || word.contains(.copula)
    }
    return false
  }

  /// Whether a negator denies what follows it rather than the verb before it.
  private func deniesWhatFollows(_ index: Int) -> Bool {
    if tokens[index].forms.traits.contains(.verbalNegator) { return true }
    guard index > 0, tokens[index].boundary == .none else { return true }
    return !tokens[index - 1].forms.traits.isDisjoint(with: [.light, .copula])
  }

  /// Whether a word sets something right against what was denied before it: "inte i A utan i B", "not in A but in B".
  private func isContrast(at index: Int) -> Bool {
    guard index < tokens.count, tokens[index].forms.traits.contains(.contrast) else { return false }
    return (max(0, index - 8)..<index).contains { tokens[$0].forms.traits.contains(.denial) }
  }

  private func isNegatedAfter(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    // "Som administratör ser jag inte sidan" denies the page, "sidan ser jag inte" does, too.
    if range.lowerBound > 0, ["som", "as"].contains(tokens[range.lowerBound - 1].text) { return false }
    let last = tokens[range.upperBound - 1].forms.traits
    guard last.isDisjoint(with: [.copula, .light]) else { return false }
    for index in range.upperBound..<min(range.upperBound + 2, tokens.count) {
      guard tokens[index].boundary == .none else { return false }
      let word = tokens[index].forms.traits
      if word.contains(.negatorAfter) {
        return index + 1 == tokens.count || !tokens[index + 1].forms.traits.contains(.limit)
      }
      guard word.contains(.pronoun) else { return false }
    }
    return false
  }
}

enum NegationWords {
  static let contrasts: Set<String> = ["utan", "but"]
  static let denials: Set<String> = ["inte", "ej", "not"]
  static let after: Set<String> = ["inte", "ej", "icke", "aldrig", "int", "inta"]
  static let verbal: Set<String> = [
    "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant", "cannot", "couldnt", "wont", "no", "never",
    "hasnt", "havent", "aint", "ingen", "inget", "inga", "without", "utan", "varken", "nor", "neither",
  ]
  static let negators = after.union(verbal).union(["not", "nt"])
  static let copulas: Set<String> = [
    "is", "are", "was", "were", "be", "been", "am", "im", "its", "thats", "theyre", "were", "isnt", "arent", "är", "ar",
    "var", "blir", "blev", "vara", "varit", "handlar",
  ]
  static let pronouns: Set<String> = [
    "jag", "du", "vi", "de", "dom", "den", "det", "man", "han", "hon", "i", "we", "they", "it", "alls",
  ]
  static let even: Set<String> = ["even", "ens"]
  static let limits: Set<String> = ["bara", "enbart", "endast", "only", "just"]
  static let light = copulas.union(pronouns).union([
    "a", "an", "the", "any", "really", "actually", "that", "this", "my", "our", "about", "even", "all", "so", "yet",
    "en", "ett", "någon", "nån", "något", "nåt", "några", "längre", "alls", "riktigt", "ens", "min", "vår", "detta",
    "denna", "den", "här", "där", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "och",
    "men", "but", "and", "fast", "så", "att", "om", "gällde", "gäller", "using", "in", "i", "med", "with", "on", "på",
  ]).subtracting(limits)
}
