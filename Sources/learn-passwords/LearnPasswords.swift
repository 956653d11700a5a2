import Foundation
import Redaction

/// Learns how people tell passwords: from the lists of `Tests/RedactionTests/Lists`, where each is marked, and from lists of
/// harmless messages, a message a line. Writes the weights, or tells with `--kept-aside` how much of the passwords of each
/// quarter of the writers is found by what the others teach.
///
///     learn-passwords LISTS HARMLESS.yaml HARMLESS.tsv … > passwords.weights
@main
struct LearnPasswords {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isTrial = arguments.first == "--kept-aside"
    if isTrial { arguments.removeFirst() }
    guard let folder = arguments.first else {
      FileHandle.standardError.write(Data("usage: learn-passwords [--kept-aside] LISTS [HARMLESS …]\n".utf8))
      exit(64)
    }
    let marked = try MarkedMessages.read(folder: URL(filePath: folder))
    let harmless = try arguments.dropFirst().flatMap { try MarkedMessages.harmless(URL(filePath: $0), list: "") }
    if isTrial { return Trial(marked: marked, harmless: harmless).run() }
    FileHandle.standardOutput.write(Learning().weights(from: marked, harmless).data)
  }
}

/// A message, and where the passwords in it stand, among its scalars.
struct MarkedMessage {
  var list: String
  var text: String
  var passwords: [Range<Int>]

  /// Each word's evidence, and whether it is a password.
  func rows(knowing known: Set<UInt32>) -> [Row] {
    LearnablePasswords.words(of: text, knowing: known).map { word in
      Row(pieces: word.pieces, isPassword: passwords.contains { $0.overlaps(word.range) })
    }
  }
}

struct Row {
  var pieces: [Int]
  var isPassword: Bool
}

enum MarkedMessages {
  /// The messages of all lists in a folder: `kind|text with «secret»`, or one harmless message a line.
  static func read(folder: URL) throws -> [MarkedMessage] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    return try files.flatMap { file in
      let name = file.deletingPathExtension().lastPathComponent
      let writer = name.replacing("-harmless", with: "")
      return try name.hasSuffix("harmless") ? harmless(file, list: writer) : marked(file, list: writer)
    }
  }

  /// A message a line: of YAML the items of its lists, of a table the last column.
  static func harmless(_ file: URL, list: String) throws -> [MarkedMessage] {
    let texts: [String] =
      switch file.pathExtension {
      case "yaml": try lines(file).compactMap(item)
      case "tsv": try lines(file).compactMap { $0.split(separator: "\t").last.map(String.init) }
      default: try lines(file)
      }
    return texts.map { MarkedMessage(list: list, text: $0, passwords: []) }
  }

  private static func item(_ line: String) -> String? {
    let text = line.trimmingCharacters(in: .whitespaces)
    return text.hasPrefix("- ") ? text.dropFirst(2).trimmingCharacters(in: .init(charactersIn: " \"")) : nil
  }

  /// Those with other secrets say nothing: other rules find them.
  private static func marked(_ file: URL, list: String) throws -> [MarkedMessage] {
    try lines(file).compactMap { line in
      guard line.hasPrefix("password|") else { return nil }
      var (text, passwords, start) = ("", [Range<Int>](), 0)
      for scalar in line.dropFirst("password|".count).unicodeScalars {
        switch scalar {
        case "«": start = text.unicodeScalars.count
        case "»": passwords.append(start..<text.unicodeScalars.count)
        default: text.unicodeScalars.append(scalar)
        }
      }
      return MarkedMessage(list: list, text: text, passwords: passwords)
    }
  }

  private static func lines(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }
}
