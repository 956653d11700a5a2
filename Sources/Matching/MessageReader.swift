import Knowledge
import TextAnalysis

/// Reads a message for the scorer: words, language, features.
struct MessageReader: Sendable {
  /// A message cut into words, and its language.
  struct Reading: Sendable {
    var utterance: Utterance
    var vote: LanguageVote.Outcome
  }

  /// A message, or a part of a long one, as the scorer takes it.
  struct Passage: Sendable {
    var tokens: Range<Int>
    var features: [Feature]
    /// A hash of the words one after another.
    var key: UInt64
  }

  /// Messages of more words are looked through part by part.
  static let longMessage = 48
  /// How many words a part has at most, unless one sentence is longer.
  static let passageLength = 30
  /// How many parts of a message are looked at.
  static let passageLimit = 40

  let vote: LanguageVote
  let extractor: FeatureExtractor

  /// Makes a reader for a vocabulary.
  init(vocabulary: [Concept] = []) {
    let neutral = vocabulary.filter(\.isNeutral).flatMap { concept in
      Language.allCases.flatMap { concept.phrases[$0] ?? [] }
    }
    let own = vocabulary.filter { !$0.isNeutral }
    vote = LanguageVote(
      neutral: neutral,
      own: [
        .english: own.flatMap { $0.phrases[.english] ?? [] }, .swedish: own.flatMap { $0.phrases[.swedish] ?? [] },
      ])
    extractor = FeatureExtractor(concepts: ConceptFinder(vocabulary))
  }

  /// Cuts a message into words and tells its language.
  func read(_ text: String) -> Reading {
    let utterance = Utterance(text)
    return Reading(utterance: utterance, vote: vote.count(utterance))
  }

  /// The features of a message, or of the parts of a long one.
  func passages(of reading: Reading) -> [Passage] {
    let places = places(in: reading)
    return ranges(of: reading).map { passage($0, of: reading, places) }
  }

  private func places(in reading: Reading) -> [Lexicon.Place] {
    extractor.concepts?.places(in: reading.utterance) ?? []
  }

  /// The words of a message, or those of each part of a long one.
  func ranges(of reading: Reading) -> [Range<Int>] {
    let count = reading.utterance.tokens.count
    return count > Self.longMessage ? parts(of: reading.utterance) : [0..<count]
  }

  /// The features of a whole message, as an example.
  func example(_ text: String) -> Passage {
    let reading = read(text)
    return passage(
      0..<min(reading.utterance.tokens.count, FeatureExtractor.tokenLimit), of: reading, places(in: reading))
  }

  private func passage(_ range: Range<Int>, of reading: Reading, _ places: [Lexicon.Place]) -> Passage {
    var hash = StableHash(seed: 9)
    for token in reading.utterance.tokens[range] { hash.combine(text: token.text) }
    return Passage(
      tokens: range,
      features: extractor.features(
        of: reading.utterance, language: reading.vote.language ?? .english, in: range, places: places),
      key: hash.finished)
  }

  /// Runs of whole sentences, each beginning at another sentence; a sentence without end is cut.
  private func parts(of utterance: Utterance) -> [Range<Int>] {
    let count = utterance.tokens.count
    var starts: [Int] = []
    for (index, token) in utterance.tokens.enumerated()
    where token.boundary == .sentence || index - (starts.last ?? 0) >= Self.passageLength { starts.append(index) }
    let ends = Array(starts.dropFirst()) + [count]
    return starts.prefix(Self.passageLimit).enumerated().map { position, start in
      let end = ends[position...].prefix { $0 - start <= Self.passageLength }.last ?? ends[position]
      return start..<end
    }
  }
}
