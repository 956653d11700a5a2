public import FoundationEssentials
import Glibc
import Knowledge
public import TextAnalysis

/// Turns folders of Markdown articles into content: one file an article, its sections as intents.
///
/// The last imported form of each file is kept beside the content (`.import/`), so that the next import can tell what a
/// person changed from what the article changed.
public struct ArticleImporter {
  /// Where the content is written.
  public var destination: URL
  /// What root-relative links are put behind, e.g. `https://docs.example.org`; `nil`: they are no links.
  public var baseURL: String?
  /// The line of attribution that the articles' licence asks for.
  public var licence: String?
  /// Writes nothing, only reports.
  public var isDryRun = false

  /// Makes an importer that writes into this folder.
  public init(into destination: URL) { self.destination = destination }

  /// A folder or file of articles; the language where the person who imports knows it.
  public struct Source: Sendable {
    /// A folder, or a single file.
    public var url: URL
    /// The articles' language; `nil`: told from the text.
    public var language: Language?

    /// Makes a source from a folder or file and a language.
    public init(_ url: URL, language: Language? = nil) {
      self.url = url
      self.language = language
    }
  }

  /// Imports all articles of the sources. Articles of the same path in two languages become bilingual intents.
  ///
  /// - Parameters:
  ///   - sources: in order of preference; intents are named after the first one's headings.
  ///   - progress: called after each article with the number done and the number of all.
  /// - Returns: what was done and what a person should look at.
  /// - Throws: where the destination can't be written.
  public func run(_ sources: [Source], progress: (Int, Int) -> Void = { _, _ in }) throws -> ImportReport {
    var report = ImportReport()
    let groups = editions(of: sources, into: &report)
    var known = KnownTexts()
    var earlier = EarlierImports(previousFiles.map { ($0, read(".import/\($0)") ?? "") })
    for (file, intents) in earlier.intents { known.reserve(intents, for: file) }
    earlier.compare(with: groups, contentFile: Self.contentFile)
    for (file, path) in earlier.gone {
      report.flagged.append(
        .init(file: path, line: 1, reason: "the article is not among these; its content stays in \(file)"))
    }
    for (index, path) in groups.keys.sorted().enumerated() {
      let editions = groups[path] ?? []
      for group in joined(editions, into: &report) {
        try write(group.editions, to: group.name, earlier: earlier, into: &report, known: &known)
      }
      progress(index + 1, groups.count)
    }
    report.flagged.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    return report
  }

  // MARK: - Reading

  private func editions(of sources: [Source], into report: inout ImportReport) -> [String: [ParsedArticle]] {
    var groups: [String: [ParsedArticle]] = [:]
    for source in sources {
      for (path, url) in Self.articles(in: source.url) {
        guard let data = try? Data(contentsOf: url) else {
          report.skipped.append(.init(file: path, reason: "it can't be read"))
          continue
        }
        guard let decoded = ArticleBytes.decode(data) else {
          report.skipped.append(.init(file: path, reason: "it is no text in UTF-8"))
          continue
        }
        if let remark = decoded.remark { report.flagged.append(.init(file: path, line: 1, reason: remark)) }
        var parser = ArticleParser(decoded.text, path: path, baseURL: baseURL)
        switch parser.parse(declared: source.language, revision: ContentHash.text(of: data)) {
        case .success(let article): groups[path, default: []].append(article)
        case .failure(let skipped): report.skipped.append(skipped)
        }
      }
    }
    return groups
  }

