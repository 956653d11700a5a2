import TextAnalysis

/// What a question claims, denies or compares.
extension Reading {
  /// Whether it compares two things: "is an application admin more than a user admin?".
  var isComparing: Bool {
    utterance.tokens.contains {
      ["than", "än", "difference", "differ", "skillnad", "skillnaden", "skiljer"].contains($0.text)
    }
  }

  /// Whether it asks about something as the only one: "is PowerShell the only way?".
  var claimsOnly: Bool { utterance.tokens.contains { Self.onlyWords.contains($0.text) } }

  static let onlyWords: Set<String> = ["only", "just", "enda", "bara", "endast"]

  /// Whether it guesses at a cause: "could that be it?", "är det därför?".
  var guessesCause: Bool {
    let words = utterance.tokens.map(\.text)
    return words.contains("därför")
      || zip(words, words.dropFirst()).contains { $0 == "that" && $1 == "why" }
      || zip(words, words.dropFirst(2)).contains { $0 == "kan" && $1 == "vara" || $0 == "could" && $1 == "be" }
  }

  /// Whether it denies what it asks about: "isn't that enough?", "får jag inte det?".
  var isDenying: Bool { utterance.tokens.contains { Self.denials.contains($0.text) } }

  /// Whether it begins as a question does, with the verb: "isn't that …", rather than "so that isn't …?".
  var isTurned: Bool { words.contains { $0.id == "polar" && isAtStart($0.tokens.lowerBound) } }

  /// Whether it names what could be wrong: denied, that means that all is well.
  var namesFault: Bool { utterance.tokens.contains { Self.faults.contains($0.text) } }

  private static let faults: Set<String> = [
    "wrong", "broken", "error", "fault", "problem", "fel", "felet", "trasig", "trasigt", "sönder", "problemet",
  ]

  static let denials: Set<String> = [
    "not", "isnt", "arent", "dont", "doesnt", "cant", "cannot", "wont", "couldnt", "nobody", "nothing", "never",
    "inte", "ej", "ingen", "inget", "inga", "ingenting", "aldrig",
  ]

  /// Whether it draws a conclusion: "so I'm allowed to?".
  var isInference: Bool {
    let words = utterance.tokens.prefix(2).map(\.text)
    let first = words.first.map(Self.asides.contains) == true ? words.last : words.first
    return ["so", "så", "alltså"].contains(first)
  }

  /// Whether it wants a conclusion confirmed, without a mark: "so I can't do it myself then", "så jag får alltså inte".
  var concludes: Bool {
    guard isInference, (4...10).contains(utterance.tokens.count),
      !says("trying", "worked", "failed", "thanks", "noted", "bye", "cancel", "person")
    else { return false }
    let words = utterance.tokens.map(\.text)
    return words.dropFirst().contains("alltså") || ["then", "då"].contains(words[words.count - 1])
  }

  private static let asides: Set<String> = ["jaha", "aha", "ok", "okej", "okay", "oh", "ah", "right", "jaså", "hm"]

  /// Whether it asks what it could be taken for: "… does that help", "hjälper det".
  var asksWhetherItHelps: Bool {
    let words = utterance.tokens.suffix(3).map(\.text)
    return words.count == 3
      && (["does", "would", "will"].contains(words[0]) && ["that", "it", "this"].contains(words[1])
        && words[2] == "help"
        || ["hjälper", "hjälpte"].contains(words[1]) && ["det", "detta"].contains(words[2]) && isQuestion)
  }
}
