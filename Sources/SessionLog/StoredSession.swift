public import FoundationEssentials
import GRDB

/// One conversation as the log keeps it.
public struct StoredSession: Sendable, Equatable {
  /// The conversation's own number in the log; never used again, also when it is deleted.
  public var id: Int64
  /// The channel's id of the session, as given; conversations that follow each other share it.
  public var name: String
  /// When the conversation began.
  public var started: Date
  /// When its last turn was.
  public var used: Date
  /// The number of its first turn; 1 unless the session had conversations before.
  public var first: Int
  /// The number of its last turn; `first - 1` before any.
  public var turn: Int
  /// The language of the last reply, `sv` or `en`.
  public var language: String
  /// What it has come to: `open`, `resolved`, `handed-over` or `abandoned`.
  public var outcome: String
  /// True where the session's next message begins a new conversation.
  public var closed: Bool
  /// The intent that the conversation was about last.
  public var intent: String?

  /// The conversation that follows a closed one, or the first of a session.
  ///
  /// - Parameters:
  ///   - name: the channel's id of the session.
  ///   - id: a number that ``LogWriter/nextSession()`` gave.
  ///   - turn: the number of the session's last turn so far, 0 where there is none.
  ///   - now: when it begins.
  public init(name: String, id: Int64, after turn: Int, now: Date) {
    self.id = id
    self.name = name
    self.started = now
    self.used = now
    self.first = turn + 1
    self.turn = turn
    self.language = ""
    self.outcome = "open"
    self.closed = false
  }

  /// Ends the conversation: the session's next message begins a new one.
  ///
  /// - Parameter outcome: what it came to; `nil`: as it stands, `abandoned` where it stands open.
  public mutating func close(as outcome: String? = nil) {
    self.outcome = outcome ?? (self.outcome == "open" ? "abandoned" : self.outcome)
    closed = true
  }

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    started = Date(milliseconds: row[2])
    used = Date(milliseconds: row[3])
    first = row[4]
    turn = row[5]
    language = row[6]
    outcome = row[7]
    closed = row[8]
    intent = row[9]
  }

  /// The columns in the order in which rows are read and written.
  static let columns = "id, name, started, used, first, turn, language, outcome, closed, intent"

  var arguments: StatementArguments {
    [id, name, started.milliseconds, used.milliseconds, first, turn, language, outcome, closed, intent]
  }
}

extension Date {
  /// Milliseconds since 1970, as the log keeps times.
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
