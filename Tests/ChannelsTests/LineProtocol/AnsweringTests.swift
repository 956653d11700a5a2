import FoundationEssentials
import Helpdesk
import SessionLog
import Synchronization
import Testing

@testable import Channels
@testable import Dialogue

@Suite("requests are answered by the rules of the protocol")
struct AnsweringTests {
  /// The replies to lines, each as JSON.
  private func replies(
    to lines: [String], from desk: FakeDesk = FakeDesk(), limits: Limits = Limits(), now: Double = 0
  ) throws -> [JSON] {
    var reader = RequestReader(limit: limits.line)
    reader.append(lines.joined(separator: "\n").utf8)
    var requests: [Request] = []
    while let request = reader.next() { requests.append(request) }
    if let request = reader.finish() { requests.append(request) }
    let answering = Answering(desk, limits: limits)
    return try answering.answer(requests, now: Date(timeIntervalSince1970: now)).filter { !$0.isEmpty }.map {
      #expect($0.last == UInt8(ascii: "\n"))
      return try JSONReader.read($0)
    }
  }

  private func request(_ method: String, _ params: String = "{}", id: String = "1") -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(params)}"#
  }

  @Test("a message is answered under its id")
  func message() throws {
    let reply = try replies(to: [request("message", #"{"session":"a","text":"hej","extra":[1]}"#, id: "1.50")])
    #expect(
      reply == [
        try JSONReader.read(
          Array(
            """
            {"jsonrpc":"2.0","id":1.50,"result":{"session":"a","turn":1,"language":"en","replies":\
            [{"kind":"notice","text":"hej"}],"state":{}}}
            """.utf8))
      ])
  }

  @Test(
    "what can't be answered gets its code",
    arguments: [
      ("x", -32700), (#"{"jsonrpc":"2.0""#, -32700), (#"{"a":"\ud800"}"#, -32700), ("[]", -32600), ("1", -32600),
      ("{}", -32600), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":"no"}"#, -32601),
      (#"{"jsonrpc":"2.0","id":1,"method":"message"}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"message","params":[]}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"","text":""}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":7,"text":""}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"a"}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"a","text":"","message_id":""}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"a\u0000b","text":""}}"#, -32602),
      (
        #"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"a","text":"","message_id":"\u0000"}}"#, -32602
      ),
      (#"{"jsonrpc":"2.0","id":1,"method":"feedback","params":{"session":"a","helped":"maybe"}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"session.get","params":{"session":"a"}}"#, -32002),
      (#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocol":2}}"#, -32001),
      (#"{"jsonrpc":"2.0","id":1,"method":"reload"}"#, -32006),
    ])
  func errors(line: String, code: Int) throws {
    let reply = try #require(try replies(to: [line]).first)
    #expect(reply["error"]?["code"] == .number(String(code)))
    #expect(reply["error"]?["data"]?["line"] == .number("1"))
    #expect(reply["id"] == .null || reply["id"] == .number("1"))
  }

  @Test("a session's id has 1 to 200 bytes")
  func sessionLength() throws {
    let longest = String(repeating: "å", count: 100)
    let replies = try replies(to: [
      request("message", #"{"session":"\#(longest)","text":""}"#),
      request("message", #"{"session":"\#(longest)x","text":""}"#),
    ])
    #expect(replies[0]["result"]?["turn"] == .number("1"))
    #expect(replies[1]["error"]?["code"] == .number("-32602"))
  }

  @Test("invalid UTF-8 and overlong lines are told with their line, and the stream goes on")
  func bytes() throws {
    var reader = RequestReader(limit: 64)
    reader.append(Array("{}\n".utf8) + [0x22, 0xC3, 0x28, 0x22, 0x0A] + Array(repeating: 0x20, count: 65) + [0x0A])
    reader.append(request("ping").utf8.prefix(64))
    var requests: [Request] = []
    while let request = reader.next() { requests.append(request) }
    let errors = try Answering(FakeDesk()).answer(requests, now: Date()).map { try JSONReader.read($0) }
    #expect(errors.map { $0["error"]?["code"] } == [.number("-32600"), .number("-32700"), .number("-32003")])
    #expect(errors.map { $0["error"]?["data"]?["line"] } == [.number("1"), .number("2"), .number("3")])
  }

  @Test("a text has spaces where it had U+0000, at which the log would end it")
  func textWithNull() throws {
    let desk = FakeDesk()
    _ = try replies(to: [request("message", #"{"session":"a","text":"x\u0000y"}"#)], from: desk)
    #expect(desk.calls.withLock { $0 } == ["x y"])
  }

  @Test("a notification is handled and not answered")
  func notification() throws {
    let desk = FakeDesk()
    let lines = [
      #"{"jsonrpc":"2.0","method":"message","params":{"session":"a","text":"x"}}"#,
      #"{"jsonrpc":"2.0","method":"nonsense"}"#, #"{"jsonrpc":"2.0","method":"message"}"#,
    ]
    #expect(try replies(to: lines, from: desk).isEmpty)
    #expect(desk.calls.withLock { $0 } == ["x"])
  }

  @Test("messages are committed together, and before anything that looks at a session")
  func groups() throws {
    let desk = FakeDesk()
    func message(_ text: String) -> String { request("message", #"{"session":"a","text":"\#(text)"}"#) }
    _ = try replies(
      to: [
        message("1"), request("ping"), "nonsense", message("2"), request("session.get", #"{"session":"a"}"#),
        message("3"), request("feedback", #"{"session":"a","helped":"yes"}"#), message("4"),
      ], from: desk)
    #expect(desk.calls.withLock { $0 } == ["1,2", "get a", "3", "yes", "4"])
  }

  @Test("store trouble may pass, a choice that is not on offer doesn't; neither quotes anybody")
  func deskErrors() throws {
    let message = request("message", #"{"session":"a","text":"x","choice":"secret"}"#)
    let full = try replies(to: [message], from: FakeDesk(failing: LogError.full(path: "log")))[0]
    #expect(full["error"]?["code"] == .number("-32005"))
    #expect(full["error"]?["data"]?["retry"] == .bool(true))
    let choice = try replies(
      to: [message], from: FakeDesk(failing: UnknownChoice(choice: "secret", offered: ["a", "b"])))[0]
    #expect(choice["error"]?["code"] == .number("-32602"))
    #expect(choice["error"]?["message"] == .string("params.choice is not on offer; one of a, b"))
  }

  @Test("a session may send so many messages a minute, if that was asked for")
  func rate() throws {
    var limits = Limits()
    limits.messagesPerMinute = 2
    let message = request("message", #"{"session":"a","text":"x"}"#)
    let other = request("message", #"{"session":"b","text":"x"}"#)
    let codes = try replies(to: [message, message, message, other], limits: limits).map { $0["error"]?["code"] }
    #expect(codes == [nil, nil, .number("-32007"), nil])
  }

  @Test("each minute counts anew")
  func rateByMinute() {
    var rate = RateLimit(limit: 1)
    #expect([0, 59, 60, 119].map { rate.admits("a", at: $0) } == [true, false, true, false])
  }
}

extension JSON {
  /// A member of an object.
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }
}
