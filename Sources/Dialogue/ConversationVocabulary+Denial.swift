import TextAnalysis

/// Values that are named without being told: denied, given up, in doubt, or outdone by another.
extension ConversationVocabulary {
  /// Whether what these words say is denied, by a "not" or by "I don't think …".
  func isDenied(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    isRejected(tokens, in: utterance) || isInDoubt(tokens, in: utterance)
  }

  func isRejected(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    if utterance.isNegated(tokens) || isGivenUp(tokens, in: utterance) { return true }
    let before = utterance.tokens[max(0, tokens.lowerBound - 4)..<tokens.lowerBound].map(\.text)
    // "Vi har nog inte synken påslagen", but "inte bara hybrid".
    if before.count >= 2, ["inte", "ej"].contains(before[before.count - 2]),
      !Self.limits.contains(before[before.count - 1]),
      utterance.tokens[tokens.lowerBound].boundary == .none
    {
      return true
    }
    return zip(before, before.dropFirst()).contains {
      Self.doubtMarks.contains($0) && Self.thinkMarks.contains($1)
        || Self.thinkMarks.contains($0) && Self.doubtMarks.contains($1)
    }
  }

  /// The slots of which a message says that their value isn't known: "I don't know whether we are hybrid".
  func doubted(in utterance: Utterance) -> Set<String> {
    Set(slotWords.matches(in: utterance).filter { isInDoubt($0.tokens, in: utterance) }.map { SlotName($0.id).slot })
  }

  /// Whether it is only what somebody doesn't know or asks: "no idea if we're hybrid".
  func isInDoubt(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    let before = utterance.tokens[max(0, tokens.lowerBound - 5)..<tokens.lowerBound].map(\.text)
    guard let whether = before.firstIndex(where: Self.whetherMarks.contains), whether > 0 else { return false }
    return Self.knowing.contains(before[whether - 1])
  }

  private static let limits: Set<String> = [
    "bara", "ens", "enbart", "endast", "längre", "en", "ett", "är", "var", "som", "in", "ut", "upp", "på", "av", "i",
    "med", "till", "för", "åt", "det", "den", "jag", "vi", "hon", "han", "de", "dom", "man",
  ]
  private static let whetherMarks: Set<String> = ["if", "whether", "om"]
  private static let knowing: Set<String> = [
    "idea", "know", "sure", "clue", "unsure", "aning", "vet", "inte", "osäker", "säker",
  ]
  private static let doubtMarks: Set<String> = ["dont", "not", "doubt", "inte", "ej"]
  private static let thinkMarks: Set<String> = ["think", "believe", "tror", "tycker"]

  /// Whether something is told to be no more: "we got rid of our servers", "vi har skrotat hybrid".
  private func isGivenUp(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    let before = utterance.tokens[max(0, tokens.lowerBound - 4)..<tokens.lowerBound].map(\.text)
    return before.contains(where: Self.removals.contains)
      || zip(before, before.dropFirst()).contains { Self.departures.contains($0 + " " + $1) }
  }

  private static let removals: Set<String> = [
    "ditched", "scrapped", "slängt", "slängde", "skrotar", "decommissioned", "retired", "dismantled", "binned",
    "abandoned", "avvecklat", "avvecklade",
    "skrotat", "skrotade", "avskaffat", "slopat", "slopade", "övergett",
  ]
  private static let departures: Set<String> = [
    "rid of", "threw out", "thrown out", "gjort oss", "away from", "moved off", "turned off", "switched off",
    "shut down", "stängt av", "stängde av", "av med",
    "bort från", "lämnat våra", "lagt ner", "lade ner", "släckt ner", "släckte ner",
  ]

  /// Leaves out the value of somebody who is no administrator where an administrator's role is joined to it: "teacher and
  /// user admin".
  func withoutJoined(_ values: [SlotValue], in utterance: Utterance) -> [SlotValue] {
    values.filter { value in
      guard isEndUser([value.slot: value.value]) else { return true }
      return !values.contains { other in
        other.slot == value.slot && other.subject != .other && !isEndUser([other.slot: other.value])
          && isJoined(value.tokens, other.tokens, in: utterance)
      }
    }
  }

  /// Whether an "and" and little else stands between: "a teacher and the user admin".
  private func isJoined(_ one: Range<Int>, _ other: Range<Int>, in utterance: Utterance) -> Bool {
    let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
    guard first.upperBound < second.lowerBound, second.lowerBound - first.upperBound <= Self.wordsOfJoint else {
      return false
    }
    let between = first.upperBound..<second.lowerBound
    return between.contains { Self.joints.contains(utterance.tokens[$0].text) }
      && between.allSatisfy {
        !FunctionWords.contains(utterance.tokens[$0].text) || !Self.persons.contains(utterance.tokens[$0].text)
      }
  }

  private static let wordsOfJoint = 3
  private static let joints: Set<String> = ["and", "och", "but", "men", "plus", "also", "också"]
  private static let persons: Set<String> = [
    "she", "he", "they", "hon", "han", "hen", "de", "dom", "my", "our", "min", "vår",
  ]

  /// Whether a reply names several values of a slot and chooses none: "could be the cloud, could be hybrid", "either".
  func isUndecided(_ slot: String, in utterance: Utterance) -> Bool {
    let marks = utterance.tokens.map(\.text)
    guard marks.contains(where: Self.alternatives.contains) || marks.count(where: Self.doubts.contains) > 1 else {
      return false
    }
    return Set(replyValues(of: slot, in: utterance)).count > 1
  }

  private static let doubts: Set<String> = ["could", "might", "may", "maybe", "perhaps", "kanske", "möjligen", "kan"]
  private static let alternatives: Set<String> = ["either", "or", "antingen", "eller"]
}
