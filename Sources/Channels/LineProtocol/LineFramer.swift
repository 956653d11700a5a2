/// Cuts a stream of bytes into lines. What it holds never exceeds one line and what was appended last.
struct LineFramer {
  /// A piece of the stream.
  enum Piece: Equatable {
    /// A line without its end; `number` counts from 1.
    case line(number: Int, bytes: [UInt8])
    /// A line that is too long: said once, as soon as that is certain; the rest of it is skipped.
    case tooLong(number: Int)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where the line begins that is being read, and up to where it is known to have no end.
  private var start = 0
  private var scanned = 0
  private var number = 1
  private var isSkipping = false

  /// How many bytes are held.
  var held: Int { buffer.count }

  /// Makes a framer for lines of at most `limit` bytes, not counting their ends.
  init(limit: Int) { self.limit = limit }

  /// True while a line has begun and not ended.
  var isInsideLine: Bool { start < buffer.count || isSkipping }

  /// Takes more of the stream.
  mutating func append(_ bytes: some Collection<UInt8>) {
    if isSkipping, buffer.isEmpty {
      guard let end = bytes.firstIndex(of: Self.newline) else { return }
      buffer.append(contentsOf: bytes[end...])
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// The next piece, or `nil` until there is more of the stream. Blank lines are counted and left out.
  mutating func next() -> Piece? {
    while let end = buffer[scanned...].firstIndex(of: Self.newline) {
      let line = trimmed(buffer[start..<end])
      defer {
        start = end + 1
        scanned = start
        number += 1
        isSkipping = false
      }
      if isSkipping { continue }
      if line.count > limit { return .tooLong(number: number) }
      if !isBlank(line) { return .line(number: number, bytes: Array(line)) }
    }
    return compact()
  }

  /// The line that the end of the stream ends, if there is one.
  mutating func finish() -> Piece? {
    append(CollectionOfOne(Self.newline))
    return next()
  }

  /// Throws away what has been read; says so once when the line being read can no longer be short enough.
  private mutating func compact() -> Piece? {
    buffer.removeSubrange(..<start)
    start = 0
    scanned = buffer.count
    // A carriage return may belong to the end of the line, a byte order mark is not counted.
    guard trimmed(buffer[...]).count > limit else { return nil }
    buffer = []
    scanned = 0
    isSkipping = true
    return .tooLong(number: number)
  }

  /// The line without a carriage return at its end and, at the start of the stream, without a byte order mark.
  private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == Self.carriageReturn { line.removeLast() }
    if number == 1, line.starts(with: Self.byteOrderMark) { line.removeFirst(Self.byteOrderMark.count) }
    return line
  }

  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == Self.carriageReturn }
  }
}
