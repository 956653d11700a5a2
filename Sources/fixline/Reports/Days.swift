import FoundationEssentials
import SessionLog

extension Report {
  /// The latest days, in order, those without messages too.
  ///
  /// - Parameter limit: at most so many.
  func latestDays(_ limit: Int) -> [(day: String, count: Count)] {
    guard let last = days.keys.max().flatMap(Self.date), let first = days.keys.min().flatMap(Self.date) else {
      return []
    }
    let secondsInDay = 86_400.0
    let count = min(limit, Int((last.timeIntervalSince(first) / secondsInDay).rounded()) + 1)
    return (0..<count).reversed().map { back in
      let day = String(last.addingTimeInterval(-Double(back) * secondsInDay).timestamp.prefix(10))
      return (day, days[day] ?? .zero)
    }
  }

  private static func date(_ day: String) -> Date? { try? Date.ISO8601FormatStyle.iso8601.parse(day + "T00:00:00Z") }

  /// What a row of ``intents`` is called where people read it.
  static func name(ofIntent intent: String) -> String { intent == "none" ? "no symptom" : intent }
}
