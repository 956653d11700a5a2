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
  private let front: FrontMatter
  private var flags: [ImportReport.Flag] = []
  private var related: [(title: String, url: String)] = []

  /// Prepares to parse a file's text; `path` is where it stands under the folder that is imported.
  init(_ text: String, path: String, baseURL: String?) {
    self.path = path
    self.baseURL = baseURL
    front = FrontMatter(text.replacingLineEnds)
  }

  /// The article; a reason where the file is none.
  mutating func parse(declared: Language?, revision: String) -> Result<ParsedArticle, ImportReport.Skipped> {
    func skipped(_ reason: String) -> Result<ParsedArticle, ImportReport.Skipped> {
      .failure(ImportReport.Skipped(file: path, reason: reason))
    }
    guard let tree = MarkdownTree(front.body) else { return skipped("out of memory") }
    let blocks = tree.root.children
    let first = blocks.first { $0.type == CMARK_NODE_HEADING && $0.headingLevel == 1 }
    guard front.exists || first != nil else { return skipped("no article: neither front matter nor a level-1 heading") }
    let title = first.map { cleaned($0.text) } ?? front.values["title"] ?? ""
    guard !title.isEmpty else { return skipped("no article: it has no title") }
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

  private func line(_ node: MarkdownNode?) -> Int { (node?.line ?? 1) + front.lines }

  private func cleaned(_ heading: String) -> String {
    String(heading.trimmed.split(separator: " ").joined(separator: " "))
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
    var isUnderHeading = false
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      guard let kind = kind(of: block) else {
        if isReference, isUnderHeading || isPointer(block, before: next) {
          related += block.links.map { (cleaned($0.text), $0.url) }
        } else if !isEmpty(block) {
          isReference = false
          parts[parts.count - 1].blocks.append(block)
        }
        continue
      }
      isReference = kind == .reference
      isUnderHeading = block.type == CMARK_NODE_HEADING
      switch kind {
      case .reference: continue
      case .part, .command: parts[parts.count - 1].blocks.append(block)
      case .section:
        // A heading with another section's heading right under it groups sections and is none itself.
        let isGroup = next.map { self.kind(of: $0) == .section || self.kind(of: $0) == .reference } ?? true
        if !isGroup { parts.append(Part(heading: block)) }
      }
    }
    return intent(from: parts)
  }

  /// The text before the first section is the title's own fix only if it has steps, or says where to click.
  private mutating func intent(from parts: [Part]) -> [Part] {
    let sections = parts.dropFirst().filter { !$0.blocks.isEmpty }
    let isFix = parts[0].blocks.contains { $0.steps > 0 || kind(of: $0) == .command }
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
    guard isHeading || text.count <= 200 else { return nil }
    return labels.kind(of: text)
  }

  /// Whether a block under a bold reference label is one of the references: it starts with a link, so do its items, or
  /// it leads up to such a list.
  private func isPointer(_ block: MarkdownNode, before next: MarkdownNode?) -> Bool {
    if block.startsWithLink { return true }
    return block.type == CMARK_NODE_PARAGRAPH && block.links.isEmpty && next?.type == CMARK_NODE_LIST
      && next?.startsWithLink == true
  }

  private func isEmpty(_ block: MarkdownNode) -> Bool {
    block.type == CMARK_NODE_THEMATIC_BREAK
      || block.text.trimmed.isEmpty && block.type != CMARK_NODE_HTML_BLOCK
        && !block.descendants.contains { $0.type == CMARK_NODE_IMAGE }
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

// MARK: - Cleaning

extension ArticleParser {
  private mutating func flag(_ node: MarkdownNode?, _ reason: String) {
    flags.append(ImportReport.Flag(file: path, line: line(node), reason: reason))
  }

  /// Leaves nothing in a block that a chat can't show: anchors, images, links that lead nowhere.
  private mutating func clean(_ block: MarkdownNode) {
    for node in block.descendants.reversed() {
      switch node.type {
      case CMARK_NODE_LINK: mend(link: node, in: block)
      case CMARK_NODE_IMAGE:
        flag(block, "the image \(node.url) is left out")
        node.dissolve()
      case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK: strip(html: node, in: block)
      default: break
      }
    }
  }

  private mutating func mend(link: MarkdownNode, in block: MarkdownNode) {
    if link.url.hasPrefix("/"), let baseURL {
      cmark_node_set_url(link.pointer, (baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL) + link.url)
    }
    if let problem = LinkAddress.problem(with: link.url) {
      flag(
        block, "broken link: ‘\(link.url)’ \(problem)" + (link.url.hasPrefix("/") ? "; name one with --base-url" : ""))
      link.dissolve()
    } else if link.text.trimmed.isEmpty {
      flag(block, "the link to \(link.url) has no text")
    }
  }

  private mutating func strip(html node: MarkdownNode, in block: MarkdownNode) {
    let tag = node.literal.lowercased()
    if tag.hasPrefix("<img") {
      let isInline = tag.contains("data:image")
      flag(block, isInline ? "an image inside the text (base64) is left out" : "an image is left out")
    }
    guard node.pointer != block.pointer else {
      cmark_node_set_literal(node.pointer, "")
      return
    }
    if tag.hasPrefix("<br") {
      node.replace(with: CMARK_NODE_LINEBREAK)
    } else if tag.hasPrefix("<img") || tag.hasPrefix("<a") || tag.hasPrefix("</a") || tag.hasPrefix("<!--") {
      node.remove()
    } else {
      // Most often a placeholder in a command, `<user name>`, that was never meant as HTML.
      node.replace(with: CMARK_NODE_TEXT, literal: node.literal)
    }
  }
}

// MARK: - Looking for what needs a person

extension ArticleParser {
  private mutating func language(of text: String, declared: Language?) -> Language {
    let locale = (front.values["ms.contentlocale"] ?? front.values["lang"] ?? "").prefix(2)
    let told = declared ?? Language(rawValue: String(locale))
    guard let code = labels.language(of: text) else { return told ?? .english }
    let found = Language(rawValue: code)
    if found != told, told != nil || found == nil {
      flag(nil, "wrong language: the text is in ‘\(code)’" + (told.map { ", not ‘\($0.rawValue)’" } ?? ""))
    }
    return found ?? told ?? .english
  }

  private mutating func compareWithFileName(_ anchor: String, line: Int) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let words = Set(name.lowercased().dropSuffix(".md").slug.split(separator: "-"))
    guard words.isDisjoint(with: anchor.slug.split(separator: "-")) else { return }
    flags.append(ImportReport.Flag(file: path, line: line, reason: "the title shares no word with the file's name"))
  }

  private mutating func inspect(_ sections: [ParsedArticle.Section]) {
    for section in sections {
      func report(_ reason: String) {
        flags.append(ImportReport.Flag(file: path, line: section.line, reason: reason))
      }
      let parts = MarkdownParts(section.markdown)
      let words = ([parts.body] + parts.leads).reduce(0) { $0 + $1.split { !$0.isLetter }.count }
      if section.links > 0, words < 8 {
        report("the fix only points elsewhere")
      } else if words < 5 {
        report("there is next to nothing in the fix")
      }
      if Self.hasBlank(section.markdown) { report("an unfilled {…} is in the fix") }
      if let heading = section.heading, !heading.contains(" ") {
        report("‘\(heading)’ is a heading of unknown kind: is it a symptom?")
      }
    }
  }

  /// Whether a `{Name}` stands in the text outside code.
  private static func hasBlank(_ markdown: String) -> Bool {
    let prose = markdown.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter {
      $0.offset % 2 == 0
    }
    return prose.contains { _, text in
      text.split(separator: "{").dropFirst().contains { piece in
        let inside = piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return !inside.isEmpty && piece.dropFirst(inside.count).first == "}"
      }
    }
  }
}

extension String {
  fileprivate var replacingLineEnds: String {
    String(decoding: utf8.filter { $0 != 0x0D && $0 != 0 }, as: UTF8.self).dropPrefix("\u{FEFF}")
  }

  fileprivate func dropPrefix(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }

  /// The text without this end, if it has it.
  func dropSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
