public import TextAnalysis

/// Why a message was taken as it was: which typed words met what, with how many points, for each candidate.
public struct Explanation: Codable, Sendable, Equatable {
  /// The message.
  public var text: String
  /// Its language.
  public var language: Language
  /// What is done with it.
  public var decision: Decision
  /// Why, in one sentence.
  public var reason: String
  /// The numbers that the decision fell by.
  public var judgement: Judgement
  /// The candidates with their evidence, best first.
  public var candidates: [Candidate]
  /// The intents to offer, where the decision is to ask.
  public var offered: [String]
  /// The typed words that occur in no example, or hardly in the article, of the best candidate.
  public var notUnderstood: [String]

  /// The numbers that a decision falls by; all but the share are from 0 to 1, as are their thresholds.
  public struct Judgement: Codable, Sendable, Equatable {
    /// How sure it is that the message is about an intent at all.
    public var scope: Double
    /// Under this scope a message is turned away.
    public var reject: Double
    /// How sure it is that the best candidate is right.
    public var certainty: Double
    /// From this certainty on it may be answered.
    public var answer: Double
    /// The second candidate's share of the best one's probability.
    public var second: Double
    /// From this share on both are offered. The more the message reads like those that leave open what is meant
    /// (``openness``), the less it takes.
    public var margin: Double
    /// The share of the message's words, by rarity, that occur in the best candidate's examples or article.
    public var understood: Double
    /// How much the message reads like those that leave open which symptom is meant; 0 for imported intents.
    public var openness = 0.0
  }

  /// A candidate with what speaks for and against it.
  public struct Candidate: Codable, Sendable, Equatable {
    /// The intent's name.
    public var intent: String
    /// Calibrated confidence, 0 to 1.
    public var score: Double
    /// The sum of all points.
    public var points: Double
    /// What every message starts with for this intent.
    public var start: Double
    /// The evidence, most weighty first.
    public var evidence: [Evidence]
  }

  /// Points that words of the message give.
  public struct Evidence: Codable, Sendable, Equatable {
    /// The words as they were typed.
    public var typed: String
    /// By what rule they were recognised.
    public var rule: String
    /// What they met: a concept of the vocabulary, the word as it stands in examples or an article, the name of a group
    /// of synonyms, or the parts that the word shares with an article's words (`<` and `>` are a word's edges).
    public var met: String
    /// How much they add to the sum; negative: they speak against it.
    public var points: Double
  }
}

extension Matcher {
  /// Explains what `match(_:language:)` makes of a message.
  ///
  /// - Parameters:
  ///   - text: the message as it was typed.
  ///   - language: the language to report while the message's own words don't decide.
  public func explain(_ text: String, language: Language = .english) -> Explanation {
    let reading = read(Utterance(text))
    let language = reading.vote.language ?? language
    let learned = verdict(on: reading), found = articleVerdict(on: reading)
    guard let ranking = Ranking(learned, found) else {
      return Explanation(
        text: text, language: language, decision: .none, reason: "there is nothing to match against",
        judgement: .init(scope: 0, reject: 0, certainty: 0, answer: 0, second: 0, margin: 0, understood: 0),
        candidates: [], offered: [], notUnderstood: [])
    }
    return Explanation(
      ranking, text: text, language: language,
      learned: index.flatMap { index in
        learned.map { Explainer(index: index, reader: reader, reading: reading, verdict: $0, language: language) }
      },
      articles: articles.flatMap { search in
        found.map { ArticleExplainer(search: search, utterance: reading.utterance, verdict: $0) }
      })
  }
}
