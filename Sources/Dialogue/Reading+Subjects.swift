import TextAnalysis

/// Of whom a question asks, and whether it denies.
extension Reading {
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

  /// Whether it asks what the person who writes may do: "can I …", "får vi …".
  var asksOfOneself: Bool { subjectAsked.map(Self.selves.contains) ?? false }

  /// Whether it asks what somebody may do who is named by a noun: "may a teacher …", "kan vaktmästaren …".
  var asksOfNamed: Bool { subjectAsked.map { !Self.selves.contains($0) && !Self.unnamed.contains($0) } ?? false }

  /// What stands after "can" or "may", where the message begins with it.
  private var subjectAsked: String? {
    let verb = utterance.tokens.indices.first { Self.modals.contains(utterance.tokens[$0].text) && isAtStart($0) }
    guard let verb, verb + 1 < utterance.tokens.count else { return nil }
    return utterance.tokens[verb + 1].text
  }

  private static let modals: Set<String> = [
    "can", "could", "may", "might", "would", "should", "kan", "får", "skulle", "ska", "bör", "borde",
  ]
  private static let selves: Set<String> = ["i", "we", "jag", "vi"]
  private static let unnamed: Set<String> = [
    "you", "one", "it", "that", "this", "there", "not", "du", "man", "ni", "det", "den", "detta", "inte", "där",
  ]

  /// Whether it compares two things: "is an application admin more than a user admin?".
  var isComparing: Bool { utterance.tokens.contains { ["than", "än"].contains($0.text) } }

  /// Whether it denies what it asks about: "isn't that enough?", "får jag inte det?".
  var isDenying: Bool { utterance.tokens.contains { Self.denials.contains($0.text) } }

  /// Whether it begins as a question does, with the verb: "isn't that …", rather than "so that isn't …?".
  var isTurned: Bool { words.contains { $0.id == "polar" && isAtStart($0.tokens.lowerBound) } }

  /// Whether it names what could be wrong: denied, that means that all is well.
  var namesFault: Bool { utterance.tokens.contains { Self.faults.contains($0.text) } }

  private static let faults: Set<String> = [
    "wrong", "broken", "error", "fault", "problem", "fel", "felet", "trasig", "trasigt", "sönder", "problemet",
  ]

  private static let denials: Set<String> = [
    "not", "isnt", "arent", "dont", "doesnt", "cant", "cannot", "wont", "couldnt", "nobody", "nothing", "never",
    "inte", "ej", "ingen", "inget", "inga", "ingenting", "aldrig",
  ]

  /// Whether it tells what somebody else is, if with a question mark: "and the boss's, he's a global admin?".
  var tellsOfThird: Bool {
    let isTold = zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
      Self.thirds.contains($0.text) && Self.copulas.contains($1.text) || Self.shortened.contains($0.text)
    }
    return isTold && !words.contains { $0.id == "polar" && isAtStartOfPart($0.tokens.lowerBound) }
  }

  private static let copulas: Set<String> = ["is", "are", "was", "är", "var"]
  private static let shortened: Set<String> = ["shes", "hes", "theyre"]

  private static let mine: Set<String> = ["my", "our", "min", "vår"]
  private static let ownThings: Set<String> = [
    "role", "account", "licence", "license", "permission", "permissions", "roll", "behörighet", "licens",
  ]
  private static let thirds: Set<String> = ["she", "he", "they", "hon", "han", "hen", "de", "dom"]
}
