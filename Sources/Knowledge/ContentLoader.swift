public import FoundationEssentials
import TextAnalysis

/// Reads a content folder, `Intents/`.
public enum ContentLoader {
  /// Loads content to run with, from its compiled form where that is younger than the last change.
  ///
  /// - Throws: ``ContentError`` where the folder is missing or has errors that leave nothing sensible to run with;
  ///   the other findings are `fixline check`'s.
  public static func load(_ directory: URL, cache: CompiledCache = .none) throws -> KnowledgeBase {
    let sources = try ContentSources(directory)
    let compiled = CompiledContent(sources: sources, cache: cache)
    if let knowledge = compiled.load() { return knowledge }
    let content = read(sources)
    let errors = content.findings.filter { $0.severity == .error && $0.rule.stopsLoading }
    guard errors.isEmpty else { throw ContentError.invalid(errors) }
    compiled.store(content.knowledge)
    return content.knowledge
  }

  /// The names, without `.yaml`, of files that hold something else than intents.
  public static let reservedNames = Set(ContentFile.Kind.allCases.map(\.rawValue)).subtracting([
    ContentFile.Kind.intent.rawValue
  ])

  /// Reads content to look at: all that can be read, and what is wrong with the rest.
  ///
  /// - Throws: ``ContentError/noFolder(_:)``.
  public static func read(_ directory: URL) throws -> Content { read(try ContentSources(directory)) }

  static func read(_ sources: ContentSources) -> Content {
    var reader = ContentReader()
    var hash = ContentHash()
    hash.add(EmbeddedConversation.hash)
    for file in sources.files {
      let data = sources.contents(of: file)
      hash.add(file.path.utf8)
      hash.add(data)
      reader.read(ContentFile(path: file.path, data: data, folder: sources.name))
    }
    reader.finish()
    let conversation = EmbeddedConversation.parsed(overriding: reader)
    NameCheck(reader).run()
    return Content(
      knowledge: KnowledgeBase(reader, conversation: conversation, version: hash.text),
      findings: reader.notes.findings.sorted { $0.location < $1.location }, toldFacts: reader.toldFacts,
      places: reader.notes.places)
  }
}

/// Content as it was read, with what checking it takes.
public struct Content: Sendable {
  /// All that could be read.
  public let knowledge: KnowledgeBase
  /// What is wrong with the files themselves and the names in them.
  public let findings: [Finding]
  /// The facts that fixes tell in their texts.
  let toldFacts: Set<String>
  /// Where each value stands, by its path: `intent/ID/examples/sv/2`, `fix/INTENT/ID/text/en`, `option/SLOT/VALUE` …
  let places: [String: SourceLocation]

  /// The place of a value or, where it isn't written, of the nearest value around it.
  public func place(_ path: String) -> SourceLocation? {
    var path = path[...]
    while true {
      if let place = places[String(path)] { return place }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = path[..<slash]
    }
  }
}

extension KnowledgeBase {
  fileprivate init(_ reader: ContentReader, conversation: Conversation, version: String) {
    // A fact may be made of others, which are plain.
    let facts = reader.facts.mapValues { $0.filled(with: reader.facts) }
    let intents = reader.intents.mapValues { intent in
      intent.imported == nil
        ? intent.filled(with: facts) : intent.remembering(article: reader.articles[intent.article])
    }
    let lessons = reader.lessons
    self.init(
      articles: reader.articles, questions: reader.questions, facts: facts, vocabulary: reader.vocabulary,
      settings: reader.settings, conversation: conversation, version: version, intentIDs: intents.keys.sorted(),
      fetch: { intents[$0] }, lessons: { lessons })
  }
}

extension ContentReader {
  fileprivate var lessons: Lessons {
    var lessons = Lessons()
    (lessons.outOfScope, lessons.ambiguous, lessons.followUps) = (outOfScope, ambiguous, followUps)
    lessons.told = told
    return lessons
  }

  fileprivate var toldFacts: Set<String> {
    let fixes = intents.values.filter { $0.imported == nil }.flatMap(\.fixes)
    return Set(
      fixes.flatMap { [$0.text, $0.short].compactMap(\.self) }.flatMap(\.values.values).flatMap {
        Placeholders(in: $0).names
      })
  }
}

extension Intent {
  /// The intent with the facts' texts in place of their names.
  fileprivate func filled(with facts: [String: Fact]) -> Intent {
    var intent = self
    for index in intent.fixes.indices {
      intent.fixes[index].text = intent.fixes[index].text.filled(with: facts)
      intent.fixes[index].short = intent.fixes[index].short?.filled(with: facts)
    }
    return intent
  }

  /// The imported intent with the text that its keywords are drawn from.
  fileprivate func remembering(article: Article?) -> Intent {
    var intent = self
    intent.imported = Imported(of: self, in: article)
    return intent
  }
}

extension Fact {
  /// The fact with other facts' texts in place of their names.
  fileprivate func filled(with facts: [String: Fact]) -> Fact {
    var fact = self
    fact.text = text.filled(with: facts)
    return fact
  }
}

extension LocalizedText {
  /// The text with the facts' texts in place of their names.
  fileprivate func filled(with facts: [String: Fact]) -> LocalizedText {
    var filled = self
    for (language, text) in values {
      filled[language] = Placeholders(in: text).filled { facts[$0]?.text[language] }
    }
    return filled
  }
}
