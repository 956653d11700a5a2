import Knowledge

/// Steps of a numbered list, given one at a time.
extension Exchange {
  /// "Step 3 again?", and after it "and then?".
  mutating func takeStep() -> Bool {
    guard let intent, let given = state.topic?.given.last.flatMap(intent.fix) else { return false }
    let isNext =
      reading.only("next-step", with: "yes", "worked", "anaphora", rest: 1)
      || state.topic?.step != nil && reading.isNext
    guard isNext || reading.step != nil else { return false }
    let fix = supposedFix(of: intent)?.fix ?? given
    let steps = Self.steps(in: text(fix.text))
    guard !steps.isEmpty else { return isNext && state.question?.subject != .helped ? giveGist() : false }
    guard
      let number = reading.step.map({ reading.asksAfterStep ? $0 + 1 : $0 })
        ?? (isNext ? state.topic?.step.map { $0 + 1 } : nil)
    else { return isNext && tellWhatIsAfter(steps) }
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

  /// "And then?", right after all steps: there are no more.
  private mutating func tellWhatIsAfter(_ steps: [String]) -> Bool {
    guard let last = steps.last?.plainText, state.lastTexts.contains(where: { $0.contains(last) }) else { return false }
    decision = MatchDecision.followUp
    say("nothing-more")
    return true
  }

  /// "And then?", after a fix that has no steps: all that there is to do.
  private mutating func giveGist() -> Bool {
    decision = MatchDecision.followUp
    giveShortForm()
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
