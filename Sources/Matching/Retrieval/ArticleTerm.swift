import TextAnalysis

/// The terms by which articles are indexed: words, parts of words, and groups of words that mean the same.
enum ArticleTerm {
  /// How long the parts of a word are, in letters, its edges counted.
  static let gramLength = 4
  /// How much of a word is taken apart; what is longer is no word.
  private static let longestWord = 40

  /// The term of a word by its folded stem.
  static func word(_ stem: String) -> UInt64 {
    var hash = StableHash(seed: 21)
    hash.combine(text: stem)
    return hash.finished
  }

  /// The term of a group of words that mean the same.
  static func group(_ name: String) -> UInt64 {
    var hash = StableHash(seed: 23)
    hash.combine(text: name)
    return hash.finished
  }

  /// Calls `body` with the term of each run of four letters of a word with its edges, and with where it starts.
  ///
  /// Function words have none: their parts occur everywhere.
  static func forEachGram(of token: Token, _ body: (UInt64, Int) -> Void) {
    guard !token.isFunctionWord, !token.isPlaceholder else { return }
    var folded = token.folded
    folded.withUTF8 { letters in
      let count = min(letters.count, longestWord) + 2
      func letter(_ index: Int) -> UInt8 {
        index == 0 ? UInt8(ascii: "<") : index == count - 1 ? UInt8(ascii: ">") : letters[index - 1]
      }
      for start in 0...max(0, count - gramLength) {
        var hash = StableHash(seed: 22)
        for index in start..<min(start + gramLength, count) { hash.combine(letter(index)) }
        body(hash.finished, start)
      }
    }
  }

  /// The letters of the run that starts there, with `<` and `>` for the word's edges.
  static func gram(of token: Token, at start: Int) -> String {
    String(decoding: Array("<\(token.folded)>".utf8).dropFirst(start).prefix(gramLength), as: UTF8.self)
  }
}
