import CCommonMark
import Knowledge
import TextAnalysis

extension ArticleParser {
  mutating func language(of text: String, declared: Language?) -> Language {
    let locale = (front.values["ms.contentlocale"] ?? front.values["lang"] ?? "").prefix(2)
    let told = declared ?? Language(rawValue: String(locale))
    guard let code = labels.language(of: text) else { return told ?? .english }
    let found = Language(rawValue: code)
    if found != told, told != nil || found == nil {
      flag(nil, "wrong language: the text is in ‘\(code)’" + (told.map { ", not ‘\($0.rawValue)’" } ?? ""))
    }
    return found ?? told ?? .english
  }

  mutating func compareWithFileName(_ anchor: String, line: Int) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let words = Set(name.lowercased().dropSuffix(".md").slug.split(separator: "-"))
    guard words.isDisjoint(with: anchor.slug.split(separator: "-")) else { return }
    flags.append(ImportReport.Flag(file: path, line: line, reason: "the title shares no word with the file's name"))
  }

  mutating func inspect(_ sections: [ParsedArticle.Section]) {
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
