import Dialogue
import Helpdesk

/// What has been counted, as the method `metrics` tells it.
struct MetricsSummary: JSONWritable {
  var snapshot: Metrics.Snapshot
  var openSessions: Int

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("messages", snapshot.messages)
      $0.member("repeated", snapshot.repeated)
      $0.member("decisions", Counts(snapshot.replies))
      $0.member("requests", Counts(snapshot.requests))
      $0.member("errors", Counts(snapshot.errors.map { (String($0.key), $0.value) }))
      $0.member("open_sessions", openSessions)
      $0.member("connections", snapshot.connections)
      $0.member("latency", snapshot.latency)
      $0.member("commit", snapshot.commits)
    }
  }
}

/// Counts by name, in the order of the names.
struct Counts: JSONWritable {
  private var counts: [(name: String, count: Int)]

  init(_ counts: some Sequence<(key: String, value: Int)>) {
    self.counts = counts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { for (name, count) in counts { $0.member(named: name, count) } }
  }
}

extension Histogram: JSONWritable {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("count", count)
      $0.member("seconds", sum)
      $0.name("at_most")
      $0.object { for (bound, count) in cumulative { $0.member(named: String(bound), count) } }
    }
  }
}

extension Metrics.Snapshot {
  /// Counts a request that has its answer.
  mutating func add(_ request: Request, _ result: Result<Answer, ProtocolError>) {
    requests[request.method?.rawValue ?? "none", default: 0] += 1
    switch result {
    case .failure(let error): errors[error.code.rawValue, default: 0] += 1
    case .success(.turn(let response)):
      messages += 1
      if response.repeated == true { repeated += 1 }
      for index in response.replies.indices { replies[response.replies[index].kind.rawValue, default: 0] += 1 }
      latency.add(.now - request.received)
    case .success: break
    }
  }
}
