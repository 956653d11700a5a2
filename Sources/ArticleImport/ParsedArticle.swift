import CCommonMark
import Knowledge
import TextAnalysis

/// An article taken apart into sections, each with its fix.
struct ParsedArticle {
  /// The path under the folder that was imported.
  var path: String
  var title: String
  var titleAnchor: String
  var language: Language
  var date: String?
  var revision: String
  var isForAdministrators: Bool
  var sections: [Section]
  /// Links about the article as a whole.
  var related: [(title: String, url: String)]
  var flags: [ImportReport.Flag]

  /// A part of the article that answers one symptom.
  struct Section: Equatable {
    /// The section's heading; `nil` where it is the title's own.
    var heading: String?
    var anchor: String
    var line: Int
    var markdown: String
    var links: Int
    var steps: Int
  }
}

/// Takes an article apart by the rules for sections.
struct ArticleParser {
  let path: String
  let baseURL: String?
  let labels = Labels.embedded
  let front: FrontMatter
  var flags: [ImportReport.Flag] = []
  var related: [(title: String, url: String)] = []

  /// Prepares to parse a file's text; `path` is where it stands under the folder that is imported.
  init(_ text: String, path: String, baseURL: String?) {
    self.path = path
    self.baseURL = baseURL
    front = FrontMatter(text)
  }

  /// The article; a reason where the file is none.
  mutating func parse(declared: Language?, revision: String) -> Result<ParsedArticle, ImportReport.Skipped> {
    func skipped(_ reason: String) -> Result<ParsedArticle, ImportReport.Skipped> {
      .failure(ImportReport.Skipped(file: path, reason: reason))
    }
    guard let tree = MarkdownTree(ArticleBytes.markdown(front.body)) else { return skipped("out of memory") }
    guard !tree.isTooDeep else { return skipped("its lists or quotes stand in each other too deep") }
    let blocks = tree.root.children
    let first = blocks.first { $0.type == CMARK_NODE_HEADING && $0.headingLevel == 1 }
    guard !blocks.isEmpty || front.exists else { return skipped("no article: it is empty") }
    guard front.exists || first != nil else { return skipped("no article: neither front matter nor a level-1 heading") }
    let title = first.map { cleaned($0.text) } ?? front.values["title"] ?? ""
    guard !title.isEmpty else { return skipped("no article: it has no title") }
    if front.isOpen { flags.append(.init(file: path, line: 1, reason: "nothing ends the front matter")) }
    var parts = split(blocks.filter { $0.pointer != first?.pointer })
    let language = language(of: tree.root.text, declared: declared)
    let anchor = first?.anchor ?? title.slug
    if first?.anchor != nil || language == .english { compareWithFileName(anchor, line: line(first)) }
    parts = parts.filter { $0.heading != nil || !$0.blocks.isEmpty }
    let sections = parts.map { section($0, titleAnchor: anchor) }.filter { !$0.markdown.isEmpty }
    guard !sections.isEmpty else { return skipped("nothing stands under its title") }
    inspect(sections)
    return .success(
      ParsedArticle(
        path: path, title: title, titleAnchor: anchor, language: language, date: front.date, revision: revision,
        isForAdministrators: front.isForAdministrators, sections: sections, related: related, flags: flags))
  }

  func line(_ node: MarkdownNode?) -> Int { (node?.line ?? 1) + front.lines }

