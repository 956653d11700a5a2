import TextAnalysis

/// Whether a message asks something, and what sort of question it is.
extension Reading {
  /// What ``isQuestion`` is.
  func findsQuestion() -> Bool {
    if utterance.hasQuestionMark || isTagged || isRequest { return true }
    if says("trying"), !asksBefore("trying"), !isInverted { return false }
    if only("yes", with: "anaphora") || only("worked", with: "yes", "anaphora") { return false }
    if asksInPart || concludes { return true }
    return words.contains { match in
      match.id == "polar" || match.id == "suppose"
        ? (isAtStart(match.tokens.lowerBound) || wantsToKnow(from: match.tokens.lowerBound))
          && !isFailure(at: match.tokens.lowerBound) && !isTelling(match.tokens)
        : match.id == "question-word" && !isPast(match.tokens.lowerBound) && !isExclamation(match.tokens)
          && (wantsToKnow(from: match.tokens.lowerBound) || isNearStart(match.tokens.lowerBound)
            || opensClause(match.tokens.lowerBound))
    }
  }

  /// Whether it is a few words and a "please": "steg för steg tack".
  private var isRequest: Bool {
    guard let last = utterance.tokens.last?.text, Self.pleases.contains(last) else { return false }
    return (2...6).contains(utterance.tokens.count - 1) && weight(beside: ["thanks"]) >= 2
      && !says("worked", "yes", "no", "noted", "trying", "bye", "failed", "person", "english", "swedish", "cancel")
  }

  private static let pleases: Set<String> = ["tack", "please", "pls", "plz", "snälla"]

  /// Whether a question word comes after a mark: not the "which" of "the other page, which isn't there".
  private func opensClause(_ index: Int) -> Bool {
    switch utterance.tokens[index].boundary {
    // "Ok. Also what do you mean?", "by when do I hear something"
    case .none:
      index > 0
        && (Self.lead.contains(utterance.tokens[index - 1].text) && opensPart(index)
          || Self.prepositions.contains(utterance.tokens[index - 1].text) && index <= 2)
    case .sentence: true
    default: !Self.relatives.contains(utterance.tokens[index].text)
    }
  }

  private static let relatives: Set<String> = ["which", "where", "who", "when", "som", "där", "när", "vilket"]

  /// Whether a part of it is a question that is put without a mark: "we have a script, is there a sample".
  private var asksInPart: Bool {
    words.contains { match in
      let next = match.tokens.upperBound
      guard match.id == "polar", match.tokens.lowerBound > 0 else { return false }
      // "Got it. And can she …"
      let isLedIn = Self.lead.contains(utterance.tokens[match.tokens.lowerBound - 1].text)
      let start = isLedIn ? match.tokens.lowerBound - 1 : match.tokens.lowerBound
      return start > 0 && next < utterance.tokens.count && utterance.tokens[start].boundary != .none
        && utterance.tokens[next].boundary == .none
        && (Self.turnedSubjects.contains(utterance.tokens[next].text)
          || ["there", "that", "this"].contains(utterance.tokens[next].text)
          || isLedIn && Self.nounStarts.contains(utterance.tokens[next].text))
        && !isFailure(at: match.tokens.lowerBound) && !isTelling(match.tokens)
    }
  }

  /// What leads in to a question after a mark.
  private static let lead: Set<String> = ["and", "but", "so", "och", "men", "så", "also", "o", "å", "sen", "then"]
  private static let prepositions: Set<String> = [
    "by", "since", "till", "until", "av", "åt", "med", "to", "from", "från", "with", "for", "för", "på", "at", "about",
  ]

  /// Whether it begins with a verb and a pronoun after it: "kan jag göra det", "is my …".
  var isInverted: Bool {
    words.contains { match in
      match.id == "polar" && isAtStart(match.tokens.lowerBound) && match.tokens.upperBound < utterance.tokens.count
        && Self.turnedSubjects.contains(utterance.tokens[match.tokens.upperBound].text)
        && utterance.tokens[match.tokens.upperBound].boundary == .none
    }
  }

  /// Whether a question word is only part of thanks or success: "vad bra!", "exactly what I needed".
  private func isExclamation(_ tokens: Range<Int>) -> Bool {
    words.contains {
      ["thanks", "worked"].contains($0.id) && $0.tokens.count > tokens.count && $0.tokens.contains(tokens)
    }
  }

  /// Whether what begins here is what the person wants to know: "no, I need to know how …".
  private func wantsToKnow(from index: Int) -> Bool {
    words.contains { ["wants-to-know", "correction"].contains($0.id) && $0.tokens.upperBound == index }
  }

  /// Whether a word is the beginning of a failure told: "did not help", "funkar inte".
  private func isFailure(at index: Int) -> Bool {
    words.contains { $0.id == "failed" && $0.tokens.lowerBound == index && $0.tokens.count > 1 }
  }

