import Testing

@testable import TextAnalysis

struct LexiconTests {
  let lexicon = Lexicon([
    .init(id: "password", language: .english, phrases: ["password", "passwords"]),
    .init(id: "password", language: .swedish, phrases: ["lösenord"]),
    .init(id: "reset", language: .swedish, phrases: ["återställa", "återställning", "reset"]),
    .init(id: "reset", language: .english, phrases: ["reset"]),
    .init(id: "reset-password", language: .english, phrases: ["reset password"]),
    .init(id: "grey", language: .english, phrases: ["greyed out", "grey"]),
    .init(id: "grey", language: .swedish, phrases: ["grå", "nedtonad"]),
    .init(id: "button", language: .swedish, phrases: ["knapp"]),
    .init(id: "may", language: .swedish, phrases: ["får"]),
    .init(id: "admin", language: nil, phrases: ["admin center", "administratör"]),
    .init(id: "cannot", language: .english, phrases: ["can't sign in"]),
    .init(id: "contact", phrases: ["[email]"]),
  ])

  private func found(_ text: String, nested: Bool = false) -> [String] {
    lexicon.matches(in: Utterance(text), nested: nested).map { "\($0.id):\($0.rule.rawValue)" }
  }

  @Test(arguments: [
    ("Password", ["password:exact"]), ("lösenordet", ["password:inflected"]), ("losenordet", ["password:folded"]),
    ("loesenord", ["password:folded"]), ("lösenordsåterställning", ["password:compound part", "reset:compound part"]),
    ("elevlösenordet", ["password:compound part"]), ("resetknappen", ["reset:compound part", "button:compound part"]),
    ("lösen ordet", ["password:joined"]), ("admincenter", ["admin:joined"]),
    ("greyd out", ["grey:typo"]), ("lösneord", ["password:typo"]), ("greyed out", ["grey:exact"]),
    ("cant sign in", ["cannot:exact"]), ("write to [email]", ["contact:exact"]), ("grayling", []), ("vad", []),
    ("administratören", ["admin:inflected"]), ("nedtonade", ["grey:inflected"]), ("gra", ["grey:folded"]),
  ]) func aPhraseIsFoundHoweverItIsTyped(_ typed: String, _ expected: [String]) {
    #expect(found(typed) == expected)
  }

  @Test func theLongestPhraseWinsUnlessNestedOnesAreWanted() {
    #expect(found("reset password") == ["reset-password:exact"])
    #expect(Set(found("reset password", nested: true)) == ["reset-password:exact", "reset:exact", "password:exact"])
  }

  @Test func aFoldedMatchCountsLessThanAnExactOne() {
    let exact = lexicon.matches(in: Utterance("får")).first?.strength ?? 0
    let folded = lexicon.matches(in: Utterance("far")).first?.strength ?? 0
    #expect(exact == 1 && folded < exact && folded > 0)
  }

  @Test func wordsInAnyOrderAreFoundOnlyWhenAllAreThere() {
    let triggers = Lexicon([.init(id: "who", language: .swedish, phrases: ["vem återställa"])])
    #expect(triggers.matchesInAnyOrder(in: Utterance("återställa lösenord, vem får det?")).map(\.id) == ["who"])
    #expect(triggers.matchesInAnyOrder(in: Utterance("vem får det?")).isEmpty)
    #expect(triggers.matches(in: Utterance("vem får återställa")).isEmpty)
  }

  @Test func ofWordsFoundSurelyAndByFoldingTheSureOneCounts() {
    let lexicon = Lexicon([
      .init(id: "may", language: .swedish, phrases: ["får"]), .init(id: "father", language: .swedish, phrases: ["far"]),
    ])
    #expect(lexicon.matches(in: Utterance("far")).map(\.id) == ["father"])
  }

  @Test(arguments: [
    ("kyrkogata", ["church", "street"]), ("kyrkogrejen", []), ("gatuskylten", []), ("lampettgrej", ["lamp"]),
  ])
  func compoundsMayBeJoinedByALetter(_ typed: String, _ expected: [String]) {
    let lexicon = Lexicon([
      .init(id: "church", language: .swedish, phrases: ["kyrka"]),
      .init(id: "street", language: .swedish, phrases: ["gata"]),
      .init(id: "lamp", language: .swedish, phrases: ["lampett"]),
    ])
    #expect(lexicon.matches(in: Utterance(typed)).map(\.id) == expected)
  }

  @Test(arguments: [("pirnter", true), ("pirntre", false), ("kyeboadr", true), ("kyebaodrs", false)])
  func aShortWordHoldsOneSlipAndALongOneTwo(_ typed: String, _ isFound: Bool) {
    let lexicon = Lexicon([
      .init(id: "printer", language: .english, phrases: ["printer"]),
      .init(id: "keyboard", language: .english, phrases: ["keyboard"]),
    ])
    #expect(lexicon.matches(in: Utterance(typed)).isEmpty != isFound)
  }

  @Test func closeWordsThatTieAreNoMatch() {
    let lexicon = Lexicon([
      .init(id: "a", language: .english, phrases: ["blame"]), .init(id: "b", language: .english, phrases: ["blaze"]),
    ])
    #expect(lexicon.matches(in: Utterance("blahe")).isEmpty)
  }
}

struct NegationTests {
  @Test(arguments: [
    ("the button is not greyed out any more", "greyed out", true), ("the button is greyed out", "greyed out", false),
    ("the button isn't greyed out", "greyed out", true), ("det är inte knappen", "knappen", true),
    ("knappen är inte grå längre", "grå", true), ("jag ser inte bladet", "bladet", false),
    ("jag ser inte bladet", "ser", true), ("I'm not a global admin", "global admin", true),
    ("not only the button", "button", false), ("bladet syns inte", "syns", true),
    ("fungerar inte, knappen är grå", "grå", false), ("I don't see the blade", "blade", false),
    ("knappen syns inte bara här", "syns", false), ("inte i appen utan i portalen", "portalen", false),
    ("inte i appen utan i portalen", "appen", true),
  ]) func whatIsDenied(_ text: String, _ phrase: String, _ expected: Bool) {
    let utterance = Utterance(text)
    let lexicon = Lexicon([.init(id: "x", phrases: [phrase])])
    let match = lexicon.matches(in: utterance).first
    #expect(match.map { utterance.isNegated($0.tokens) } == expected)
  }
}

struct LanguageVoteTests {
  let vote = LanguageVote(
    neutral: ["password reset", "blade", "portal", "user", "policy", "on-premises"],
    own: [.english: ["greyed out"], .swedish: ["knapp", "gråad"]])

  @Test(arguments: [
    ("the button is greyed out", Language.english), ("knappen är grå", .swedish),
    ("kan inte se password reset blade", .swedish),
    ("resetta lösen i portalen", .swedish), ("user still can't sign in", .english), ("jag far inte logga in", .swedish),
    ("how to reset", .english), ("hello", .english), ("hej", .swedish),
    ("blåbärssoppa", .swedish),
  ]) func theLanguageIsTold(_ text: String, _ language: Language) {
    #expect(vote.count(Utterance(text)).language == language)
  }

  @Test(arguments: ["password reset blade", "policy", "[email] 365", ""]) func neutralWordsSayNothing(_ text: String) {
    let outcome = vote.count(Utterance(text))
    #expect(outcome.language == nil && outcome.words == 0)
  }
}
