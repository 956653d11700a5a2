import Dispatch
public import Knowledge
public import Matching
import Redaction
import Synchronization

/// The conversation: (state, message) → (state, replies). Pure: no clock, no chance, no I/O.
///
/// A turn is an `Exchange`: one message and what is said to it. Its steps stand in `Exchange.steps` in the order in
/// which they are tried; the first that understands the message answers it.
///
/// One object, since each turn takes hold of it several times and what it holds has a hundred parts.
public final class DialogueEngine: Sendable {
  /// What the engine knows.
  public let knowledge: KnowledgeBase
  /// What tells which symptom is meant.
  public let matcher: Matcher
  let vocabulary: ConversationVocabulary
  private let shortMessages = ShortMessages()
  private let tables = Mutex<[String: DecisionTable]>([:])

  /// How many decision tables are kept: those of all intents of an authored folder, of thousands of imported ones those
  /// in use.
  private static let tablesKept = 256

  /// Makes an engine from content and a matcher made for it; what it looks up in messages is kept in the cache.
  public init(knowledge: KnowledgeBase, matcher: Matcher, cache: CompiledCache = .none) {
    self.knowledge = knowledge
    self.matcher = matcher
    // Both take as long as the rest of the start, and neither needs the other.
    let made = Mutex<ConversationVocabulary?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let vocabulary = ConversationVocabulary(knowledge, cache: cache)
        made.withLock { $0 = vocabulary }
      } else {
        _ = matcher.followUps
      }
    }
    vocabulary = made.withLock(\.self) ?? ConversationVocabulary(knowledge, cache: cache)
  }

  /// The decision table of an intent of the content.
  func table(of intent: Intent) -> DecisionTable {
    if let table = tables.withLock({ $0[intent.id] }) { return table }
    let table = DecisionTable(intent, questions: knowledge.questions)
    tables.withLock { tables in
      if tables.count >= Self.tablesKept { tables.removeAll(keepingCapacity: true) }
      tables[intent.id] = table
    }
    return table
  }

  /// What a message says, whatever the conversation.
  func heard(_ text: RedactedText) -> Heard {
    shortMessages.heard(text) { Heard(text, vocabulary: vocabulary, matcher: matcher) }
  }

  /// Takes one message.
  ///
  /// - Throws: ``UnknownChoice`` where `input.choice` is not on offer; nothing has happened then.
  public func turn(_ state: ConversationState, _ input: TurnInput) throws(UnknownChoice) -> TurnResult {
    var exchange = Exchange(engine: self, state: state, input: input)
    if let choice = input.choice {
      try exchange.choose(choice)
    } else {
      exchange.answer()
    }
    return exchange.result()
  }
}
