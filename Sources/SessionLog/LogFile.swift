import FoundationEssentials
import GRDB

#if canImport(Glibc)
  import Glibc
#endif

/// Opens the file of a log: who may read it, how SQLite treats it, whether it is one.
enum LogFile {
  /// Opens the log at a path, making it where there is none.
  ///
  /// Processes that open one log at once do so one after another: a file that is half made is neither empty nor a log.
  static func open(_ path: String, busyTimeout: TimeInterval) throws(LogError) -> any DatabaseWriter {
    // A file that may not grow (`ulimit -f`) is a failed turn and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if path == SessionLog.inMemory {
        return try migrated(DatabaseQueue(configuration: configuration(busyTimeout)), path)
      }
      try makeFolder(of: path)
      let turn = OpeningTurn(for: path, waitingAtMost: busyTimeout)
      defer { turn.end() }
      try makePrivate(path)
      return try openFile(path, busyTimeout: busyTimeout)
    } catch let error as LogError {
      throw error
    } catch let error as DatabaseError {
      throw LogError(error, path: path)
    } catch {
      throw .cannotOpen(path: path)
    }
  }

  /// Opens the file, again and again while another process turns its journal on or off, for which SQLite doesn't wait.
  private static func openFile(_ path: String, busyTimeout: TimeInterval) throws -> any DatabaseWriter {
    let deadline = ContinuousClock.now + .seconds(busyTimeout)
    while true {
      do {
        let pool = try DatabasePool(path: path, configuration: configuration(busyTimeout))
        // The pool sets NORMAL when it turns WAL on, which loses the last turns when the power goes.
        try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        return try migrated(pool, path)
      } catch let error as DatabaseError where isPassing(error) && ContinuousClock.now < deadline {
        usleep(10_000)
      }
    }
  }

  private static func isPassing(_ error: DatabaseError) -> Bool {
    [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL].contains(error.resultCode)
  }

  /// After how many pages the write-ahead log is emptied.
  private static let checkpointPages = 4000

  private static func configuration(_ busyTimeout: TimeInterval) -> Configuration {
    var configuration = Configuration()
    // GRDB's own default gives up at once where another process is writing.
    configuration.busyMode = .timeout(busyTimeout)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      // 16 MB. To empty the write-ahead log takes two more waits for the disk, while nothing can be written, and writes
      // each page once, however often it was changed meanwhile.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
    }
    return configuration
  }

  private static func makeFolder(of path: String) throws(LogError) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Makes the file readable for nobody else; SQLite gives its `-wal` and `-shm` the same mode.
  ///
  /// A file that is there is never opened: closing it again would take SQLite's locks away from this whole process.
  private static func makePrivate(_ path: String) throws(LogError) {
    let file = Glibc.open(path, O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path) }
    if status.st_mode & 0o077 != 0, status.st_uid == geteuid() { chmod(path, status.st_mode & 0o700) }
  }

  /// Brings the tables up to date; takes no lock where they are.
  private static func migrated(_ database: any DatabaseWriter, _ path: String) throws -> any DatabaseWriter {
    let migrator = Schema.migrator
    let isCurrent = try database.read { db in
      let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
      guard mark == Schema.applicationID || isEmpty else { throw LogError.notALog(path: path) }
      guard try !migrator.hasBeenSuperseded(db) else { throw LogError.newer(path: path) }
      return try migrator.hasCompletedMigrations(db)
    }
    if !isCurrent { try migrator.migrate(database) }
    return database
  }
}
