import TextAnalysis

/// Which of the words found in a message are no more than look-alikes.
extension Reading {
  /// Whether success is only what should be: "det ska fungera, men …".
  static func isExpected(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    guard match.id == "worked", match.tokens.lowerBound > 0 else { return false }
    return ["should", "ska", "skall", "borde", "bör", "ought"].contains(
      utterance.tokens[match.tokens.lowerBound - 1].text)
  }

  /// Whether a match is no mere resemblance: short words differ by a letter without meaning the same.
  static func isSure(_ match: Lexicon.Match) -> Bool {
    if strict.contains(match.id), match.tokens.count == 1, [.inflected, .compoundPart].contains(match.rule) {
      return false
    }
    // "Gjorde ändringen" is no "gjort", "do it" no "doing it", and "I work in the kitchen" no "worked".
    if match.id == "worked", match.tokens.count == 1, match.rule == .inflected, match.phrase.utf8.count <= 5 {
      return false
    }
    // A "superintendent" is no "super".
    if match.id == "worked", match.tokens.count == 1, match.rule == .compoundPart { return false }
    if match.id == "trying", match.rule == .inflected { return false }
    // "Åt" is no "åtta".
    if match.id.hasPrefix("number"), [.inflected, .compoundPart].contains(match.rule) { return false }
    return match.rule < .typo || match.phrase.utf8.count >= 8
  }

  /// Whether an apostrophe, there or left out, makes another word of it: "we're hybrid" asks nothing, "as well" promises
  /// nothing.
  static func isContraction(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    let token = utterance.tokens[match.tokens.lowerBound]
    let hasApostrophe = token.range.count > token.text.utf8.count
    if match.id == "trying", match.tokens.count == 1, token.text == "well" { return !hasApostrophe }
    guard match.id == "polar", token.text == "were" else { return false }
    if hasApostrophe { return true }
    let next = match.tokens.upperBound
    return match.tokens.lowerBound == 0 && next < utterance.tokens.count
      && !askedOf.contains(utterance.tokens[next].text)
  }

  /// What "were" can be asked of.
  private static let askedOf: Set<String> = [
    "you", "they", "we", "there", "the", "my", "our", "your", "his", "her", "their", "these", "those", "all", "any",
  ]

  /// Whether it only looks like a word that asks: "hjälp" is no "hjälper …?", "ärende" no "är …?", "vår" no "var".
  static func isOtherWord(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    let typed = utterance.tokens[match.tokens.lowerBound].text
    // "Ändra" is no "andra"; "andra" may be meant for either.
    if match.rule == .folded, match.phrase.utf8.allSatisfy({ $0 < 128 }),
      utterance.tokens[match.tokens].contains(where: { !$0.text.utf8.allSatisfy { $0 < 128 } })
    {
      return true
    }
    // "Går det" is no "gärna det".
    if ["yes", "no"].contains(match.id), match.rule >= .typo, match.tokens.count > 1 { return true }
    // "So one will do" asks whether it is enough.
    if match.id == "trying", match.phrase == "will do", match.tokens.lowerBound > 0,
      !["i", "we", "ok", "okay", "sure", "yes"].contains(utterance.tokens[match.tokens.lowerBound - 1].text)
    {
      return true
    }
    // "En och en halv timme" supposes nothing.
    if match.id == "suppose", match.tokens.upperBound < utterance.tokens.count,
      ["halv", "half"].contains(utterance.tokens[match.tokens.upperBound].text)
    {
      return true
    }
    if ["polar", "question-word", "circumstance"].contains(match.id), match.phrase == "var" {
      return typed != match.phrase
    }
    if match.id == "worked", match.tokens.count == 1, ["work", "lost"].contains(typed) { return true }
    // "If that helps", "om det var det du undrade"; "it were good" is no "we're good".
    if match.id == "worked", match.tokens.lowerBound > 0 {
      let before = utterance.tokens[match.tokens.lowerBound - 1].text
      if ["if", "om", "ifall"].contains(before) || typed == "were" && ["it", "they", "that"].contains(before) {
        return true
      }
    }
    // "Now I see that it's ticked after all", "nu ser jag att …".
    if match.id == "worked", match.tokens.count > 1, match.tokens.upperBound < utterance.tokens.count,
      ["see", "ser"].contains(utterance.tokens[match.tokens.upperBound - (typed == "nu" ? 2 : 1)].text),
      ["that", "in", "att", "i", "på"].contains(utterance.tokens[match.tokens.upperBound].text)
    {
      return true
    }
    // "It worked before", "det fungerade igår": what was once helps nobody now.
    if match.id == "worked", match.tokens.upperBound < utterance.tokens.count,
      onceWorked.contains(utterance.tokens[match.tokens.upperBound].text)
    {
      return true
    }
    guard match.id == "polar", match.rule == .inflected else { return false }
    return match.phrase.utf8.count > 4 || typed.utf8.count > 4
  }

  private static let onceWorked: Set<String> = [
    "before", "previously", "earlier", "yesterday", "until", "till", "förut", "tidigare", "igår", "tills", "förr",
  ]

  /// Whether it is the "va" of "va, gäller den inte oss?", which asks nothing by itself.
  static func isAmazement(_ match: Lexicon.Match, in utterance: Utterance) -> Bool {
    match.id == "question-word" && match.tokens == 0..<1 && isAmazement(at: 0, in: utterance)
  }

  static func isAmazement(at index: Int, in utterance: Utterance) -> Bool {
    index == 0 && utterance.tokens.count > 2 && utterance.tokens[0].text == "vad"
      && utterance.tokens[1].boundary != .none
  }

  /// Kinds of which a single word counts only as it stands: "hjälpte" is no call for help, "slutanvändare" no "slut".
  private static let strict: Set<String> = [
    "help", "back", "skip", "cancel", "bye", "person", "start-over", "trying", "source", "how-are-you",
  ]
}
