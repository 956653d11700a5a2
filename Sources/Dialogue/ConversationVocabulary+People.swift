import TextAnalysis

/// Whose role a message tells by name: "Fatima is global admin and Olu only helpdesk".
extension ConversationVocabulary {
  /// The roles told of somebody else, by the word that names that one, in small letters.
  func people(_ told: [SlotValue], in utterance: Utterance) -> [String: SlotValue] {
    told.filter { tellsEndUsers($0.slot) && $0.subject == .other }.reduce(into: [:]) { people, value in
      if let name = Self.name(of: value, in: utterance) { people[name] = value }
    }
  }

  /// The nearest word before a role that is neither small nor a word for roles: "Lena" in "my coworker Lena is user admin",
  /// "Micke" in "Micke, han är global".
  private static func name(of value: SlotValue, in utterance: Utterance) -> String? {
    let before = (max(0, value.tokens.lowerBound - reach)..<value.tokens.lowerBound).reversed()
    guard
      let index = before.first(where: { index in
        let word = utterance.tokens[index].text
        return !FunctionWords.contains(word) && !passedOver.contains(word)
      }), utterance.tokens[index].text.count > 1, !utterance.tokens[index].isPlaceholder,
      // "Ask Lena, she's global", but not "for Lena. Our admin is global".
      (index + 1...value.tokens.lowerBound).allSatisfy({ utterance.tokens[$0].boundary != .sentence })
    else { return nil }
    return utterance.tokens[index].text
  }

  /// Within how many words before a role its owner is named.
  private static let reach = 5
  /// What may stand between somebody's name and role.
  private static let passedOver: Set<String> = [
    "role", "roles", "title", "roll", "rollen", "titel", "admin", "administrator", "hes", "shes", "whos", "theyre",
    "really", "actually", "now", "currently", "nu", "egentligen", "faktiskt", "holds", "joined",
  ]
}
