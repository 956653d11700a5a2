/// Pass phrases by the words beside them: what somebody chose, came up with or asks about.
extension PasswordRule {
  /// `I chose rainy tuesday sandwich lamp`, `new one is correct donkey battery nail`: three words or more in a row that
  /// do not make a sentence, as pass phrases have.
  func chosen(after index: Int) -> Range<Int>? {
    let words = scan.words
    let isNew = ["new", "one", "mine", "nya", "nytt", "old", "gamla", "min", "mitt"].contains {
      scan.isWord(index - 1, $0)
    }
    let isGot = ["got", "fick", "gave", "gav", "get", "given"].contains { scan.isWord(index, $0) }
    guard words[index].kinds.isDisjoint(with: .being) && !isGot || isNew else { return nil }
    var next = index + 1
    while next < index + 3, words.indices.contains(next), scan.isWord(next, "to") || scan.isWord(next, "till") {
      next += 1
    }
    guard words.indices.contains(next) else { return nil }
    let phrase = isNew ? longPhrase(from: words[next].range) : nil
    if let phrase, (words.count { phrase.contains($0.range.lowerBound) && isStrange($0.range) }) > 1 { return phrase }
    return oddRun(from: next)
  }

  /// `the phrase I came up with: green bicycle eats toast`
  func phrased(after index: Int) -> Range<Int>? {
    let isPhrase = scan.isWord(index, "phrase") || scan.isWord(index, "fras") || scan.isWord(index, "frasen")
    let isList =
      (scan.isWord(index, "words") || scan.isWord(index, "ord"))
      && ["random", "slumpade", "four", "fyra", "three", "tre", "slumpvisa"].contains { scan.isWord(index - 1, $0) }
    guard isPhrase || isList,
      let tie = scan.words.indices.dropFirst(index).prefix(7).first(where: {
        scan.has(":", at: scan.words[$0].range.upperBound)
      })
    else { return nil }
    let start = scan.skippingSpaces(scan.words[tie].range.upperBound + 1)
    return scan.words.firstIndex { $0.range.lowerBound == start }.flatMap { oddRun(from: $0, strange: 1) }
  }

  /// What a word of a pass phrase may be.
  private static let ordinary: WordKinds = [.everyday, .refusal, .keystroke]

  /// The words from one on that are no function words and of which most are strange; three of them or more.
  private func oddRun(from first: Int, strange least: Int = 2) -> Range<Int>? {
    let words = scan.words
    var end = first
    while words.indices.contains(end), words[end].kinds.isSubset(of: Self.ordinary), words[end].range.count >= 3,
      end == first || isSpace(words[end - 1].range.upperBound..<words[end].range.lowerBound)
    {
      end += 1
    }
    let run = words[first..<end]
    let strange = run.count { isStrange($0.range, asName: true) }
    guard run.count >= 3, strange >= least, least == 1 || strange * 2 >= run.count,
      run.allSatisfy({ word in word.range.allSatisfy { scan.classes[$0].isLetter } })
    else { return nil }
    return words[first].range.lowerBound..<words[end - 1].range.upperBound
  }

  private func isSpace(_ gap: Range<Int>) -> Bool { gap.count == 1 && scan.classes[gap.lowerBound] == .space }

  /// `would old socks smell lovely pass as a password`, `duger gamla sockor luktar gott som lösenord`: what is asked
  /// about, up to the words that call it a password.
  func offered(after index: Int) -> Range<Int>? {
    let words = scan.words
    guard Self.asking.contains(where: { scan.isWord(index, $0) }), index + 4 < words.count,
      let link = words.indices.dropFirst(index + 3).prefix(6).first(where: isCalling),
      let password = words.indices.dropFirst(link + 1).first(where: {
        words[$0].kinds.isDisjoint(with: .owner) && !isArticle($0)
      }),
      words[password].kinds.contains(.password), endsClause(words[password].range)
    else { return nil }
    var last = link - 1
    while last > index + 1, Self.passing.contains(where: { scan.isWord(last, $0) }) { last -= 1 }
    let run = words[index + 1...last].drop { $0.range.count <= 3 || $0.kinds.contains(.using) }
    let strange = run.count { isStrange($0.range, asName: true) }
    guard run.count >= 2, strange * 2 >= run.count || strange > 0 && run.count > 2, let first = run.first,
      let end = run.last,
      run.allSatisfy({ $0.range.count > 2 && $0.kinds.isDisjoint(with: [.clause, .predicate, .filler, .owner]) })
    else { return nil }
    return first.range.lowerBound..<end.range.upperBound
  }

  private func isCalling(_ index: Int) -> Bool {
    ["as", "som", "for", "till"].contains { scan.isWord(index, $0) }
  }

  private static let asking: [StaticString] = [
    "would", "does", "could", "will", "is", "can", "duger", "funkar", "fungerar", "går", "kan", "räcker", "får", "är",
    "use", "använda", "ha", "have",
  ]
  private static let passing: [StaticString] = [
    "pass", "work", "do", "count", "ok", "okay", "fine", "bra", "enough", "tillräckligt", "good", "be", "used",
    "fungera", "funka", "duga", "användas",
  ]
}
