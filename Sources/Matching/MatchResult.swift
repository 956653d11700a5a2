public import TextAnalysis

/// What the matcher made of one message.
public struct MatchResult: Codable, Sendable, Equatable {
  /// The language of the message.
  public var language: Language
  /// What to do with it.
  public var decision: Decision
  /// Up to five intents, best first, whatever the decision.
  public var candidates: [Candidate]
  /// The two or three intents to offer as "did you mean"; empty unless the decision is to ask.
  public var offered: [String]

  /// Makes a result from its parts.
  public init(language: Language, decision: Decision, candidates: [Candidate], offered: [String] = []) {
    self.language = language
    self.decision = decision
    self.candidates = candidates
    self.offered = offered
  }
}

/// What to do with a message.
public enum Decision: String, Codable, Sendable {
  /// One symptom is clearly meant.
  case answer
  /// Two or three are close: ask which.
  case ask
  /// No documented symptom fits.
  case none
}

/// An intent and how sure the matcher is of it.
public struct Candidate: Codable, Sendable, Equatable {
  /// The intent's name.
  public var intent: String
  /// Calibrated confidence, 0 to 1.
  public var score: Double

  /// Makes a candidate from an intent's name and a score (0 to 1).
  public init(intent: String, score: Double) {
    self.intent = intent
    self.score = score
  }
}
