public import FoundationEssentials
import GRDB

/// Taking conversations out of the log. Nothing of them is left in the file: `secure_delete` overwrites rows with
/// zeros, and the search index, which only marks what it forgets, is written anew.
extension SessionLog {
  /// Deletes all conversations of a session.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``LogError`` where the log can't be written.
  public func delete(sessionsNamed name: String) throws -> Int {
    let count = try write { writer in
      try writer.remove(where: "name = ?", arguments: [name])
    }
    if count > 0 { try forget() }
    return count
  }

  /// Deletes all conversations that have not been used since a time, a few hundred at once, so that others can write
  /// in between.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``LogError`` where the log can't be written.
  public func purge(before time: Date) throws -> Int {
    let oldest = "id IN (SELECT id FROM session WHERE used < ? ORDER BY id LIMIT 500)"
    var total = 0
    while true {
      let count = try write { try $0.remove(where: oldest, arguments: [time.milliseconds]) }
      guard count > 0 else { break }
      total += count
    }
    if total > 0 { try forget() }
    return total
  }

  /// Makes the file as small as what is in it: reads and writes all of it.
  ///
  /// - Throws: ``LogError`` where the log can't be written.
  public func compact() throws {
    try explaining { try database.vacuum() }
    try emptyJournal()
  }

  /// Overwrites what the search index and the write-ahead log still hold of deleted turns.
  private func forget() throws {
    try write { try $0.db.execute(sql: "INSERT INTO turn_search(turn_search) VALUES ('optimize')") }
    try emptyJournal()
  }

  private func emptyJournal() throws {
    guard path != Self.inMemory else { return }
    try explaining {
      _ = try database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }
  }
}

extension LogWriter {
  /// Deletes the sessions of a condition with their turns and the words of those.
  fileprivate func remove(where condition: String, arguments: StatementArguments) throws -> Int {
    try db.execute(
      sql: """
        INSERT INTO turn_search(turn_search, rowid, text)
        SELECT 'delete', id, text FROM turn
        WHERE session IN (SELECT id FROM session WHERE \(condition)) AND id <= (\(SessionLog.indexed))
        """,
      arguments: arguments)
    try db.execute(sql: "DELETE FROM session WHERE \(condition)", arguments: arguments)
    return db.changesCount
  }
}
