import FoundationEssentials
import TextAnalysis

/// Addresses in an intent's fixes that no person could follow.
@Sendable func badLinks(_ intent: Intent, _ content: Content) -> [Finding] {
  intent.fixes.flatMap { fix in
    fix.text.values.flatMap { language, text in
      badLinks(in: text, at: "fix/\(intent.id)/\(fix.id)/text/\(language.rawValue)", content)
    }
  }
}

/// Addresses in articles and facts that no person could follow.
@Sendable func badLinks(_ content: Content) -> [Finding] {
  var findings: [Finding] = []
  for article in content.knowledge.articles.values {
    let addresses =
      (article.url?.values.map { ("url/\($0.key.rawValue)", $0.value) } ?? [])
      + article.links.map { ("links/\($0.key)/url", $0.value.url) }
    findings += addresses.compactMap { badLink($1, at: "article/\(article.id)/\($0)", content) }
  }
  for fact in content.knowledge.facts.values {
    for (language, text) in fact.text.values {
      findings += badLinks(in: text, at: "fact/\(fact.id)/text/\(language.rawValue)", content)
    }
  }
  return Array(Set(findings.map(\.location))).compactMap { place in findings.first { $0.location == place } }
}

private func badLinks(in text: String, at path: String, _ content: Content) -> [Finding] {
  MarkdownParts(text).addresses.compactMap { badLink($0, at: path, content) }
}

private func badLink(_ address: String, at path: String, _ content: Content) -> Finding? {
  guard let problem = LinkAddress.problem(with: address) else { return nil }
  return content.finding(
    .error, .badLink, at: path, "the link ‘\(address)’ \(problem)", mend: "write the whole address")
}

/// What a link in the content may lead to.
public enum LinkAddress {
  /// What is wrong with an address, as the end of a sentence; `nil`: it is a sound http, https or mailto address.
  public static func problem(with address: String) -> String? {
    guard !address.isEmpty else { return "is empty" }
    guard !address.contains(where: \.isWhitespace) else { return "has a space in it" }
    guard let colon = address.firstIndex(of: ":") else { return "is no whole address" }
    let rest = address[address.index(after: colon)...]
    switch address[..<colon].lowercased() {
    case "http", "https":
      guard rest.hasPrefix("//"), let host = URL(string: address)?.host(), !host.isEmpty else { return "has no host" }
      return host.contains(".") || host == "localhost" ? nil : "has no whole host name"
    case "mailto":
      return rest.contains("@") ? nil : "has no address in it"
    default:
      return "is neither http, https nor mailto"
    }
  }
}

/// Articles that nobody compared with their source for a year, or ever.
func staleDates(in content: Content, today: CalendarDate) -> [Finding] {
  content.knowledge.articles.values.compactMap { article in
    let path = "article/\(article.id)/checked"
    guard let checked = article.checked else {
      guard article.document == nil else { return nil }
      return content.finding(
        .warning, .staleDate, at: path, "nothing says when the fixes were last compared with the article",
        mend: "compare them and write ‘checked: YYYY-MM-DD’")
    }
    guard let date = CalendarDate(checked), !(0...366).contains(today.day - date.day) else { return nil }
    let problem = date.day > today.day ? "is in the future" : "is more than a year ago"
    return content.finding(
      .warning, .staleDate, at: path, "‘checked: \(checked)’ \(problem)",
      mend: "compare the fixes with the article and write the date of today")
  }
}
