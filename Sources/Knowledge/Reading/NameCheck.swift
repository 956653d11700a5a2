import TextAnalysis

/// Finds names that nothing defines, over all the files together.
struct NameCheck {
  let reader: ContentReader
  private let concepts: Set<String>

  init(_ reader: ContentReader) {
    self.reader = reader
    concepts = Set(reader.vocabulary.map(\.id))
  }

  /// Reports every unknown name in intents and facts.
  func run() {
    for intent in reader.intents.values { check(intent) }
    for fact in reader.facts.values { check(fact) }
    for question in reader.questions.values { check(question) }
    let talk = Conversation.talk.map { Conversation.talkMark + $0 }
    let known = Array(reader.facts.keys) + Array(reader.intents.keys) + ["undocumented"] + talk
    for names in reader.followUps.keys {
      for name in names.split(separator: ",") {
        let parts = name.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        expect(parts[0], "fact", in: known, at: ["follow-ups/\(names)"])
        guard parts.count == 2 else { continue }
        expect(parts[1], "answer", in: ["yes", "no"], at: ["follow-ups/\(names)"])
      }
    }
    for told in reader.told.keys where told != Lessons.tellsNothing { check(told: told) }
    for article in reader.articles.values {
      guard let fact = article.endUserFact else { continue }
      expect(fact, "fact", in: reader.facts.keys, at: ["article/\(article.id)/end-user"])
    }
  }

  private func check(told names: String) {
    for name in names.split(separator: ",") {
      let parts = name.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
      let row = [parts[0]: [parts.count > 1 ? parts[1] : ""]]
      check(rows: [row], at: "told/\(names)", slots: nil)
    }
  }

  private func check(_ question: Question) {
    for option in question.options {
      let path = "option/\(question.slot)/\(option.value)"
      for (slot, value) in option.implies { check(rows: [[slot: [value]]], at: "\(path)/implies", slots: nil) }
      for (slot, value) in option.ofOthers { check(rows: [[slot: [value]]], at: "\(path)/of-others", slots: nil) }
      guard let denied = option.denied else { continue }
      check(rows: [[question.slot: [denied]]], at: "\(path)/denied", slots: nil)
    }
  }

  private func check(_ intent: Intent) {
    let path = "intent/\(intent.id)"
    for (index, keyword) in intent.keywords.enumerated() {
      expect(keyword.concept, "concept", in: concepts, at: ["\(path)/keywords/\(index)", path])
    }
    for (index, ask) in intent.asks.enumerated() {
      let place = "\(path)/asks/\(index)"
      let inUses = "\(path)/uses/\(index - (intent.asks.count { $0.unless != [[:]] }))"
      expect(ask.slot, "slot", in: reader.questions.keys, at: ["\(place)/slot", place, inUses, path])
      check(rows: ask.unless, at: "\(place)/unless", slots: intent.asks.map(\.slot))
    }
    for (index, fact) in intent.facts.enumerated() {
      expect(fact, "fact", in: reader.facts.keys, at: ["\(path)/facts/\(index)", path])
    }
    for fix in intent.fixes { check(fix, of: intent) }
  }

  private func check(_ fix: Fix, of intent: Intent) {
    let path = "fix/\(intent.id)/\(fix.id)"
    check(rows: fix.when, at: "\(path)/when", slots: intent.asks.map(\.slot))
    check(rows: fix.unless, at: "\(path)/unless", slots: intent.asks.map(\.slot))
    check(links: fix.links, of: intent.article, at: path)
    if let next = fix.next { expect(next, "fix", in: intent.fixes.map(\.id), at: ["\(path)/next", path]) }
    if let other = fix.continues { expect(other, "intent", in: reader.intents.keys, at: ["\(path)/continues", path]) }
    guard intent.imported == nil else { return }
    for (language, text) in fix.text.values {
      for name in Placeholders(in: text).names {
        expect(name, "fact", in: reader.facts.keys, at: ["\(path)/text/\(language.rawValue)", path])
      }
    }
  }

