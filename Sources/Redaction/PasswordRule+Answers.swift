/// Answers to security questions, which let anybody in as a password does.
extension PasswordRule {
  /// `the answer to my security question is Rex`, `säkerhetsfrågan: mammas flicknamn = Bergkvist`
  func findAnswers(_ findings: inout Findings) {
    let words = scan.words
    guard words.contains(where: { $0.kinds.contains(.answer) }), words.indices.contains(where: isQuestion) else {
      return
    }
    for (index, word) in words.enumerated() where word.kinds.contains(.answer) {
      if let range = answer(after: index) { findings.add(range, .password) }
    }
  }

  /// `security question`, `säkerhetsfrågan`, `mother's maiden name`
  private func isQuestion(_ index: Int) -> Bool {
    if scan.words[index].kinds.contains(.secretQuestion) { return true }
    guard scan.isWord(index, "security") || scan.isWord(index, "secret") else { return false }
    return ["question", "questions", "answer"].contains { (name: StaticString) in scan.isWord(index + 1, name) }
  }

  /// What follows a colon, an equals sign or "is", or the verb itself: `jag svarade Rex`.
  private func answer(after index: Int) -> Range<Int>? {
    let words = scan.words
    let end = words[index].range.upperBound
    var position = scan.skippingSpaces(end)
    if isTie(position) { return answer(at: scan.skippingSpaces(pastTie(position))) }
    for next in words.indices.dropFirst(index + 1).prefix(8) {
      guard !breaksSentence(words[next - 1].range.upperBound..<words[next].range.lowerBound) else { break }
      guard words[next].kinds.contains(.being) else { continue }
      position = scan.skippingSpaces(words[next].range.upperBound)
      return answer(at: isTie(position) ? scan.skippingSpaces(pastTie(position)) : position)
    }
    let isVerb = ["svarade", "svarat", "svarar", "answered"].contains { (name: StaticString) in scan.isWord(index, name)
    }
    return isVerb ? answer(at: position) : nil
  }

  private func answer(at position: Int) -> Range<Int>? {
    if let quoted = quoted(at: position) { return quoted }
    let value = Value(at: position, in: scan)
    let isName = scan.classes[value.range].first == .upper || endsClause(value.range)
    guard value.range.count >= 2, isName, !value.shape.isHarmless, !value.shape.isParticiple else { return nil }
    let next = scan.words.first { $0.range.lowerBound > value.range.upperBound }
    return next?.kinds.contains(.purpose) == true ? value.range : phrase(from: value.range)
  }

  /// `the code to the door`, `koden till bankdosan`; not an error's
  func isPurposefulCode(_ index: Int) -> Bool {
    guard scan.words[index].kinds.contains(.numbered),
      ["code", "kod", "koden"].contains(where: { (name: StaticString) in scan.isWord(index, name) }),
      scan.words.indices.contains(index + 1), scan.words[index + 1].kinds.contains(.purpose)
    else { return false }
    return !scan.words.indices.contains { word in
      ["error", "errors", "fel", "felet", "message"].contains { (name: StaticString) in scan.isWord(word, name) }
    }
  }

  /// The number that a code is said to be: `… is 4471`.
  func addLinkedNumber(after index: Int, _ findings: inout Findings) {
    guard let link = scan.words[index...].prefix(7).first(where: { $0.kinds.contains(.being) }) else { return }
    let value = Value(at: scan.skippingSpaces(link.range.upperBound), in: scan)
    if value.shape.isNumber, !value.isCounted, value.range.count <= 8 { findings.add(value.range, .password) }
  }
}
