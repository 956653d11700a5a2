/// What earlier imports left in a folder, beside the articles that are there now.
struct EarlierImports {
  /// The intents of each content file, in the order of the files.
  let intents: [(file: String, intents: PreviousImport)]
  /// Content files of articles that are no longer there, each with its article.
  private(set) var gone: [(file: String, document: String)] = []
  /// The content file that an article had under another name, by the file that it gets now.
  private(set) var moved: [String: String] = [:]

  /// Takes the files that were last imported.
  init(_ files: [(file: String, text: String)]) {
    intents = files.sorted { $0.file < $1.file }.map { ($0.file, PreviousImport($0.text)) }
  }

  /// Finds out which articles are gone and which have only another name: the same text, or sections with the same
  /// headings.
  mutating func compare(with articles: [String: [ParsedArticle]], contentFile: (String) -> String) {
    let known = Set(intents.map(\.file))
    let lost = intents.filter { entry in !entry.intents.documents.contains { articles[$0] != nil } }
    // Who imports a few articles of many, or articles from elsewhere, has not lost the others.
    let areTheSame = lost.count * 2 <= intents.count
    var left = lost
    for (path, editions) in articles.sorted(by: { $0.key < $1.key }) {
      let file = contentFile(path.dropSuffix(".md"))
      guard !left.isEmpty, !known.contains(file), let article = editions.first else { continue }
      let anchors = article.sections.map(\.anchor)
      let index =
        left.firstIndex { $0.intents.revisions.contains(article.revision) }
        ?? (areTheSame ? left.firstIndex { $0.intents.anchors == anchors } : nil)
      guard let index else { continue }
      moved[file] = left.remove(at: index).file
    }
    if areTheSame { gone = left.map { ($0.file, $0.intents.documents.first ?? $0.file) } }
  }
}
