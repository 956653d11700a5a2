import CLineEditor

/// Reads lines from a file descriptor, one at a time, as bytes: what is no UTF-8 reaches the caller as it is.
///
/// A line ends with `\n`, or with the end of the input; a `\r` before that is not part of it, nor is a byte order mark
/// at the very start. Of a line that is longer than the limit only the beginning is kept, in constant memory.
struct LineReader {
  /// A line of the input.
  struct Line: Equatable {
    /// The line without its end.
    var bytes: [UInt8] = []
    /// True where the line was longer than the limit, and `bytes` is only its beginning.
    var isCut = false

    /// The text of the line; `nil` where it is no UTF-8. A character that the limit has cut in two is left out.
    var text: String? {
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      guard isCut, let lead = bytes.suffix(4).lastIndex(where: { $0 >= 0xC0 }) else { return nil }
      return String(validating: bytes[..<lead], as: UTF8.self)
    }
  }

  private let descriptor: Int32
  private let limit: Int
  private var chunk: ArraySlice<UInt8> = []
  private var isAtStart = true

  /// Reads from this descriptor, keeping at most `limit` bytes of a line.
  init(descriptor: Int32, limit: Int = 65_536) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line; `nil` at the end of the input, or when a signal has asked the process to end.
  mutating func next() -> Line? {
    var line = Line()
    var hasBegun = false
    while !chunk.isEmpty || fill() {
      hasBegun = true
      let end = chunk.firstIndex(of: UInt8(ascii: "\n")) ?? chunk.endIndex
      line.isCut = line.isCut || end - chunk.startIndex > limit - line.bytes.count
      line.bytes.append(contentsOf: chunk[..<end].prefix(limit - line.bytes.count))
      let isEnded = end < chunk.endIndex
      chunk = chunk[(isEnded ? end + 1 : end)...]
      if isEnded { return trimmed(line) }
    }
    return hasBegun ? trimmed(line) : nil
  }

  /// Reads more of the input; false at its end.
  private mutating func fill() -> Bool {
    chunk =
      Array(unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(0, fixline_read(descriptor, buffer.baseAddress, buffer.count))
      }[...]
    return !chunk.isEmpty
  }

  private mutating func trimmed(_ line: Line) -> Line {
    var line = line
    if !line.isCut, line.bytes.last == UInt8(ascii: "\r") { line.bytes.removeLast() }
    if isAtStart, line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line.bytes.removeFirst(3) }
    isAtStart = false
    return line
  }
}
