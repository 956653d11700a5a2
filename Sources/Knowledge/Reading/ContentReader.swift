import TextAnalysis
import Yams

/// Reads content files one after the other and collects what they define; what is wrong goes into the notes.
struct ContentReader {
  let notes = ReadingNotes()
  private(set) var articles: [String: Article] = [:]
  private(set) var questions: [String: Question] = [:]
  private(set) var facts: [String: Fact] = [:]
  private(set) var vocabulary: [Concept] = []
  private(set) var outOfScope = LocalizedPhrases([:])
  private(set) var ambiguous: [String: LocalizedPhrases] = [:]
  private(set) var followUps: [String: LocalizedPhrases] = [:]
  private(set) var told: [String: LocalizedPhrases] = [:]
  private(set) var settings = Settings()
  private(set) var replies: [String: LocalizedPhrases] = [:]
  private(set) var intents: [String: Intent] = [:]
  /// Where each name was defined, so that a second definition can point to the first.
  private var definitions: [String: SourceLocation] = [:]
  /// What folders add to questions of other files, applied when all files are read.
  private var additions: [QuestionAddition] = []

  /// Reads one file; its name tells what it holds.
  mutating func read(_ file: ContentFile) {
    guard let root = file.parse(notes: notes) else { return }
    switch file.kind {
    case .article: define(article: root.article(id: file.article), at: root)
    case .questions: for (slot, entry) in root.pairs() { readQuestion(slot, entry) }
    case .vocabulary: for (name, entry) in root.pairs() { define(concept: name, entry) }
    case .facts: for (name, entry) in root.pairs() { define(fact: name, entry, article: file.article) }
    case .outOfScope: add(outOfScope: root)
    case .ambiguous: for (intents, entry) in root.pairs() { ambiguous[intents] = entry.localizedPhrases() }
    case .followUps: Self.collect(root, "follow-ups", into: &followUps)
    case .told: Self.collect(root, "told", into: &told)
    case .settings: readSettings(root)
    case .intent: readIntents(root, article: file.article, importedArticle: file.importedArticle)
    }
  }

  /// Adds the phrases under each key to those of other files.
  private static func collect(_ root: Entry, _ path: String, into all: inout [String: LocalizedPhrases]) {
    for (key, entry) in root.pairs() {
      for (language, phrases) in entry.named("\(path)/\(key)").localizedPhrases().values {
        all[key, default: LocalizedPhrases([:])].values[language, default: []] += phrases
      }
    }
  }

  /// Puts together what was read in pieces; after the last file.
  mutating func finish() {
    for addition in additions { addition.apply(to: &questions) }
  }

  /// A question or, marked `adds: true`, what this folder adds to one that stands elsewhere.
  private mutating func readQuestion(_ slot: String, _ entry: Entry) {
    if let addition = entry.questionAddition(slot: slot) { return additions.append(addition) }
    define(question: slot, entry)
  }

  /// A file of one intent or, as `fixline import` makes it, of an article with all its intents.
  private mutating func readIntents(_ root: Entry, article: String, importedArticle: String) {
    guard root.node.mapping?["intents"] != nil else { return define(intent: root, article: article) }
    let fields = root.fields(["article", "intents"])
    if let entry = fields.required("article") { define(article: entry.article(id: importedArticle), at: entry) }
    for entry in fields["intents"]?.list() ?? [] { define(intent: entry, article: importedArticle) }
  }

  private mutating func readSettings(_ root: Entry) {
    let fields = root.fields(["name", "contact", "hours", "replies"])
    if let name = fields["name"] { settings.name = name.sharedText() }
    settings.contact = fields["contact"]?.sharedText()
    settings.hours = fields["hours"]?.sharedText()
    for (name, entry) in fields["replies"]?.pairs() ?? [] {
      replies[name] = entry.named("reply/\(name)").localizedPhrases()
    }
  }

  private mutating func add(outOfScope root: Entry) {
    for (language, phrases) in root.localizedPhrases().values { outOfScope.values[language, default: []] += phrases }
  }
}

// MARK: - Definitions

extension ContentReader {
  private mutating func define(article: Article?, at entry: Entry) {
    guard let article, isNew("article", article.id, entry) else { return }
    articles[article.id] = article
  }

  private mutating func define(question slot: String, _ entry: Entry) {
    guard isNew("question", slot, entry) else { return }
    questions[slot] = entry.named("question/\(slot)").question(slot: slot)
  }

  private mutating func define(concept name: String, _ entry: Entry) {
    guard isNew("concept", name, entry) else { return }
    vocabulary.append(entry.named("concept/\(name)").concept(id: name))
  }

  private mutating func define(fact name: String, _ entry: Entry, article: String) {
    guard isNew("fact", name, entry) else { return }
    facts[name] = entry.named("fact/\(name)").fact(id: name, article: article)
  }

  private mutating func define(intent entry: Entry, article: String) {
    guard let intent = entry.intent(article: article), isNew("intent", intent.id, entry) else { return }
    intents[intent.id] = intent
  }

  /// Whether this is the first definition of the name; reported where it isn't.
  private mutating func isNew(_ kind: String, _ name: String, _ entry: Entry) -> Bool {
    if let first = definitions["\(kind)/\(name)"] {
      entry.report(
        .duplicateName, "\(kind) ‘\(name)’ is defined twice, first in \(first)", mend: "rename or remove one of them")
      return false
    }
    definitions["\(kind)/\(name)"] = entry.location
    return true
  }
}
