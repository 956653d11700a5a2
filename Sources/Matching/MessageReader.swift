import TextAnalysis

/// Reads a message for the scorer: words, language, features.
struct MessageReader: Sendable {
  /// A message as the scorer takes it.
  struct Message: Sendable {
    var utterance: Utterance
    var vote: LanguageVote.Outcome
    var features: [Feature]
    /// A hash of the words one after another.
    var key: UInt64
  }

  let vote: LanguageVote
  let extractor: FeatureExtractor

  func read(_ text: String) -> Message {
    let utterance = Utterance(text)
    let outcome = vote.count(utterance)
    let features = extractor.features(
      of: utterance, language: outcome.language ?? .english, in: 0..<utterance.tokens.count)
    return Message(utterance: utterance, vote: outcome, features: features, key: Self.key(utterance.tokens[...]))
  }

  static func key(_ tokens: ArraySlice<Token>) -> UInt64 {
    var hash = StableHash(seed: 9)
    for token in tokens { hash.combine(text: token.text) }
    return hash.finished
  }
}
