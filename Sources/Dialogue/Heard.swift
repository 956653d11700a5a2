import Matching
import Redaction
import Synchronization
import TextAnalysis

/// What a message says whatever was said before: the same for the same text, in any conversation.
final class Heard: Sendable {
  let reading: Reading
  /// What the matcher makes of it.
  let match: MatchResult
  private let message: ReadMessage
  private let guesses = Mutex<FollowUps.Guesses?>(nil)
  private let told = Mutex<ToldFacts.Guesses?>(nil)
  private let asked = Mutex<[String: Double]?>(nil)
  private let replies = Mutex<[String: [Int: String?]]>([:])
  private let tokens = Mutex<[String: Set<Int>]>([:])

  init(_ text: RedactedText, vocabulary: ConversationVocabulary, matcher: Matcher) {
    reading = Reading(text, vocabulary: vocabulary)
    message = matcher.read(reading.utterance)
    // The conversation goes by its own vote on the language, not by the one that the matcher reports.
    match = matcher.match(message, language: .english)
  }

  /// What it may ask for about a symptom or the conversation; found out when it is first asked for.
  func guesses(_ followUps: FollowUps) -> FollowUps.Guesses {
    Self.once(guesses) { followUps.guesses(message) }
  }

  /// Which values it gives in words that no list has; found out when it is first asked for.
  func told(_ facts: ToldFacts) -> ToldFacts.Guesses { Self.once(told) { facts.guesses(message) } }

  /// How much speaks for what the answer begins with where it asks for a fact.
  func leads(asking fact: String, _ leads: Leads) -> [Leads.Lead: Double]? { leads.shares(of: message, asking: fact) }

  /// How much of it asks for which facts, by their triggers; found out when it is first asked for.
  func asked(_ vocabulary: ConversationVocabulary) -> [String: Double] {
    Self.once(asked) { vocabulary.facts(asked: reading.utterance) }
  }

  /// The value that it gives as a reply to this slot's question; found out when it is first asked for.
  ///
  /// - Parameter letters: how many letters the words that give it need at least.
  func reply(to slot: String, atLeast letters: Int, _ vocabulary: ConversationVocabulary) -> String? {
    replies.withLock { known in
      if let found = known[slot]?[letters] { return found }
      let found = vocabulary.reply(to: slot, in: reading.utterance, atLeast: letters)
      known[slot, default: [:]][letters] = .some(found)
      return found
    }
  }

  /// Its words that belong to a choice of this slot's question; found out when they are first asked for.
  func replyTokens(to slot: String, _ vocabulary: ConversationVocabulary) -> Set<Int> {
    tokens.withLock { known in
      if let found = known[slot] { return found }
      let found = vocabulary.replyTokens(to: slot, in: reading.utterance)
      known[slot] = found
      return found
    }
  }

  private static func once<Value>(_ known: borrowing Mutex<Value?>, find: () -> Value) -> Value {
    known.withLock { known in
      if let known { return known }
      let found = find()
      known = found
      return found
    }
  }
}

/// Keeps what short messages say, such as "no", "1" or "on-premises": half of what a helpdesk hears is a few answers over
/// and over.
final class ShortMessages: Sendable {
  private let kept = Mutex<[String: Heard]>([:])

  /// How long a message may be that is kept, in bytes: longer ones hardly ever come again word by word.
  static let longest = 32
  /// How many are kept: some megabytes.
  static let capacity = 512

  /// How many are kept now.
  var count: Int { kept.withLock(\.count) }

  /// What a message says: as it was found before, or else by `read`.
  func heard(_ text: RedactedText, or read: () -> Heard) -> Heard {
    // A placeholder typed by a person reads like one that stands for a secret, and is none.
    guard text.found.isEmpty, text.text.utf8.count <= Self.longest else { return read() }
    if let heard = kept.withLock({ $0[text.text] }) { return heard }
    let heard = read()
    kept.withLock { kept in
      if kept.count >= Self.capacity { kept.removeAll(keepingCapacity: true) }
      kept[text.text] = heard
    }
    return heard
  }
}
