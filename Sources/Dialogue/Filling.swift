extension String {
  /// The text with `{name}` replaced by the value of that name; a name without a value stays as it is.
  func filled(with values: [String: String]) -> String {
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    guard !values.isEmpty, utf8.contains(open) else { return self }
    var result = ""
    var rest = self[...]
    // Every sentence goes through here: what lies between braces is taken whole, not letter by letter.
    while let start = rest.utf8.firstIndex(of: open), let end = rest.utf8[start...].firstIndex(of: close) {
      let name = String(rest[rest.utf8.index(after: start)..<end])
      result += rest[..<start]
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.utf8.index(after: end)...]
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
