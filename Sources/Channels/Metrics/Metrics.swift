import Synchronization

/// What a running server counts: shared by everything that does the counting.
public final class Metrics: Sendable {
  private let counted = Mutex(Snapshot())

  /// Makes metrics that have counted nothing.
  public init() {}

  /// What has been counted so far.
  var snapshot: Snapshot { counted.withLock { $0 } }

  /// Counts something.
  @discardableResult
  func count<Value: Sendable>(_ change: (inout Snapshot) -> Value) -> Value { counted.withLock { change(&$0) } }

  /// Counts a commit of the log: the hook that a helpdesk takes.
  public func committed(turns: Int, in duration: Duration) { count { $0.commits.add(duration) } }

  /// All that is counted, at one moment.
  struct Snapshot: Sendable {
    /// Requests answered, by method.
    var requests: [String: Int] = [:]
    /// Messages answered.
    var messages = 0
    /// Replies of the bot, by kind: what the messages came to.
    var replies: [String: Int] = [:]
    /// Error replies, by code.
    var errors: [Int: Int] = [:]
    /// Messages answered from the log because their id was known.
    var repeated = 0
    /// From a message being read to its reply being ready.
    var latency = Histogram()
    /// How long the log's commits took.
    var commits = Histogram()
    /// Clients connected now.
    var connections = 0
  }
}

/// Durations, counted by how long they were.
struct Histogram: Sendable {
  /// The upper ends of the classes, in seconds; what is longer falls into a last class of its own.
  static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  /// How many fell into each class.
  private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// All durations together, in seconds.
  private(set) var sum = 0.0

  /// How many there were.
  var count: Int { counts.reduce(0, +) }

  /// How many lasted at most so long (in seconds), for each bound.
  var cumulative: [(bound: Double, count: Int)] {
    var reached = 0
    return zip(Self.bounds, counts).map { bound, count in
      reached += count
      return (bound, reached)
    }
  }

  /// Counts a duration.
  mutating func add(_ duration: Duration) {
    let seconds = duration / .seconds(1)
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }
}
