public import Knowledge
public import TextAnalysis

/// Tells which documented symptom a message means, by keyword scoring.
public struct Matcher: Sendable {
  /// Makes a matcher for this content; what is learned from the examples is kept in the cache.
  public init(knowledge: KnowledgeBase, cache: CompiledCache = .none) {}

  /// Matches one message.
  ///
  /// - Parameters:
  ///   - text: the message as it was typed, of any length.
  ///   - language: the language to report while the message's own words don't decide.
  public func match(_ text: String, language: Language = .english) -> MatchResult {
    MatchResult(language: language, decision: .none, candidates: [])
  }
}
