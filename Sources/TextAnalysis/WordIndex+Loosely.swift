extension WordIndex {
  /// Å, ä, ö typed as aa, ae, oe; else parts of a compound; else a slip. Never for short or very common words.
  func addLooseHits(for token: Token, to hits: inout [Hit]) {
    let start = hits.count
    guard token.text.utf8.count >= 4, !token.isFunctionWord, !token.isPlaceholder else { return }
    if let plain = token.folded.foldingDigraphs(), var word = ShortWord(plain) {
      SwedishStemmer.stem(&word)
      let found = swedish[word.withBytes(wordHash)]
      if !found.isEmpty { return add(found, of: swedish, by: .folded, since: start, to: &hits) }
    }
    var folded = token.folded
    folded.withUTF8 { letters in
      if addCompoundParts(of: letters, to: &hits) { return }
      guard let closest = typos.closest(to: letters, sameWord: { words[$0].isInflection(of: words[$1]) }) else {
        return
      }
      add(english[words[closest].englishKey], of: english, by: .typo, since: start, to: &hits)
      add(swedish[words[closest].swedishKey], of: swedish, by: .typo, since: start, to: &hits)
    }
  }

  /// Adds the words that aren't among the hits from `start` on.
  private func add(
    _ list: Range<Int>, of lists: FlatLists, by rule: Lexicon.Rule, since start: Int, to hits: inout [Hit]
  ) {
    for place in list {
      let word = Int(lists.numbers[place])
      if !hits[start...].contains(where: { $0.word == word }) { hits.append(Hit(word: word, rule: rule)) }
    }
  }

  /// The words of the index that a typed compound is made of: all of it in the fewest parts, else a long known last
  /// part, which says what the thing is, else a long known first part.
  private func addCompoundParts(of letters: UnsafeBufferPointer<UInt8>, to hits: inout [Hit]) -> Bool {
    guard letters.count >= 7, letters.count <= 40 else { return false }
    if addWholeSplit(letters, to: &hits) { return true }
    for start in stride(from: 3, through: letters.count - 5, by: 1) where leastPart(letters, from: start) != nil {
      if let lists = lists(letters[start...]) {
        addParts(lists, to: &hits)
        return true
      }
    }
    guard let least = leastPart(letters, from: 0) else { return false }
    for end in stride(from: letters.count - 3, through: max(6, least), by: -1) {
      if let lists = lists(letters[..<end]) {
        addParts(lists, to: &hits)
        return true
      }
    }
    return false
  }

  private func leastPart(_ letters: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    leastPart(UInt64(opening: UnsafeBufferPointer(rebasing: letters[start...])))
  }

  private typealias Lists = (swedish: Range<Int>, english: Range<Int>)

  /// The words that a part of a compound may be; `nil` where there are none.
  private func lists(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> Lists? {
    let letters = UnsafeBufferPointer(rebasing: slice)
    guard var swedishWord = ShortWord(letters) else { return nil }
    var englishWord = swedishWord
    SwedishStemmer.stem(&swedishWord)
    EnglishStemmer.stem(&englishWord)
    let lists = (swedish[swedishWord.withBytes(wordHash)], english[englishWord.withBytes(wordHash)])
    guard !lists.0.isEmpty || !lists.1.isEmpty, !CommonWords.traits(of: wordHash(letters)).isFunctionWord else {
      return nil
    }
    return lists
  }

  private func addParts(_ lists: Lists, to hits: inout [Hit]) {
    let start = hits.count
    add(lists.swedish, of: swedish, by: .compoundPart, since: start, to: &hits)
    add(lists.english, of: english, by: .compoundPart, since: start, to: &hits)
  }

  /// The best way to split the letters before a place: how many parts, and where the last one stands.
  private struct Split {
    var parts: UInt8 = .max
    var start: UInt8 = 0
    var end: UInt8 = 0
  }

  /// Splits all of a word into known parts of at least three letters, with s, e, o or u between them allowed.
  private func addWholeSplit(_ letters: UnsafeBufferPointer<UInt8>, to hits: inout [Hit]) -> Bool {
    let count = letters.count
    var best = InlineArray<42, Split>(repeating: Split())
    best[0].parts = 0
    for start in 0...count - 3 where best[start].parts < 3 {
      guard let least = leastPart(letters, from: start) else { continue }
      let split = Split(parts: best[start].parts + 1, start: UInt8(start))
      for end in stride(from: count, through: start + least, by: -1) where start > 0 || end < count {
        guard lists(letters[start..<end]) != nil else { continue }
        for next in end...min(end + 1, count) where split.parts < best[next].parts {
          if next > end, next == count || !"seou".utf8.contains(letters[end]) { continue }
          best[next] = split
          best[next].end = UInt8(end)
        }
      }
    }
    guard best[count].parts < .max else { return false }
    var parts: [Range<Int>] = []
    var place = count
    while place > 0 {
      parts.append(Int(best[place].start)..<Int(best[place].end))
      place = Int(best[place].start)
    }
    for part in parts.reversed() {
      if let lists = lists(letters[part]) { addParts(lists, to: &hits) }
    }
    return true
  }
}
