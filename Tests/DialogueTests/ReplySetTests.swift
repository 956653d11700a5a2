import Foundation
import Matching
import TestSupport
import Testing
import TextAnalysis
@testable import Dialogue

/// Replies to each question that the bot asks, as people type them: `slot=value<TAB>text`, and to "did that help?"
/// `helped=yes`, `no` or `later`.
@Suite("What people answer")
struct ReplySetTests {
  /// What makes the bot ask for a slot.
  private static let beginnings: [String: [Language: [String]]] = [
    "role": [.english: ["the reset button is greyed out"], .swedish: ["knappen är grå"]],
    "target": [
      .english: ["the reset button is greyed out, i am user admin"], .swedish: ["knappen är grå, jag är användaradmin"],
    ],
    "environment": [.english: ["user still can't sign in"], .swedish: ["användaren kan fortfarande inte logga in"]],
    "writeback": [
      .english: ["on-premises integration blade is missing, we are hybrid"],
      .swedish: ["bladet för lokal integrering saknas, vi kör hybrid"],
    ],
    "portal": [
      .english: ["user still can't sign in after a reset, hybrid"],
      .swedish: ["användaren kan fortfarande inte logga in efter återställning, hybrid"],
    ],
    "account": [
      .english: ["the reset policy doesn't work when i test it"], .swedish: ["policyn funkar inte när jag testar"],
    ],
    "waited": [
      .english: ["the reset policy doesn't work when i test it", "an end user"],
      .swedish: ["policyn funkar inte när jag testar", "en slutanvändare"],
    ],
    "helped": [.english: ["reset button is greyed out", "helpdesk"], .swedish: ["knappen är grå", "helpdesk"]],
  ]

  /// What was made of a reply, as the set writes it.
  private static func taken(_ reply: String, to slot: String, in language: Language) throws -> String {
    var bot = Bot()
    for message in try #require(beginnings[slot]?[language]) { bot.say(message) }
    let before = bot.state
    #expect(before.question?.name == slot)
    bot.say(reply)
    guard slot == "helped" else { return "\(slot)=\(bot.state.facts[slot] ?? "")" }
    switch bot.state.outcome {
    case .resolved: return "helped=yes"
    case .handedOver: return "helped=no"
    default:
      return bot.state.question == before.question && bot.state.topic == before.topic ? "helped=later" : "helped="
    }
  }

  @Test("All but a few are taken as they are meant", arguments: Language.allCases)
  func accuracy(language: Language) throws {
    try expect("replies", language, mostWrong: 0.02)
  }

  /// By somebody who had read only what the product promises; a slot without a value is no answer.
  @Test("So are most of a newcomer's", arguments: Language.allCases)
  func newcomer(language: Language) throws {
    try expect("replies-newcomer", language, mostWrong: 0.04)
  }

  private func expect(_ set: String, _ language: Language, mostWrong: Double) throws {
    let file = Repository.root.appending(path: "Tests/DialogueTests/Sets/\(set)-\(language.rawValue).tsv")
    let rows = try LabelledMessage.read(file)
    let wrong = try rows.filter { row in
      let meant = try #require(row.intents.first)
      return try Self.taken(row.text, to: String(meant.prefix { $0 != "=" }), in: language) != meant
    }
    let list = wrong.map { "\($0.intents[0]) \($0.text)" }.joined(separator: "; ")
    #expect(Double(wrong.count) <= Double(rows.count) * mostWrong, "\(wrong.count) of \(rows.count): \(list)")
  }
}
