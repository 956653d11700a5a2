import Foundation
import Knowledge
import Matching
import SessionLog
import TestSupport
import Testing

@testable import Dialogue
@testable import Helpdesk

@Suite("What is decided ahead")
struct AheadTests {
  private let noon = Date(timeIntervalSince1970: 1_764_000_000)
  private let folder = TemporaryFolder()

  private func makeDesk(_ name: String = "log.sqlite") throws -> Helpdesk {
    let knowledge = KnowledgeBase(
      articles: [:], questions: [:], facts: [:], vocabulary: [], settings: Settings(),
      conversation: .init(words: [:], replies: [:]), version: "test", intentIDs: [],
      fetch: { _ in nil })
    return Helpdesk(
      engine: DialogueEngine(knowledge: knowledge, matcher: Matcher(knowledge: knowledge)),
      log: try SessionLog(path: folder.path(name), busyTimeout: 0))
  }

  private func message(_ text: String, id: String? = nil) -> [TurnRequest] {
    [TurnRequest(session: "anna", messageID: id, text: text)]
  }

  /// The texts of a session's turns by their numbers, and the words that its conversation remembers.
  private func standing(_ desk: Helpdesk) throws -> [String] {
    let conversations = try desk.log.conversations(named: "anna")
    let turns = try conversations.flatMap { try desk.log.turns(of: $0.id) }.map { "\($0.number) \($0.text)" }
    let id = try #require(conversations.last).id
    let state = try #require(try desk.log.write { try $0.state(of: id) })
    return turns + (try JSONDecoder().decode(ConversationState.self, from: Data(state.utf8)).words)
  }

  @Test("is what comes of answering one message after the other")
  func inOrder() throws {
    let desk = try makeDesk()
    _ = desk.respond(to: message("one"), now: noon)
    let second = desk.prepare(message("two"), now: noon)
    #expect(second.lanes.allSatisfy { $0.ahead != nil })
    let third = desk.prepare(message("three"), now: noon)
    #expect(try desk.session("anna").turn == 1)
    let turns = [second, third].flatMap { desk.respond(to: $0) }
    #expect(try turns.map { try $0.get().turn } == [2, 3])
    #expect(try standing(desk) == ["1 one", "2 two", "3 three", "one", "two", "three"])
  }

  @Test("is decided again where the turn before could not be committed")
  func afterFailure() throws {
    let desk = try makeDesk()
    _ = desk.respond(to: message("one"), now: noon)
    let second = desk.prepare(message("two"), now: noon)
    let third = desk.prepare(message("three"), now: noon)
    try SessionLog(path: folder.path("log.sqlite")).write { writer in
      _ = try writer.content(version: "held")
      #expect(throws: LogError.self) { try desk.respond(to: second)[0].get() }
    }
    // Another process has a turn of that number by now.
    _ = try makeDesk().respond(to: message("theirs"), now: noon)
    #expect(try desk.respond(to: third)[0].get().turn == 3)
    #expect(try standing(desk) == ["1 one", "2 theirs", "3 three", "one", "theirs", "three"])
    #expect(try desk.respond(to: desk.prepare(message("four"), now: noon))[0].get().turn == 4)
    #expect(try standing(desk).suffix(4) == ["one", "theirs", "three", "four"])
  }

  @Test("is decided again where another process has moved the session on, or it was ended")
  func afterOthers() throws {
    let desk = try makeDesk()
    _ = desk.respond(to: message("one"), now: noon)
    let second = desk.prepare(message("two"), now: noon)
    _ = try makeDesk().respond(to: message("theirs"), now: noon)
    #expect(try desk.respond(to: second)[0].get().turn == 3)
    let third = desk.prepare(message("three"), now: noon)
    try desk.end("anna")
    #expect(try desk.respond(to: third)[0].get().turn == 4)
    #expect(try standing(desk) == ["1 one", "2 theirs", "3 two", "4 three", "three"])
  }

  @Test("counts for nothing where the message was answered already")
  func repeated() throws {
    let desk = try makeDesk()
    _ = desk.respond(to: message("one"), now: noon)
    let prepared = [message("two", id: "2"), message("again", id: "2"), message("three", id: "3")].map {
      desk.prepare($0, now: noon)
    }
    let responses = try prepared.map { try desk.respond(to: $0)[0].get() }
    #expect(responses.map(\.turn) == [2, 2, 3])
    #expect(responses.map(\.repeated) == [nil, true, nil])
    #expect(try standing(desk) == ["1 one", "2 two", "3 three", "one", "two", "three"])
  }

  @Test("is forgotten where it never was committed, or in another order")
  func outOfOrder() throws {
    let desk = try makeDesk()
    _ = desk.respond(to: message("one"), now: noon)
    _ = desk.prepare(message("dropped"), now: noon)
    let third = desk.prepare(message("three"), now: noon)
    let second = desk.prepare(message("two"), now: noon)
    #expect(try [second, third].map { try desk.respond(to: $0)[0].get().turn } == [2, 3])
    #expect(try standing(desk) == ["1 one", "2 two", "3 three", "one", "two", "three"])
  }
}
