import GRDB

extension SessionLog {
  /// How many sessions stand open.
  ///
  /// - Throws: ``LogError`` where the log can't be read.
  public func openSessions() throws -> Int {
    try explaining {
      try database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM session WHERE closed = 0") ?? 0 }
    }
  }
}
