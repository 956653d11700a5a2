import Dialogue
import Foundation
import Knowledge
import Matching
import SessionLog
import TestSupport
import Testing

@testable import Helpdesk

@Suite("A helpdesk")
struct HelpdeskTests {
  let noon = Date(timeIntervalSince1970: 1_764_000_000)

  @Test("answers in order, each session counting its own turns")
  func order() throws {
    let desk = try makeDesk()
    let requests = ["anna", "bo", "anna", "anna", "bo"].map { TurnRequest(session: $0, text: "hello") }
    let responses = try desk.respond(to: requests, now: noon).map { try $0.get() }
    #expect(responses.map(\.session) == requests.map(\.session))
    #expect(responses.map(\.turn) == [1, 1, 2, 3, 2])
  }

  @Test("the same message again gives the stored answer, whatever its text, also within a batch")
  func repeats() throws {
    let desk = try makeDesk()
    let request = TurnRequest(session: "anna", messageID: "17", text: "button greyed out")
    var other = request
    other.text = "something else"
    let responses = try desk.respond(to: [request, other], now: noon).map { try $0.get() }
    let later = try desk.respond(to: other, now: noon)
    var expected = responses[0]
    expected.repeated = true
    #expect(responses[0].repeated == nil)
    #expect(responses[1] == expected)
    #expect(later == expected)
    #expect(try desk.session("anna").turn == 1)
  }

  @Test("an id is a session's own")
  func idsOfSessions() throws {
    let desk = try makeDesk()
    let first = try desk.respond(to: TurnRequest(session: "anna", messageID: "1", text: "hello"), now: noon)
    let second = try desk.respond(to: TurnRequest(session: "bo", messageID: "1", text: "hello"), now: noon)
    #expect(first.repeated == nil && second.repeated == nil)
  }

  @Test("sessions and messages are told apart by their bytes, also where they look alike")
  func bytes() throws {
    let desk = try makeDesk()
    let requests = [("é", "1"), ("e\u{301}", "1"), ("é", "å"), ("é", "a\u{30A}"), ("é", "å")].map {
      TurnRequest(session: $0.0, messageID: $0.1, text: "hello")
    }
    let responses = try desk.respond(to: requests, now: noon).map { try $0.get() }
    #expect(responses.map(\.turn) == [1, 1, 2, 3, 2])
    #expect(responses.map(\.repeated) == [nil, nil, nil, nil, true])
    #expect(responses.map { Array($0.session.utf8) } == requests.map { Array($0.session.utf8) })
  }

  @Test("goes on where it stood after a restart")
  func restart() throws {
    let folder = TemporaryFolder()
    let path = folder.path("log.sqlite")
    let request = TurnRequest(session: "anna", messageID: "1", text: "button greyed out")
    let answer = try makeDesk(path).respond(to: request, now: noon)
    let restarted = try makeDesk(path)
    let again = try restarted.respond(to: request, now: noon)
    #expect(again.repeated == true)
    #expect(again.replies == answer.replies)
    #expect(try restarted.respond(to: TurnRequest(session: "anna", text: "next"), now: noon).turn == 2)
  }

  @Test("two processes on one log never fork a session")
  func twoProcesses() throws {
    let folder = TemporaryFolder()
    let desks = try [makeDesk(folder.path("log.sqlite")), makeDesk(folder.path("log.sqlite"))]
    let turns = try (0..<20).map { number in
      try desks[number % 2].respond(to: TurnRequest(session: "anna", text: "hello"), now: noon).turn
    }
    #expect(turns == Array(1...20))
  }

  @Test("what looks like a password and stands alone is taken for one, from the first message on")
  func loneWord() throws {
    let desk = try makeDesk()
    for text in ["hunter2", "hunter2 hello", "my password is hunter2"] {
      _ = try desk.respond(to: TurnRequest(session: "anna", text: text), now: noon)
    }
    let session = try #require(try desk.log.session(named: "anna"))
    let texts = try desk.log.turns(of: session.id).map(\.text)
    #expect(texts == ["[password]", "hunter2 hello", "my password is [password]"])
  }

  @Test("feedback is taken only where a fix waits for it")
  func feedback() throws {
    let desk = try makeDesk()
    _ = try desk.respond(to: TurnRequest(session: "anna", text: "hello"), now: noon)
    #expect(throws: NoFixToJudge.self) { try desk.feedback("anna", helped: "yes", now: noon) }
    #expect(try desk.session("anna").turn == 1)
  }

