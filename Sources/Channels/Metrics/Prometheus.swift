import Dialogue

extension Metrics.Snapshot {
  /// What has been counted, in Prometheus' text format (version 0.0.4).
  ///
  /// - Parameter openSessions: how many sessions are open; `nil` where the log can't tell.
  func prometheus(openSessions: Int?) -> String {
    var page = PrometheusPage()
    page.counter("messages_total", "Messages answered.", [("", messages)])
    page.counter("messages_repeated_total", "Messages whose id was known, answered again.", [("", repeated)])
    page.counter("requests_total", "Requests answered, by method.", requests.labelled("method"))
    page.counter("decisions_total", "What messages came to, by the kind of each reply.", replies.labelled("kind"))
    page.counter(
      "errors_total", "Error replies, by code.",
      Dictionary(uniqueKeysWithValues: errors.map { (String($0.key), $0.value) }).labelled("code"))
    page.gauge("connections", "Clients connected.", connections)
    if let openSessions { page.gauge("open_sessions", "Sessions whose latest conversation is open.", openSessions) }
    page.histogram("message_seconds", "From a message being read to its reply being ready.", latency)
    page.histogram("commit_seconds", "How long commits of the log took.", commits)
    return page.text
  }
}

extension [String: Int] {
  /// The counts with their Prometheus labels, in the order of the names.
  fileprivate func labelled(_ label: String) -> [(labels: String, count: Int)] {
    sorted { $0.key < $1.key }.map { ("{\(label)=\"\($0.key)\"}", $0.value) }
  }
}

/// Prometheus' text format. None of the label values needs escaping: they are names of Fixline's own.
private struct PrometheusPage {
  private(set) var text = ""

  mutating func counter(_ name: String, _ help: String, _ values: [(labels: String, count: Int)]) {
    head(name, help, "counter")
    for (labels, count) in values { text += "fixline_\(name)\(labels) \(count)\n" }
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    head(name, help, "gauge")
    text += "fixline_\(name) \(value)\n"
  }

  mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
    head(name, help, "histogram")
    for (bound, count) in histogram.cumulative { text += "fixline_\(name)_bucket{le=\"\(bound)\"} \(count)\n" }
    text += "fixline_\(name)_bucket{le=\"+Inf\"} \(histogram.count)\n"
    text += "fixline_\(name)_sum \(histogram.sum)\nfixline_\(name)_count \(histogram.count)\n"
  }

  private mutating func head(_ name: String, _ help: String, _ type: String) {
    text += "# HELP fixline_\(name) \(help)\n# TYPE fixline_\(name) \(type)\n"
  }
}
