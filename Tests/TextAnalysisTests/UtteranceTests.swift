import Testing

@testable import TextAnalysis

struct UtteranceTests {
  @Test func wordsAreRunsOfLettersAndDigitsInLowerCase() {
    let utterance = Utterance("Knappen ÄR grå, i Office 365-portalen!")
    #expect(utterance.tokens.map(\.text) == ["knappen", "är", "grå", "i", "office", "365", "portalen"])
    #expect(utterance.tokens.map(\.folded) == ["knappen", "ar", "gra", "i", "office", "365", "portalen"])
    #expect(utterance.typed(1..<3) == "ÄR grå")
    #expect(!utterance.hasQuestionMark)
  }

  @Test(arguments: ["can't", "cant", "Can’t", "can´t"]) func apostrophesDoNotMatter(_ typed: String) {
    #expect(Utterance(typed).tokens.map(\.text) == ["cant"])
    #expect(Utterance("he said '\(typed)'").tokens.map(\.text) == ["he", "said", "cant"])
  }

  @Test(arguments: ["  ärende", "\n– Ärende:", "ärende"]) func aWordIsTypedWhereItStands(_ text: String) {
    #expect(Utterance(text).typed(0..<1).lowercased() == "ärende")
  }

  @Test(arguments: [("mkt", "mycket"), ("funkar", "fungerar"), ("pls", "please"), ("oxå", "ocksa")])
  func shorteningsAreWrittenOut(_ typed: String, _ folded: String) {
    let token = Utterance(typed).tokens[0]
    #expect(token.text == typed && token.folded == folded)
  }

  @Test(arguments: ["policies", "lösenorden", "mkt", "[email]", "är", "x", String(repeating: "lösenord", count: 9)])
  func theHashOfAStemIsThatOfItsText(_ typed: String) {
    let utterance = Utterance(typed)
    for language in Language.allCases {
      var hash = StableHash(seed: 1)
      hash.combine(text: utterance.tokens[0].stem(in: language))
      #expect(utterance.stemHashes(of: 0..<1, in: language) == [hash.finished])
    }
  }

  @Test func combiningMarksAreComposed() {
    #expect(Utterance("gra\u{30A}").tokens.first?.text.utf8.elementsEqual("grå".utf8) == true)
  }

  @Test func placeholdersAreOneWord() {
    let tokens = Utterance("reset [email] to [personal-number]?").tokens
    #expect(tokens.map(\.text) == ["reset", "[email]", "to", "[personal-number]"])
    #expect(tokens.map(\.isPlaceholder) == [false, true, false, true])
  }

  @Test func boundariesAreKept() {
    let tokens = Utterance("no. it is grey, still\nyes").tokens
    #expect(tokens.map(\.boundary) == [.sentence, .sentence, .none, .none, .clause, .sentence])
  }

  @Test func aRantIsCutShort() {
    #expect(Utterance(String(repeating: "a ", count: 5000)).tokens.count == Utterance.tokenLimit)
  }
}

struct StemmingTests {
  /// Samples of the published vocabulary of Snowball `english`.
  @Test(arguments: [
    ("consign", "consign"), ("consigned", "consign"), ("consistency", "consist"), ("knackeries", "knackeri"),
    ("knightly", "knight"), ("generously", "generous"), ("happy", "happi"), ("cries", "cri"), ("ties", "tie"),
    ("hopping", "hop"), ("hoping", "hope"), ("relational", "relat"), ("disabled", "disabl"), ("policies", "polici"),
    ("policy", "polici"), ("licences", "licenc"), ("replication", "replic"), ("conditional", "condit"),
    ("users", "user"),
    ("registration", "registr"), ("registering", "regist"), ("agreed", "agre"), ("dogs", "dog"),
    ("news", "news"),
  ]) func english(_ word: String, _ stem: String) {
    #expect(EnglishStemmer.stem(word) == stem)
  }

  @Test(arguments: [
    "lösenord lösenordet lösenorden lösenords lösenordens", "knapp knappen knappar knapparna knappens",
    "administratör administratören administratörer administratörerna administratörens", "licens licensen licenser",
    "användare användaren användarna användarens", "konto kontot konton kontona", "portal portalen portaler portalens",
    "princip principen principer principerna", "policy policyn policyer", "fungerar fungera fungerade fungerat",
    "återställa återställer återställde återställt", "logga loggar loggade loggat", "roll roller rollen rollerna",
    "lokal lokala lokalt", "sida sidan sidor sidorna", "flik fliken flikar flikarna",
    "behörighet behörigheten behörigheter",
    "kontor kontoret", "tjänst tjänsten tjänster", "synkad synkade synkat", "menyn meny menyer",
    "mobil mobilen mobiler mobilers mobilerna",
  ]) func swedishKeepsAGroupWhole(_ group: String) {
    let stems = Set(group.split(separator: " ").map { SwedishStemmer.stem(String($0)) })
    #expect(stems.count == 1, "\(stems)")
  }

  @Test(arguments: [("konto", "kontor"), ("data", "dator"), ("plan", "plats"), ("form", "format")])
  func swedishKeepsDifferentWordsApart(_ first: String, _ second: String) {
    #expect(SwedishStemmer.stem(first) != SwedishStemmer.stem(second))
  }
}

struct FoldingTests {
  @Test func marksAreTakenOff() {
    #expect("återställ é ü ß".foldingMarks() == "aterstall e u ß")
  }
}

struct EditDistanceTests {
  @Test(arguments: [
    ("button", "buton", 1), ("button", "buttno", 1), ("button", "butt", 2), ("password", "password", 0),
    ("lösenord", "lösneord", 1),
  ]) func slipsAreCounted(_ first: String, _ second: String, _ expected: Int) {
    #expect(slips(between: first.utf8, and: second.utf8, limit: 2) == expected)
  }

  @Test func farAwayIsNil() {
    #expect(slips(between: "button".utf8, and: "blade".utf8, limit: 2) == nil)
  }
}
