import FoundationEssentials
import SessionLog

/// A report for a terminal, with small charts.
struct ReportText {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    guard report.total.messages > 0 else { return "no messages in this time\n" }
    let parts = [
      summary, chart("By intent", report.intents, sorted: .byCount),
      chart("By language", report.languages, sorted: .byCount),
      chart("By day", report.days, sorted: .byName),
    ]
    return parts.joined(separator: "\n")
  }

  private var summary: String {
    let total = report.total
    var lines = [
      "\(total.messages) messages in \(report.sessions) sessions",
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
    if let turns = report.medianTurnsToFix { lines.append("half of the fixes came by turn \(turns)") }
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

  private enum Order { case byCount, byName }

  private func chart(_ title: String, _ counts: [String: Report.Count], sorted order: Order) -> String {
    let rows = counts.sorted { first, second in
      order == .byName || first.value.messages == second.value.messages
        ? first.key < second.key : first.value.messages > second.value.messages
    }
    let most = Double(rows.map(\.value.messages).max() ?? 1)
    let width = rows.map(\.key.count).max() ?? 0
    let lines = rows.suffix(order == .byName ? 31 : rows.count).map { name, count in
      "\(name.padded(to: width)) \(leading(count.messages))  \(bar(Double(count.messages) / most))"
    }
    return ([title] + lines).map { $0 + "\n" }.joined()
  }

  private func leading(_ number: Int, _ width: Int = 8) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  /// A bar of at most 30 characters, to an eighth of one.
  private func bar(_ share: Double) -> String {
    let eighths = Int((share * 240).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
