import FoundationEssentials
import SessionLog

/// A report for a terminal, with small charts.
struct ReportText {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    guard report.total.messages > 0 else { return "no messages in this time\n" }
    let parts = [
      summary,
      chart("By intent", Self.byCount(report.intents).map { (Report.name(ofIntent: $0.name), $0.count) }),
      chart("By language", Self.byCount(report.languages)),
      chart("By day", report.latestDays(31).map { ($0.day, $0.count) }),
    ]
    return parts.joined(separator: "\n")
  }

  private var summary: String {
    let total = report.total
    var lines = [
      "\(counted(total.messages, "message")) in \(counted(report.sessions, "session"))",
      "",
      row("answered", total.answered, of: total.messages),
      row("asked back", total.clarified, of: total.messages),
      row("fell back", total.fellBack, of: total.messages),
      "",
    ]
    lines += ["resolved", "handed-over", "abandoned", "open"].map {
      row($0, report.outcomes[$0] ?? 0, of: report.sessions)
    }
    lines.append("")
    if let turns = report.medianTurnsToFix { lines.append("median turns to a fix: \(turns)") }
    if let latency = report.latency {
      let times = [latency.median, latency.in95, latency.in99].map { "\($0) µs" }
      lines.append("a decision takes \(times[0]), 95 in 100 at most \(times[1]), 99 in 100 at most \(times[2])")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func row(_ name: String, _ count: Int, of all: Int) -> String {
    let share = all == 0 ? 0 : Double(count) / Double(all)
    return "\(name.padded(to: 12)) \(leading(count)) \(leading(Int((share * 100).rounded()), 4)) %  \(bar(share))"
  }

  private typealias Row = (name: String, count: Report.Count)

  private static func byCount(_ counts: [String: Report.Count]) -> [Row] {
    counts.sorted { ($1.value.messages, $0.key) < ($0.value.messages, $1.key) }.map { ($0.key, $0.value) }
  }

  private func chart(_ title: String, _ rows: [Row]) -> String {
    let most = Double(max(1, rows.map(\.count.messages).max() ?? 1))
    let width = max(title.count, rows.map(\.name.count).max() ?? 0)
    let names = ["messages", "answered", "asked", "fell back", "sessions", "resolved", "handed"]
    let header = title.padded(to: width) + Self.cells(names, barAfterFirst: "")
    let lines = rows.map { name, count in
      let numbers = [
        count.messages, count.answered, count.clarified, count.fellBack, count.sessions, count.resolved,
        count.handedOver,
      ]
      return name.padded(to: width)
        + Self.cells(numbers.map(String.init), barAfterFirst: bar(Double(count.messages) / most, width: 10))
    }
    return ([header] + lines).map { $0 + "\n" }.joined()
  }

  private func leading(_ number: Int, _ width: Int = 8) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  /// A row's cells, in columns under each other, with a bar after the first.
  private static func cells(_ texts: [String], barAfterFirst bar: String) -> String {
    texts.enumerated().map { place, text in
      let cell = String(repeating: " ", count: max(1, [9, 9, 6, 10, 9, 9, 7][place] - text.count)) + text
      return place == 0 ? "\(cell) \(bar.padded(to: 10))" : cell
    }.joined()
  }

  /// A bar of at most so many characters, to an eighth of one.
  private func bar(_ share: Double, width: Int = 30) -> String {
    let eighths = Int((share * Double(width * 8)).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
