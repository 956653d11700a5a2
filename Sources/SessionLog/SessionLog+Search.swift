public import FoundationEssentials
import GRDB

/// A turn that a search found.
public struct FoundTurn: Codable, Sendable, Equatable {
  /// The session's id.
  public var session: String
  /// The turn's number, from 1 in a session.
  public var turn: Int
  /// When the message came.
  public var at: Date
  /// What the person wrote, redacted.
  public var text: String
  /// The intent that the turn was about.
  public var intent: String?
}

extension SessionLog {
  /// The turns whose text has all these words, or words that begin so; the latest first.
  ///
  /// - Parameters:
  ///   - words: what to look for; case and marks (å, é) don't matter, and nothing in it is an operator.
  ///   - limit: at most so many.
  /// - Throws: ``LogError`` where the log can't be used.
  public func search(_ words: String, limit: Int) throws -> [FoundTurn] {
    let terms = words.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"*" }
    guard !terms.isEmpty else { return [] }
    // A file that can't be written can still be searched as far as it is indexed.
    try? index()
    let sql = """
      SELECT session.name, turn.number, turn.at, turn.text, turn.intent
      FROM turn_search JOIN turn ON turn.id = turn_search.rowid JOIN session ON session.id = turn.session
      WHERE turn_search MATCH ? ORDER BY turn_search.rowid DESC LIMIT ?
      """
    return try explaining {
      try database.read { db in
        try Row.fetchAll(db, sql: sql, arguments: [terms.joined(separator: " "), limit]).map { row in
          FoundTurn(session: row[0], turn: row[1], at: Date(milliseconds: row[2]), text: row[3], intent: row[4])
        }
      }
    }
  }

  /// Makes the turns searchable that aren't yet.
  ///
  /// - Throws: ``LogError`` where the log can't be written.
  public func index() throws {
    let isDue = try explaining {
      try database.read { db in
        try Bool.fetchOne(db, sql: "SELECT (SELECT max(id) FROM turn) > (\(Self.indexed))") ?? false
      }
    }
    if isDue { try write { try $0.index() } }
  }

  static let indexed = "SELECT turn FROM progress WHERE task = 'search'"
}

extension LogWriter {
  func index() throws {
    try db.execute(
      sql: """
        INSERT INTO turn_search(rowid, text)
        SELECT id, text FROM turn WHERE id > (\(SessionLog.indexed)) ORDER BY id;
        UPDATE progress SET turn = (SELECT max(id) FROM turn) WHERE task = 'search';
        """)
  }
}
