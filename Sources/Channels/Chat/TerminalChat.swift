import CLineEditor
import Dialogue
public import TextAnalysis

/// A conversation on a terminal: a prompt with line editing and history, replies wrapped to the width.
///
/// The history lives as long as the conversation and is never written to disk: what a person types may hold a secret.
public struct TerminalChat {
  private let session: ChatSession
  private let style: TerminalStyle
  private let language: Language

  /// Makes a conversation for a session, which is closed when the conversation ends.
  ///
  /// - Parameters:
  ///   - session: the session.
  ///   - style: what the terminal can show.
  ///   - language: the language to welcome the person in.
  public init(session: ChatSession, style: TerminalStyle, language: Language) {
    self.session = session
    self.style = style
    self.language = language
  }

  /// Answers until the person leaves: by a word, by Ctrl-D, or by Ctrl-C.
  ///
  /// - Throws: `LogError` where the log can't be written, ``NoTerminal`` where the terminal can't be used.
  public func run() throws {
    fixline_use_utf8()
    guard let editor = fixline_editor_new(style.prompt) else { throw NoTerminal() }
    do {
      defer { fixline_editor_free(editor) }
      try converse(with: editor)
    } catch is OutputClosed {}
    try session.close()
  }

  private func converse(with editor: OpaquePointer) throws {
    let open = try session.openReplies().map(\.text).joined(separator: "\n")
    if let first = open.isEmpty ? session.welcome(in: language) : open { try show(first) }
    var hasLeft = false
    while !hasLeft {
      guard let message = read(from: editor) else {
        // The prompt still stands on the line.
        try ByteOutput.standard.write("\n")
        return
      }
      let replies = try session.replies(to: message)
      try show(replies.map(\.text).joined(separator: "\n"))
      hasLeft = replies.contains { $0.kind == .goodbye }
    }
  }

  private func read(from editor: OpaquePointer) -> String? {
    var length = 0
    guard let line = fixline_editor_read(editor, &length) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: line, count: length), as: UTF8.self)
  }

  private func show(_ text: String) throws(OutputClosed) {
    try ByteOutput.standard.write(style.layOut(text, width: TerminalStyle.width) + "\n\n")
  }
}

/// The terminal can't be used for line editing.
public struct NoTerminal: Error, CustomStringConvertible {
  /// One sentence that says what to do instead.
  public var description: String { "this terminal can't be used for a conversation; pipe the messages in instead" }
}
