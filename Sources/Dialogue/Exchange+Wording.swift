import Knowledge
import TextAnalysis

/// Saying things: choosing among wordings, filling in, never the same words twice running.
extension Exchange {
  /// One of the bot's sentences; its wordings take turns.
  mutating func wording(_ name: String, _ values: [String: String] = [:]) -> String {
    let wordings = engine.knowledge.conversation.replies[name]?.preferring(language) ?? []
    guard !wordings.isEmpty else { return "" }
    let turn = state.said[name, default: 0]
    state.said[name] = turn + 1
    return wordings[turn % wordings.count].filled(with: values)
  }

  /// Says one of the bot's sentences.
  mutating func say(_ name: String, _ values: [String: String] = [:], as kind: Reply.Kind = .notice) {
    // What offers a person is said without the offer where a handover is requested already.
    let after = name + "-handed"
    if state.outcome == .handedOver, engine.knowledge.conversation.replies[after] != nil {
      replies.append(Reply(kind, wording(after, values.merging(["reference": input.reference]) { $1 })))
      return
    }
    if Self.offers.contains(name) { state.offersPerson = true }
    replies.append(Reply(kind, wording(name, values)))
  }

  /// The sentences that offer a person in passing.
  private static let offers: Set<String> = [
    "undocumented", "sure", "cannot-do", "off-topic", "nothing-more", "person-then", "outdated",
  ]

  /// Puts a few words in front of what would be said a second time running.
  mutating func varyRepeats() {
    for index in replies.indices where state.lastTexts.contains(replies[index].text) {
      let lead = wording("once-more")
      guard !lead.isEmpty else { continue }
      replies[index].text = lead + " " + replies[index].text
      replies[index].markdown = replies[index].markdown.map { lead + " " + $0 }
    }
  }

  /// A text of the content in the language spoken, or in the other one where that is all there is.
  func text(_ localized: LocalizedText?) -> String { localized?.preferring(language) ?? "" }

  /// An intent's title.
  func title(_ intent: String) -> String { text(engine.knowledge.intent(intent)?.title) }

  /// Two symptoms to name as examples; others each time.
  mutating func examples() -> [String: String]? {
    let ids = engine.knowledge.intentIDs
    guard !ids.isEmpty else { return nil }
    let turn = state.said["examples", default: 0]
    state.said["examples"] = turn + 1
    let first = ids[turn * 2 % ids.count]
    let second = ids[(turn * 2 + 1) % ids.count]
    return ["first": title(first), "second": title(second)]
  }

  /// The values known for these slots in a few words: "as user administrator, in a hybrid environment".
  func named(_ facts: [String: String], slots: [String]) -> String {
    slots.compactMap { slot in
      guard let question = engine.knowledge.questions[slot], !text(question.ask).isEmpty, let value = facts[slot] else {
        return nil
      }
      return question.option(value).map { text($0.named) }
    }.joined(separator: ", ")
  }
}