  /// The Markdown files of a folder with their paths in it, in the order of the paths.
  private static func articles(in url: URL) -> [(path: String, url: URL)] {
    let manager = FileManager.default
    var isFolder = false
    guard manager.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder else {
      return [(url.lastPathComponent, url)]
    }
    let paths = (try? manager.subpathsOfDirectory(atPath: url.path)) ?? []
    return paths.filter { $0.lowercased().hasSuffix(".md") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted().map { ($0, url.appending(path: $0)) }
  }

  /// Editions of an article that have the same sections, together; others each for itself.
  private func joined(
    _ editions: [ParsedArticle], into report: inout ImportReport
  ) -> [(name: String, editions: [ParsedArticle])] {
    let name = editions[0].path.dropSuffix(".md")
    let isPair =
      editions.count == 2 && editions[0].language != editions[1].language
      && editions[0].sections.map { $0.heading == nil } == editions[1].sections.map { $0.heading == nil }
    if isPair { return [(name, editions)] }
    return editions.enumerated().map { index, edition in
      if index > 0 {
        report.flagged.append(
          .init(
            file: edition.path, line: 1,
            reason: "\(editions[0].sections.count) sections in ‘\(editions[0].language.rawValue)’, "
              + "\(edition.sections.count) in ‘\(edition.language.rawValue)’: not joined"))
      }
      return (index == 0 ? name : "\(name).\(edition.language.rawValue)-\(index + 1)", [edition])
    }
  }

  // MARK: - Writing

  private func write(
    _ editions: [ParsedArticle], to name: String, earlier: EarlierImports, into report: inout ImportReport,
    known: inout KnownTexts
  ) throws {
    let file = Self.contentFile(for: name)
    // An article whose file has another name now is the same one.
    let home = earlier.moved[file] ?? file
    let base = read(".import/\(home)"), mine = read(home)
    if home != file {
      report.flagged.append(
        .init(file: editions[0].path, line: 1, reason: "the article was renamed; its content moves from \(home)"))
    }
    let names = known.names(
      for: editions[0].sections, like: base.map(PreviousImport.init) ?? PreviousImport(""), file: name)
    let intents = names.enumerated().map { index, id in
      ArticleYAML.Intent(id: id, sections: editions.map { ($0, $0.sections[index]) })
    }
    for edition in editions {
      report.flagged += edition.flags
      for (section, id) in zip(edition.sections, names) {
        report.imported.append(
          .init(
            intent: id, file: edition.path, section: section.heading, title: edition.title,
            language: edition.language.rawValue, links: section.links, steps: section.steps))
        if let twin = known.twin(of: section.markdown, id: id) {
          report.flagged.append(.init(file: edition.path, line: section.line, reason: "the same fix as ‘\(twin)’"))
        }
      }
    }
    let theirs = ArticleYAML(editions: editions, intents: intents, licence: licence).text
    let merged = merge(base: base, mine: mine, theirs: theirs, article: editions[0], into: &report)
    for id in (base.map { PreviousImport($0).names } ?? []) where !names.contains(id) {
      report.flagged.append(
        .init(file: editions[0].path, line: 1, reason: "the section of ‘\(id)’ is no longer in the article"))
    }
    guard !isDryRun else { return }
    let hasMoved = home != file
    if let merged, merged != mine || hasMoved { try store(merged, file) }
    if theirs != base || hasMoved { try store(theirs, ".import/\(file)") }
    if hasMoved {
      for old in [home, ".import/\(home)"] { try? FileManager.default.removeItem(at: destination.appending(path: old)) }
    }
  }

  /// The content file of an article: named like it, so that no two share one, but for the names that mean something in
  /// a content folder.
  private static func contentFile(for name: String) -> String {
    let isTaken = ContentLoader.reservedNames.contains(String(name.split(separator: "/").last ?? ""))
    return name + (isTaken ? ".article" : "") + ".yaml"
  }

  /// What to write; `nil`: nothing, since a person removed the file.
  private func merge(
    base: String?, mine: String?, theirs: String, article: ParsedArticle, into report: inout ImportReport
  ) -> String? {
    func flag(_ reason: String) { report.flagged.append(.init(file: article.path, line: 1, reason: reason)) }
    guard let mine else {
      guard base == nil else {
        flag("its content was removed by hand and stays so; delete its file in .import to get it back")
        return nil
      }
      report.summary.new += 1
      if isDryRun { report.changes += LineDiff.text(old: "", new: theirs, name: article.path) }
      return theirs
    }
    guard base != theirs else {
      report.summary.unchanged += 1
      return mine
    }
    report.summary.updated += 1
    let merge = ContentMerge(base: base ?? mine, mine: mine, theirs: theirs)
    report.summary.conflicts += merge.conflicts.count
    for conflict in merge.conflicts { flag("conflict: your change is kept\n\(conflict)") }
    if isDryRun { report.changes += LineDiff.text(old: mine, new: merge.text, name: article.path) }
    return merge.text
  }

  /// The content files that earlier imports made.
  private var previousFiles: [String] {
    let folder = destination.appending(path: ".import").path
    return (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.filter { $0.hasSuffix(".yaml") } ?? []
  }

  private func read(_ file: String) -> String? {
    (try? Data(contentsOf: destination.appending(path: file))).map { String(decoding: $0, as: UTF8.self) }
  }

  private func store(_ text: String, _ file: String) throws {
    let url = destination.appending(path: file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    // Whole or not at all, but without waiting for the disk, which would take most of the time: an import that was lost
    // with the power is run again.
    let new = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).new")
    try Data(text.utf8).write(to: new)
    guard rename(new.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

extension String {
  /// The lines, without their ends.
  var linesOfText: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
