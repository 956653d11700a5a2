public import Dialogue

extension Transcript {
  /// The transcript as the conversation really went: what was asserted is asserted of what came; a message without any
  /// assertion gets those that tell what happened.
  public func blessed(by turns: [TurnResult]) -> String {
    var lines = title.map { "# \($0)".trimmed }
    var last: TurnResult?
    for (step, turn) in zip(steps, turns) {
      lines += step.comments.map { "# \($0)".trimmed }
      lines.append("> \(step.message)".trimmed)
      let properties = step.assertions.isEmpty ? turn.telling(after: last) : step.assertions.map(\.property)
      lines += properties.map { "= \($0.rawValue) \(turn[$0])" }
      if !step.words.isEmpty || step.assertions.isEmpty { lines += turn.replies.map { "< \($0.text.beginning)" } }
      last = turn
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TurnResult {
  /// The properties that tell what happened in this turn: what changed, and what was given or asked.
  fileprivate func telling(after last: TurnResult?) -> [Transcript.Property] {
    var properties: [Transcript.Property] = []
    if last?.record.language != record.language { properties.append(.language) }
    if last?.record.intent != record.intent { properties.append(.intent) }
    if replies.contains(where: { $0.kind == .didYouMean }) { properties.append(.offers) }
    if replies.contains(where: { $0.fix != nil }) { properties.append(.fix) }
    if replies.contains(where: { $0.question != nil && $0.kind == .question }) { properties.append(.asks) }
    if last?.record.outcome != record.outcome, last != nil { properties.append(.outcome) }
    return properties.isEmpty ? [.kinds] : properties
  }
}

extension String {
  /// The text without space at its end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  /// The beginning of a text, cut at a word, with `…` for the rest.
  fileprivate var beginning: String {
    let words = split(whereSeparator: \.isWhitespace)
    var text = ""
    for word in words {
      if text.count + word.count > 90 { return text + " …" }
      text += text.isEmpty ? String(word) : " " + word
    }
    return text
  }
}
