import Glibc
import Testing

@testable import Channels

@Suite struct LineReaderTests {
  /// What a reader makes of these bytes.
  func lines(of bytes: [UInt8], limit: Int = 65_536) throws -> [LineReader.Line] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    try ByteOutput(descriptor: ends[1]).write(bytes)
    close(ends[1])
    var reader = LineReader(descriptor: ends[0], limit: limit)
    var lines: [LineReader.Line] = []
    while let line = reader.next() { lines.append(line) }
    return lines
  }

  func texts(of text: String) throws -> [String?] { try lines(of: Array(text.utf8)).map(\.text) }

  @Test func keepsEmptyLinesAndALastLineWithoutEnd() throws {
    #expect(try texts(of: "a\n\nb") == ["a", "", "b"])
    #expect(try texts(of: "a\n") == ["a"])
    #expect(try texts(of: "\n") == [""])
    #expect(try texts(of: "") == [])
  }

  @Test func leavesOutCarriageReturnsAndAByteOrderMark() throws {
    #expect(try texts(of: "\u{FEFF}å\r\nb\rc\r\n\r\n") == ["å", "b\rc", ""])
  }

  @Test func doesNotRepairWhatIsNoUTF8() throws {
    #expect(try lines(of: [0xFF, 0x0A, 0xC3, 0x0A, 0x61]).map(\.text) == [nil, nil, "a"])
  }

  @Test func keepsTheBeginningOfALongLine() throws {
    let lines = try lines(of: Array("abå€def\nabå\n".utf8), limit: 6)
    #expect(lines.map(\.isCut) == [true, false])
    #expect(lines.map(\.text) == ["abå", "abå"])
    #expect(lines.map(\.bytes.count) == [6, 4])
  }

  @Test func readsLinesLongerThanWhatIsReadAtOnce() throws {
    // More than a pipe holds would wait for its reader, so this stays under 64 KiB in sum.
    let long = String(repeating: "x", count: 60_000)
    #expect(try texts(of: long + "\n" + "y") == [long, "y"])
  }
}
