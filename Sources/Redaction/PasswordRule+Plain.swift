/// Passwords that look like words: what stands where a password is told and is no word that people write to a helpdesk.
extension PasswordRule {
  /// `sunshine`, `Sommar 2024`, `blue monkey lamp` from this position on, where the sentence goes on as after a name.
  ///
  /// - Parameter asName: nothing can be described there, so that an adjective's ending is no hint.
  func plainSecret(at position: Int, asName: Bool = false) -> Range<Int>? {
    guard let first = scan.word(at: position), isStrange(first.range, asName: asName) else { return nil }
    var last = first.range
    var end = last.upperBound
    var count = 1
    // Nobody's password has more words. Behind two strange ones an everyday one belongs to it too.
    for _ in 0..<12 {
      guard scan.character(end) == .space, let next = scan.word(at: end + 1) else { break }
      end = next.range.upperBound
      let isTail = count >= 2 && next.kinds.isSubset(of: .everyday)
      if isStrange(next.range) || isAddition(next) || isTail {
        last = next.range
      } else if next.kinds != .everyday {
        break
      }
      count += isStrange(next.range) ? 1 : 0
    }
    let range = position..<max(last.upperBound, Value(at: last.lowerBound, in: scan).range.upperBound)
    return isFollowed(range) ? range : nil
  }

  /// `my new password, Wintertime, gets refused`, `password (sunshine) fails`: between marks beside the password word.
  func apposition(to index: Int, isSure: Bool) -> Range<Int>? {
    let end = scan.words[index].range.upperBound
    let start = pastMarks(end)
    guard start > end, let word = scan.word(at: start), Value(at: start, in: scan).range == word.range else {
      return nil
    }
    let next = scan.word(at: word.range.upperBound + 1)
    let isApart = isMark(word.range.upperBound) || next?.kinds.contains(.purpose) == true
    return isApart && isSure && isStrange(word.range, asName: true) ? word.range : nil
  }

  /// `PIN-koden till datorn, 902817, går inte`, `lösenordet som jag fick, Havregryn, nekas`: between marks, some words
  /// after the word for it.
  func bound(after index: Int) -> Range<Int>? {
    for next in scan.words.indices.dropFirst(index + 1).prefix(6) {
      let word = scan.words[next]
      let gap = scan.words[next - 1].range.upperBound..<word.range.lowerBound
      guard gap.allSatisfy({ scan.classes[$0] == .space || scan.has(anyOf: ",(-", at: $0) }),
        word.kinds.isDisjoint(with: [.phone, .person, .card, .fault])
      else { return nil }
      guard gap.contains(where: { scan.has(anyOf: ",(", at: $0) }) else { continue }
      let value = Value(at: word.range.lowerBound, in: scan)
      if scan.words[index].kinds.contains(.password) {
        return next > index + 1 && value.range == word.range && isMark(word.range.upperBound)
          && isStrange(word.range, asName: true) ? word.range : nil
      }
      return value.shape.isNumber && value.range.count <= 8 && !value.isCounted ? value.range : nil
    }
    return nil
  }

  /// `does "sunshine" meet the rules`: strange words in quotes, where passwords are spoken of.
  func findQuoted(_ findings: inout Findings) {
    guard isSpokenOf, scan.contains("\"") || scan.contains("'") else { return }
    var position = 0
    while position < scan.count {
      guard !scan.character(position - 1).isWord, let range = quoted(at: position) else {
        position += 1
        continue
      }
      // Not `"user": "anna"`.
      let isNamed = scan.classes[..<position].last { $0 != .space } == .mark
      let words = scan.words.filter { range.contains($0.range.lowerBound) }
      if !isNamed, !words.isEmpty, words.allSatisfy({ isStrange($0.range, asName: true) }) {
        findings.add(range, .password)
      }
      position = range.upperBound + 1
    }
  }

  private func pastMarks(_ position: Int) -> Int {
    var mark = position
    // The full stop of `Byt-lösenord.docx` ends nothing.
    while scan.has(anyOf: ",(-[*_ ", at: mark) || scan.has(".", at: mark) && !scan.character(mark + 1).isWord {
      mark += 1
    }
    return (position..<mark).contains { !scan.has(" ", at: $0) } ? mark : position
  }

  /// A mark with something after it in the same message.
  private func isMark(_ position: Int) -> Bool {
    scan.has(anyOf: ",.)-]*_", at: position) && scan.skippingSpaces(position + 1) < scan.count
  }

  /// `lösen kalleanka fungerar inte`, `satte lösenord vulkan på`: directly after the password word, before what it does
  /// or after what was done with it.
  func subject(_ value: Value, after index: Int) -> Range<Int>? {
    guard let range = plainSecret(at: value.range.lowerBound, asName: true) else { return nil }
    let before = scan.words[max(0, index - 2)..<index]
    let next = scan.word(at: range.upperBound + 1)?.kinds ?? []
    let isSet =
      !next.isDisjoint(with: [.purpose, .origin])
      && (before.contains { $0.kinds.contains(.setting) } || isGiven(before: index))
    let isTried = before.contains { $0.kinds.contains(.trying) }
    let does = next.contains(.predicate) && !isVerb(range, before: range.upperBound + 1)
    // `loggar in som vikarie med lösen sommarsol`
    let isWith = (scan.isWord(index - 1, "med") || scan.isWord(index - 1, "with")) && isSigningIn && endsClause(range)
    return isSet || isTried || isWith || does || isAllThatIsSaid(range, after: index) ? range : nil
  }

