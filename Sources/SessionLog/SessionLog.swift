public import FoundationEssentials
import GRDB

/// The log of all conversations: one SQLite file that several processes may use at once.
///
/// A turn is in the log, on the disk, when ``write(_:)`` returns. What a person wrote comes in as `RedactedText` only.
public final class SessionLog: Sendable {
  /// The path that stands for a log that is kept in memory and gone with the process.
  public static let inMemory = ":memory:"

  /// Where the log lies; ``inMemory`` where it lies nowhere.
  public let path: String
  let database: any DatabaseWriter

  /// Opens a log, making the file where there is none (mode 0600) and bringing an older one up to date.
  ///
  /// - Parameters:
  ///   - path: the file, or ``inMemory``.
  ///   - busyTimeout: how long to wait for another process that is writing, in seconds. 5 is long enough for any
  ///     transaction of Fixline's own.
  public init(path: String, busyTimeout: TimeInterval = 5) throws(LogError) {
    self.path = path
    database = try LogFile.open(path, busyTimeout: busyTimeout)
  }

  /// Opens a log that is there already, to look into it.
  ///
  /// - Throws: ``LogError/missing(path:)`` where there is none.
  public convenience init(existing path: String) throws(LogError) {
    guard path == Self.inMemory || FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    try self.init(path: path)
  }

  /// Writes in one transaction: all of it is on the disk when this returns, or nothing is.
  ///
  /// - Throws: ``LogError`` where the log can't be written, or what `body` throws.
  public func write<Value>(_ body: (LogWriter) throws -> Value) throws -> Value {
    try explaining { try database.write { db in try body(LogWriter(db: db)) } }
  }

  /// The latest conversation of a session; `nil` where there is none.
  ///
  /// - Throws: ``LogError`` where the log can't be read.
  public func session(named name: String) throws -> StoredSession? {
    try explaining { try database.read { db in try StoredSession.latest(named: name, in: db) } }
  }

  /// The result of a conversation's last turn; `nil` where it has none.
  ///
  /// - Throws: ``LogError`` where the log can't be read.
  public func lastResult(of session: Int64) throws -> String? {
    try explaining {
      try database.read { db in
        let sql = "SELECT result FROM reply WHERE turn = (SELECT max(id) FROM turn WHERE session = ?)"
        return try String.fetchOne(db, sql: sql, arguments: [session])
      }
    }
  }

  /// Closes the file; the log can't be used any more. What can't be searched yet can be from then on.
  ///
  /// - Throws: ``LogError`` where something is still being read or written.
  public func close() throws {
    try? index()
    try explaining {
      // The connection that is closed last empties the write-ahead log and deletes it, for which it has to be one that
      // writes; the pool would close those that read after it.
      (database as? DatabasePool)?.invalidateReadOnlyConnections()
      try database.close()
    }
  }

  /// Turns an error of SQLite into one that says what to do.
  func explaining<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw LogError(error, path: path)
    }
  }
}
