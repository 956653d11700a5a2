import TextAnalysis

/// Numbers, steps and thumbs.
extension Reading {
  /// The number of the step that it names: "step 3", "steg 3", "the third step".
  var step: Int? {
    guard says("step"), weight(beside: ["step", "number", "question-word", "anaphora"]) <= 5 else { return nil }
    let digits = utterance.tokens.compactMap { Int($0.text) }
    if digits.count == 1 { return digits[0] }
    return Self.numbers.firstIndex { says($0) }.map { $0 + 1 }
  }

  /// Whether it asks for what comes after the step that it names: "and after step 3?".
  var asksAfterStep: Bool {
    zip(utterance.tokens, utterance.tokens.dropFirst()).contains { before, step in
      ["after", "efter"].contains(before.text) && ["step", "steg", "steget"].contains(step.text)
    }
  }

  /// Whether it numbers what it tells: "1) the page is missing 2) the button is grey".
  var isNumbered: Bool {
    ["1", "2"].allSatisfy { number in
      zip(utterance.tokens, utterance.tokens.dropFirst()).contains { $0.text == number && $1.boundary != .none }
    }
  }

  /// Whether it only says "next".
  var isNext: Bool { utterance.tokens.count == 1 && ["next", "nästa"].contains(utterance.tokens[0].text) }

  /// What a thumb says: `yes` or `no`.
  var thumb: String? { text.contains("👍") ? "yes" : text.contains("👎") ? "no" : nil }

  /// Whether it is a number in figures and nothing else.
  var isOnlyDigits: Bool { utterance.tokens.count == 1 && Int(utterance.tokens[0].text) != nil }

  /// The number that it consists of: "2", "nr 2", "ok 2", "the second one".
  var number: Int? {
    let digits = utterance.tokens.compactMap { Int($0.text) }
    if digits.count == 1, utterance.tokens.count <= 3, weight(beside: ["number", "yes"]) <= 1 { return digits[0] }
    return Self.numbers.firstIndex { only($0, with: "number") }.map { $0 + 1 }
  }

  /// The one number in figures that it has, whatever stands beside it.
  var onlyNumber: Int? {
    let digits = utterance.tokens.compactMap { Int($0.text) }
    return digits.count == 1 ? digits[0] : nil
  }

  /// The number by which a choice is taken back: "no, I meant the second one".
  var correctedNumber: Int? {
    guard says("correction") else { return nil }
    return Self.numbers.firstIndex { only($0, with: "number", "correction", "no") }.map { $0 + 1 }
  }

  /// Whether it is the last of a list and nothing else: "the last one", "den sista".
  var isLast: Bool { only("number-last", with: "number") }

  /// The kinds of words that say a number, from one.
  private static let numbers = (1...9).map { "number-\($0)" }
}
