import Dialogue
import Knowledge
import Testing
import TextAnalysis

@Suite("The bot's own sentences state nothing of the domain")
struct NothingInventedTests {
  /// What may not stand in them: the subject's words, by which a fact of it would have to be stated.
  static let domain: [String] = {
    let concepts = Bot.engine.knowledge.vocabulary.filter { !$0.id.hasPrefix("other-") && $0.id != "smalltalk" }
    let neutral = concepts.filter(\.isNeutral).flatMap { $0.phrases.values.values.joined() }
    let common: Set<String> = [
      "person", "people", "somebody", "someone", "någon", "användare", "area", "heading", "rule", "settings", "setting",
      "option", "alternativ", "områden", "row", "rad", "person", "configuration", "section", "page", "sida", "test",
      "pass",
      "personal", "länk", "regler",
    ]
    return neutral.map { $0.lowercased() }.filter { $0.count > 3 && !common.contains($0) }
  }()

  @Test("No word of the subject, no address, no number", arguments: [Language.english, .swedish])
  func sentences(language: Language) {
    for (name, texts) in Bot.engine.knowledge.conversation.replies {
      for text in texts[language] ?? [] {
        let words = Utterance(text.lowercased()).tokens.map(\.text)
        for phrase in Self.domain where !phrase.contains(" ") {
          #expect(!words.contains(phrase), "\(name): “\(text)” speaks of \(phrase)")
        }
        #expect(!text.contains("http"), "\(name) has an address")
        #expect(!text.contains { $0.isNumber }, "\(name) has a number")
      }
    }
  }

  @Test("Every sentence exists in both languages", arguments: Bot.engine.knowledge.conversation.replies.keys.sorted())
  func parity(name: String) {
    let texts = Bot.engine.knowledge.conversation.replies[name]
    #expect(texts?[.english]?.isEmpty == false)
    #expect(texts?[.swedish]?.isEmpty == false)
  }
}
