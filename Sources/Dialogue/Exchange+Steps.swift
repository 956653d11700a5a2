import Knowledge

/// Steps of a numbered list, given one at a time.
extension Exchange {
  /// "Step 3 again?", and after it "and then?".
  mutating func takeStep() -> Bool {
    guard let intent, let fix = state.topic?.given.last.flatMap(intent.fix) else { return false }
    let isNext = reading.only("next-step", with: "yes", "worked", "anaphora", rest: 1)
    guard let number = reading.step ?? (isNext ? state.topic?.step.map { $0 + 1 } : nil) else { return false }
    let steps = Self.steps(in: text(fix.text))
    guard !steps.isEmpty else { return false }
    decision = MatchDecision.followUp
    if steps.indices.contains(number - 1) {
      if show(compose(.fix, steps[number - 1], links: [], of: intent), to: fix.audience, of: intent) {
        state.topic?.step = number
      }
    } else {
      say("no-such-step", ["number": String(number), "last": String(steps.count)])
    }
    return true
  }

  /// The lines of a text that begin with their number.
  private static func steps(in text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { line in
      let digits = line.prefix { $0.isNumber }
      return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ")
    }
  }
}
