import TextAnalysis

/// Whom a message tells or asks of, other than the person who writes.
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

  /// Whether it says what the person who writes may do, in whatever order: "but I could …", "so can I …".
  var saysWhatOneMay: Bool {
    zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
      Self.selves.contains($0.text) && Self.modals.contains($1.text)
        || Self.modals.contains($0.text) && Self.selves.contains($1.text)
    }
  }

  /// Whether it asks what somebody may do who is named by a noun: "may a teacher …", "kan vaktmästaren …".
  var asksOfNamed: Bool { subjectAsked.map { !Self.selves.contains($0) && !Self.unnamed.contains($0) } ?? false }

  /// What stands after "can" or "may", where the message or a part of it begins with that.
  private var subjectAsked: String? {
    let verb = utterance.tokens.indices.first { Self.modals.contains(utterance.tokens[$0].text) && isAtStartOfPart($0) }
    guard let verb, verb + 1 < utterance.tokens.count else { return nil }
    return utterance.tokens[verb + 1].text
  }

  private static let modals: Set<String> = [
    "can", "could", "may", "might", "would", "should", "kan", "får", "skulle", "ska", "bör", "borde",
    "hade",
  ]
  private static let selves: Set<String> = ["i", "we", "jag", "vi"]
  private static let unnamed: Set<String> = [
    "you", "one", "it", "that", "this", "there", "not", "du", "man", "ni", "det", "den", "detta", "inte", "där",
  ]

  /// Whether it asks whether somebody is to be asked: "so I must ask a global admin?".
  var asksWhomToAsk: Bool { utterance.tokens.contains { Self.asking.contains($0.text) } }

  private static let asking: Set<String> = ["ask", "asking", "contact", "call", "fråga", "kontakta", "ringa"]

  /// Whether the trouble that it tells is somebody else's: "she doesn't see the page", "when my colleague opens a user".
  var tellsForThird: Bool {
    says("reported") && namesThird(in: 0..<utterance.tokens.count)
      || utterance.tokens.indices.contains { index in
        let word = utterance.tokens[index].text
        guard Self.looks.contains(word) || Self.sights.contains(word) else { return false }
        // "A colleague of mine can't see …"
        let before = utterance.tokens[..<index].map(\.text).reversed().drop(while: Self.auxiliaries.contains)
          .drop { ["of", "mine", "ours"].contains($0) }.prefix(2)
        guard let looker = before.first else { return false }
        // A page opens by itself, but only somebody sees: "our trainee can't see …".
        return Self.thirds.contains(looker) || Self.colleagues.contains(looker)
          // "My colleague Jo can't find …"
          || before.count == 2 && before.last.map(Self.colleagues.contains) == true
          || Self.sights.contains(word) && before.count == 2 && before.last.map(Self.determiners.contains) == true
      }
  }

  /// Whether it tells that something works for somebody else: "Lena is user admin, for her it works", "hon ser den".
  var worksForThird: Bool {
    let words = utterance.tokens.map(\.text)
    let isFor = zip(words, words.dropFirst()).contains {
      ["for", "för", "hos"].contains($0) && Self.objects.contains($1)
    }
    return isFor && words.contains(where: Self.workings.contains)
      || zip(words, words.dropFirst()).contains { Self.thirds.contains($0) && Self.abilities.contains($1) }
  }

  private static let objects: Set<String> = ["her", "him", "them", "others", "henne", "honom", "dem", "dom", "andra"]
  private static let workings: Set<String> = [
    "works", "work", "worked", "funkar", "fungerar", "går", "gick", "funkade",
  ]
  private static let abilities: Set<String> = ["can", "sees", "kan", "ser"]

  /// Whether somebody's role is told by name beside the writer's own, as that of a colleague: "Fatima is global admin and I'm
  /// helpdesk".
  func isBesideOwn(_ value: SlotValue) -> Bool {
    guard people.values.contains(value), let own = values.first(where: { $0.slot == value.slot && $0.subject == .own })
    else { return false }
    let (first, second) =
      own.tokens.lowerBound < value.tokens.lowerBound ? (own.tokens, value.tokens) : (value.tokens, own.tokens)
    guard first.upperBound < second.lowerBound else { return false }
    let between = utterance.tokens[first.upperBound..<second.lowerBound]
    return between.count <= Self.wordsBetween && between.contains { Self.joints.contains($0.text) }
  }

  private static let wordsBetween = 4
  private static let joints: Set<String> = ["and", "but", "while", "och", "men", "medan"]

  /// Whether these words name somebody else than the person who writes: "the page is gone for my colleague".
  func namesThird(in part: Range<Int>) -> Bool {
    utterance.tokens[part].contains { Self.thirds.contains($0.text) || Self.colleagues.contains($0.text) }
  }

  /// What somebody does who has the trouble, where it is about what is shown.
  private static let looks: Set<String> = ["open", "opens", "click", "clicks", "öppnar", "klickar"]
  private static let sights: Set<String> = ["see", "sees", "find", "finds", "ser", "hittar", "lacks", "saknar"]
  private static let auxiliaries: Set<String> = [
    "cant", "cannot", "can", "not", "doesnt", "does", "dont", "wont", "to", "inte", "kan", "ens", "even",
  ]
  private static let colleagues: Set<String> = [
    "colleague", "coworker", "deputy", "technician", "trainee", "boss", "manager", "intern", "tekniker", "teknikern",
    "praktikant", "praktikanten", "chef", "chefen", "assistant", "kollega", "kollegan", "assistent", "colleagues",
    "coworkers", "kollegor", "kollegorna",
  ]
  private static let determiners: Set<String> = ["my", "our", "a", "the", "one", "min", "vår", "en"]

  /// Whether it tells what somebody else is, if with a question mark: "and the boss's, he's a global admin?".
  var tellsOfThird: Bool {
    // "But he also is global admin."
    let said = utterance.tokens.map(\.text).filter { !["also", "now", "actually", "visst"].contains($0) }
    let isTold = zip(said, said.dropFirst()).contains {
      Self.thirds.contains($0) && Self.copulas.contains($1) || Self.shortened.contains($0)
    }
    return isTold && !words.contains { $0.id == "polar" && isAtStartOfPart($0.tokens.lowerBound) }
  }

  /// Whether what comes after its last mark asks if somebody's role is enough: "she's user admin, so she's ok?".
  var asksWhetherThatIsEnough: Bool {
    let start = utterance.tokens.indices.last { utterance.tokens[$0].boundary != .none }
    guard utterance.hasQuestionMark, let start, start > 0 else { return false }
    return utterance.tokens[start...].contains { Self.enough.contains($0.text) }
  }

  private static let enough: Set<String> = [
    "ok", "okay", "fine", "enough", "allowed", "suffices", "okej", "räcker", "duger", "går", "can", "kan", "får", "may",
  ]

  /// Whether its question comes in a sentence after these words, and names nobody: "but he's global admin. Does it work then?".
  func asksApart(from tokens: Range<Int>) -> Bool {
    guard let start = utterance.tokens.indices.last(where: { utterance.tokens[$0].boundary == .sentence }),
      tokens.upperBound <= start, !tokens.isEmpty
    else { return false }
    return !utterance.tokens[start...].contains { Self.thirds.contains($0.text) || Self.selves.contains($0.text) }
  }

  /// Whether it speaks of giving somebody a role: "if we gave them that role", "om hon fick bli …".
  var givesRole: Bool { utterance.tokens.contains { Self.givings.contains($0.text) } }

  private static let givings: Set<String> = [
    "gave", "give", "gives", "given", "made", "make", "got", "gets", "became", "gav", "ger", "ge", "gett", "gjorde",
    "fick", "får", "blev", "blir", "bli",
  ]

  private static let copulas: Set<String> = ["is", "are", "was", "är", "var"]
  private static let shortened: Set<String> = ["shes", "hes", "theyre"]

  private static let mine: Set<String> = ["my", "our", "min", "vår"]
  private static let ownThings: Set<String> = [
    "role", "account", "licence", "license", "permission", "permissions", "roll", "behörighet", "licens",
  ]
  private static let thirds: Set<String> = ["she", "he", "they", "hon", "han", "hen", "de", "dom"]

  /// Whether it says what something of the person's own is: "my role is …", "our environment is …".
  var saysWhatMineIs: Bool {
    let words = utterance.tokens.prefix(3).map(\.text)
    return words.count == 3 && Self.mine.contains(words[0]) && Self.copulas.contains(words[2])
  }

  /// Whether it begins with what the person who writes does, and is no question: "thanks, I'll mail them".
  var tellsOfOneself: Bool {
    guard !isQuestion,
      let first = utterance.tokens.indices.first(where: { !isPreceded($0 + 1, by: ["thanks", "yes", "filler"]) })
    else { return false }
    return Self.selves.contains(utterance.tokens[first].text)
      || ["ill", "im", "well"].contains(utterance.tokens[first].text)
  }

  /// Whether a part only tells what the person who writes has done: "I changed hers and she …". What is wrong comes
  /// after it.
  func tellsDeed(in part: Range<Int>) -> Bool {
    let words = utterance.tokens[part].map(\.text)
    guard !words.contains(where: Self.denials.contains),
      !self.words.contains(where: { $0.id == "question-word" && part.contains($0.tokens.lowerBound) }),
      let verb = words.prefix(Self.wordsBeforeDeed).first(where: { Self.deeds.contains($0) || Self.isPast($0) })
    else { return false }
    let before = words.prefix { $0 != verb }
    return before.isEmpty || before.contains { Self.selves.contains($0) || ["ive", "weve"].contains($0) }
  }

  /// Within how many words of a part its verb has to come.
  private static let wordsBeforeDeed = 5

  private static func isPast(_ word: String) -> Bool {
    word.count > 4 && ["ed", "set", "ade", "llde", "rde"].contains { word.hasSuffix($0) }
  }

  private static let deeds: Set<String> = [
    "set", "gave", "made", "did", "put", "bytte", "bytt", "gav", "gett", "gjorde", "gjort", "satte", "satt", "lade",
    "la",
    "lagt", "ändrat", "återställt",
  ]

  /// Whether it begins by saying whom something is for: "for a nurse", "åt en anställd".
  var saysForWhom: Bool {
    utterance.tokens.indices.prefix(3).contains { beneficiary in
      // "It's for Mr Baird", "det gäller en elev"
      Self.beneficiaries.contains(utterance.tokens[beneficiary].text)
        && (isNearStart(beneficiary) || ["it", "its", "det"].contains(utterance.tokens[0].text))
        && beneficiary + 1 < utterance.tokens.count && !Self.oneself.contains(utterance.tokens[beneficiary + 1].text)
    }
  }

  private static let beneficiaries: Set<String> = ["for", "åt", "för", "till", "gäller"]
  private static let oneself: Set<String> = ["me", "myself", "my", "mig", "mitt", "min", "egen"]

  /// Whether it says what the person who writes is: "but I am administrator".
  var saysWhatOneIs: Bool {
    utterance.tokens.contains { $0.text == "im" }
      || zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
        ["i", "jag"].contains($0.text) && ["am", "är"].contains($1.text)
      }
  }

  /// Whether it says whose the thing is that is talked about: "it belongs to our Exchange admin".
  var saysWhoseItIs: Bool { utterance.tokens.contains { ["belongs", "tillhör"].contains($0.text) } }
}
