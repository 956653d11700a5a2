import Foundation
import GRDB
import Redaction
import TestSupport
import Testing

@testable import SessionLog

@Suite("The log's file")
struct LogFileTests {
  let folder = TemporaryFolder()

  @Test("every turn is durable: WAL with synchronous FULL, on the connection that writes")
  func pragmas() throws {
    let log = try SessionLog(path: folder.path("log.sqlite"))
    let values = try log.write { writer in
      try ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"].map { name in
        try String.fetchOne(writer.db, sql: "PRAGMA \(name)")
      }
    }
    #expect(values == ["wal", "2", "1", "1", "5000"])
  }

  @Test("nobody else may read the file, nor what SQLite puts beside it")
  func mode() throws {
    let path = folder.path("deep/down/log.sqlite")
    let log = try SessionLog(path: path)
    try log.write { writer in _ = try writer.content(version: "1") }
    for side in ["", "-wal", "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + side)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("a file that others could read is made private")
  func modeOfAnOlderFile() throws {
    let path = folder.path("log.sqlite")
    try SessionLog(path: path).close()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    _ = try SessionLog(path: path)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test("a log of a newer version is left alone")
  func newer() throws {
    let path = folder.path("log.sqlite")
    try SessionLog(path: path).close()
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
    }
    #expect(throws: LogError.newer(path: path)) { try SessionLog(path: path) }
  }

  @Test("another program's database is left alone")
  func foreign() throws {
    let path = folder.path("other.sqlite")
    try DatabaseQueue(path: path).write { db in try db.execute(sql: "CREATE TABLE theirs (x)") }
    #expect(throws: LogError.notALog(path: path)) { try SessionLog(path: path) }
  }

  @Test("what is no database, or a folder, or nowhere, is said so")
  func unusable() throws {
    let text = folder.path("notes.txt")
    try Data("just some notes, long enough to hold a header of SQLite if it were one".utf8).write(
      to: URL(filePath: text))
    #expect(throws: LogError.notALog(path: text)) { try SessionLog(path: text) }
    #expect(throws: LogError.cannotOpen(path: folder.url.path)) { try SessionLog(path: folder.url.path) }
    #expect(throws: LogError.cannotOpen(path: text + "/log")) { try SessionLog(path: text + "/log") }
  }

  @Test("a log that another process holds for long is said to be locked")
  func locked() throws {
    let path = folder.path("log.sqlite")
    let log = try SessionLog(path: path, busyTimeout: 0)
    let other = try SessionLog(path: path, busyTimeout: 0)
    try other.write { writer in
      _ = try writer.content(version: "theirs")
      #expect(throws: LogError.locked(path: path)) { try log.write { _ = try $0.content(version: "ours") } }
    }
    try log.write { _ = try $0.content(version: "ours") }
  }

  @Test("a full disk is said so, and nothing is half written")
  func full() throws {
    let path = folder.path("log.sqlite")
    let log = try SessionLog(path: path)
    try log.write { writer in
      let pages = try Int.fetchOne(writer.db, sql: "PRAGMA page_count") ?? 0
      try writer.db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    #expect(throws: LogError.full(path: path)) {
      try log.write { writer in
        for number in 1...1000 { try Example.turn(number, in: writer, text: "button greyed out") }
      }
    }
    #expect(try log.session(named: "anna") == nil)
  }

  @Test("an error tells nothing that a person wrote")
  func noUserText() throws {
    let log = try SessionLog(path: SessionLog.inMemory)
    #expect {
      try log.write { writer in
        try Example.turn(1, in: writer, text: "my own words", message: "m")
        try Example.turn(2, in: writer, text: "my own words", message: "m")
      }
    } throws: { error in
      !"\(error)".contains("words")
    }
  }
}
