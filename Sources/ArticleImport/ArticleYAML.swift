import TextAnalysis

/// An article's intents, ready to be written as a content file.
struct ArticleYAML {
  let editions: [ParsedArticle]
  let intents: [Intent]
  let licence: String?

  /// An intent: the same section in each edition.
  struct Intent {
    var id: String
    var sections: [(edition: ParsedArticle, section: ParsedArticle.Section)]
  }

  /// The file's text.
  var text: String {
    var lines = ["# Made by `fixline import`. Edit freely: a later import keeps what you changed.", "article:"]
    lines += localized("title", editions.map { ($0.language, $0.title) }, indent: 2)
    lines += localized("document", editions.map { ($0.language, $0.path) }, indent: 2)
    lines += localized("revision", editions.map { ($0.language, $0.revision) }, indent: 2)
    if let date = editions.compactMap(\.date).first { lines.append("  documented: \(date)") }
    if let licence { lines.append("  licence: \(quoted(licence))") }
    lines += links
    lines.append("intents:")
    lines += intents.flatMap(block)
    return lines.joined(separator: "\n") + "\n"
  }

  private var links: [String] {
    let related = editions.flatMap { edition in edition.related.map { (edition.language, $0.title, $0.url) } }
    guard !related.isEmpty else { return [] }
    return ["  links:"]
      + related.enumerated().flatMap { index, link in
        ["    related-\(index + 1):", "      title: \(quoted(link.1))", "      url: \(quoted(link.2))"]
      }
  }

  private func block(_ intent: Intent) -> [String] {
    let sections = intent.sections
    let titles = sections.map { ($0.edition.language, $0.section.heading ?? $0.edition.title) }
    let headings = sections.compactMap { part in part.section.heading.map { (part.edition.language, $0) } }
    var lines = ["  - intent: \(intent.id)"] + localized("title", titles, indent: 4)
    if !headings.isEmpty { lines += localized("heading", headings, indent: 4) }
    lines += ["    imported:", "      anchor: \(quoted(sections[0].section.anchor))", "    fixes:", "      - id: fix"]
    let isGuarded = sections.contains { $0.edition.isForAdministrators }
    lines += ["        audience: \(isGuarded ? "administrators" : "everyone")", "        text:"]
    for part in sections {
      lines.append("          \(part.edition.language.rawValue): |-")
      lines += part.section.markdown.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "            " + printable(String($0))
      }
    }
    return lines
  }

  private func localized(_ key: String, _ values: [(Language, String)], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return ["\(margin)\(key):"] + values.map { "\(margin)  \($0.0.rawValue): \(quoted($0.1))" }
  }

  private func quoted(_ text: String) -> String {
    var escaped = "\""
    for character in printable(text) {
      if character == "\"" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped + "\""
  }

  /// The text without characters that YAML doesn't let stand.
  private func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\t" ? " " : $0 }.filter {
          $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
            && ![0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains($0.value)
        }))
  }
}
