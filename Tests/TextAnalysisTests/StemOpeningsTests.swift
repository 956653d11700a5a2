import Testing

@testable import TextAnalysis

struct StemOpeningsTests {
  private func opening(_ word: String) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer { UInt64(opening: $0) } }

  /// Words of both languages with all kinds of endings, whether they take them or not.
  private static let words: [String] = {
    let endings = [
      "", "s", "es", "ed", "ing", "ly", "ness", "ful", "ies", "ied", "ability", "ation", "ational", "ization", "ency",
      "ical", "er", "y", "en", "et", "arna", "ande", "ade", "t", "heter",
    ]
    return FunctionWords.english.union(FunctionWords.swedish).flatMap { word in endings.map { word + $0 } }
      .filter { $0.utf8.count >= 3 } + EnglishStemmer.exceptionStems.map(\.word)
  }()

  @Test(arguments: Language.allCases) func noWordIsRuledOutWhereItsStemIsKnown(_ language: Language) {
    var openings = StemOpenings()
    let stem: (String) -> String = { language == .english ? EnglishStemmer.stem($0) : SwedishStemmer.stem($0) }
    for word in Self.words { openings.insert(stem(word).foldingMarks(), language: language) }
    for word in Self.words {
      let folded = word.foldingMarks()
      let least = openings.leastLength(opening(folded)) ?? .max
      // A stem of one letter is no longer word's, which is so for all but oddities.
      #expect(least <= folded.utf8.count || stem(word).utf8.count == 1, "\(word)")
    }
  }

  @Test(
    arguments: [("passwords", 8), ("passwort", nil), ("printer", nil), ("using", 2), ("dying", 5)] as [(String, Int?)])
  func mostWordsOfOtherStemsAre(_ word: String, _ least: Int?) {
    var openings = StemOpenings()
    for stem in ["password", "use"] { openings.insert(stem, language: .english) }
    #expect(openings.leastLength(opening(word)) == least)
  }
}
