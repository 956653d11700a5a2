import FoundationEssentials

/// An article's file as text: whatever its encoding and line ends, and with the HTML that stands for Markdown written as
/// Markdown.
enum ArticleBytes {
  /// A file's text.
  struct Decoded {
    var text: String
    /// What a person should know about how it was read; `nil`: it is plain UTF-8.
    var remark: String?
  }

  /// The text of a file with plain line ends; `nil` where the bytes are no text.
  static func decode(_ data: Data) -> Decoded? {
    let bytes = [UInt8](data)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes).map {
        Decoded(text: plain($0), remark: "the file is in UTF-16; UTF-8 is what articles are in")
      }
    }
    if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: plain(text), remark: nil) }
    return windows1252(bytes).map {
      Decoded(text: plain($0), remark: "the file is not in UTF-8; it was read as Windows-1252")
    }
  }

  private static func utf16(_ bytes: [UInt8]) -> String? {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }

  /// Marks of Windows-1252 that a text may hold besides letters: … ‘ ’ “ ” • – — € and the like.
  private static let marks: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–",
    0x97: "—", 0x99: "™", 0xA0: "\u{A0}", 0xA3: "£", 0xA7: "§", 0xA9: "©", 0xAB: "«", 0xAE: "®", 0xB0: "°",
    0xB4: "´", 0xB7: "·", 0xBB: "»", 0xBD: "½",
  ]

  /// Text of an old editor: nothing but ASCII, western letters and marks that people type. Other bytes are no text.
  private static func windows1252(_ bytes: [UInt8]) -> String? {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: text.append(Unicode.Scalar(byte))
      case 0xC0...0xF6 where byte != 0xD7, 0xF8...0xFD: text.append(Unicode.Scalar(byte))
      default:
        guard let mark = marks[byte] else { return nil }
        text.append(mark)
      }
    }
    return String(text)
  }

  /// Without byte order mark, zero bytes and carriage returns.
  private static func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0, !(byte == 0x0A && wasReturn) {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The Markdown with headings and bold words that are written in HTML (`<h2>`, `<b>`) as Markdown; lines stay lines.
  static func markdown(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var fence: Substring?
    return text.linesOfText.map { line -> String in
      let content = line.drop { $0 == " " }
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        let mark = content.prefix { $0 == content.first }
        if fence == nil { fence = mark } else if content.hasPrefix(fence ?? "") { fence = nil }
      }
      return fence == nil && line.utf8.contains(UInt8(ascii: "<")) ? mended(line) : line
    }.joined(separator: "\n")
  }

  private static func mended(_ line: String) -> String {
    if let heading = heading(line) { return heading }
    var parts = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // What stands between marks of code is code.
    for index in stride(from: 0, to: parts.count, by: 2) { parts[index] = emphasised(parts[index]) }
    return parts.joined(separator: "`")
  }

  /// `<h2 id="x">Text</h2>` as `## <a name="x"></a>Text`; `nil` where the line is none.
  private static func heading(_ line: String) -> String? {
    let tag = line.trimmed
    guard tag.lowercased().hasPrefix("<h"), let level = tag.dropFirst(2).first?.wholeNumberValue,
      (1...6).contains(level),
      let open = tag.firstIndex(of: ">"), tag.lowercased().hasSuffix("</h\(level)>")
    else { return nil }
    let name = tag[..<open].split(separator: "\"", omittingEmptySubsequences: false)
    let anchor = name.count > 1 && name[0].hasSuffix("id=") ? "<a name=\"\(name[1])\"></a>" : ""
    let text = tag[tag.index(after: open)...].dropLast(5)
    return String(repeating: "#", count: level) + " " + anchor + emphasised(String(text))
  }

  private static func emphasised(_ text: String) -> String {
    guard text.contains("<") else { return text }
    return ["<b>", "</b>", "<strong>", "</strong>", "<B>", "</B>", "<STRONG>", "</STRONG>"].reduce(text) { text, tag in
      text.split(separator: tag, omittingEmptySubsequences: false).joined(separator: "**")
    }
  }
}
