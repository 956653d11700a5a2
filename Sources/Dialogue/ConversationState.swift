public import TextAnalysis

/// Everything about a conversation that the next turn needs: a plain value, stored with each turn.
public struct ConversationState: Codable, Sendable, Equatable {
  /// The language of the last reply; `nil` before the first.
  public var language: Language?
  /// What is known about role and environment: slot → value.
  public var facts: [String: String] = [:]

  /// A conversation that has not begun.
  public init() {}
}