  func cleaned(_ heading: String) -> String {
    heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// MARK: - Sections

extension ArticleParser {
  /// Blocks that belong together.
  private struct Part {
    var heading: MarkdownNode?
    var blocks: [MarkdownNode] = []
  }

  private mutating func split(_ blocks: [MarkdownNode]) -> [Part] {
    var parts = [Part()]
    var isReference = false
    /// The level of the heading that the references stand under; 0: they stand under a bold line.
    var level = 0
    let blocks = blocks.filter { !isEmpty($0) }
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      guard let kind = kind(of: block) else {
        if isReference, level > 0 || isPointer(block, before: next, after: blocks[index - 1]) {
          related += block.links.map { (cleaned($0.text), $0.url) }
        } else {
          isReference = false
          parts[parts.count - 1].blocks.append(block)
        }
        continue
      }
      // Headings under a heading for references only sort them.
      if isReference, level > 0, block.type != CMARK_NODE_HEADING || block.headingLevel > level { continue }
      isReference = kind == .reference
      level = block.type == CMARK_NODE_HEADING ? block.headingLevel : 0
      switch kind {
      case .reference: continue
      case .note, .part, .command: parts[parts.count - 1].blocks.append(block)
      case .section:
        // A heading with another section's heading right under it groups sections and is none itself.
        let isGroup = next.map { self.kind(of: $0) == .section || self.kind(of: $0) == .reference } ?? true
        if !isGroup {
          related += block.links.map { (cleaned($0.text), $0.url) }
          parts.append(Part(heading: block))
        }
      }
    }
    return intent(from: parts)
  }

  /// The text before the first section is the title's own fix only if it has steps, says where to click or what to
  /// type, or calls a part of it a solution, a method or the like.
  private mutating func intent(from parts: [Part]) -> [Part] {
    let sections = parts.dropFirst().filter { !$0.blocks.isEmpty }
    let isFix = parts[0].blocks.contains {
      $0.steps > 0 || $0.type == CMARK_NODE_CODE_BLOCK || [.command, .part].contains(kind(of: $0))
    }
    guard !sections.isEmpty, !isFix else { return [parts[0]] + sections }
    if parts[0].blocks.count > 2 {
      flag(parts[0].blocks[0], "the introduction (\(parts[0].blocks.count) paragraphs) is in no intent")
    }
    return Array(sections)
  }

  /// What a block starts; `nil`: it is no heading.
  private func kind(of block: MarkdownNode) -> Labels.Kind? {
    let isHeading = block.type == CMARK_NODE_HEADING
    guard isHeading || block.isWhollyBold else { return nil }
    let text = cleaned(block.text)
    // A bold paragraph of several lines is emphasis, not a heading.
    guard isHeading || text.count <= 200, !text.isEmpty else { return nil }
    return block.isCode ? .command : labels.kind(of: text)
  }

  /// Whether a block under a bold reference label is one of the references: it starts with a link, so do its items, it
  /// is a list of links right under the label, or it leads up to a list.
  private func isPointer(_ block: MarkdownNode, before next: MarkdownNode?, after previous: MarkdownNode) -> Bool {
    if block.startsWithLink || block.isListOfLinks && kind(of: previous) == .reference { return true }
    return block.type == CMARK_NODE_PARAGRAPH && block.links.isEmpty && next?.type == CMARK_NODE_LIST
      && next?.startsWithLink == true
  }

  private func isEmpty(_ block: MarkdownNode) -> Bool {
    switch block.type {
    case CMARK_NODE_THEMATIC_BREAK: true
    case CMARK_NODE_HTML_BLOCK: !block.literal.contains("<img") && HTMLText(block.literal).text.isEmpty
    default: block.text.trimmed.isEmpty && !block.descendants.contains { $0.type == CMARK_NODE_IMAGE }
    }
  }

  private mutating func section(_ part: Part, titleAnchor: String) -> ParsedArticle.Section {
    let links = part.blocks.reduce(0) { $0 + $1.links.count }, steps = part.blocks.reduce(0) { $0 + $1.steps }
    let place = part.heading ?? part.blocks.first
    for block in part.blocks { clean(block) }
    let heading = part.heading.map { cleaned($0.text) }
    return ParsedArticle.Section(
      heading: heading, anchor: part.heading?.anchor ?? heading?.slug ?? titleAnchor, line: line(place),
      markdown: part.blocks.map(\.markdown).filter { !$0.isEmpty }.joined(separator: "\n\n"), links: links, steps: steps
    )
  }
}

extension String {
  /// The text without this end, if it has it.
  func dropSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
