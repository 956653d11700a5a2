public import FoundationEssentials
import GRDB

/// A message that the bot had no help for, with how often it came: work for the content's author.
public struct Unanswered: Codable, Sendable, Equatable {
  /// The message as it was typed most often, redacted.
  public var text: String
  /// How often it came, however it was typed.
  public var count: Int
  /// The language replied in.
  public var language: String
  /// The intent that came nearest.
  public var nearest: String?
  /// How often nothing documented fitted; the other times, a fix was given that did not help.
  public var fellBack: Int
}

extension SessionLog {
  /// The messages that fell back or were answered with what did not help, the most frequent first.
  ///
  /// Messages that differ only in case, marks and spaces count as one.
  ///
  /// - Parameters:
  ///   - since: the beginning; `nil`: all that is in the log.
  ///   - limit: at most so many.
  /// - Throws: ``LogError`` where the log can't be read.
  public func unanswered(since: Date? = nil, limit: Int) throws -> [Unanswered] {
    let sql = """
      SELECT text, language, nearest, count(*), sum(why = 'fell back') FROM unanswered WHERE at_ms >= ?
      GROUP BY text, language, nearest ORDER BY 4 DESC
      """
    var groups: [String: Unanswered] = [:]
    try explaining {
      try database.read { db in
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [since?.milliseconds ?? 0])
        while let row = try rows.next() {
          let found = Unanswered(text: row[0], count: row[3], language: row[1], nearest: row[2], fellBack: row[4])
          groups[found.key, default: Unanswered(found, count: 0)].add(found)
        }
      }
    }
    return Array(groups.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(limit))
  }
}

extension Unanswered {
  fileprivate init(_ first: Unanswered, count: Int) {
    self = first
    self.count = count
    fellBack = 0
  }

  fileprivate mutating func add(_ other: Unanswered) {
    count += other.count
    fellBack += other.fellBack
  }

  /// What messages that count as one have in common.
  fileprivate var key: String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
