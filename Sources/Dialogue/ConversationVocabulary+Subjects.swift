import TextAnalysis

/// Whom a value is said of: the person who writes, or somebody else.
extension ConversationVocabulary {
  /// Whom words are said of: the nearest "I" or "she" in the six words before them decides.
  static func subject(of phrase: Range<Int>, in utterance: Utterance, isSwedish: Bool)
    -> SlotValue.Subject
  {
    // "Anneli som | är global": the verb of a phrase is none of the role's words.
    let hasVerb = phrase.count > 1 && verbs.contains(utterance.tokens[phrase.lowerBound].text)
    let tokens = hasVerb ? phrase.lowerBound + 1..<phrase.upperBound : phrase
    // "Global admin here."
    if tokens.upperBound < utterance.tokens.count, ["here", "här"].contains(utterance.tokens[tokens.upperBound].text) {
      return .own
    }
    // "Helpdesk admin then, we have one."
    if tokens.lowerBound <= 1, tokens.upperBound < utterance.tokens.count,
      ["then", "då"].contains(utterance.tokens[tokens.upperBound].text)
    {
      return .open
    }
    if isObject(tokens, in: utterance) { return .object }
    if isOfNamed(tokens, in: utterance) || isPossessed(tokens, in: utterance) { return .other }
    for index in (max(0, tokens.lowerBound - 6)...tokens.lowerBound).reversed() {
      let word = utterance.tokens[index].text
      // "For me as helpdesk, but not for the global admin": somebody else comes after it.
      if contrasts.contains(word) { return .open }
      // "We tried it with two nurses, no admin roles."
      if companions.contains(word), index > 0, tests(utterance, upTo: index) { return .other }
      // "Our admin" and "someone who is …" are others, "I am our admin" and "as …" are not.
      if possessives.contains(word), index < tokens.lowerBound {
        return index > 0 && copulas.contains(utterance.tokens[index - 1].text) ? .own : .other
      }
      if word == "som", index + 1 < tokens.lowerBound, copulas.contains(utterance.tokens[index + 1].text) {
        return .other
      }
      // "The test user is an ordinary account without roles."
      if namesSubject(of: index, before: tokens.lowerBound, in: utterance) { return .other }
      if ownMarks.contains(word), !(isSwedish && word == "i") { return .own }
      if otherMarks.contains(word), index < tokens.lowerBound { return .other }
      // "… for a colleague? Have the role user administrator": another sentence, its subject left out.
      if index < tokens.lowerBound, utterance.tokens[index].boundary == .sentence {
        return ["have", "got", "har", "hold", "innehar"].contains(word) ? .own : .open
      }
    }
    return .open
  }

  /// Whether words begin with whoever writes: "I'm a teacher".
  static func tellsOfWriter(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    ["i", "im", "jag"].contains(utterance.tokens[tokens.lowerBound].text)
  }

  /// Whether a noun stands before the verb at this place, in the same part as what is told of it.
  private static func namesSubject(of index: Int, before place: Int, in utterance: Utterance) -> Bool {
    guard index > 0, index < place, ["is", "är"].contains(utterance.tokens[index].text),
      (index...place).allSatisfy({ utterance.tokens[$0].boundary == .none })
    else { return false }
    let noun = utterance.tokens[index - 1].text
    // "Gunnar's title is global something", but not "my title is …".
    if index > 1, roleNames.contains(noun) || ["roll", "titel"].contains(noun) {
      let owner = utterance.tokens[index - 2].text
      return owner.count > 2 && owner.hasSuffix("s") && owner != "this"
    }
    return !ownMarks.contains(noun) && !unnamed.contains(noun) && !FunctionWords.contains(noun)
  }

  /// Whether something was tried with somebody: "tested it with", "provade på".
  private static func tests(_ utterance: Utterance, upTo index: Int) -> Bool {
    utterance.tokens[max(0, index - 2)..<index].contains { trials.contains($0.text) }
  }

  private static let companions: Set<String> = ["with", "on", "med", "på"]
  private static let trials: Set<String> = [
    "tried", "tested", "test", "testing", "checked", "testade", "testat", "testar", "provade", "provat", "prövade",
  ]
  private static let contrasts: Set<String> = ["but", "whereas", "while", "men", "medan"]

  /// Whether it is said of whoever is named before it: "the head teacher is a user admin".
  private static func isOfNamed(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    var index = tokens.lowerBound - 1
    // "The user is herself an admin."
    while index > 1, articles.contains(utterance.tokens[index].text) || selves.contains(utterance.tokens[index].text) {
      index -= 1
    }
    // "It's for an ordinary employee."
    if index > 0, index < tokens.lowerBound - 1, beneficiaries.contains(utterance.tokens[index].text) { return true }
    // "The account of a user administrator", but not "the role of user administrator".
    if index > 1, utterance.tokens[index].text == "of", !roleNames.contains(utterance.tokens[index - 1].text) {
      return true
    }
    guard index > 0, verbs.contains(utterance.tokens[index].text), utterance.tokens[index].boundary == .none else {
      return false
    }
    let named = utterance.tokens[index - 1].text
    return !ownMarks.contains(named) && !unnamed.contains(named)
  }

