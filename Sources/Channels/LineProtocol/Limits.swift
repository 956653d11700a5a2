/// What the protocol bounds. The defaults are for a helpdesk of many hundred people.
public struct Limits: Sendable, Equatable {
  /// The longest line taken, in bytes without its end.
  public var line = 65_536
  /// How many requests of one client may be unanswered before no more are read of it.
  public var inFlight = 128
  /// How many clients may be connected at once: a thousand, and as many while they come back after a restart.
  public var connections = 2_000
  /// How many messages a session may send in a minute; `nil`: any number.
  public var messagesPerMinute: Int?

  /// The defaults.
  public init() {}
}

/// Counts messages a minute by session. Counting starts again with each minute, so that it never holds more sessions
/// than wrote in one.
struct RateLimit {
  private let limit: Int
  private var minute = 0
  private var counts: [[UInt8]: Int] = [:]

  init(limit: Int) { self.limit = limit }

  /// Counts a message; false where it is one too many.
  mutating func admits(_ session: String, at seconds: Double) -> Bool {
    let now = Int(seconds / 60)
    if now != minute {
      minute = now
      counts = [:]
    }
    let session = Array(session.utf8)
    counts[session, default: 0] += 1
    return counts[session, default: 0] <= limit
  }
}
