import FoundationEssentials
import SessionLog

/// A report as one page that needs nothing else: light and dark, wide and narrow.
struct ReportPage {
  var report: Report
  var unanswered: [WorkItem]

  var html: String {
    let total = report.total
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Fixline report</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>Fixline report</h1>
      <p>\(period)</p>
      <section class="numbers">
      \(number(total.messages, "messages"))
      \(number(report.sessions, "sessions"))
      \(number(total.answered, "answered"))
      \(number(total.clarified, "asked back"))
      \(number(total.fellBack, "fell back"))
      \(number(report.outcomes["resolved"] ?? 0, "resolved"))
      \(number(report.outcomes["handed-over"] ?? 0, "handed over"))
      \(report.medianTurnsToFix.map { number($0, "median turns to fix") } ?? "")
      </section>
      \(days)
      \(chart("By intent", report.intents, called: Report.name(ofIntent:)))
      \(chart("By language", report.languages))
      \(workList)
      <footer>\(pace)</footer>
      </body>
      </html>

      """
  }

  private var period: String {
    let days = report.days.keys.sorted()
    guard let first = days.first, let last = days.last else { return "No messages in this time." }
    return first == last ? first : "\(first) to \(last)"
  }

  private var pace: String {
    guard let latency = report.latency else { return "" }
    return
      "A decision takes \(latency.median) µs, 95 in 100 at most \(latency.in95) µs, 99 in 100 at most \(latency.in99) µs."
  }

  private func number(_ value: Int, _ name: String) -> String {
    "<div><strong>\(value)</strong><span>\(name)</span></div>"
  }

  /// Columns, one a day: the part that fell back stands out.
  private var days: String {
    let shown = report.latestDays(60)
    guard let most = shown.map(\.count.messages).max(), most > 0 else { return "" }
    let columns = shown.map { day, count in
      let label = "\(day): \(counted(count.messages, "message")), \(count.fellBack) fell back"
      return """
        <div class="day" title="\(label)" aria-label="\(label)" role="img">\
        <i style="height:\(percent(count.messages - count.fellBack, of: most))"></i>\
        <b style="height:\(percent(count.fellBack, of: most))"></b></div>
        """
    }
    let ends = [shown.first, shown.count > 1 ? shown.last : nil].compactMap { $0?.day }
    return """
      <h2>By day</h2>
      <p class="key"><i></i> messages <b></b> of them fell back</p>
      <section class="days">
      \(columns.joined(separator: "\n"))
      </section>
      <p class="ends">\(ends.map { "<span>\($0)</span>" }.joined())</p>
      """
  }

  private func chart(
    _ title: String, _ counts: [String: Report.Count], called name: (String) -> String = { $0 }
  ) -> String {
    let rows = counts.sorted { ($1.value.messages, $0.key) < ($0.value.messages, $1.key) }
    guard let most = rows.first?.value.messages else { return "" }
    let lines = rows.map { key, count in
      """
      <tr><th scope="row">\(name(key).escapedForHTML)</th><td class="bar">\
      <span><i style="width:\(percent(count.messages - count.fellBack, of: most))"></i>\
      <b style="width:\(percent(count.fellBack, of: most))"></b></span>\
      <small>\(Self.details(count))</small></td><td class="count">\(count.messages)</td></tr>
      """
    }
    return "<h2>\(title)</h2>\n<table class=\"chart\">\n\(lines.joined(separator: "\n"))\n</table>"
  }

  /// What came of the messages and sessions of a row.
  private static func details(_ count: Report.Count) -> String {
    """
    \(count.answered) answered, \(count.clarified) asked back, \(count.fellBack) fell back · \
    \(counted(count.sessions, "session")): \
    \(count.resolved) resolved, \(count.handedOver) handed over
    """
  }

  private var workList: String {
    guard !unanswered.isEmpty else { return "" }
    let rows = unanswered.map { item in
      let unknown = item.unknownWords.joined(separator: ", ")
      let notes = [
        "nearest: \(item.message.nearest ?? "none")", item.unhelped > 0 ? "did not help \(item.unhelped)" : "",
        unknown.isEmpty ? "" : "unknown: \(unknown)",
      ]
      return """
        <tr><td class="count">\(item.message.count)</td><td>\(item.message.text.escapedForHTML)\
        <small>\(notes.filter { !$0.isEmpty }.joined(separator: " · ").escapedForHTML)</small></td></tr>
        """
    }
    return "<h2>Without an answer</h2>\n<table class=\"list\">\n\(rows.joined(separator: "\n"))\n</table>"
  }

  private func percent(_ part: Int, of all: Int) -> String {
    "\((Double(part) / Double(all) * 1000).rounded() / 10)%"
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1c2024; --paper: #fff; --soft: #60646c; --line: #e0e1e6;
      --good: #2f6fdb; --bad: #d9652b; }
    @media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --paper: #141618; --soft: #b0b4ba;
      --line: #33373b; --good: #6aa1ff; --bad: #ff9a62; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 52rem; margin: 0 auto; padding: 1rem; }
    h1 { margin: 0; } h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
    p, footer, small { color: var(--soft); margin: 0; } small { display: block; } footer { margin-top: 2rem; }
    .numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem;
      margin-top: 1rem; }
    .numbers div { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; }
    .numbers strong { display: block; font-size: 1.5rem; line-height: 1.2; }
    .numbers span { color: var(--soft); }
    .days { display: flex; align-items: flex-end; gap: 2px; height: 9rem; border-bottom: 1px solid var(--line); }
    .ends { display: flex; justify-content: space-between; font-size: .85rem; }
    .day { flex: 1; max-width: 2.5rem; height: 100%; display: flex; flex-direction: column-reverse; }
    .day i, .bar i, .key i { background: var(--good); } .day b, .bar b, .key b { background: var(--bad); }
    .key i, .key b { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-left: .5em; }
    table { width: 100%; border-collapse: collapse; }
    th { text-align: left; font-weight: normal; width: 16rem; overflow-wrap: anywhere; }
    th, td { padding: .2rem .5rem .2rem 0; }
    .bar span { display: flex; gap: 1px; } .bar i, .bar b { height: .9rem; } .bar small { line-height: 1.3; }
    th { vertical-align: top; } .chart .bar { padding-top: .5rem; }
    .count { text-align: right; width: 5rem; font-variant-numeric: tabular-nums; vertical-align: top; }
    .list td { border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    .list .count { width: 1%; padding-right: 1rem; overflow-wrap: normal; }
    @media (max-width: 36rem) {
      .chart tr { display: grid; grid-template-columns: 1fr auto; padding: .35rem 0; }
      .chart th, .chart td { width: auto; padding: 0; }
      .chart .bar { grid-row: 2; grid-column: 1 / 3; }
    }
    """
}

extension String {
  /// The text as it has to stand in HTML.
  var escapedForHTML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
