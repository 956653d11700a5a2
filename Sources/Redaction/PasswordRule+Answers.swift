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

  /// `the code to the door`, `koden är 482913`, `my code: 559 201`; not an error's, nor a country's.
  func isPurposefulCode(_ index: Int) -> Bool {
    guard scan.words[index].kinds.contains(.numbered),
      ["code", "kod", "koden"].contains(where: { (name: StaticString) in scan.isWord(index, name) }),
      index == 0 || !Self.harmlessCodes.contains(where: { scan.isWord(index - 1, $0) }),
      !scan.words.contains(where: { $0.kinds.contains(.fault) })
    else { return false }
    let before = scan.words[max(0, index - 3)..<index]
    guard !before.contains(where: { $0.kinds.contains(.phone) }) else { return false }
    if isTie(scan.skippingSpaces(scan.words[index].range.upperBound)) {
      return before.last?.kinds.contains(.owner) == true
    }
    guard scan.words.indices.contains(index + 1) else { return false }
    // `koden i loggen var 33004`
    if scan.isWord(index + 2, "loggen") || scan.isWord(index + 2, "händelseloggen") { return false }
    let next = scan.words[index + 1].kinds
    // `the code in the text was`
    let isInMessage =
      ["in", "i", "on", "by", "via"].contains { scan.isWord(index + 1, $0) }
      && (index + 2...index + 3).contains { word in CodeRule.messages.contains { scan.isWord(word, $0) } }
    return isInMessage || !next.isDisjoint(with: [.purpose, .being])
      || Self.receipts.contains { scan.isWord(index + 1, $0) }
      || scan.words.dropFirst(index + 1).prefix(3).contains { $0.kinds.contains(.sending) }
  }

  /// `de smsade mig 731205`, `it texted us 804122`: all that somebody was sent.
  func sent(after index: Int) -> Range<Int>? {
    guard scan.words[index].kinds.contains(.sending),
      ["mig", "me", "oss", "us", "henne", "honom", "her", "him"].contains(where: { scan.isWord(index + 1, $0) })
    else { return nil }
    let value = Value(at: scan.skippingSpaces(scan.words[index + 1].range.upperBound), in: scan)
    return value.shape.isNumber && value.range.count <= 8 && !value.isCounted && endsClause(value.range)
      ? value.range : nil
  }

  /// What has a code that is no secret.
  private static let harmlessCodes: [StaticString] = [
    "country", "area", "zip", "postal", "post", "status", "exit", "event", "product", "order", "region", "language",
    "reason", "result", "return", "stop", "http", "source", "campus", "cost", "discount", "no",
  ]
  /// What comes after a code that somebody got: `the code i got was`, `koden jag fick`, `koden från smset`.
  private static let receipts: [StaticString] = [
    "i", "jag", "vi", "we", "she", "he", "hon", "han", "that", "which", "som", "from", "från", "sent", "they", "de",
    "dom", "you", "du", "was", "var", "blev", "said", "says",
  ]

  /// The number that a code is said to be, in one group or several: `… is 4471`, `… var 73 91 02`.
  func addLinkedNumber(after index: Int, _ findings: inout Findings) {
    var position = scan.skippingSpaces(scan.words[index].range.upperBound)
    if isTie(position) {
      position = scan.skippingSpaces(pastTie(position))
    } else if let link = scan.words[index...].prefix(9).first(where: { $0.kinds.contains(.being) }) {
      position = scan.skippingSpaces(link.range.upperBound)
      if isTie(position) { position = scan.skippingSpaces(pastTie(position)) }
    } else if let number = scan.words[index...].prefix(4).first(where: { scan.character($0.range.lowerBound) == .digit }
    ) {
      position = number.range.lowerBound
    }
    guard scan.character(position) == .digit, !Value(at: position, in: scan).isCounted else { return }
    let run = DigitRun(in: scan, from: position)
    let digits = run.groups.reduce(0) { $0 + $1.count }
    // `koden skickades 10/03/24 07:41`
    if run.groups.count >= 3, PhoneNumber.isDay(DigitGroups(run, 0...2, scan)) { return }
    guard (4...8).contains(digits), scan.character(run.end).isWord == false else { return }
    // `2580#`, as it is typed at a door.
    let isClosed = scan.has(anyOf: "#*", at: run.end) && !scan.character(run.end + 1).isWord
    findings.add(position..<run.end + (isClosed ? 1 : 0), .password)
  }
}