  @Test("a session that was idle for long starts afresh; its turns go on")
  func idle() throws {
    let desk = try makeDesk()
    let request = TurnRequest(session: "anna", text: "button greyed out")
    _ = try desk.respond(to: request, now: noon)
    let first = try desk.session("anna")
    let almost = noon.addingTimeInterval(12 * 3600 - 1)
    #expect(try desk.respond(to: request, now: almost).turn == 2)
    #expect(try desk.session("anna").started == first.started)
    let later = almost.addingTimeInterval(12 * 3600)
    #expect(try desk.respond(to: request, now: later).turn == 3)
    #expect(try desk.session("anna").started == later)
  }

  @Test("a reset begins a new conversation; turns go on and old messages keep their answers")
  func reset() throws {
    let desk = try makeDesk()
    let request = TurnRequest(session: "anna", messageID: "1", text: "button greyed out")
    _ = try desk.respond(to: request, now: noon)
    try desk.reset("anna")
    #expect(try desk.session("anna").outcome == .abandoned)
    #expect(try desk.session("anna").state == TurnResponse.State())
    #expect(try desk.respond(to: request, now: noon).repeated == true)
    let later = noon.addingTimeInterval(60)
    #expect(try desk.respond(to: TurnRequest(session: "anna", text: "hello"), now: later).turn == 2)
    #expect(try desk.session("anna").outcome == .open)
    #expect(try desk.session("anna").started == later)
  }

  @Test("an ended session keeps what it came to")
  func end() throws {
    let desk = try makeDesk()
    _ = try desk.respond(to: TurnRequest(session: "anna", text: "hello"), now: noon)
    _ = try desk.respond(to: TurnRequest(session: "bo", text: "hello"), now: noon)
    #expect(try desk.log.openSessions() == 2)
    try desk.end("anna", outcome: .resolved)
    try desk.end("anna")
    #expect(try desk.session("anna").outcome == .resolved)
    #expect(try desk.log.openSessions() == 1)
  }

  @Test("a deleted session is unknown, and so is one that never was")
  func delete() throws {
    let desk = try makeDesk()
    _ = try desk.respond(to: TurnRequest(session: "anna", text: "hello"), now: noon)
    try desk.delete("anna")
    let unknown = UnknownSession(session: "anna")
    #expect(throws: unknown) { try desk.session("anna") }
    #expect(throws: unknown) { try desk.reset("anna") }
    #expect(throws: unknown) { try desk.delete("anna") }
    #expect(throws: unknown) { try desk.feedback("anna", helped: "yes", now: noon) }
    #expect(try desk.respond(to: TurnRequest(session: "anna", text: "hello"), now: noon).turn == 1)
  }

  @Test("a log that can't be written fails every request and moves nothing")
  func storeTrouble() throws {
    let folder = TemporaryFolder()
    let path = folder.path("log.sqlite")
    let desk = try makeDesk(path, busyTimeout: 0)
    _ = try desk.respond(to: TurnRequest(session: "anna", text: "hello"), now: noon)
    let requests = [TurnRequest(session: "anna", text: "hello"), TurnRequest(session: "bo", text: "hello")]
    try SessionLog(path: path).write { writer in
      _ = try writer.content(version: "held")
      for result in desk.respond(to: requests, now: noon) {
        #expect(throws: LogError.locked(path: path)) { try result.get() }
      }
    }
    #expect(try desk.respond(to: requests, now: noon).map { try $0.get().turn } == [2, 1])
  }

  @Test("what was used last is held, and no more than twice the capacity")
  func recentlyUsed() {
    let recent = RecentlyUsed<Int, Int>(capacity: 10)
    for number in 0..<100 { recent[number] = number }
    #expect((90..<100).allSatisfy { recent[$0] == $0 })
    #expect((0..<100).filter { recent[$0] != nil }.count <= 20)
  }

  private func makeDesk(_ path: String = SessionLog.inMemory, busyTimeout: TimeInterval = 5) throws -> Helpdesk {
    let knowledge = KnowledgeBase(
      articles: [:], questions: [:], facts: [:], vocabulary: [], settings: Settings(),
      conversation: Conversation(words: [:], replies: [:]), version: "test", intentIDs: [],
      fetch: { _ in nil })
    return Helpdesk(
      engine: DialogueEngine(knowledge: knowledge, matcher: Matcher(knowledge: knowledge)),
      log: try SessionLog(path: path, busyTimeout: busyTimeout))
  }
}
