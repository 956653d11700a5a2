import Foundation
import Redaction

/// Tells how much of what writers told is found by what the others teach.
struct Trial {
  let marked: [MarkedMessage]
  let harmless: [MarkedMessage]

  private static let parts = 4

  func run() {
    let writers = Set(marked.map(\.list)).filter { $0.hasPrefix("strangers") || $0 == "aside" }.sorted()
    var (found, kept): ([Float], [(sum: Float, text: String)]) = ([], [])
    for part in 0..<Self.parts {
      let held = Set(writers.enumerated().filter { $0.offset % Self.parts == part }.map(\.element))
      let weights = Learning().weights(from: marked.filter { !held.contains($0.list) }, harmless)
      for message in marked where held.contains(message.list) {
        let rows = message.rows(knowing: weights.known)
        let sums = rows.map { weights.sum(of: $0) }
        if message.passwords.isEmpty {
          kept.append((sums.max() ?? -.infinity, message.text))
        } else {
          found.append(zip(rows, sums).filter(\.0.isPassword).map(\.1).min() ?? -.infinity)
        }
      }
    }
    for step in -2...10 {
      let threshold = Float(step) / 2
      let share = Double(found.count { $0 >= threshold }) / Double(found.count)
      let changed = Double(kept.count { $0.sum >= threshold }) / Double(kept.count)
      print(
        "from \(threshold) on: \(percent(share)) of \(found.count) found whole, \(percent(changed)) of \(kept.count) changed"
      )
    }
    for message in kept.sorted(by: { $0.sum > $1.sum }).prefix(20) { print(message.sum, message.text) }
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}
