import Synchronization
public import TextAnalysis

/// Everything that the content says, as plain values: what the rest of Fixline knows about the world.
///
/// The small shared parts are held as they are. Intents can be thousands, so they are fetched one by one by
/// ``intent(_:)``; a compiled form decodes each when it is first asked for.
public struct KnowledgeBase: Sendable {
  /// The articles by their folder's name.
  public var articles: [String: Article]
  /// The questions by slot.
  public var questions: [String: Question]
  /// The facts by name.
  public var facts: [String: Fact]
  /// The vocabulary.
  public var vocabulary: [Concept]
  /// Contact, hours and name of the bot.
  public var settings: Settings
  /// The bot's own words: what it recognises and says apart from the content.
  public var conversation: Conversation
  /// The intents' names in a stable order (sorted).
  public let intentIDs: [String]
  /// A hash over all sources, hexadecimal: the content version of the log and the protocol.
  public var version: String
  /// The intents, fetched when they are first asked for.
  private let store: IntentStore
  private let fetchLessons: @Sendable () -> Lessons

  /// Makes a knowledge base from its parts; `fetch` gives an intent by name, `lessons` what is learned from.
  public init(
    articles: [String: Article], questions: [String: Question], facts: [String: Fact], vocabulary: [Concept],
    settings: Settings, conversation: Conversation, version: String, intentIDs: [String],
    fetch: @escaping @Sendable (String) -> Intent?, lessons: @escaping @Sendable () -> Lessons = { Lessons() }
  ) {
    self.articles = articles
    self.questions = questions
    self.facts = facts
    self.vocabulary = vocabulary
    self.settings = settings
    self.conversation = conversation
    self.version = version
    self.intentIDs = intentIDs
    store = IntentStore(fetch)
    fetchLessons = lessons
  }

  /// The intent of this name; `nil` where there is none.
  public func intent(_ id: String) -> Intent? { store.kept(id)?.intent }

  /// The article (``Article/id``) that the intent of this name belongs to; the intent itself is not copied for it.
  public func article(of intent: String) -> String? { store.kept(intent)?.intent.article }

  /// What is learned from beside the intents' examples: thousands of messages, which nothing else needs. A compiled form
  /// decodes them each time they are asked for.
  public var lessons: Lessons { fetchLessons() }

  /// All intents, in the order of ``intentIDs``.
  public var intents: some Sequence<Intent> { intentIDs.lazy.compactMap(store.fetch) }
}

/// Intents that are fetched one by one, the ones in use kept.
private final class IntentStore: Sendable {
  let fetch: @Sendable (String) -> Intent?
  private let used = Mutex<[String: Kept]>([:])

  /// An intent by reference, so that nobody waits while its parts are copied.
  final class Kept: Sendable {
    let intent: Intent

    init(_ intent: Intent) { self.intent = intent }
  }

  /// How many intents are kept: all of an authored folder, those in use of thousands of imported ones.
  private static let capacity = 256

  init(_ fetch: @escaping @Sendable (String) -> Intent?) { self.fetch = fetch }

  func kept(_ id: String) -> Kept? {
    if let kept = used.withLock({ $0[id] }) { return kept }
    guard let kept = fetch(id).map(Kept.init) else { return nil }
    used.withLock { used in
      if used.count >= Self.capacity { used.removeAll(keepingCapacity: true) }
      used[id] = kept
    }
    return kept
  }
}

/// What the people who run the bot set: `Intents/settings.yaml`.
public struct Settings: Codable, Sendable, Equatable {
  /// The bot's name.
  public var name: LocalizedText
  /// How a person at the helpdesk is reached, as a phrase; `nil`: a handover says only that it was requested.
  public var contact: LocalizedText?
  /// When the helpdesk is open, as a phrase.
  public var hours: LocalizedText?

  /// Makes settings from their parts.
  public init(
    name: LocalizedText = .init([.english: "Fixline", .swedish: "Fixline"]), contact: LocalizedText? = nil,
    hours: LocalizedText? = nil
  ) {
    self.name = name
    self.contact = contact
    self.hours = hours
  }
}

/// The bot's own words: what it recognises (reserved words, yes, no, greetings …) and what it says around the fixes.
///
/// They come with Fixline (`Conversation/words.yaml`, `Conversation/replies.yaml`) and state nothing about any subject.
public struct Conversation: Codable, Sendable, Equatable {
  /// What the name of a kind ends in whose phrases are recognised as those of the kind before it, but not learned from.
  public static let unlearned = "-unlearned"
  /// What a key of `follow-ups.yaml` begins with that stands for a kind of talk.
  public static let talkMark = "talk/"
  /// What a message as a whole can mean that asks for nothing documented: what came of a fix, courtesy, questions about
  /// the conversation and the bot.
  public static let talk: Set<String> = [
    "apology", "back", "bye", "cancel", "do-it-for-me", "dont-know", "failed", "fed-up", "handoff-status", "languages",
    "no-person", "noted", "offer-secret", "other-one", "outdated", "partly", "person", "reference", "repeat", "source",
    "stored", "sure", "thanks", "trying", "what-asked", "what-can-you-do", "what-handed", "what-i-asked", "what-now",
    "what-understood", "who-are-you", "who-here", "why-asked", "worked",
  ]

  /// Phrases that are recognised, by what they mean (`yes`, `help`, `start-over` …).
  public var words: [String: LocalizedPhrases]
  /// Sentences that the bot says, by name; several wordings each, with `{name}` for what is filled in.
  public var replies: [String: LocalizedPhrases]

  /// Makes it from its parts.
  public init(words: [String: LocalizedPhrases], replies: [String: LocalizedPhrases]) {
    self.words = words
    self.replies = replies
  }
}
