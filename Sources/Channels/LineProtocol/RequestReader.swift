/// Reads requests from a client's stream of bytes.
struct RequestReader {
  private var framer: LineFramer
  private let limit: Int

  /// Makes a reader for lines of at most `limit` bytes.
  init(limit: Int) {
    self.limit = limit
    framer = LineFramer(limit: limit)
  }

  /// True while a line has begun and not ended.
  var isInsideLine: Bool { framer.isInsideLine }

  /// Takes more of the stream.
  mutating func append(_ bytes: some Collection<UInt8>) { framer.append(bytes) }

  /// The next request, or `nil` until there is more of the stream.
  mutating func next() -> Request? { framer.next().map(request) }

  /// The request on the line that the end of the stream ends, if there is one.
  mutating func finish() -> Request? { framer.finish().map(request) }

  private func request(_ piece: LineFramer.Piece) -> Request {
    switch piece {
    case .line(let number, let bytes): Request(line: number, bytes: bytes)
    case .tooLong(let number):
      Request(
        line: number,
        refused: ProtocolError(.lineTooLong, "line \(number) has more than \(limit) bytes; the rest of it is skipped"))
    }
  }
}