  /// Whether a question word stands before a phrase of this kind: "how it is done".
  func asksBefore(_ name: String) -> Bool {
    guard let place = words.lazy.filter({ $0.id == name }).map(\.tokens.lowerBound).min() else { return false }
    return words.contains { $0.id == "question-word" && $0.tokens.lowerBound < place && !isPast($0.tokens.lowerBound) }
  }

  /// What ``isPolar`` is.
  func findsPolar() -> Bool {
    if words.contains(where: { $0.id == "question-word" && isNearStart($0.tokens.lowerBound) }) { return false }
    // "And if he is an administrator, who can do it?", "it is grey, so how can I?"
    if words.contains(where: { $0.id == "question-word" && opensPart($0.tokens.lowerBound) }) { return false }
    // "So our plan is no good?" asks for a yes or no as well: a statement with a question mark.
    if utterance.hasQuestionMark {
      let asked = words.filter { $0.id == "question-word" }.map(\.tokens.lowerBound).min() ?? .max
      return words.contains { $0.id == "polar" && $0.tokens.lowerBound < asked } || isInference && asked == .max
    }
    if isTagged { return true }
    // "So I'd need global admin", without a mark.
    if isInference, utterance.tokens.contains(where: { Self.needs.contains($0.text) }) { return true }
    return words.contains {
      $0.id == "polar" && (isAtStart($0.tokens.lowerBound) || wantsToKnow(from: $0.tokens.lowerBound))
    }
  }

  /// Whether it ends by asking for a yes: "but I could for the teacher, right".
  var isTagged: Bool {
    let words = utterance.tokens.suffix(2).map(\.text)
    guard utterance.tokens.count >= Self.wordsBeforeTag, words.count == 2 else { return false }
    return words == ["eller", "hur"] || Self.tags.contains(words[1]) && !Self.beforeRight.contains(words[0])
  }

  private static let wordsBeforeTag = 5
  private static let tags: Set<String> = ["right", "correct"]
  /// What makes a judgement of a "right" at the end: "that's right".
  private static let beforeRight: Set<String> = [
    "is", "thats", "its", "all", "the", "was", "be", "am", "are", "not", "been", "quite", "exactly", "works", "it",
  ]

  /// Whether a word comes after a mark within the message, at once or with a word between.
  private func opensPart(_ position: Int) -> Bool {
    [position, position - 1].contains { $0 > 0 && utterance.tokens[$0].boundary != .none }
  }

  /// Whether its mark makes a question of what would be an answer without it: "so I need a test user, do I?", "or user
  /// admin?".
  var asksWhether: Bool {
    utterance.hasQuestionMark
      && (says("polar", "question-word") || begins(with: "so") || Self.alternatives.contains(utterance.tokens[0].text))
  }

  /// Whether it asks something rather than answering: "no, I mean does that cost extra".
  var asksInstead: Bool { isQuestion && opens(with: "correction") }

  /// Whether it asks what is needed: "so I need another role?".
  var asksNeed: Bool {
    isQuestion
      && utterance.tokens.indices.contains { index in
        // "No need. Can I …"
        Self.needs.contains(utterance.tokens[index].text) && (index == 0 || utterance.tokens[index - 1].text != "no")
          || hasTo(at: index)
      }
  }

  /// "Have to", "has got to".
  private func hasTo(at index: Int) -> Bool {
    index + 1 < utterance.tokens.count && ["have", "has", "got"].contains(utterance.tokens[index].text)
      && utterance.tokens[index + 1].text == "to"
  }

  private static let needs: Set<String> = ["need", "needs", "must", "behöver", "måste", "krävs"]

  /// Whether it begins by asking which: "which admins".
  var asksWhichOnes: Bool {
    let selector = utterance.tokens.indices.prefix(3).first { index in
      Self.selectors.contains(utterance.tokens[index].text) && isNearStart(index)
    }
    // "Which kind? security administrator" answers at once.
    return selector.map { first in utterance.tokens[(first + 1)...].allSatisfy { $0.boundary == .none } } ?? false
  }

  /// Whether what comes after its last question mark gives nothing but this value: "which kind? the security admin".
  func endsAnswering(_ value: SlotValue) -> Bool {
    guard let start = utterance.tokens.indices.last(where: { utterance.tokens[$0].boundary != .none }),
      (1...3).contains(start),
      text.last(where: { !$0.isWhitespace }) != "?"
    else { return false }
    return value.tokens.lowerBound >= start && utterance.tokens.count - start <= value.tokens.count + 1
  }

  private static let selectors: Set<String> = ["which", "vilka", "vilken", "vilket"]

  /// Whether it asks which of two: "before or after the roll-out?".
  var asksWhich: Bool { utterance.tokens.dropFirst().dropLast().contains { Self.alternatives.contains($0.text) } }

  private static let alternatives: Set<String> = ["or", "eller"]

  /// Whether it asks what somebody may: "can a helpdesk admin do that?".
  var asksPermission: Bool {
    words.contains {
      $0.id == "polar" && isAtStart($0.tokens.lowerBound)
        && Self.permissions.contains(utterance.tokens[$0.tokens.lowerBound].text)
    }
  }

