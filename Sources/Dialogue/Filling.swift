extension String {
  /// The text with `{name}` replaced by the value of that name; a name without a value stays as it is.
  func filled(with values: [String: String]) -> String {
    guard !values.isEmpty, contains("{") else { return self }
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// The text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text, or its beginning where it is longer than this many characters.
  func shortened(to limit: Int) -> String {
    // No character is shorter than a byte, which are quicker to count.
    guard utf8.count > limit else { return self }
    guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else { return self }
    return self[..<end] + "…"
  }

  /// Whether the text begins with a list or another block, so that nothing can stand before it on the same line.
  var isBlock: Bool { ["1. ", "- ", "* ", "#", "|", "```", ">"].contains { hasPrefix($0) } }
}
