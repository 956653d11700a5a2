import CLineEditor
import Dialogue
public import Glibc

/// A conversation over a pipe: one message a line in; the replies, then one empty line, out.
///
/// An empty line is an empty message. Nothing else is written to the output. The end of the input, a signal to end and
/// a reader that went away all close the session.
public struct PipedChat {
  private let session: ChatSession
  private let input: Int32
  private let output: ByteOutput
  private let diagnostics: ByteOutput

  /// Makes a conversation for a session.
  ///
  /// - Parameters:
  ///   - session: the session; closed when the conversation ends.
  ///   - input: the file descriptor to read from; default stdin.
  ///   - output: where replies go; default stdout.
  ///   - diagnostics: where it is said that a line could not be read; default stderr.
  public init(
    session: ChatSession, input: Int32 = STDIN_FILENO, output: ByteOutput = .standard,
    diagnostics: ByteOutput = .standardError
  ) {
    self.session = session
    self.input = input
    self.output = output
    self.diagnostics = diagnostics
  }

  /// Answers until the input ends.
  ///
  /// - Throws: `LogError` where the log can't be written.
  public func run() throws {
    fixline_signals_end_input()
    var lines = LineReader(descriptor: input)
    var number = 0
    do {
      while let line = lines.next() {
        number += 1
        let replies = try session.replies(to: message(in: line, number))
        try output.write(replies.map(\.text).joined(separator: "\n") + "\n\n")
      }
    } catch is OutputClosed {}
    try session.close()
  }

  /// What a line says. One that is no UTF-8 is said to be so and stands as a replacement character, of which the bot can
  /// make nothing: repaired text might say something that nobody wrote.
  private func message(in line: LineReader.Line, _ number: Int) -> String {
    guard let text = line.text else {
      note("line \(number) is not UTF-8: it is answered as a message that says nothing")
      return "\u{FFFD}"
    }
    if line.isCut { note("line \(number) is too long: only its first \(line.bytes.count) bytes are read") }
    return text
  }

  /// Says something beside the conversation; that nobody listens there is no reason to end it.
  private func note(_ text: String) { try? diagnostics.write("fixline: \(text)\n") }
}
