import TextAnalysis

/// Texts of an intent that stand in one language only. An imported intent has the languages of its title.
@Sendable func missingLanguages(_ intent: Intent, _ content: Content) -> [Finding] {
  let path = "intent/\(intent.id)"
  var texts = LanguageCheck(content, languages: intent.imported == nil ? Language.allCases : intent.title.languages)
  if !intent.title.values.isEmpty { texts.expect(intent.title, at: "\(path)/title") }
  texts.expect(intent.heading, at: "\(path)/heading")
  texts.expect(intent.examples, at: "\(path)/examples")
  for fix in intent.fixes {
    texts.expect(fix.text, at: "fix/\(intent.id)/\(fix.id)/text")
    texts.expect(fix.short, at: "fix/\(intent.id)/\(fix.id)/short")
  }
  return texts.findings
}

/// Texts of articles, questions, facts and settings that stand in one language only.
@Sendable func missingLanguages(_ content: Content) -> [Finding] {
  var texts = LanguageCheck(content, languages: Language.allCases)
  let knowledge = content.knowledge
  for article in knowledge.articles.values where article.document == nil {
    texts.expect(article.title, at: "article/\(article.id)/title")
    texts.expect(article.url, at: "article/\(article.id)/url")
    for (name, link) in article.links { texts.expect(link.title, at: "article/\(article.id)/links/\(name)/title") }
  }
  for question in knowledge.questions.values {
    let path = "question/\(question.slot)"
    if !question.ask.values.isEmpty { texts.expect(question.ask, at: "\(path)/ask") }
    if !question.again.values.isEmpty { texts.expect(question.again, at: "\(path)/again") }
    if !question.explanation.values.isEmpty { texts.expect(question.explanation, at: "\(path)/explain") }
    for option in question.options {
      let path = "option/\(question.slot)/\(option.value)"
      texts.expect(option.label, at: "\(path)/label")
      texts.expect(option.named, at: "\(path)/named")
      texts.expect(option.words, at: "\(path)/words")
      texts.expect(option.replies, at: "\(path)/replies")
    }
  }
  for fact in knowledge.facts.values {
    texts.expect(fact.text, at: "fact/\(fact.id)/text")
    texts.expect(fact.triggers, at: "fact/\(fact.id)/triggers")
  }
  for concept in knowledge.vocabulary where !concept.isNeutral {
    texts.expect(concept.phrases, at: "concept/\(concept.id)")
  }
  texts.expect(knowledge.settings.contact, at: "settings.yaml/contact")
  texts.expect(knowledge.settings.hours, at: "settings.yaml/hours")
  return texts.findings
}

/// Collects the texts that lack a language.
private struct LanguageCheck {
  private let content: Content
  private let languages: [Language]
  private(set) var findings: [Finding] = []

  init(_ content: Content, languages: [Language]) {
    self.content = content
    self.languages = languages
  }

  /// A text has to stand in every language; one that was left out altogether need not.
  mutating func expect(_ text: LocalizedText?, at path: String) {
    guard let text else { return }
    report(languages.filter { text[$0]?.isEmpty ?? true }, at: path)
  }

  /// Phrases stand in every language or in none.
  mutating func expect(_ phrases: LocalizedPhrases, at path: String) {
    guard phrases.values.contains(where: { !$0.value.isEmpty }) else { return }
    report(languages.filter { phrases[$0]?.isEmpty ?? true }, at: path)
  }

  private mutating func report(_ missing: [Language], at path: String) {
    for language in missing {
      findings.append(
        content.finding(
          .error, .missingLanguage, at: path, "\(language.name) is missing", mend: "add ‘\(language.rawValue): …’ here")
      )
    }
  }
}

/// Fixes whose two languages don't have the same numbered steps or links.
@Sendable func unevenLanguages(_ intent: Intent, _ content: Content) -> [Finding] {
  intent.fixes.flatMap { fix in
    [("text", fix.text), ("short", fix.short ?? LocalizedText([:]))].flatMap { key, text in
      unevenLanguages(text, at: "fix/\(intent.id)/\(fix.id)/\(key)", content)
    }
  }
}

/// Facts whose two languages don't have the same numbered steps or links.
@Sendable func unevenFacts(_ content: Content) -> [Finding] {
  content.knowledge.facts.values.flatMap { unevenLanguages($0.text, at: "fact/\($0.id)/text", content) }
}

private func unevenLanguages(_ text: LocalizedText, at path: String, _ content: Content) -> [Finding] {
  guard let english = text[.english], let swedish = text[.swedish] else { return [] }
  let (left, right) = (MarkdownParts(english), MarkdownParts(swedish))
  var findings: [Finding] = []
  func report(_ what: String, _ counts: (Int, Int)) {
    findings.append(
      content.finding(
        .error, .languageParity, at: path, "\(counts.0) \(what) in English, \(counts.1) in Swedish",
        mend: "give both languages the same"))
  }
  if left.steps != right.steps { report("numbered steps", (left.steps, right.steps)) }
  if left.addresses.count != right.addresses.count { report("links", (left.addresses.count, right.addresses.count)) }
  return findings
}

extension Language {
  fileprivate var name: String { self == .english ? "English" : "Swedish" }
}

extension Localized {
  fileprivate var languages: [Language] { Language.allCases.filter { values[$0] != nil } }
}
