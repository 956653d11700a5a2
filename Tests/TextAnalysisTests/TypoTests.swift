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
}
