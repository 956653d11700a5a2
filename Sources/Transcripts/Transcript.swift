/// A conversation written down: what the person says and what has to come of it.
///
/// One file a conversation, plain text: `>` the person, `=` an assertion on structure, `<` the bot's words (`…` matches
/// anything), `#` a comment. `docs/transcripts.md` describes it for those who write them.
public struct Transcript: Sendable, Equatable {
  /// Where it was read from, for messages.
  public var path: String
  /// The comment lines before the first message, without their marks: what the story is about.
  public var title: [String]
  /// The messages in order, with what is expected of each.
  public var steps: [Step]

  /// One message of the person and what has to come of it.
  public struct Step: Sendable, Equatable {
    /// The line that it stands on, from 1.
    public var line: Int
    /// The comments in front of it, without their marks.
    public var comments: [String] = []
    /// What the person says; an empty message is empty.
    public var message: String
    /// What is asserted, in order.
    public var assertions: [Assertion] = []
    /// The bot's words, a line each, and where they begin.
    public var words: [String] = []
    /// The line where ``words`` begin.
    public var wordsLine: Int?
  }

  /// An assertion on structure: `= fix role-suffices`.
  public struct Assertion: Sendable, Equatable {
    /// The line that it stands on, from 1.
    public var line: Int
    /// What it is about.
    public var property: Property
    /// What it has to be; several values are separated by commas.
    public var value: String
  }

  /// What can be asserted of a turn. Replaying tells each (``Replay``).
  public enum Property: String, Sendable, CaseIterable {
    /// The symptom that is talked about, or `none`.
    case intent
    /// The fix that is given, or `none`.
    case fix
    /// The question that is asked: a slot, `intent`, `helped`, or `none`.
    case asks
    /// The symptoms that are offered, in order.
    case offers
    /// The kinds of the replies, in order.
    case kinds
    /// The language replied in: `sv` or `en`.
    case language
    /// What the session has come to: `open`, `resolved`, `handed-over`, `abandoned`.
    case outcome
    /// How the message was taken: `answer`, `ask`, `none`, `reply`, `follow-up`, `command`, `small-talk`, `feedback`.
    case decision
    /// What is known: `role=manager, place=office`, or `none`.
    case facts
  }
}

/// Why a transcript can't be read, with its place.
public struct TranscriptError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong and what to do about it.
  public var message: String

  /// `path:line: message`.
  public var description: String { "\(path):\(line): \(message)" }
}

extension Transcript {
  /// Reads a transcript.
  ///
  /// - Throws: ``TranscriptError`` with the line of the first mistake.
  public init(_ text: String, path: String) throws(TranscriptError) {
    self.init(path: path, title: [], steps: [])
    var comments: [String] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.last == "\r" ? raw.dropLast() : raw
      guard let mark = line.first else { continue }
      let content = String(line.dropFirst().drop { $0 == " " })
      switch mark {
      case "#": comments.append(content)
      case ">":
        if steps.isEmpty { swap(&title, &comments) }
        steps.append(Step(line: index + 1, comments: comments, message: content))
        comments = []
      case "=":
        let assertion = try Self.assertion(content, path: path, line: index + 1)
        guard !steps.isEmpty else { throw Self.early(path, index + 1) }
        steps[steps.count - 1].assertions.append(assertion)
      case "<":
        guard !steps.isEmpty else { throw Self.early(path, index + 1) }
        if steps[steps.count - 1].words.isEmpty { steps[steps.count - 1].wordsLine = index + 1 }
        steps[steps.count - 1].words.append(content)
      default:
        throw TranscriptError(
          path: path, line: index + 1, message: "a line begins with >, <, = or #; this one with “\(mark)”")
      }
    }
    guard !steps.isEmpty else {
      throw TranscriptError(path: path, line: 1, message: "nobody says anything; begin a message with >")
    }
  }

  private static func assertion(_ content: String, path: String, line: Int) throws(TranscriptError) -> Assertion {
    let name = content.prefix { $0 != " " }
    guard let property = Property(rawValue: String(name)) else {
      let known = Property.allCases.map(\.rawValue).joined(separator: ", ")
      throw TranscriptError(path: path, line: line, message: "“\(name)” can't be asserted; known are \(known)")
    }
    let value = content.dropFirst(name.count).drop { $0 == " " }
    guard !value.isEmpty else {
      throw TranscriptError(path: path, line: line, message: "= \(name) needs a value; `none` where there is none")
    }
    return Assertion(line: line, property: property, value: String(value))
  }

  private static func early(_ path: String, _ line: Int) -> TranscriptError {
    TranscriptError(path: path, line: line, message: "nothing has been said yet; begin with a message, >")
  }
}
