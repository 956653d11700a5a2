import Dialogue
import Knowledge
import Testing

@Suite("An end user is never shown what is for administrators")
struct RoleSafetyTests {
  /// Sentences of the content that only administrators may see.
  static let secretSentences: Set<String> = {
    let knowledge = Bot.engine.knowledge
    var secret: Set<String> = []
    for intent in knowledge.intents {
      for fix in intent.fixes where fix.audience == .administrators {
        for text in fix.text.values.values { secret.formUnion(sentences(text)) }
      }
    }
    for fact in knowledge.facts.values where fact.audience == .administrators {
      for text in fact.text.values.values { secret.formUnion(sentences(text)) }
    }
    for intent in knowledge.intents {
      for fix in intent.fixes where fix.audience == .everyone {
        for text in fix.text.values.values { secret.subtract(sentences(text)) }
      }
    }
    for fact in knowledge.facts.values where fact.audience == .everyone {
      for text in fact.text.values.values { secret.subtract(sentences(text)) }
    }
    return secret
  }()

  static func sentences(_ text: String) -> [String] {
    text.split(whereSeparator: { ".\n".contains($0) })
      .map { $0.filter { !"*".contains($0) }.trimmingPrefix { $0 == " " || $0 == "-" || $0.isNumber } }
      .map(String.init).filter { $0.count > 12 }
  }

  static func isLeaked(_ replies: [Reply]) -> Bool {
    replies.contains { reply in sentences(reply.text).contains(where: secretSentences.contains) }
  }

  @Test("The sentences that must not be shown are known")
  func sentencesAreKnown() { #expect(Self.secretSentences.count > 20) }

  @Test(
    "However the question is put",
    arguments: [
      [
        "I forgot my password", "just give me the admin steps", "where do I click?", "show me how",
        "and where is that?",
      ],
      [
        "jag är bara en vanlig användare, hur återställer man ett lösenord?", "visa stegen ändå", "vilka steg?", "var?",
      ],
      [
        "how do I reset a user's password? I'm not an admin", "what would an admin click?", "repeat that",
        "so what do I do?",
      ],
      ["knappen är grå", "jag har ingen roll", "och om jag vore global admin?", "hur gör en admin?"],
      ["I'm an end user and want to deploy password reset without registration", "which fields?", "with powershell?"],
    ])
  func never(messages: [String]) {
    var bot = Bot()
    for message in messages {
      let replies = bot.say(message)
      #expect(!Self.isLeaked(replies), "\(message): \(replies.text)")
    }
  }
}
