public import FoundationEssentials
import GRDB

/// One turn of a conversation as the log keeps it.
public struct StoredTurn: Codable, Sendable, Equatable {
  /// The turn's number, from 1 in a session.
  public var number: Int
  /// When the message came.
  public var at: Date
  /// What the person wrote, redacted.
  public var text: String
  /// The option that was chosen instead of writing.
  public var choice: String?
  /// The language replied in, `sv` or `en`.
  public var language: String
  /// The intent that the turn is about.
  public var intent: String?
  /// How sure the matcher was of it, 0 to 1.
  public var score: Double?
  /// How the message was taken.
  public var decision: String
  /// The question that was open after the turn.
  public var question: String?
  /// The facts known after the turn, as a JSON object.
  public var facts: String
  /// The fix given in the turn.
  public var fix: String?
  /// What the conversation had come to after the turn.
  public var outcome: String
  /// The version of the content that answered.
  public var content: String
  /// How long the decision took, in microseconds.
  public var latency: Int
  /// What the turn gave, as the JSON object of the protocol.
  public var result: String

  init(_ row: Row) {
    number = row["number"]
    at = Date(milliseconds: row["at"])
    text = row["text"]
    choice = row["choice"]
    language = row["language"]
    intent = row["intent"]
    score = row["score"]
    decision = row["decision"]
    question = row["question"]
    facts = row["facts"]
    fix = row["fix"]
    outcome = row["outcome"]
    content = row["version"]
    latency = row["latency"]
    result = row["result"]
  }
}

extension SessionLog {
  /// The conversations that were used last, the latest first.
  ///
  /// - Parameter limit: at most so many.
  /// - Throws: ``LogError`` where the log can't be read.
  public func latestSessions(limit: Int) throws -> [StoredSession] {
    try explaining {
      try database.read { db in
        let sql = "SELECT \(StoredSession.columns) FROM session ORDER BY used DESC, id DESC LIMIT ?"
        return try Row.fetchAll(db, sql: sql, arguments: [limit]).map { StoredSession($0) }
      }
    }
  }

  /// The conversations that were used since a time, in the order in which they began.
  ///
  /// - Parameter since: the time; `nil`: all that are in the log.
  /// - Throws: ``LogError`` where the log can't be read.
  public func conversations(since: Date? = nil) throws -> [StoredSession] {
    try explaining {
      try database.read { db in
        let sql = "SELECT \(StoredSession.columns) FROM session WHERE used >= ? ORDER BY id"
        return try Row.fetchAll(db, sql: sql, arguments: [since?.milliseconds ?? 0]).map { StoredSession($0) }
      }
    }
  }

  /// All conversations of a session, the first one first.
  ///
  /// - Throws: ``LogError`` where the log can't be read.
  public func conversations(named name: String) throws -> [StoredSession] {
    try explaining {
      try database.read { db in
        let sql = "SELECT \(StoredSession.columns) FROM session WHERE name = ? ORDER BY id"
        return try Row.fetchAll(db, sql: sql, arguments: [name]).map { StoredSession($0) }
      }
    }
  }

  /// The turns of a conversation, in order.
  ///
  /// - Parameter session: ``StoredSession/id``.
  /// - Throws: ``LogError`` where the log can't be read.
  public func turns(of session: Int64) throws -> [StoredTurn] {
    try explaining {
      try database.read { db in
        let sql = """
          SELECT turn.*, content.version, reply.result FROM turn
          JOIN content ON content.id = turn.content JOIN reply ON reply.turn = turn.id
          WHERE turn.session = ? ORDER BY turn.id
          """
        return try Row.fetchAll(db, sql: sql, arguments: [session]).map { StoredTurn($0) }
      }
    }
  }
}
