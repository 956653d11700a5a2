import Matching

/// How long matching a message takes, in microseconds: of each message the middle one of five times, which leaves out
/// what else the machine was doing.
struct MatchingTimes: Encodable, CustomStringConvertible {
  let median: Double
  /// 99 of 100 messages take no longer.
  let p99: Double
  let longest: Double

  init(_ matcher: Matcher, _ texts: [String]) {
    let clock = ContinuousClock()
    var times = texts.map { _ in [Duration]() }
    for _ in 0..<5 {
      for (index, text) in texts.enumerated() {
        times[index].append(clock.measure { _ = matcher.match(text) })
      }
    }
    let sorted = times.map { $0.sorted()[2] / Duration.microseconds(1) }.sorted()
    func quantile(_ share: Double) -> Double {
      guard !sorted.isEmpty else { return 0 }
      let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
      return (value * 10).rounded() / 10
    }
    (median, p99, longest) = (quantile(0.5), quantile(0.99), quantile(1))
  }

  var description: String {
    """
    microseconds a message          median \(median), 99 in 100 within \(p99), longest \(longest)
    """
  }
}
