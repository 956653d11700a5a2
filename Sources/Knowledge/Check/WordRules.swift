import TextAnalysis

/// Phrases that mean two values of one question. Two concepts may share a phrase: it then speaks for both.
@Sendable func ambiguousWords(_ content: Content) -> [Finding] {
  var findings: [Finding] = []
  for language in Language.allCases {
    for question in content.knowledge.questions.values {
      for (key, phrases) in [("words", \Question.Option.words), ("replies", \Question.Option.replies)] {
        let options = question.options.map { option in
          (
            name: option.value, path: "option/\(question.slot)/\(option.value)/\(key)/\(language.rawValue)",
            phrases: option[keyPath: phrases][language] ?? []
          )
        }
        findings += twice(options, kind: "value of ‘\(question.slot)’", content)
      }
    }
  }
  return findings
}

/// An intent without examples: nobody's own words lead to it. An imported one has its article's words instead.
@Sendable func missingExamples(_ intent: Intent, _ content: Content) -> [Finding] {
  guard intent.imported == nil, intent.examples.values.allSatisfy(\.value.isEmpty) else { return [] }
  return [
    content.finding(
      .warning, .missingExamples, at: "intent/\(intent.id)", "‘\(intent.id)’ has no examples",
      mend: "write under ‘examples’ what people type when they mean it, twenty messages a language or more")
  ]
}

/// Examples that stand in two intents.
@Sendable func repeatedExamples(_ content: Content) -> [Finding] {
  Language.allCases.flatMap { language in
    let examples = content.knowledge.intents.map { intent in
      (
        name: intent.id, path: "intent/\(intent.id)/examples/\(language.rawValue)",
        phrases: intent.examples[language] ?? []
      )
    }
    return twice(examples, kind: "intent", rule: .strayExample, content)
  }
}

private func twice(
  _ lists: [(name: String, path: String, phrases: [String])], kind: String, rule: Rule = .ambiguousPhrase,
  _ content: Content
) -> [Finding] {
  var owners: [String: String] = [:]
  var findings: [Finding] = []
  for list in lists {
    for (index, phrase) in list.phrases.enumerated() {
      let owner = owners[phrase.lowercased()]
      owners[phrase.lowercased()] = owner ?? list.name
      guard let owner, owner != list.name else { continue }
      findings.append(
        content.finding(
          .error, rule, at: "\(list.path)/\(index)", "‘\(phrase)’ stands for the \(kind) ‘\(owner)’ too",
          mend: "remove it from one of them"))
    }
  }
  return findings
}

/// Intents that have the same keywords, so that nothing but their examples tells them apart.
@Sendable func collidingKeywords(_ content: Content) -> [Finding] {
  var owners: [Set<String>: String] = [:]
  var findings: [Finding] = []
  for intent in content.knowledge.intents where !intent.keywords.isEmpty {
    let concepts = Set(intent.keywords.map(\.concept))
    if let owner = owners[concepts] {
      findings.append(
        content.finding(
          intent.imported == nil ? .error : .warning, .keywordCollision, at: "intent/\(intent.id)/keywords",
          "‘\(intent.id)’ has the same keywords as ‘\(owner)’", mend: "add one that only this symptom has"))
    }
    owners[concepts] = owners[concepts] ?? intent.id
  }
  return findings
}

/// Questions, facts and links that nothing uses.
@Sendable func unusedNames(_ content: Content) -> [Finding] {
  let knowledge = content.knowledge
  var slots: Set<String> = [], facts: Set<String> = []
  var links: [String: Set<String>] = [:]
  for intent in knowledge.intents {
    slots.formUnion(intent.asks.map(\.slot))
    facts.formUnion(intent.facts)
    let rows = intent.facts.compactMap { knowledge.facts[$0] }.flatMap { $0.yes + $0.no }
    slots.formUnion(rows.flatMap(\.keys))
    links[intent.article, default: []].formUnion(intent.fixes.flatMap(\.links))
  }
  for fact in knowledge.facts.values { links[fact.article, default: []].formUnion(fact.links) }
  facts.formUnion(knowledge.articles.values.compactMap(\.endUserFact))
  facts.formUnion(content.toldFacts)
  facts.formUnion(knowledge.facts.values.flatMap(\.instead.keys))
  func unused(_ kind: String, _ name: String, at path: String) -> Finding {
    content.finding(.warning, .unused, at: path, "nothing uses the \(kind) ‘\(name)’", mend: "use it or remove it")
  }
  let unusedLinks = knowledge.articles.values.filter { $0.document == nil }.flatMap { article in
    article.links.keys.filter { !(links[article.id]?.contains($0) ?? false) }.map {
      unused("link", $0, at: "article/\(article.id)/links/\($0)")
    }
  }
  return knowledge.questions.keys.filter { !slots.contains($0) }.map { unused("question", $0, at: "question/\($0)") }
    + knowledge.facts.keys.filter { !facts.contains($0) }.map { unused("fact", $0, at: "fact/\($0)") } + unusedLinks
}
