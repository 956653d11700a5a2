extension WordIndex {
  /// Å, ä, ö typed as aa, ae, oe; else parts of a compound; else a slip. Never for short or very common words.
  func addLooseHits(for token: Token, to hits: inout [Hit]) {
    let start = hits.count
    guard token.text.utf8.count >= 4, !token.isFunctionWord, !token.isPlaceholder else { return }
    if let plain = token.folded.foldingDigraphs(), var word = ShortWord(plain.utf8) {
      SwedishStemmer.stem(&word)
      let found = swedish[word.withBytes(wordHash)]
      if !found.isEmpty { return add(found, by: .folded, since: start, to: &hits) }
    }
    var folded = token.folded
    folded.withUTF8 { letters in
      if addCompoundParts(of: letters, to: &hits) { return }
      let closest = typos.closest(to: letters) { first, second in
        words[first].swedishStem == words[second].swedishStem || words[first].englishStem == words[second].englishStem
      }
      guard let closest else { return }
      add(english[words[closest].englishKey], by: .typo, since: start, to: &hits)
      add(swedish[words[closest].swedishKey], by: .typo, since: start, to: &hits)
    }
  }

  /// Adds the words that aren't among the hits from `start` on.
  private func add(_ list: ArraySlice<Int32>, by rule: Lexicon.Rule, since start: Int, to hits: inout [Hit]) {
    for id in list where !hits[start...].contains(where: { $0.word == Int(id) }) {
      hits.append(Hit(word: Int(id), rule: rule))
    }
  }

  /// The words of the index that a typed compound is made of: all of it in the fewest parts, else a long known last
  /// part, which says what the thing is, else a long known first part.
  private func addCompoundParts(of letters: UnsafeBufferPointer<UInt8>, to hits: inout [Hit]) -> Bool {
    guard letters.count >= 7, letters.count <= 40 else { return false }
    if addWholeSplit(letters, to: &hits) { return true }
    for start in stride(from: 3, through: letters.count - 5, by: 1) {
      if let lists = lists(letters[start...]) {
        addParts(lists, to: &hits)
        return true
      }
    }
    for end in stride(from: letters.count - 3, through: 6, by: -1) {
      if let lists = lists(letters[..<end]) {
        addParts(lists, to: &hits)
        return true
      }
    }
    return false
  }

  private typealias Lists = (swedish: ArraySlice<Int32>, english: ArraySlice<Int32>)

  /// The words that a part of a compound may be; `nil` where there are none.
  private func lists(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> Lists? {
    let letters = UnsafeBufferPointer(rebasing: slice)
    guard mayBegin(letters), var swedishWord = ShortWord(letters) else { return nil }
    var englishWord = swedishWord
    SwedishStemmer.stem(&swedishWord)
    EnglishStemmer.stem(&englishWord)
    let lists = (swedish[swedishWord.withBytes(wordHash)], english[englishWord.withBytes(wordHash)])
    guard !lists.0.isEmpty || !lists.1.isEmpty, !WordTraits.of(wordHash(letters)).isFunctionWord else { return nil }
    return lists
  }

  private func addParts(_ lists: Lists, to hits: inout [Hit]) {
    let start = hits.count
    add(lists.swedish, by: .compoundPart, since: start, to: &hits)
    add(lists.english, by: .compoundPart, since: start, to: &hits)
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
      guard mayBegin(UnsafeBufferPointer(rebasing: letters[start..<start + 3])) else { continue }
      let split = Split(parts: best[start].parts + 1, start: UInt8(start))
      for end in stride(from: count, through: start + 3, by: -1) where start > 0 || end < count {
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
