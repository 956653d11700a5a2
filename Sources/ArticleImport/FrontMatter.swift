/// The lines between `---` and `---` at the top of an article.
struct FrontMatter {
  /// The simple values by key; lists are left out.
  private(set) var values: [String: String] = [:]
  /// Whether there is any.
  private(set) var exists = false
  /// The article without the front matter.
  private(set) var body: String
  /// Whether the line that ends it is missing.
  private(set) var isOpen = false
  /// How many lines stand before the body.
  private(set) var lines = 0

  /// Takes the front matter off a text.
  init(_ text: String) {
    body = text
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard all.first?.trimmingSuffix == "---", all.count > 1 else { return }
    let close = all.dropFirst().firstIndex { ["---", "..."].contains($0.trimmingSuffix) }
    // What was never closed ends before the first line that can't belong to it.
    let end = close ?? all.dropFirst().firstIndex { !Self.canStand($0) } ?? all.count
    guard end > 1, all[1..<end].contains(where: { $0.contains(":") }) else { return }
    isOpen = close == nil
    exists = true
    lines = min(end + (isOpen ? 0 : 1), all.count)
    body = all[lines...].joined(separator: "\n")
    for line in all[1..<end] where !line.hasPrefix(" ") && !line.hasPrefix("-") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[line.index(after: colon)...]).trimmed
      let isQuoted = value.count > 1 && value.first == value.last && (value.first == "\"" || value.first == "'")
      values[line[..<colon].lowercased()] = isQuoted ? String(value.dropFirst().dropLast()) : value
    }
  }

  /// Whether a line can be one of front matter: `key: value`, an item, or a line that goes on.
  private static func canStand(_ line: Substring) -> Bool {
    if line.hasPrefix(" ") || line.hasPrefix("- ") || line.hasPrefix("#") && !line.hasPrefix("# ") { return true }
    let key = line.prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
    return !key.isEmpty && line.dropFirst(key.count).first == ":"
  }

  /// The article's date as `YYYY-MM-DD`; also read where it is written `MM/DD/YYYY`.
  var date: String? {
    guard let text = values["ms.date"] ?? values["date"] else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 3, parts[2].count == 4 else { return text.count >= 10 ? String(text.prefix(10)) : nil }
    return "\(parts[2])-\(parts[0].padded)-\(parts[1].padded)"
  }

  /// Whether the article says that it is meant for administrators.
  var isForAdministrators: Bool {
    let audience = (values["ms.audience"] ?? values["audience"] ?? "").lowercased()
    return audience.hasPrefix("admin") || audience.hasPrefix("itpro")
  }
}

extension Substring {
  fileprivate var trimmingSuffix: String { String(self).trimmed }
}

extension String {
  fileprivate var padded: String { count == 1 ? "0" + self : self }
}
