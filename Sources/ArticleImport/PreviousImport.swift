/// The intents of an article as they were last imported: which name belongs to which anchor.
struct PreviousImport {
  /// Name and anchor in the order of the sections.
  private let intents: [(name: String, anchor: String)]
  /// The articles that they were made from.
  private(set) var documents: [String] = []
  /// Hashes of the articles' text.
  private(set) var revisions: [String] = []

  /// Reads a file that an import wrote.
  init(_ text: String) {
    var intents: [(name: String, anchor: String)] = []
    var key: Substring = ""
    for line in text.linesOfText {
      if intents.isEmpty, line.hasPrefix("    "), let value = line.split(separator: "\"").dropFirst().first {
        if key == "  document:" { documents.append(String(value)) }
        if key == "  revision:" { revisions.append(String(value)) }
      } else if intents.isEmpty {
        key = line[...]
      }
      if line.hasPrefix("  - intent: ") {
        intents.append((String(line.dropFirst(12)), ""))
      } else if line.hasPrefix("      anchor: \""), !intents.isEmpty {
        intents[intents.count - 1].anchor = String(line.dropFirst(15).dropLast())
      }
    }
    self.intents = intents
  }

  /// The intents' names.
  var names: [String] { intents.map(\.name) }

  /// The anchors, in the order of the sections.
  var anchors: [String] { intents.map(\.anchor) }

  /// The names of sections with these anchors, as far as they were there before: by anchor, and by their order where as
  /// many sections lost their anchors as got new ones.
  func names(for anchors: [String]) -> [String?] {
    var left = intents
    var names = anchors.map { anchor -> String? in
      guard let index = left.firstIndex(where: { $0.anchor == anchor }) else { return nil }
      return left.remove(at: index).name
    }
    let nameless = names.indices.filter { names[$0] == nil }
    guard nameless.count == left.count else { return names }
    for (index, intent) in zip(nameless, left) { names[index] = intent.name }
    return names
  }
}

/// What the articles are called and say.
struct KnownTexts {
  /// The content file that each intent belongs to, by the intent's name.
  private var owners: [String: String] = [:]
  private var texts: [String: String] = [:]

  /// Notes the names that a file's intents had before: nobody else gets them.
  mutating func reserve(_ previous: PreviousImport, for file: String) {
    for name in previous.names { owners[name] = file }
  }

  /// The names of an article's intents: the ones they had before, else made from the file's name and the anchors.
  mutating func names(for sections: [ParsedArticle.Section], like previous: PreviousImport, file: String) -> [String] {
    let article = file.dropSuffix(".yaml").slug
    let kept = previous.names(for: sections.map(\.anchor))
    return zip(sections, kept).map { section, old in
      if let old { return old }
      let wish = section.heading == nil ? article : "\(article).\(section.anchor.slug)"
      var name = wish
      var ordinal = 2
      while owners[name] != nil {
        name = "\(wish)-\(ordinal)"
        ordinal += 1
      }
      owners[name] = file
      return name
    }
  }

  /// The intent that has the same fix; `nil`: none so far. What is next to empty has no twins.
  mutating func twin(of text: String, id: String) -> String? {
    guard text.utf8.count >= 40 else { return nil }
    defer { texts[text] = texts[text] ?? id }
    return texts[text] == id ? nil : texts[text]
  }
}
