import TextAnalysis

/// Tells a role that something takes from the one that somebody has: "do I need to be a global admin for that?".
enum NeededRole {
  /// Whether these words name a role that is needed: a verb of need stands in front of them.
  static func isTold(by role: Range<Int>, in utterance: Utterance) -> Bool {
    let words = utterance.tokens[..<role.lowerBound].map(\.text)
    let before = words.reversed().prefix { links.contains($0) }
    guard let verb = words.dropLast(before.count).last else { return false }
    // "Have to" needs, "have the role" has.
    return needs.contains(verb) || possessions.contains(verb) && before.last == "to"
  }

  private static let links: Set<String> = ["to", "be", "a", "an", "the", "jag", "man", "vi", "vara", "en", "att"]
  private static let needs: Set<String> = [
    "need", "needs", "needed", "must", "require", "requires", "takes", "behöver", "behövs", "måste", "kräver", "krävs",
  ]
  private static let possessions: Set<String> = ["have", "has", "got"]
}
