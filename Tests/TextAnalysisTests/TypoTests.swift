import Testing

@testable import TextAnalysis

struct TypoTests {
  @Test func bitVectorsCountWhatTheTableCounts() {
    let words = [
      "password", "pasword", "passwrod", "passwords", "lösenord", "losneord", "lsenord", "knapp", "knap", "kanpp",
      "gray",
      "grey", "greyed", "abcd", "badc", "aterstallning", "aterstalling", "reset", "rest", "erset", "x", "aaaaaaaa",
    ]
    for first in words {
      for second in words {
        let counted = Array(first.utf8).withUnsafeBufferPointer { one in
          Array(second.utf8).withUnsafeBufferPointer { other in SlipCounter.with(one) { $0.slips(to: other) } }
        }
        #expect(counted == slips(between: first.utf8, and: second.utf8, limit: 20), "\(first) \(second)")
      }
    }
  }

  @Test(arguments: [
    "administratörslösenordsåterställningsmöjligheternas", "ettsåorimligtlångtordattingentaritpåallvarsomettriktigtord",
  ])
  func wordsOfAnyLengthAreRead(_ word: String) {
    let lexicon = Lexicon([.init(id: "word", language: .swedish, phrases: [word])])
    #expect(lexicon.matches(in: Utterance("ett \(word) här")).map(\.rule) == [.exact])
  }

  /// All words of these letters and lengths that differ in some way: more than are compared in one step.
  private static let many: [String] = ["kan", "par", "ton", "lin"].flatMap { start in
    ["tor", "dat", "ser", "lek", "mos"].flatMap { end in ["", "s", "en", "arna"].map { start + end + $0 } }
  }

  @Test func theClosestOfManyWordsIsFound() {
    var index = TypoIndex()
    for (id, word) in Self.many.enumerated() { index.insert(word, id: id) }
    for typed in Self.many.flatMap({ [String($0.dropLast()), "x" + $0, String($0.reversed()), $0 + "r"] }) {
      let limit = typed.utf8.count < 8 ? 1 : 2
      let found = Self.many.enumerated().compactMap { id, word in
        slips(between: typed.utf8, and: word.utf8, limit: min(limit, word.utf8.count < 8 ? 1 : 2)).map { (id, $0) }
      }.filter { $0.1 > 0 }
      let least = found.map(\.1).min()
      let closest = found.filter { $0.1 == least }.map(\.0)
      let answer = Array(typed.utf8).withUnsafeBufferPointer { index.closest(to: $0) { _, _ in false } }
      #expect(answer == (closest.count == 1 ? closest[0] : nil), "\(typed)")
    }
  }
}
