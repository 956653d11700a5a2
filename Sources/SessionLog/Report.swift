public import FoundationEssentials
import GRDB

/// What the log says about a time: how much was asked and what came of it.
public struct Report: Codable, Sendable, Equatable {
  /// The beginning of the time; `nil`: from the first turn on.
  public var since: Date?
  /// All messages.
  public var total = Count()
  /// How many sessions there were.
  public var sessions = 0
  /// How many sessions came to what: `resolved`, `handed-over`, `abandoned`, `open`.
  public var outcomes: [String: Int] = [:]
  /// Messages by intent, `none` where there was none; sessions by what they were about last.
  public var intents: [String: Count] = [:]
  /// Messages by language; sessions by that of their last reply.
  public var languages: [String: Count] = [:]
  /// Messages by day, `YYYY-MM-DD` in UTC; sessions by the day of their last message.
  public var days: [String: Count] = [:]
  /// Half of the sessions that got a fix got it by this turn, counted from 1.
  public var medianTurnsToFix: Int?
  /// How long decisions took; `nil` where there were none.
  public var latency: Latency?

  /// How many messages got what, and how many sessions came to what.
  public struct Count: Codable, Sendable, Equatable {
    /// All of them.
    public var messages = 0
    /// Those that were given a fix.
    public var answered = 0
    /// Those that were asked something that decides.
    public var clarified = 0
    /// Those that nothing documented fitted.
    public var fellBack = 0
    /// The sessions.
    public var sessions = 0
    /// The sessions whose problem was solved.
    public var resolved = 0
    /// The sessions that were handed over to a person.
    public var handedOver = 0
  }

  /// How long decisions took, in microseconds.
  public struct Latency: Codable, Sendable, Equatable {
    /// Half took no longer.
    public var median: Int
    /// 95 in 100 took no longer.
    public var in95: Int
    /// 99 in 100 took no longer.
    public var in99: Int
  }
}

extension SessionLog {
  /// Counts what was asked and what came of it.
  ///
  /// - Parameter since: the beginning; `nil`: all that is in the log.
  /// - Throws: ``LogError`` where the log can't be read.
  public func report(since: Date? = nil) throws -> Report {
    try explaining { try database.read { db in try Report(since: since, db) } }
  }
}

extension Report {
  fileprivate init(since: Date?, _ db: Database) throws {
    self.since = since
    let start = since?.milliseconds ?? 0
    try countMessages(from: start, db)
    try countSessions(from: start, db)
    medianTurnsToFix = try Tally(
      db, start,
      """
      SELECT turns, count(*) FROM (
        SELECT min(turn.number) - session.first + 1 AS turns FROM turn JOIN session ON session.id = turn.session
        WHERE turn.fix IS NOT NULL AND turn.at >= ? GROUP BY turn.session)
      GROUP BY turns
      """
    ).quantile(0.5)
    let latencies = try Tally(db, start, "SELECT latency, count(*) FROM turn WHERE at >= ? GROUP BY latency")
    if let median = latencies.quantile(0.5), let in95 = latencies.quantile(0.95), let in99 = latencies.quantile(0.99) {
      latency = Latency(median: median, in95: in95, in99: in99)
    }
  }

  /// One pass over all turns; what is left to add up are some rows a day.
  private mutating func countMessages(from start: Int64, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT strftime('%Y-%m-%d', day * 86400, 'unixepoch'), language, intent, kind, count FROM (
          SELECT at / 86400000 AS day, language, ifnull(intent, 'none') AS intent,
            CASE WHEN fix IS NOT NULL THEN 1 WHEN decision = 'none' THEN 3
              WHEN question NOT IN ('helped', 'person') THEN 2 ELSE 0 END AS kind,
            count(*) AS count
          FROM turn WHERE at >= ? GROUP BY 1, 2, 3, 4)
        """,
      arguments: [start])
    while let row = try rows.next() {
      add(Count(kind: row[3], count: row[4]), day: row[0], language: row[1], intent: row[2])
    }
  }

  private mutating func add(_ count: Count, day: String, language: String, intent: String) {
    total += count
    days[day, default: .zero] += count
    languages[language, default: .zero] += count
    intents[intent, default: .zero] += count
  }

  private mutating func countSessions(from start: Int64, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT strftime('%Y-%m-%d', day * 86400, 'unixepoch'), language, intent, outcome, count FROM (
          SELECT used / 86400000 AS day, language, ifnull(intent, 'none') AS intent, outcome, count(*) AS count
          FROM session WHERE used >= ? GROUP BY 1, 2, 3, 4)
        """,
      arguments: [start])
    while let row = try rows.next() {
      let (outcome, number): (String, Int) = (row[3], row[4])
      outcomes[outcome, default: 0] += number
      var count = Count.zero
      count.sessions = number
      if outcome == "resolved" { count.resolved = number }
      if outcome == "handed-over" { count.handedOver = number }
      add(count, day: row[0], language: row[1], intent: row[2])
    }
    sessions = total.sessions
  }
}

extension Report.Count {
  /// No messages.
  public static let zero = Self()

  fileprivate init(kind: Int, count: Int) {
    messages = count
    switch kind {
    case 1: answered = count
    case 2: clarified = count
    case 3: fellBack = count
    default: break
    }
  }

  static func += (sum: inout Self, other: Self) {
    sum.messages += other.messages
    sum.answered += other.answered
    sum.clarified += other.clarified
    sum.fellBack += other.fellBack
    sum.sessions += other.sessions
    sum.resolved += other.resolved
    sum.handedOver += other.handedOver
  }
}

/// How often each value occurs, in rising order.
private struct Tally {
  var values: [(value: Int, count: Int)]

  init(_ db: Database, _ start: Int64, _ sql: String) throws {
    values = try Row.fetchAll(db, sql: sql + " ORDER BY 1", arguments: [start]).map { ($0[0], $0[1]) }
  }

  /// The smallest value that this share of all are not above.
  func quantile(_ share: Double) -> Int? {
    let goal = share * Double(values.reduce(0) { $0 + $1.count })
    var seen = 0
    return values.first { value in
      seen += value.count
      return Double(seen) >= goal
    }?.value
  }
}