  /// `lösenordet följde inte med`: what a negation can stand after.
  private func isVerb(_ range: Range<Int>, before next: Int) -> Bool {
    let isNegated = ["inte", "ej", "aldrig"].contains { (word: StaticString) in
      scan.reads(word, at: next) && !scan.character(next + word.utf8CodeUnitCount).isWord
    }
    return isNegated && ["de", "te", "er", "ar"].contains { scan.reads($0, at: range.upperBound - 2) }
  }

  /// `got pw zebra from IT`, `fick lösen vulkan av er`
  private func isGiven(before index: Int) -> Bool {
    index > 0
      && ["got", "get", "gave", "gives", "received", "fick", "fått", "gav", "har", "have"].contains {
        (word: StaticString) in
        scan.isWord(index - 1, word)
      }
  }

  /// `lösen sommarkatt`, `anna, pw trumpet`: at the end, where the word for it begins what is said.
  private func isAllThatIsSaid(_ range: Range<Int>, after index: Int) -> Bool {
    let isFirst =
      index == 0 || scan.has(anyOf: ",;:", at: scan.words[index - 1].range.upperBound)
      || !scan.words[index - 1].kinds.isDisjoint(with: [.clause, .more])
    return isFirst && scan.skippingSpaces(range.upperBound) >= scan.count - 1 && !isSlip(range)
  }

