import TextAnalysis

/// What the parts of a message between its marks say, each for itself.
extension Reading {
  /// Whether what comes after its last mark or "and" says this and nothing else: "signed out and back in, same".
  func closes(with names: String...) -> Bool {
    let start = utterance.tokens.indices.dropFirst().last {
      utterance.tokens[$0].boundary != .none || Self.joins.contains(utterance.tokens[$0].text)
    }
    guard var start else { return false }
    if Self.joins.contains(utterance.tokens[start].text) { start += 1 }
    return saysOnly(names, in: start..<utterance.tokens.count)
  }

  /// Whether its last part tells success, with or without thanks behind it: "… only one method this time. Sorted, ta".
  var closesWithSuccess: Bool {
    if closes(with: "worked") { return true }
    guard let success = words.last(where: { $0.id == "worked" })?.tokens, success.upperBound < utterance.tokens.count,
      utterance.tokens[success.lowerBound].boundary != .none
    else { return false }
    return saysOnly(["thanks"], in: success.upperBound..<utterance.tokens.count)
  }

  /// Whether what stands before its first mark says this and nothing else: "yes thanks, that was the missing bit".
  func beginsAlone(with name: String, _ others: String...) -> Bool {
    guard let end = utterance.tokens.indices.dropFirst().first(where: { utterance.tokens[$0].boundary != .none })
    else { return false }
    return saysOnly([name], in: 0..<end, beside: others)
  }

  /// Whether something between two of its marks says this, in more than a word, and nothing else: "aha. avbryt allt, jag
  /// ringer dem".
  func saysApart(_ name: String) -> Bool {
    let starts = [0] + utterance.tokens.indices.dropFirst().filter { utterance.tokens[$0].boundary != .none }
    return zip(starts, starts.dropFirst() + [utterance.tokens.count]).contains { start, end in
      saysOnly([name], in: start..<end, beside: ["yes"], words: 2)
    }
  }

  /// Whether a part of the message says one of these, in at least so many words, and beside it only the others,
  /// politeness and fillers.
  private func saysOnly(
    _ names: [String], in part: Range<Int>, beside others: [String] = [], words least: Int = 1
  ) -> Bool {
    let said = words.filter { part.contains($0.tokens) }
    guard said.contains(where: { names.contains($0.id) && $0.tokens.count >= least }) else { return false }
    let light = names + others + Self.light
    return part.allSatisfy { index in said.contains { $0.tokens.contains(index) && light.contains($0.id) } }
  }

  private static let joins: Set<String> = ["and", "och"]
}
