public import FoundationEssentials

/// A message with what it means, as a line of a TSV file says.
public struct LabelledMessage: Sendable, Equatable {
  /// The intents it may mean; empty: out of scope. Several: the message is ambiguous between them.
  public var intents: [String]
  /// The message.
  public var text: String

  /// The label of a message that belongs to no intent.
  public static let outOfScope = "oos"

  /// Makes a labelled message from its intents (none: out of scope) and its text.
  public init(intents: [String], text: String) {
    self.intents = intents
    self.text = text
  }

  /// The intent, those of an ambiguous message with commas between them, or ``outOfScope``.
  public var label: String { intents.isEmpty ? Self.outOfScope : intents.joined(separator: ",") }

  /// Reads a file of lines `intent<TAB>text`; the label `oos` is out of scope, `a,b` ambiguous. Empty lines are let be.
  ///
  /// - Throws: ``LabelledMessageError``, naming the file and the first line that is wrong.
  public static func read(_ file: URL) throws(LabelledMessageError) -> [LabelledMessage] {
    guard let data = try? Data(contentsOf: file) else { throw .unreadable(file: file.path) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = data.starts(with: mark) ? data.dropFirst(mark.count) : data
    var messages: [LabelledMessage] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      do {
        if let message = try Self.message(line) { messages.append(message) }
      } catch {
        throw .malformed(file: file.path, line: index + 1, error.reason)
      }
    }
    guard !messages.isEmpty else { throw .malformed(file: file.path, line: 1, "no messages in the file") }
    return messages
  }

  private struct BadLine: Error { let reason: String }

  /// The message of a line; `nil` for an empty one.
  private static func message(_ line: Data) throws(BadLine) -> LabelledMessage? {
    guard let line = String(data: line, encoding: .utf8) else { throw BadLine(reason: "not UTF-8") }
    guard line.contains(where: { !$0.isWhitespace }) else { return nil }
    guard let tab = line.firstIndex(of: "\t") else { throw BadLine(reason: "no tab between intent and text") }
    let labels = line[..<tab].split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    guard labels.allSatisfy({ !$0.isEmpty }) else { throw BadLine(reason: "no intent before the tab") }
    guard labels.count == 1 || !labels.contains(outOfScope) else {
      throw BadLine(reason: "a message can't be out of scope and mean an intent")
    }
    let text = trimmed(line[line.index(after: tab)...])
    guard !text.isEmpty else { throw BadLine(reason: "no text after the tab") }
    return LabelledMessage(intents: labels.filter { $0 != outOfScope }, text: text)
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.endIndex)])
  }
}

/// Why a file of labelled messages can't be used.
public enum LabelledMessageError: Error, CustomStringConvertible, Equatable {
  /// The file isn't there or can't be read.
  case unreadable(file: String)
  /// A line is not `intent<TAB>text`.
  case malformed(file: String, line: Int, String)

  /// One sentence that says where and what to write.
  public var description: String {
    switch self {
    case .unreadable(let file): "\(file): can't be read; check the path"
    case .malformed(let file, let line, let reason):
      "\(file):\(line): \(reason); write intent<TAB>text, or oos<TAB>text"
    }
  }
}