  private static let permissions: Set<String> = ["can", "could", "may", "kan", "får"]

  /// Whether it is a few words with a question mark: "user admin?", "by PowerShell?".
  var isBareQuestion: Bool {
    utterance.hasQuestionMark && weight(beside: ["anaphora"]) <= 3
      && !says("question-word", "suppose", "next-step", "what-now")
  }

  /// Whether what it asks names no value, only what comes after: "does it have to be there? The app is handier".
  var namesOnlyAfterwards: Bool {
    let end = utterance.tokens.indices.dropFirst().first { utterance.tokens[$0].boundary == .sentence }
    return !values.isEmpty && values.allSatisfy { $0.tokens.lowerBound >= end ?? utterance.tokens.count }
  }

  /// Whether it objects to what was said: "but helpdesk should be allowed to?", "men det är ju vårt jobb".
  var protests: Bool {
    guard !says("question-word"), !asksOfThird else { return false }
    return ["but", "men"].contains(utterance.tokens.first?.text)
      && utterance.tokens.contains { Self.objections.contains($0.text) }
  }

  private static let objections: Set<String> = ["should", "surely", "always", "whole", "borde", "väl", "ju", "alltid"]

  /// Whether it asks for a reason.
  var asksWhy: Bool { isQuestion && utterance.tokens.contains { ["why", "varför"].contains($0.text) } }

  /// Whether it wants to know more exactly: "how long exactly?".
  var asksExactly: Bool { isQuestion && utterance.tokens.contains { Self.exactly.contains($0.text) } }

  private static let exactly: Set<String> = [
    "exactly", "precisely", "more", "really", "exakt", "precis", "mer", "egentligen", "närmare",
  ]

  /// Whether it asks who: "who apart from me may …", "ok, vilka får …".
  var asksWho: Bool {
    isQuestion
      && utterance.tokens.indices.contains { index in
        Self.persons.contains(utterance.tokens[index].text) && (isNearStart(index) || opensPart(index))
      }
  }

  private static let persons: Set<String> = ["who", "whos", "vem", "vilka"]

  /// Whether it asks how, where, when, why or who rather than what would be.
  var asksForCircumstances: Bool {
    words.contains { $0.id == "circumstance" && isNearStart($0.tokens.lowerBound) }
  }

  /// Whether it asks what something is, in a word or two: "what is EMS?".
  var asksForMeaning: Bool {
    begins(with: "definition") && !begins(with: "suppose") && weight(beside: ["definition"]) <= 2
  }

  /// Whether this is the Swedish "var" of "jag var", was, rather than where.
  private func isPast(_ index: Int) -> Bool {
    utterance.tokens[index].text == "var" && index > 0 && Self.pronouns.contains(utterance.tokens[index - 1].text)
  }

  private static let pronouns: Set<String> = ["jag", "du", "vi", "ni", "han", "hon", "hen", "den", "det", "de", "dom"]

  /// Whether it asks for the least or the best of something: "least privilege that lets me click it?".
  var asksForExtreme: Bool { utterance.tokens.contains { Self.extremes.contains($0.text) } }

  private static let extremes: Set<String> = [
    "least", "lowest", "smallest", "cheapest", "minimum", "best", "easiest", "quickest", "minsta", "lägsta",
    "billigaste", "bästa", "enklaste", "snabbaste",
  ]

  /// Whether it asks if there is a difference: "does it matter which?", "spelar det roll?".
  var asksWhetherItMatters: Bool {
    utterance.tokens.contains { ["matter", "matters", "difference", "spelar", "skillnad"].contains($0.text) }
  }

  /// Whether it asks if what was said holds: "gäller det även om …", "does that go for …".
  var asksWhetherItHolds: Bool { utterance.tokens.prefix(4).contains { Self.holdings.contains($0.text) } }

  private static let holdings: Set<String> = [
    "gäller", "gällde", "stämmer", "apply", "applies", "hold", "holds", "true",
  ]

  /// Whether it asks if something holds for another, too: "does the app have the same problem?".
  var asksAlso: Bool { utterance.tokens.contains { Self.alsos.contains($0.text) } }

  private static let alsos: Set<String> = ["same", "too", "also", "either", "samma", "också", "även", "heller", "oxå"]

  /// Whether it asks which of two things is so: "or is that the same", "eller räcker det med en".
  var asksWhichIsSo: Bool {
    let words = utterance.tokens.map(\.text)
    return words.indices.contains { index in
      ["or", "eller"].contains(words[index])
        && words[index...].dropFirst().prefix(2).contains(where: Self.turns.contains)
    }
  }

  private static let turns: Set<String> = [
    "is", "are", "do", "does", "can", "must", "should", "will", "has", "need", "räcker", "måste", "är", "ska", "kan",
    "får", "behöver", "gäller", "finns",
  ]
}
