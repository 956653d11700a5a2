import TextAnalysis

/// Tells a role that somebody had once from the one that they have: "I was user admin before".
enum PastRole {
  /// Whether these words name a role of the past: a verb in the past in front of them, and "before" or the like near by.
  ///
  /// "If I was user admin" supposes, and "I was told that …" has no "before".
  static func isTold(by role: Range<Int>, in utterance: Utterance) -> Bool {
    let words = utterance.tokens.map(\.text)
    // "From user admin to mail admin"
    if role.lowerBound > 0, role.upperBound < words.count, origins.contains(words[role.lowerBound - 1]),
      destinations.contains(words[role.upperBound])
    {
      return true
    }
    // "Was helpdesk before but am user admin now": what stands before the "but" is over with it.
    let reached = words[max(0, role.lowerBound - reach)..<role.lowerBound]
    let before = reached.lastIndex(where: contrasts.contains).map { reached[($0 + 1)...] } ?? reached
    guard !before.contains(where: conditions.contains) else { return false }
    if zip(before, before.dropFirst()).contains(where: { ended.contains("\($0) \($1)") }) { return true }
    let after = words[role.upperBound..<min(words.count, role.upperBound + reach)]
    return before.contains(where: pastVerbs.contains) && (before + after).contains(where: onceMarks.contains)
  }

  /// Whether a message tells of the past at all.
  static func isTold(in utterance: Utterance) -> Bool {
    utterance.tokens.indices.contains { isTold(by: $0..<$0 + 1, in: utterance) }
  }

  /// How many words away they may stand.
  private static let reach = 4
  private static let contrasts: Set<String> = ["but", "men"]
  private static let origins: Set<String> = ["from", "från"]
  private static let destinations: Set<String> = ["to", "till"]
  private static let conditions: Set<String> = ["if", "om", "ifall"]
  private static let ended: Set<String> = ["used to", "no longer"]
  private static let pastVerbs: Set<String> = ["was", "were", "had", "var", "hade"]
  private static let onceMarks: Set<String> = [
    "before", "until", "till", "tills", "previously", "formerly", "earlier", "once", "förut", "tidigare", "förr",
    "innan", "fordom",
  ]
}
