import Dialogue
import Knowledge
import Redaction
import Testing
import TextAnalysis

@Suite("The bot's own sentences state nothing of the domain")
struct NothingInventedTests {
  /// What may not stand in them: the subject's words, by which a fact of it would have to be stated.
  static let domain: [[String]] = {
    let concepts = Bot.engine.knowledge.vocabulary.filter { !$0.id.hasPrefix("other-") && $0.id != "smalltalk" }
    let neutral = concepts.filter(\.isNeutral).flatMap { $0.phrases.values.values.joined() }
    let common: Set<String> = [
      "person", "people", "somebody", "someone", "någon", "användare", "area", "heading", "rule", "settings", "setting",
      "option", "alternativ", "områden", "row", "rad", "person", "configuration", "section", "page", "sida", "test",
      "pass",
      "personal", "länk", "regler",
    ]
    // Words of the subject that are no names.
    let more = ["licence", "license", "licences", "licens", "licenser", "hybrid", "minutes", "minuter", "replicate"]
    return Set((neutral + more).map { $0.lowercased() }.filter { $0.count > 3 && !common.contains($0) })
      .map { Utterance($0).tokens.map(\.text) }
  }()

  /// The words of the subject, the address or the number by which a sentence states something.
  static func stated(by text: String) -> String? {
    if text.contains("http") { return "an address" }
    if text.contains(where: \.isNumber) { return "a number" }
    let words = Utterance(text.lowercased()).tokens
    return domain.first { phrase in
      words.indices.contains { start in
        let found = words[start...].prefix(phrase.count)
        return found.map(\.text) == phrase && found.dropFirst().allSatisfy { $0.boundary == .none }
      }
    }?.joined(separator: " ")
  }

  @Test("No word of the subject, no address, no number", arguments: [Language.english, .swedish])
  func sentences(language: Language) {
    for (name, texts) in Bot.engine.knowledge.conversation.replies {
      for text in texts[language] ?? [] {
        #expect(Self.stated(by: text) == nil, "\(name): “\(text)”")
      }
    }
  }

  @Test("What is said about a pasted secret states nothing either", arguments: Language.allCases)
  func secretNotices(language: Language) {
    for kind in SecretKind.allCases {
      // That it was a password is what the notice is about.
      guard let text = SecretNotice.text(for: [kind], language: language.rawValue) else { continue }
      let words = Utterance(text.lowercased()).tokens.map(\.text)
      let rest = words.filter { !$0.contains("password") && !$0.contains("lösenord") }
      #expect(Self.stated(by: rest.joined(separator: " ")) == nil, "\(text)")
    }
  }

  @Test(
    "A fact planted among them would be found",
    arguments: [
      "Only global administrators can do that.", "Bara en global administratör kan göra det.",
      "That takes a licence.", "Det krävs en licens.", "It works in the Azure portal only.",
      "Tillbakaskrivning stöds inte där.", "Writeback is not supported there.", "Allow 30 minutes for it.",
      "See https://example.org.", "Your policy has to replicate first.", "Prova i Azure-portalen i stället.",
      "You need Azure AD Connect.",
    ])
  func plantedFact(sentence: String) {
    #expect(Self.stated(by: sentence) != nil)
  }

  @Test("Every sentence exists in both languages", arguments: Bot.engine.knowledge.conversation.replies.keys.sorted())
  func parity(name: String) {
    let texts = Bot.engine.knowledge.conversation.replies[name]
    #expect(texts?[.english]?.isEmpty == false)
    #expect(texts?[.swedish]?.isEmpty == false)
  }
}