  /// What the writer has as well: "he is global admin and so am I".
  func sharedRoles(of values: [SlotValue], in utterance: Utterance) -> [SlotValue] {
    let words = utterance.tokens.map(\.text)
    let isShared = words.indices.contains { index in
      Self.sharings.contains { words[index...].starts(with: $0) }
    }
    guard isShared else { return [] }
    return values.filter { $0.subject == .other && tellsEndUsers($0.slot) }.map { value in
      SlotValue(slot: value.slot, value: value.value, tokens: value.tokens, subject: .own)
    }
  }

  private static let sharings: [[String]] = [
    ["so", "am", "i"], ["as", "am", "i"], ["just", "like", "me"], ["det", "är", "jag", "också"],
    ["det", "är", "jag", "med"],
    ["precis", "som", "jag"], ["liksom", "jag"], ["jag", "med"],
  ]

  /// Whether it is somebody whom the writer has: "I'll talk to my global admin", but not "my global admin account".
  private static func isPossessed(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    guard tokens.lowerBound > 0, ["my", "min", "mitt"].contains(utterance.tokens[tokens.lowerBound - 1].text) else {
      return false
    }
    guard tokens.upperBound < utterance.tokens.count else { return true }
    return !belongings.contains(utterance.tokens[tokens.upperBound].text)
  }

  private static let belongings: Set<String> = [
    "role", "roles", "rights", "account", "login", "permission", "permissions", "access", "hat", "status", "roll",
    "rollen", "konto", "kontot", "behörighet", "rättigheter", "inloggning",
  ]

  /// Whether these words name whom something is done to: nothing but "the", "our" or "another" stands between.
  static func isObject(_ tokens: Range<Int>, of act: Range<Int>, in utterance: Utterance) -> Bool {
    guard act.upperBound <= tokens.lowerBound else { return false }
    return (act.upperBound..<tokens.lowerBound).allSatisfy { index in
      isDeterminer(utterance.tokens[index].text)
    } && (act.upperBound...tokens.lowerBound).allSatisfy { utterance.tokens[$0].boundary == .none }
  }

  private static let determiners: Set<String> = [
    "my", "your", "his", "her", "their", "another", "other", "any", "some", "one", "min", "mitt", "din", "hans",
    "hennes", "deras", "annan", "andra", "någon", "nån", "den", "det", "de", "dom",
  ]
  static let articles: Set<String> = ["a", "an", "the", "only", "just", "also", "en", "ett", "bara", "också"]

  /// Whether it is said of somebody to whom something is done, or who is asked: "reset it for a global admin", "måste jag
  /// fråga en global admin?".
  private static func isObject(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    var index = tokens.lowerBound - 1
    while index > 0, isDeterminer(utterance.tokens[index].text) { index -= 1 }
    return index >= 0 && index < tokens.lowerBound - 1 && objectMarks.contains(utterance.tokens[index].text)
  }

  /// Whether a word only says which: "the", "my", "another".
  private static func isDeterminer(_ word: String) -> Bool {
    determiners.contains(word) || articles.contains(word) || possessives.contains(word)
  }

  private static let objectMarks: Set<String> = [
    "gäller", "gällde", "på", "åt", "hos", "fråga", "kontakta", "ring", "ringa", "ask", "asking", "contact", "concerns",
  ]
  private static let verbs: Set<String> = ["is", "are", "was", "has", "är", "var", "har"]
  private static let selves: Set<String> = ["herself", "himself", "themselves", "själv", "själva"]
  private static let beneficiaries: Set<String> = ["for", "för", "åt"]
  private static let roleNames: Set<String> = [
    "role", "roles", "title", "rights", "kind", "sort", "type", "one", "part",
  ]
  /// What stands before "is" without naming anybody.
  private static let unnamed: Set<String> = [
    "us", "mine", "min", "mitt", "role", "title", "account", "it", "that", "this", "there", "here", "what", "which",
    "so", "and", "oss", "roll", "rollen", "titel", "konto", "kontot", "det", "den", "här", "där", "vad", "vilken", "så",
    "och", "inte", "not",
  ]

  /// Whether somebody else is talked about.
  func isAboutOthers(_ utterance: Utterance) -> Bool { utterance.tokens.contains { Self.otherMarks.contains($0.text) } }

  private static let ownMarks: Set<String> = [
    "i", "im", "ive", "me", "as", "we", "jag", "mig", "som", "vi",
  ]
  private static let possessives: Set<String> = ["our", "vår", "vårt", "våra"]
  private static let copulas: Set<String> = ["am", "im", "is", "are", "was", "är", "var", "har"]
  private static let otherMarks: Set<String> = [
    "she", "shes", "he", "hes", "they", "theyre", "her", "him", "them", "colleague", "coworker", "boss", "manager",
    "person", "who", "whos", "user", "target", "targets", "målet", "assistant", "assistent", "assistenten", "hon",
    "han", "hen", "de", "dom", "henne", "honom", "dem", "kollega", "kollegan", "chef", "chefen", "personen",
    "användaren",
    "pupil", "pupils", "student", "client", "customer", "elev", "eleven", "kund", "kunden",
  ]
}
