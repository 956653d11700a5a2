import TextAnalysis

/// Whom a value is said of: the person who writes, or somebody else.
extension ConversationVocabulary {
  /// Whom words are said of: the nearest "I" or "she" in the six words before them decides.
  static func subject(of tokens: Range<Int>, in utterance: Utterance, isSwedish: Bool)
    -> SlotValue.Subject
  {
    // "Global admin here."
    if tokens.upperBound < utterance.tokens.count, ["here", "här"].contains(utterance.tokens[tokens.upperBound].text) {
      return .own
    }
    if isObject(tokens, in: utterance) { return .object }
    if isOfNamed(tokens, in: utterance) { return .other }
    for index in (max(0, tokens.lowerBound - 6)...tokens.lowerBound).reversed() {
      let word = utterance.tokens[index].text
      // "Our admin" and "someone who is …" are others, "I am our admin" and "as …" are not.
      if possessives.contains(word), index < tokens.lowerBound {
        return index > 0 && copulas.contains(utterance.tokens[index - 1].text) ? .own : .other
      }
      if word == "som", index + 1 < tokens.lowerBound, copulas.contains(utterance.tokens[index + 1].text) {
        return .other
      }
      if ownMarks.contains(word), !(isSwedish && word == "i") { return .own }
      if otherMarks.contains(word), index < tokens.lowerBound { return .other }
    }
    return .open
  }

  /// Whether it is said of whoever is named before it: "the head teacher is a user admin".
  private static func isOfNamed(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    var index = tokens.lowerBound - 1
    while index > 1, articles.contains(utterance.tokens[index].text) { index -= 1 }
    // "It's for an ordinary employee."
    if index > 0, index < tokens.lowerBound - 1, beneficiaries.contains(utterance.tokens[index].text) { return true }
    guard index > 0, verbs.contains(utterance.tokens[index].text), utterance.tokens[index].boundary == .none else {
      return false
    }
    let named = utterance.tokens[index - 1].text
    return !ownMarks.contains(named) && !unnamed.contains(named)
  }

  /// Whether it is said of somebody to whom something is done, or who is asked: "reset it for a global admin", "måste jag
  /// fråga en global admin?".
  private static func isObject(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    var index = tokens.lowerBound - 1
    while index > 0, articles.contains(utterance.tokens[index].text) { index -= 1 }
    return index >= 0 && index < tokens.lowerBound - 1 && objectMarks.contains(utterance.tokens[index].text)
  }

  /// Whether it is asked about as what somebody has to be: "måste jag vara global admin?", "do I need to be one?".
  static func isRequirement(_ tokens: Range<Int>, in utterance: Utterance) -> Bool {
    var index = tokens.lowerBound - 1
    while index > 0, articles.contains(utterance.tokens[index].text) { index -= 1 }
    guard index > 1, ["vara", "be"].contains(utterance.tokens[index].text) else { return false }
    return utterance.tokens[max(0, index - 3)..<index].contains { requirements.contains($0.text) }
  }

  private static let requirements: Set<String> = ["måste", "behöver", "need", "must", "have"]

  private static let objectMarks: Set<String> = [
    "gäller", "gällde", "på", "åt", "hos", "fråga", "kontakta", "ring", "ringa", "ask", "asking", "contact", "concerns",
  ]

  private static let articles: Set<String> = ["a", "an", "the", "only", "just", "also", "en", "ett", "bara", "också"]
  private static let verbs: Set<String> = ["is", "are", "was", "är", "var"]
  private static let beneficiaries: Set<String> = ["for", "för", "åt"]
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
