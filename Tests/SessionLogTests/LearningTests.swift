import Foundation
import GRDB
import Redaction
import TestSupport
import Testing

@testable import SessionLog

@Suite("What the log teaches and forgets")
struct LearningTests {
  let folder = TemporaryFolder()

  @Test("finds turns by their words, however they are typed, and those added later")
  func search() throws {
    let log = try SessionLog(path: folder.path("log.sqlite"))
    try log.write { writer in
      try Example.turn(1, in: writer, text: "Knappen är grå")
      try Example.turn(2, in: writer, text: "the blade is missing")
    }
    #expect(try log.search("GRA knapp", limit: 10).map(\.turn) == [1])
    try log.write { writer in try Example.turn(3, in: writer, text: "knappen igen") }
    #expect(try log.search("knappen", limit: 10).map(\.turn) == [3, 1])
    #expect(try log.search("knappen", limit: 1).map(\.turn) == [3])
    #expect(try log.search("\" OR NEAR(", limit: 10) == [])
    #expect(try log.search("", limit: 10) == [])
  }

  @Test("counts what was asked and what came of it")
  func report() throws {
    let log = try SessionLog(path: SessionLog.inMemory)
    try log.write { writer in
      try Example.turn(1, in: writer, text: "knappen är grå") { turn in
        turn.intent = "button-greyed-out"
        turn.question = "role"
        turn.latency = 10
      }
      try Example.turn(2, in: writer, text: "user admin") { turn in
        turn.intent = "button-greyed-out"
        turn.fix = "role-suffices"
        turn.latency = 30
      }
      try Example.turn(3, in: writer, text: "my cat is ill") { $0.decision = "none" }
    }
    let report = try log.report()
    #expect(report.total == Report.Count(messages: 3, answered: 1, clarified: 1, fellBack: 1, sessions: 1))
    #expect(report.intents["button-greyed-out"] == Report.Count(messages: 2, answered: 1, clarified: 1, fellBack: 0))
    #expect(report.days.keys.sorted() == ["2025-11-24"])
    #expect(report.outcomes == ["open": 1])
    #expect(report.medianTurnsToFix == 2)
    #expect(report.latency == Report.Latency(median: 30, in95: 50, in99: 50))
    #expect(try log.report(since: Example.noon.addingTimeInterval(1)).total.messages == 0)
  }

  @Test("the median of two is the lower one")
  func median() throws {
    let log = try SessionLog(path: SessionLog.inMemory)
    try log.write { writer in
      try Example.turn(1, in: writer, text: "one") { $0.latency = 10 }
      try Example.turn(2, in: writer, text: "two") { $0.latency = 20 }
    }
    #expect(try log.report().latency == Report.Latency(median: 10, in95: 20, in99: 20))
  }

  @Test("groups what it had no help for, the most frequent first")
  func unanswered() throws {
    let log = try SessionLog(path: SessionLog.inMemory)
    try log.write { writer in
      for (index, text) in ["my cat is ill", "My cat is ill!", "printer"].enumerated() {
        try Example.turn(index + 1, in: writer, text: text) { turn in
          turn.decision = "none"
          turn.candidates = #"["button-greyed-out"]"#
        }
      }
      try Example.turn(4, in: writer, text: "knappen är grå") { $0.intent = "button-greyed-out" }
      try Example.turn(5, in: writer, text: "no") { $0.decision = "feedback" }
    }
    let unanswered = try log.unanswered(limit: 10)
    #expect(unanswered.map(\.count) == [2, 1, 1])
    #expect(unanswered.map(\.fellBack) == [2, 0, 1])
    #expect(unanswered.first?.nearest == "button-greyed-out")
  }

  @Test("leaves nothing of a deleted session in its files", arguments: [false, true])
  func delete(isIndexed: Bool) throws {
    let path = folder.path("log.sqlite")
    let log = try SessionLog(path: path)
    try log.write { writer in
      for number in 1...300 { try Example.turn(number, in: writer, text: "xylophone \(number)") }
    }
    if isIndexed { #expect(try log.search("xylophone", limit: 1).count == 1) }
    #expect(try log.delete(sessionsNamed: "anna") == 1)
    for side in ["", "-wal", "-shm"] {
      let bytes = try Data(contentsOf: URL(filePath: path + side))
      #expect(bytes.range(of: Data("xylophone".utf8)) == nil)
    }
    #expect(try log.search("xylophone", limit: 1).isEmpty)
    #expect(try log.delete(sessionsNamed: "anna") == 0)
  }

  @Test("never gives a deleted conversation's number to another")
  func numbers() throws {
    let log = try SessionLog(path: SessionLog.inMemory)
    try log.write { writer in try Example.turn(1, in: writer, text: "one") }
    let first = try #require(try log.session(named: "anna")).id
    #expect(try log.delete(sessionsNamed: "anna") == 1)
    try log.write { writer in try Example.turn(1, in: writer, text: "two") }
    #expect(try log.session(named: "anna")?.id == first + 1)
  }

  @Test("purges what has not been used for long, and only that")
  func purge() throws {
    let log = try SessionLog(path: folder.path("log.sqlite"))
    try log.write { writer in try Example.turn(1, in: writer, text: "knappen") }
    #expect(try log.purge(before: Example.noon) == 0)
    #expect(try log.purge(before: Example.noon.addingTimeInterval(1)) == 1)
    try log.compact()
    #expect(try log.session(named: "anna") == nil)
    #expect(try log.report().total.messages == 0)
  }

  @Test("purges any number")
  func purgeMany() throws {
    let log = try SessionLog(path: SessionLog.inMemory)
    try log.write { writer in
      for number in 1...1001 {
        try writer.save(
          StoredSession(name: "\(number)", id: writer.nextSession(), after: 0, now: Example.noon), state: "{}")
      }
    }
    #expect(try log.purge(before: Example.noon.addingTimeInterval(1)) == 1001)
  }

  @Test("every earlier version's file is brought up to date, with all that is in it", arguments: Versions.names)
  func migrations(version: String) throws {
    let path = folder.path("log.sqlite")
    let script = try String(contentsOf: Versions.folder.appending(path: version), encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: script) }
    try queue.close()

    let log = try SessionLog(path: path)
    #expect(try log.search("greyed", limit: 10).map(\.session) == ["anna"])
    let anna = try #require(try log.session(named: "anna"))
    #expect(anna.turn == 2 && anna.outcome == "handed-over")
    #expect(try log.write { try $0.answer(to: "m1", in: "anna") }?.number == 1)
    let views = try log.database.read { db in
      try ["sessions", "turns", "replies"].map { view in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(view)")
      }
    }
    #expect(views == [2, 3, 3])
    #expect(try log.database.read { try Schema.migrator.hasCompletedMigrations($0) })
  }

  @Test("there is a file of every version but the present one")
  func versions() {
    #expect(Versions.names.count == Schema.migrator.migrations.count - 1)
  }
}

/// Logs as earlier versions of the tables had them, as scripts for SQLite.
private enum Versions {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Versions")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
}
