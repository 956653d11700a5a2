import TextAnalysis

/// What a Markdown text consists of, as far as scoring and comparing it need: read in one pass, without its markup.
public struct MarkdownParts {
  /// Bold spans and headings.
  public private(set) var leads: [String] = []
  /// The texts of links.
  public private(set) var linkTexts: [String] = []
  /// The addresses of links.
  public private(set) var addresses: [String] = []
  /// Everything else; the addresses of links and images are left out.
  public private(set) var body = ""
  /// The numbered items that stand in no other item.
  public private(set) var steps = 0

  private var isCode = false
  private var bytes: [UInt8] = []

  /// Reads a Markdown text.
  public init(_ markdown: String) {
    var plain: [UInt8] = []
    for line in markdown.utf8.split(separator: UInt8(ascii: "\n")) {
      read(line: Array(line), into: &plain)
      plain.append(UInt8(ascii: "\n"))
    }
    body = String(decoding: plain, as: UTF8.self)
  }

  private mutating func read(line: [UInt8], into plain: inout [UInt8]) {
    bytes = line
    let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    if content.starts(with: "```".utf8) {
      isCode.toggle()
    } else if isCode {
      plain += line
    } else if content.first == UInt8(ascii: "#") {
      leads.append(inline(in: content.drop { $0 == UInt8(ascii: "#") }.indices))
    } else {
      let digits = content.prefix { (0x30...0x39).contains($0) }
      if !digits.isEmpty, content.startIndex == 0, ".)".utf8.contains(content[safe: digits.endIndex] ?? 0) {
        steps += 1
      }
      plain += Array(inline(in: content.indices).utf8)
    }
  }

  /// The text of a stretch of the line without its markup; bold spans and links are noted on the way.
  private mutating func inline(in range: Range<Int>) -> String {
    var plain: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < range.upperBound:
        plain.append(bytes[index + 1])
        index += 2
      case UInt8(ascii: "*") where bytes[safe: index + 1] == UInt8(ascii: "*"):
        guard let end = find("**", from: index + 2, before: range.upperBound) else { fallthrough }
        leads.append(inline(in: index + 2..<end))
        index = end + 2
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        index += 1
      case UInt8(ascii: "!") where bytes[safe: index + 1] == UInt8(ascii: "["):
        index = link(at: index + 1, before: range.upperBound)?.end ?? index + 1
      case UInt8(ascii: "["):
        guard let link = link(at: index, before: range.upperBound) else {
          index += 1
          continue
        }
        linkTexts.append(inline(in: link.text))
        addresses.append(String(decoding: bytes[link.address].prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
        index = link.end
      case UInt8(ascii: "<"):
        guard let end = find(">", from: index, before: range.upperBound) else { fallthrough }
        let inside = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        if inside.contains(":"), !inside.contains(" ") { addresses.append(inside) }
        index = end + 1
      default:
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private func link(at index: Int, before limit: Int) -> (text: Range<Int>, address: Range<Int>, end: Int)? {
    guard let middle = find("](", from: index, before: limit), let end = find(")", from: middle, before: limit) else {
      return nil
    }
    return (index + 1..<middle, middle + 2..<end, end + 1)
  }

  /// Where this text starts next on the line.
  private func find(_ text: StaticString, from start: Int, before limit: Int) -> Int? {
    text.withUTF8Buffer { wanted in
      guard start >= 0, limit - wanted.count >= start else { return nil }
      return (start...limit - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
  }
}

extension RandomAccessCollection {
  /// The element at this index; `nil` where there is none.
  fileprivate subscript(safe index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension Imported {
  /// The parts of an imported intent's own texts, so that what a person edits there counts at once.
  init(of intent: Intent, in article: Article?) {
    var texts: [Language: ArticleText] = [:]
    for language in Language.allCases {
      let parts = intent.fixes.compactMap { $0.text[language] }.map { MarkdownParts($0) }
      guard !parts.isEmpty || intent.title[language] != nil else { continue }
      texts[language] = ArticleText(
        title: article?.title[language] ?? intent.title[language] ?? "", heading: intent.heading?[language] ?? "",
        leads: parts.flatMap(\.leads).joined(separator: "\n"),
        links: parts.flatMap(\.linkTexts).joined(separator: "\n"),
        body: parts.map(\.body).joined(separator: "\n"))
    }
    self.init(text: texts)
  }
}