  private func check(_ fact: Fact) {
    let path = "fact/\(fact.id)"
    check(links: fact.links, of: fact.article, at: path)
    check(rows: fact.yes, at: "\(path)/yes", slots: nil)
    check(rows: fact.no, at: "\(path)/no", slots: nil)
    if let under = fact.under { expect(under, "intent", in: reader.intents.keys, at: ["\(path)/under", path]) }
    for (other, rows) in fact.instead {
      expect(other, "fact", in: reader.facts.keys, at: ["\(path)/instead", path])
      check(rows: rows, at: "\(path)/instead/\(other)", slots: nil)
    }
  }

  private func check(links: [String], of article: String, at path: String) {
    let known = reader.articles[article]?.links ?? [:]
    for (index, link) in links.enumerated() {
      expect(link, "link", in: known.keys, at: ["\(path)/links/\(index)", path])
    }
  }

  /// `slots`: the ones that the row may name; `nil`: every slot there is.
  private func check(rows: [Fix.Row], at path: String, slots: [String]?) {
    for (index, row) in rows.enumerated() {
      for (slot, values) in row {
        let place = "\(path)/\(index)/\(slot)"
        let places = [place, "\(path)/\(slot)", path]
        guard let question = reader.questions[slot] else {
          expect(slot, "slot", in: slots ?? Array(reader.questions.keys), at: places)
          continue
        }
        // Beside a misspelt slot it is this one that is meant.
        if let slots, !slots.contains(slot), slots.allSatisfy({ reader.questions[$0] != nil }) {
          report(
            "‘\(slot)’ is not among this intent's questions", at: places,
            mend: Suggestion.mend(for: slot, among: slots) ?? "add it under ‘asks’ or remove it here")
        }
        let known = question.options.map(\.value) + [Question.unknown]
        for (number, value) in values.enumerated() {
          expect(value, "value of ‘\(slot)’:", in: known, at: ["\(place)/\(number)"] + places)
        }
      }
    }
  }

  private func expect(_ name: String, _ kind: String, in known: some Collection<String>, at paths: [String]) {
    guard !known.contains(name) else { return }
    report(
      "unknown \(kind) ‘\(name)’", at: paths, mend: Suggestion.mend(for: name, among: known) ?? Self.definitions[kind])
  }

  /// What to do about a name that resembles none there is: where its kind is defined.
  private static let definitions = [
    "concept": "define it in a ‘vocabulary.yaml’", "fact": "define it in a ‘facts.yaml’",
    "slot": "define it in a ‘questions.yaml’", "link": "define it under ‘links’ in the folder's ‘article.yaml’",
  ]

  /// The place is that of the first path that was read.
  private func report(_ message: String, at paths: [String], mend: String?) {
    guard let place = paths.lazy.compactMap({ reader.notes.places[$0] }).first else { return }
    reader.notes.findings.append(Finding(.error, .unknownName, at: place, message, mend: mend))
  }
}

/// The `{name}`s in a text.
struct Placeholders {
  /// The text in pieces: plain stretches and, between them, names.
  private let pieces: [(text: Substring, isName: Bool)]

  /// Finds the names in a text: lower-case letters, digits and hyphens in braces.
  init(in text: String) {
    var pieces: [(Substring, Bool)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      let end = inside.firstIndex { !($0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")) } ?? inside.endIndex
      if end < inside.endIndex, inside[end] == "}", end > inside.startIndex {
        pieces += [(rest[..<open], false), (inside[..<end], true)]
        rest = rest[inside.index(after: end)...]
      } else {
        pieces.append((rest[...open], false))
        rest = inside
      }
    }
    self.pieces = pieces + [(rest, false)]
  }

  /// The names, in the order in which they stand.
  var names: [String] { pieces.filter(\.isName).map { String($0.text) } }

  /// The text with each name replaced; a name that the closure doesn't know stays.
  func filled(_ value: (String) -> String?) -> String {
    pieces.map { $0.isName ? value(String($0.text)) ?? "{\($0.text)}" : String($0.text) }.joined()
  }
}
