extension String {
  /// Markdown as plain text for a terminal or a chat that shows it as it is: marks of emphasis and headings gone, a link
  /// as its title and address, no empty line.
  var plainText: String {
    utf8.split(separator: UInt8(ascii: "\n"))
      .map { Substring($0).plainLine }
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
    // Every fix goes through here at every showing: what lies between marks is taken whole, not letter by letter.
    while let next = line.utf8.firstIndex(where: Self.isMark) {
      result += line[..<next]
      line = line[next...]
      if let link = line.leadingLink {
        result += link.text.isEmpty || link.text == link.url ? link.url : "\(link.text) (\(link.url))"
        line = link.rest
      } else if line.utf8.starts(with: "**".utf8) || line.utf8.starts(with: "__".utf8) {
        line = line.dropFirst(2)
      } else if line.first == "`" {
        line = line.dropFirst()
      } else if line.first == "\\", let next = line.dropFirst().first, next.isPunctuation || next.isSymbol {
        result.append(next)
        line = line.dropFirst(2)
      } else if let mark = line.popFirst() {
        result.append(mark)
      }
    }
    return result + line
  }

  /// Whether something may begin here that is not shown as it stands.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// The link `[text](url)` that the text begins with, and what comes after it.
  private var leadingLink: (text: String, url: String, rest: Substring)? {
    guard first == "[", let middle = middleOfLink, let end = self[middle.upperBound...].firstIndex(of: ")") else {
      return nil
    }
    let title = self[index(after: startIndex)..<middle.lowerBound]
    guard !title.contains("[") else { return nil }
    return (String(title), String(self[middle.upperBound..<end]), self[index(after: end)...])
  }

  /// Where `](` stands first.
  private var middleOfLink: Range<Index>? {
    var rest = utf8
    while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
      rest = rest[rest.index(after: bracket)...]
      if rest.first == UInt8(ascii: "(") { return bracket..<rest.index(after: rest.startIndex) }
    }
    return nil
  }
}
