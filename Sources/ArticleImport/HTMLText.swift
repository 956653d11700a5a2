/// The text of a piece of HTML: its tags left out, lines where they stand for lines.
struct HTMLText {
  /// The text, trimmed.
  private(set) var text = ""

  /// Reads a piece of HTML.
  init(_ html: String) {
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      rest = rest[start...]
      let isComment = rest.hasPrefix("<!--")
      guard let end = isComment ? Self.end(ofComment: rest) : rest.firstIndex(of: ">") else { break }
      let name = isComment ? "" : Self.name(of: rest[..<end]).lowercased()
      text += Self.mark(for: name)
      let isCode = Self.code.contains(name) && !rest.hasPrefix("</")
      rest = rest[rest.index(after: end)...]
      // A program or a style sheet is no text, up to the tag that ends it.
      while isCode, let next = rest.firstIndex(of: "<"),
        rest[next...].prefix(name.count + 2).lowercased() != "</" + name
      {
        rest = rest[rest.index(after: next)...]
      }
      if isCode { rest = rest.drop { $0 != "<" } }
    }
    text += rest.hasPrefix("<!--") ? "" : rest
    for (entity, character) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    text =
      text.linesOfText.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n").trimmed
  }

  /// Whether a text in angle brackets is HTML, not a placeholder such as `<user name>`.
  static func isTag(_ text: String) -> Bool { text.hasPrefix("<!--") || tags.contains(name(of: text[...])) }

  private static let tags: Set<Substring> = [
    "a", "abbr", "b", "big", "blockquote", "body", "br", "button", "center", "cite", "code", "dd", "del", "details",
    "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "s", "samp", "script", "section", "small", "span", "strike",
    "strong",
    "style", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "video",
  ]

  private static let code: Set<String> = ["script", "style"]

  private static func name(of tag: Substring) -> Substring {
    tag.drop { "</".contains($0) }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static func end(ofComment text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while let end = text[index...].firstIndex(of: ">") {
      if text[..<end].hasSuffix("--") { return end }
      index = text.index(after: end)
    }
    return nil
  }

  private static func mark(for name: String) -> String {
    switch name {
    case "li": "\n- "
    case "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "summary", "table", "tr", "ul": "\n"
    case "td", "th": " "
    default: ""
    }
  }
}
