extension String {
  /// Markdown as plain text for a terminal or a chat that shows it as it is: marks of emphasis and headings gone, a link
  /// as its title and address, no empty line.
  var plainText: String {
    split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.plainLine }
      .filter { !$0.allSatisfy(\.isWhitespace) }
      .joined(separator: "\n")
  }
}

extension Substring {
  /// One line of Markdown as plain text.
  fileprivate var plainLine: String {
    var line = self
    while line.first == "#" { line = line.dropFirst() }
    if line.startIndex != startIndex { line = line.drop { $0 == " " } }
    var result = ""
    while true {
      // What is no mark is most of a text, and is taken as a whole.
      let plain = line.utf8.prefix { !Self.isMark($0) }
      result += line[plain.startIndex..<plain.endIndex]
      line = line[plain.endIndex...]
      guard let mark = line.first else { return result }
      if let link = line.leadingLink {
        result += link.text.isEmpty || link.text == link.url ? link.url : "\(link.text) (\(link.url))"
        line = link.rest
      } else if line.hasPrefix("**") || line.hasPrefix("__") {
        line = line.dropFirst(2)
      } else if mark == "`" {
        line = line.dropFirst()
      } else if mark == "\\", let next = line.dropFirst().first, next.isPunctuation || next.isSymbol {
        result.append(next)
        line = line.dropFirst(2)
      } else {
        result.append(mark)
        line = line.dropFirst()
      }
    }
  }

  /// True for the bytes of `[*_` and `` ` `` and the backslash.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x5B || byte == 0x2A || byte == 0x5F || byte == 0x60 || byte == 0x5C
  }

  /// The link `[text](url)` that the text begins with, and what comes after it.
  private var leadingLink: (text: String, url: String, rest: Substring)? {
    guard first == "[", let middle = range(of: "]("), let end = self[middle.upperBound...].firstIndex(of: ")") else {
      return nil
    }
    let title = self[index(after: startIndex)..<middle.lowerBound]
    guard !title.contains("[") else { return nil }
    return (String(title), String(self[middle.upperBound..<end]), self[index(after: end)...])
  }

  private func range(of pair: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(pair) { return start..<index(start, offsetBy: pair.count) }
      start = index(after: start)
    }
    return nil
  }
}
