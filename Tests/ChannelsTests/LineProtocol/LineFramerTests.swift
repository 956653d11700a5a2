import Testing

@testable import Channels

@Suite("a stream is cut into lines")
struct LineFramerTests {
  private func pieces(_ chunks: [String], limit: Int = 10) -> [LineFramer.Piece] {
    var framer = LineFramer(limit: limit)
    var pieces: [LineFramer.Piece] = []
    for chunk in chunks {
      framer.append(chunk.utf8)
      while let piece = framer.next() { pieces.append(piece) }
    }
    if let piece = framer.finish() { pieces.append(piece) }
    return pieces
  }

  private func line(_ number: Int, _ text: String) -> LineFramer.Piece {
    .line(number: number, bytes: Array(text.utf8))
  }

  @Test("blank lines are counted and left out, carriage returns taken off, the last line needs no end")
  func lines() {
    #expect(pieces(["a\r\n\n \t\r\nb"]) == [line(1, "a"), line(4, "b")])
  }

  @Test("one byte order mark at the very start is ignored")
  func byteOrderMark() {
    #expect(pieces(["\u{FEFF}a\n"]) == [line(1, "a")])
    #expect(pieces(["\u{FEFF}\u{FEFF}a\n\u{FEFF}b\n"]) == [line(1, "\u{FEFF}a"), line(2, "\u{FEFF}b")])
  }

  @Test("a line may come in any pieces")
  func anyPieces() {
    let text = "\u{FEFF}åäö\r\n\nxyz\n0123456789\r\n0123456789a\nend"
    let bytes = text.unicodeScalars.map { String($0) }
    #expect(pieces(bytes) == pieces([text]))
  }

  @Test("a line of the limit is taken, a longer one told once and skipped")
  func limit() {
    let ten = "0123456789"
    #expect(pieces([ten + "\r\n" + ten + "a\nb"]) == [line(1, ten), .tooLong(number: 2), line(3, "b")])
    #expect(pieces([ten, ten, ten, "\nb\n"]) == [.tooLong(number: 1), line(2, "b")])
    #expect(pieces([ten, ten]) == [.tooLong(number: 1)])
  }

  @Test("what is skipped is not held")
  func constantMemory() {
    var framer = LineFramer(limit: 10)
    for _ in 0..<100 {
      framer.append(repeatElement(UInt8(ascii: "x"), count: 1000))
      _ = framer.next()
      #expect(framer.held <= 1000)
    }
  }
}
