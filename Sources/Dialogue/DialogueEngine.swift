import Redaction
import TextAnalysis
public import Knowledge
public import Matching

/// The conversation: (state, message) → (state, replies). Pure: no clock, no chance, no I/O.
public struct DialogueEngine: Sendable {
  /// What the engine knows.
  public let knowledge: KnowledgeBase
  /// What tells which symptom is meant.
  public let matcher: Matcher

  /// Makes an engine from content and a matcher made for it.
  public init(knowledge: KnowledgeBase, matcher: Matcher) {
    self.knowledge = knowledge
    self.matcher = matcher
  }

  /// Takes one message.
  ///
  /// - Throws: ``UnknownChoice`` where `input.choice` is not on offer; nothing has happened then.
  public func turn(_ state: ConversationState, _ input: TurnInput) throws(UnknownChoice) -> TurnResult {
    TurnResult(
      state: state, replies: [Reply(.fallback, input.text.text)],
      record: TurnRecord(
        language: .english, decision: "none", facts: [:], outcome: .open, candidates: []))
  }
}
