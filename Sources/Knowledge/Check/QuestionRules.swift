/// The most questions that a way through one intent may ask.
let questionBudget = 3

/// Questions whose answer changes neither the fix nor what is asked.
@Sendable func uselessQuestions(_ intent: Intent, _ content: Content) -> [Finding] {
  let check = TableCheck(intent, content)
  guard !check.cells.isEmpty else { return [] }
  let exempting = Set(intent.asks.flatMap(\.unless).flatMap(\.keys))
  return intent.asks.enumerated().filter { !check.decides($1.slot) && !exempting.contains($1.slot) }.map { index, ask in
    content.finding(
      .error, .uselessQuestion, at: "intent/\(intent.id)/asks/\(index)",
      "the answer to ‘\(ask.slot)’ never changes the fix", mend: "remove it, or name it in a fix's ‘when’")
  }
}

/// Ways through the intent that ask more than the budget holds, whatever the first message tells.
@Sendable func exceededBudget(_ intent: Intent, _ content: Content) -> [Finding] {
  let check = TableCheck(intent, content)
  let told = intent.asks.filter { $0.unless.contains([:]) }.map(\.slot)
  let beginnings = Set(check.cells.map { cell in cell.facts.filter { told.contains($0.key) } } + [[:]])
  let ways = beginnings.map { questions(asked: $0, check.table) }
  guard let longest = ways.max(by: { $0.count < $1.count }), longest.count > questionBudget else { return [] }
  return [
    content.finding(
      .error, .questionBudget, at: "intent/\(intent.id)/asks",
      "up to \(longest.count) questions are asked (\(longest.joined(separator: ", "))), the budget is \(questionBudget)",
      mend: "ask less, or say under ‘unless’ when one is not needed")
  ]
}

/// The slots asked on the longest way from what is known, by the table's own steps.
private func questions(asked known: [String: String], _ table: DecisionTable) -> [String] {
  guard case .ask(let name) = table.step(known), let slot = table.slots.first(where: { $0.name == name }) else {
    return []
  }
  let ways = slot.values.map { questions(asked: known.merging([name: $0]) { $1 }, table) }
  return [name] + (ways.max { $0.count < $1.count } ?? [])
}

/// Slots that are asked without a question to ask.
@Sendable func missingQuestions(_ intent: Intent, _ content: Content) -> [Finding] {
  intent.asks.enumerated().compactMap { index, ask in
    guard !ask.unless.contains([:]), let question = content.knowledge.questions[ask.slot] else { return nil }
    let missing = [("ask", question.ask), ("again", question.again), ("explain", question.explanation)].filter {
      $0.1.values.isEmpty
    }
    guard !missing.isEmpty else { return nil }
    return content.finding(
      .error, .missingKey, at: "intent/\(intent.id)/asks/\(index)",
      "‘\(ask.slot)’ is asked, but its question has no ‘\(missing.map(\.0).joined(separator: "’, ‘"))’",
      mend: "add it in questions.yaml, or move the slot to ‘uses’")
  }
}

/// Fixes for administrators that an end user would be shown, and facts for administrators in fixes for everyone.
@Sendable func unsafeFixes(_ intent: Intent, _ content: Content) -> [Finding] {
  let check = TableCheck(intent, content)
  let endUsers = check.table.slots.flatMap { slot in
    (content.knowledge.questions[slot.name]?.options ?? []).filter(\.isEndUser).map { (slot.name, $0.value) }
  }
  let findings = endUsers.flatMap { slot, value in
    let shown = Set(check.cells.filter { $0.facts[slot] == value }.flatMap { $0.fixes.map(\.id) })
    return intent.fixes.filter { $0.audience == .administrators && shown.contains($0.id) }.map { fix in
      content.finding(
        .error, .unsafeAudience, at: "fix/\(intent.id)/\(fix.id)/when",
        "‘\(fix.id)’ is for administrators, but \(slot)=\(value) leads to it",
        mend: "give this case a fix of its own with ‘audience: everyone’")
    }
  }
  return findings + leakedFacts(intent, content)
}

private func leakedFacts(_ intent: Intent, _ content: Content) -> [Finding] {
  let guarded = content.knowledge.facts.values.filter { $0.audience == .administrators }
  return intent.fixes.filter { $0.audience == .everyone }.flatMap { fix in
    guarded.compactMap { fact in
      let isTold = fact.text.values.contains { language, text in
        [fix.text, fix.short].contains { $0?[language]?.contains(text) ?? false }
      }
      guard isTold else { return nil }
      return content.finding(
        .error, .unsafeAudience, at: "fix/\(intent.id)/\(fix.id)/text",
        "‘\(fix.id)’ is for everyone, but tells the fact ‘\(fact.id)’, which is for administrators",
        mend: "remove {\(fact.id)} or make the fix one for administrators")
    }
  }
}
