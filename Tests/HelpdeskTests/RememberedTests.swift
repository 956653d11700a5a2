import Foundation
import SessionLog
import Testing
import TextAnalysis

@testable import Dialogue
@testable import Helpdesk

@Suite("What a helpdesk remembers of a conversation")
struct RememberedTests {
  @Test("counts only while no other process has moved it on", arguments: [1, 2])
  func remembered(turn: Int) throws {
    var state = ConversationState()
    state.language = .swedish
    try SessionLog(path: SessionLog.inMemory).write { writer in
      var stored = StoredSession(name: "anna", id: 1, after: 0, now: Date(timeIntervalSince1970: 1_764_000_000))
      stored.turn = 2
      try writer.save(stored, state: state.json)
      var remembered = Conversation(starting: stored)
      remembered.stored.turn = turn
      let conversation = try Conversation(continuing: stored, recent: remembered, in: writer)
      #expect(conversation.state == (turn == 2 ? remembered.state : state))
    }
  }
}