  /// Whether a word is a known one with a slip of the finger.
  private func isSlip(_ range: Range<Int>) -> Bool {
    let word = Array(scan.folded[range])
    return word.indices.contains { index in
      var shorter = word
      shorter.remove(at: index)
      if WordKinds.areKnown(shorter[...]) { return true }
      var swapped = word
      if index + 1 < word.count { swapped.swapAt(index, index + 1) }
      return WordKinds.areKnown(swapped[...])
        || Self.letters.contains { letter in
          var other = word
          other[index] = letter
          return WordKinds.areKnown(other[...]) || WordKinds.areKnown((word[..<index] + [letter] + word[index...])[...])
        }
    }
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyzåäö".unicodeScalars.map(\.value)

  /// `is Football too weak for a password`, `varför godtas inte Sommar24 som lösenord`: what is asked about before the
  /// password word.
  func askedAbout(before index: Int) -> Range<Int>? {
    let words = scan.words
    guard let being = words.indices.prefix(index).suffix(8).last(where: { words[$0].kinds.contains(.being) }),
      being == 0 || !words[being - 1].kinds.isDisjoint(with: .clause),
      words[being + 1..<index].dropFirst().allSatisfy({ $0.kinds.contains(.harmless) }), being + 1 < index,
      Self.judgements.contains(where: { scan.isWord(being + 2, $0) })
    else { return nil }
    let range = words[being + 1].range
    return Value(at: range.lowerBound, in: scan).range == range && isStrange(range) ? range : nil
  }

  private static let judgements: [StaticString] = [
    "too", "a", "an", "as", "not", "ok", "okay", "good", "strong", "weak", "long", "short", "ett", "en", "som", "inte",
    "bra",
  ]

  /// `marmalade is 9 letters`, `Sommar24 har åtta tecken`: what has its letters counted.
  func counted(before index: Int) -> Range<Int>? {
    let words = scan.words
    guard index >= 3, words[index].kinds.contains(.letters),
      words[index - 1].kinds.contains(.digit) || scan.classes[words[index - 1].range.lowerBound] == .digit,
      words[index - 2].kinds.contains(.being) || scan.isWord(index - 2, "har") || scan.isWord(index - 2, "has")
    else { return nil }
    let range = words[index - 3].range
    return Value(at: range.lowerBound, in: scan).shape.isMixed || isStrange(range, asName: true) ? range : nil
  }

  /// `it's teamrocket, the mailbox password`, `det är blåsippa, lösenordet till brevlådan`: what is called a password
  /// after a comma.
  func explained(before index: Int) -> Range<Int>? {
    let words = scan.words
    guard
      let comma = words.indices.prefix(index).suffix(4).last(where: { scan.has(",", at: words[$0].range.upperBound) }),
      comma > 0,
      words[comma + 1..<index].allSatisfy({ !$0.kinds.isEmpty && $0.kinds.isDisjoint(with: [.setting, .using]) })
    else { return nil }
    if words[comma - 1].kinds.contains(.being) {
      // `user name is anna, password …`
      let subject = words[max(0, comma - 3)..<comma - 1]
      if subject.contains(where: { !$0.kinds.isDisjoint(with: [.account, .accountName]) }) { return nil }
      // `chefen heter Granlund, det är hans lösenord`
      let isPerson = scan.isWord(comma - 1, "heter")
      if isPerson, words[comma + 1..<index].contains(where: { $0.kinds.contains(.being) }) { return nil }
      return isStrange(words[comma].range, asName: true) ? words[comma].range : nil
    }
    // `it's correct horse battery staple, my passphrase`
    guard words[index].kinds.contains(.phrase),
      let being = words.indices.prefix(comma).suffix(8).last(where: { words[$0].kinds.contains(.being) }),
      comma - being >= 3
    else { return nil }
    return words[being + 1].range.lowerBound..<words[comma].range.upperBound
  }

  /// `lösen: min katt heter sigge`: words of which at least half are strange.
  func strangePhrase(at position: Int) -> Range<Int>? {
    func isOdd(_ word: Word) -> Bool { isStrange(word.range, asName: word.range.lowerBound > position) }
    let run = run(from: position..<position)
    guard let end = run.lastIndex(where: { isOdd($0) || isAddition($0) }) else { return nil }
    let words = run[...end]
    let strange = words.count(where: isOdd)
    guard let last = words.last, words.count >= 3, strange >= 2, strange * 2 >= words.count else { return nil }
    return position..<last.range.upperBound
  }

  /// True for a word of letters that is said of passwords or to a helpdesk.
  func isKnown(_ range: Range<Int>) -> Bool {
    range.allSatisfy { scan.classes[$0].isLetter } && !isStrange(range)
  }

  /// A word of letters that is in no list, nor an inflection or a compound of one that is.
  func isStrange(_ range: Range<Int>, asName: Bool = false) -> Bool {
    guard range.count >= 4, range.allSatisfy({ scan.classes[$0].isLetter }) else { return false }
    let word = scan.folded[range]
    return !WordKinds.areKnown(word) && !(!asName && scan.classes[range].first == .lower && Self.isDescriptive(word))
  }

  /// The number of `coffee shop 12`.
  private func isAddition(_ word: Word) -> Bool {
    word.range.allSatisfy { scan.classes[$0] == .digit } && !Value(at: word.range.lowerBound, in: scan).isCounted
  }

  /// True where a mark, the end or a known word comes next.
  private func isFollowed(_ range: Range<Int>) -> Bool {
    guard scan.character(range.upperBound) == .space, let next = scan.word(at: range.upperBound + 1) else {
      return true
    }
    // `dotterns namn`
    if scan.reads("name", at: next.range.upperBound - 4) || scan.reads("namn", at: next.range.upperBound - 4) {
      return false
    }
    return !isStrange(next.range)
  }

  /// `expired`, `missing`, `ogiltigt`: what something is said to be.
  private static func isDescriptive(_ word: ArraySlice<UInt32>) -> Bool {
    word.count >= 6 && descriptiveEnds.contains { word.suffix($0.count) == $0 }
  }

  private static let descriptiveEnds = [
    "ed", "ing", "able", "ible", "less", "ful", "ive", "ous", "ic", "ical", "ad", "at", "ade", "ats", "lig",
    "ligt", "liga", "bar", "bart", "bara", "ande", "iskt", "iska", "slaget", "slagen", "are", "lös", "löst", "ivt",
    "igt", "vis", "ngt", "skt", "mt", "lt", "ens", "et", "ets",
  ].map { $0.unicodeScalars.map(\.value)[...] }
}

extension Scan {
  /// The word that begins at a position.
  func word(at position: Int) -> Word? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.lowerBound < position { low = middle + 1 } else { high = middle }
    }
    return words.indices.contains(low) && words[low].range.lowerBound == position ? words[low] : nil
  }
}

extension WordKinds {
  /// True for a word that is in a list, with an ending or without, and for one made of two such words.
  static func areKnown(_ word: ArraySlice<UInt32>) -> Bool {
    if isListed(word) { return true }
    guard word.count >= 8 else { return false }
    return (word.startIndex + 4...word.endIndex - 4).contains { cut in
      guard isListed(word[cut...]) else { return false }
      let head = word[..<cut]
      return !of(head).isEmpty || head.last == 0x73 && head.count > 4 && !of(head.dropLast()).isEmpty
    }
  }

  private static func isListed(_ word: ArraySlice<UInt32>) -> Bool {
    if !of(word).isEmpty { return true }
    return ends.contains { end in
      guard word.count >= end.count + 3, word.suffix(end.count) == end else { return false }
      let stem = word.dropLast(end.count)
      return !of(stem).isEmpty || [0x61, 0x65].contains { !of(stem + [$0]).isEmpty }
    }
  }

  private static let ends = [
    "ingarna", "arnas", "ernas", "ornas", "arna", "erna", "orna", "ande", "aren", "ing", "ade", "are", "ast", "het",
    "ens", "ets", "ns", "en", "et", "ar", "er", "or", "na", "es", "ed", "ly", "s", "n", "t", "a", "e", "d", "r",
  ].map { $0.unicodeScalars.map(\.value)[...] }
}
