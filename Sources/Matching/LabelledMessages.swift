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

  /// Reads a file of lines `intent<TAB>text`; the label `oos` is out of scope, `a,b` ambiguous. Empty lines are let be.
  ///
  /// - Throws: ``LabelledMessageError``, naming the file and the first line that is wrong.
  public static func read(_ file: URL) throws(LabelledMessageError) -> [LabelledMessage] {
    guard let data = try? Data(contentsOf: file) else { throw .unreadable(file: file.path) }
    var messages: [LabelledMessage] = []
    for (index, line) in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = line.last == "\r" ? line.dropLast() : line
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      guard let tab = line.firstIndex(of: "\t") else {
        throw .malformed(file: file.path, line: index + 1, "no tab between intent and text")
      }
      let labels = line[..<tab].split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      guard !labels.isEmpty, labels.allSatisfy({ !$0.isEmpty }) else {
        throw .malformed(file: file.path, line: index + 1, "no intent before the tab")
      }
      messages.append(
        LabelledMessage(intents: labels.filter { $0 != outOfScope }, text: String(line[line.index(after: tab)...])))
    }
    guard !messages.isEmpty else { throw .malformed(file: file.path, line: 1, "no messages in the file") }
    return messages
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
