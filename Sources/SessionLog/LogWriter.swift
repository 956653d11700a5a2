import GRDB
import Redaction

/// What can be done to the log within one transaction; lives as long as it.
public struct LogWriter {
  let db: Database

  /// The latest conversation of a session; `nil` where there is none.
  public func session(named name: String) throws -> StoredSession? {
    try StoredSession.latest(named: name, in: db)
  }

  /// Whether a conversation is open and its last turn is this one.
  ///
  /// - Parameters:
  ///   - session: ``StoredSession/id``.
  ///   - turn: ``StoredSession/turn``.
  public func isOpen(_ session: Int64, at turn: Int) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM session WHERE id = ? AND turn = ? AND closed = 0")
    return try Int.fetchOne(statement, arguments: [session, turn]) != nil
  }

  /// The number for a new conversation. Numbers count up from the highest that was ever used.
  public func nextSession() throws -> Int64 {
    let used = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'session'"))
    return (used ?? 0) + 1
  }

  /// The turn that answered a message already, in any conversation of the session.
  public func answer(to message: String, in name: String) throws -> StoredAnswer? {
    // Hardly any message was answered already, and a row takes longer to set up than a number.
    let find = try db.cachedStatement(
      sql: """
        SELECT turn.id FROM session CROSS JOIN turn ON turn.session = session.id AND turn.message = ?
        WHERE session.name = ?
        """)
    guard let turn = try Int64.fetchOne(find, arguments: [message, name]) else { return nil }
    let sql = "SELECT turn.number, reply.result FROM turn JOIN reply ON reply.turn = turn.id WHERE turn.id = ?"
    return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [turn]).map {
      StoredAnswer(number: $0[0], result: $0[1])
    }
  }

  /// The number under which the log knows a version of the content.
  public func content(version: String) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM content WHERE version = ?")
    if let id = try Int64.fetchOne(find, arguments: [version]) { return id }
    try db.execute(sql: "INSERT INTO content(version) VALUES (?)", arguments: [version])
    return db.lastInsertedRowID
  }

  /// What a conversation's next turn needs, as it was saved; `nil` where there is no such conversation.
  public func state(of session: Int64) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT state FROM session WHERE id = ?"), arguments: [session])
  }

  /// Keeps a conversation as it now stands.
  ///
  /// - Parameters:
  ///   - session: the conversation.
  ///   - state: what its next turn needs, opaque to the log; `nil`: as it was saved last.
  public func save(_ session: StoredSession, state: String? = nil) throws {
    // What is closed stays closed; not to name the column saves the index of open sessions from being written.
    let closing = session.closed ? "closed = excluded.closed," : ""
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO session(\(StoredSession.columns), state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull(?11, '{}'))
        ON CONFLICT (id) DO UPDATE SET used = excluded.used, turn = excluded.turn, language = excluded.language,
          outcome = excluded.outcome, \(closing) intent = excluded.intent,
          state = ifnull(?11, state)
        """)
    try statement.execute(arguments: session.arguments + [state])
  }

  /// Keeps a turn of a conversation that is in the log.
  ///
  /// - Parameters:
  ///   - turn: the turn.
  ///   - content: the content that answered, where it is not the turn's own.
  public func add(_ turn: NewTurn, content: Int64? = nil) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO turn(session, number, message, at, text, choice, language, intent, score, decision, question,
          facts, fix, outcome, candidates, content, latency)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      turn.session, turn.number, turn.message, turn.at.milliseconds, turn.text.text, turn.choice, turn.language,
      turn.intent, turn.score, turn.decision, turn.question, turn.facts, turn.fix, turn.outcome, turn.candidates,
      content ?? turn.content, turn.latency,
    ])
    try db.cachedStatement(sql: "INSERT INTO reply(turn, result) VALUES (?, ?)")
      .execute(arguments: [db.lastInsertedRowID, turn.result])
  }
}

/// What a turn gave, as it was stored.
public struct StoredAnswer: Sendable, Equatable {
  /// The turn's number.
  public var number: Int
  /// ``NewTurn/result``.
  public var result: String
}

extension StoredSession {
  static func latest(named name: String, in db: Database) throws -> StoredSession? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM session WHERE name = ? ORDER BY id DESC LIMIT 1")
    return try first(of: statement, [name]) { StoredSession($0) }
  }

  /// What is made of a statement's first row, which is read in place: a row that is fetched is a copy of every column.
  fileprivate static func first<Value>(
    of statement: Statement, _ arguments: StatementArguments, _ make: (Row) -> Value
  ) throws -> Value? {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    return try withExtendedLifetime(rows) { try rows.next().map(make) }
  }
}
