import CCommonMark
import Knowledge
import TextAnalysis

extension ArticleParser {
  mutating func flag(_ node: MarkdownNode?, _ reason: String) {
    flags.append(ImportReport.Flag(file: path, line: line(node), reason: reason))
  }

  /// Leaves nothing in a block that a chat can't show: anchors, images, links that lead nowhere.
  mutating func clean(_ block: MarkdownNode) {
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
    if tag.contains("<img") {
      let isInline = tag.contains("data:image")
      flag(block, isInline ? "an image inside the text (base64) is left out" : "an image is left out")
    }
    if node.type == CMARK_NODE_HTML_BLOCK {
      keepText(ofHTML: node, in: block)
    } else if tag.hasPrefix("<br") {
      node.replace(with: CMARK_NODE_LINEBREAK)
    } else if HTMLText.isTag(tag) {
      node.remove()
    } else {
      // Most often a placeholder in a command, `<user name>`, that was never meant as HTML.
      node.replace(with: CMARK_NODE_TEXT, literal: node.literal)
    }
  }

  /// A block of HTML becomes its text, as a chat can't show more of it.
  private mutating func keepText(ofHTML node: MarkdownNode, in block: MarkdownNode) {
    let text = HTMLText(node.literal).text
    guard !text.isEmpty else {
      cmark_node_set_literal(node.pointer, "")
      return
    }
    flag(block, "HTML is kept as its text only")
    cmark_node_set_literal(node.pointer, text)
  }
}
