import CCommonMark
import TextAnalysis

/// A parsed Markdown document (CommonMark with GitHub's tables). Nodes live as long as their tree.
final class MarkdownTree {
  let root: MarkdownNode
  private static let extensionsAreReady: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Parses a text; `nil` where memory runs out.
  init?(_ text: String) {
    Self.extensionsAreReady
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return nil }
    root = MarkdownNode(pointer: document)
  }

  deinit { cmark_node_free(root.pointer) }

  /// How deep nodes may stand in each other for ``isTooDeep``; no article comes near.
  private static let depthLimit = 100

  /// Whether nodes stand in each other so deep that taking them apart one in the other would end badly.
  var isTooDeep: Bool {
    guard let iterator = cmark_iter_new(root.pointer) else { return true }
    defer { cmark_iter_free(iterator) }
    var depth = 0
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_DONE: return false
      case CMARK_EVENT_EXIT: depth -= 1
      default:
        let node = cmark_iter_get_node(iterator)
        // Leaves are entered and never left.
        if cmark_node_first_child(node) != nil || !Self.isLeaf(node) { depth += 1 }
        if depth > Self.depthLimit { return true }
      }
    }
  }

  private static func isLeaf(_ node: OpaquePointer?) -> Bool {
    [
      CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,
      CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
    ].contains(cmark_node_get_type(node))
  }
}

/// A node of a Markdown tree.
struct MarkdownNode {
  let pointer: OpaquePointer

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { type == CMARK_NODE_LIST && cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  /// The node's own characters: of a text, a code block, HTML.
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  /// The address of a link or an image.
  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      children.append(MarkdownNode(pointer: child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// The node and all nodes in it, from the outside in.
  var descendants: [MarkdownNode] { [self] + children.flatMap(\.descendants) }

  /// The text without markup.
  var text: String {
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: literal
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: " "
    default: children.map(\.text).joined(separator: isContainer ? "\n" : "")
    }
  }

  private var isContainer: Bool {
    [CMARK_NODE_DOCUMENT, CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE].contains(type)
  }

  /// The node as Markdown in canonical form: lists numbered through, one paragraph a line.
  var markdown: String {
    guard let rendered = cmark_render_commonmark(pointer, CMARK_OPT_NOBREAKS, 0) else { return "" }
    defer { rendered.deallocate() }
    // The renderer guards every exclamation mark as if an image could follow; people have to read and edit this.
    let pieces = String(cString: rendered).split(separator: "\\!", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(String(pieces[0])) { $0 + ($1.hasPrefix("[") ? "\\!" : "!") + $1 }.trimmed
  }

  /// The links in the node that lead somewhere.
  var links: [MarkdownNode] { descendants.filter { $0.type == CMARK_NODE_LINK && !$0.url.isEmpty } }

  /// Whether a paragraph, or each item of a list, starts with a link.
  var startsWithLink: Bool {
    switch type {
    case CMARK_NODE_LIST: children.allSatisfy { $0.children.first?.startsWithLink ?? false }
    case CMARK_NODE_PARAGRAPH: children.first?.type == CMARK_NODE_LINK
    default: false
    }
  }

  /// The items of numbered lists that stand in no other list item.
  var steps: Int {
    if type == CMARK_NODE_ITEM { return 0 }
    if isOrderedList { return children.count }
    return children.reduce(0) { $0 + $1.steps }
  }

  /// Whether most items of a bullet list have a link.
  var isListOfLinks: Bool {
    guard type == CMARK_NODE_LIST, !isOrderedList else { return false }
    return children.count { !$0.links.isEmpty } * 2 > children.count
  }

  /// Whether all text of the node is code.
  var isCode: Bool {
    let texts = descendants.filter {
      [CMARK_NODE_TEXT, CMARK_NODE_CODE].contains($0.type) && !$0.literal.trimmed.isEmpty
    }
    return !texts.isEmpty && texts.allSatisfy { $0.type == CMARK_NODE_CODE }
  }

  /// Whether the paragraph is bold from end to end; punctuation behind it may be plain. One that is a link and nothing
  /// else points elsewhere.
  var isWhollyBold: Bool {
    guard type == CMARK_NODE_PARAGRAPH, children.contains(where: \.isBold) else { return false }
    let linked = links.map(\.text).joined().trimmed
    guard linked.isEmpty || linked != text.trimmed else { return false }
    let plain = children.filter { !$0.isBold && $0.type != CMARK_NODE_HTML_INLINE }.map(\.text).joined()
    return plain.allSatisfy { $0.isWhitespace || ":.!?".contains($0) }
  }

  private var isBold: Bool {
    switch type {
    case CMARK_NODE_STRONG: !text.trimmed.isEmpty
    case CMARK_NODE_EMPH: children.count == 1 && children[0].type == CMARK_NODE_STRONG
    default: false
    }
  }

  /// The name of the first `<a name="…">` in the node.
  var anchor: String? {
    let html = descendants.filter { $0.type == CMARK_NODE_HTML_INLINE }.map(\.literal)
    return html.lazy.compactMap { tag in
      let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
      return tag.hasPrefix("<a name=") && parts.count > 1 ? String(parts[1]) : nil
    }.first
  }

  /// Takes the node out of its tree, its children take its place.
  func dissolve() {
    for child in children { _ = cmark_node_insert_before(pointer, child.pointer) }
    remove()
  }

  /// Takes the node out of its tree.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Puts another node in this one's place.
  func replace(with type: cmark_node_type, literal: String = "") {
    guard let new = cmark_node_new(type) else { return }
    if !literal.isEmpty { cmark_node_set_literal(new, literal) }
    _ = cmark_node_replace(pointer, new)
    cmark_node_free(pointer)
  }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// The text as a name: lower-case letters without accents, digits, single hyphens; at most 80 of them.
  var slug: String {
    var slug = ""
    for character in lowercased().foldingMarks() {
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if slug.last != "-", !slug.isEmpty {
        slug.append("-")
      }
    }
    slug = String(slug.prefix(80))
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "article" : slug
  }
}
