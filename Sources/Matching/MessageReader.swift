import Knowledge
public import TextAnalysis

/// A message as the scorer takes it: read once, then asked about as often as there are questions.
public struct ReadMessage: Sendable {
  /// The message cut into words.
  public let utterance: Utterance
  let vote: LanguageVote.Outcome
  /// Where the vocabulary's concepts stand in it.
  let places: [Lexicon.Place]
}

/// Reads a message for the scorer: words, language, features.
struct MessageReader: Sendable {

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

  /// Makes a reader for a vocabulary; what it looks up is kept in the cache.
  init(vocabulary: [Concept] = [], cache: CompiledCache = .none) {
    let neutral = vocabulary.filter(\.isNeutral).flatMap { concept in
      Language.allCases.flatMap { concept.phrases[$0] ?? [] }
    }
    // Such a noun may be technical too, but nobody writes å, ä or ö in English.
    let swedish = neutral.filter { !$0.utf8.allSatisfy { $0 < 0x80 } && $0.contains { "åäöÅÄÖ".contains($0) } }
    let own = vocabulary.filter { !$0.isNeutral }
    vote = cache.vote(
      neutral: neutral.filter { !swedish.contains($0) },
      own: [
        .english: own.flatMap { $0.phrases[.english] ?? [] },
        .swedish: own.flatMap { $0.phrases[.swedish] ?? [] } + swedish,
      ])
    extractor = FeatureExtractor(concepts: ConceptFinder(vocabulary, cache: cache))
  }

  /// A reader that finds other concepts, and tells languages as another one does.
  init(_ other: MessageReader, finding concepts: ConceptFinder) {
    vote = other.vote
    extractor = FeatureExtractor(concepts: concepts)
  }

  /// A message that another reader has read, with this one's concepts.
  func read(again message: ReadMessage) -> ReadMessage {
    ReadMessage(
      utterance: message.utterance, vote: message.vote, places: extractor.concepts?.places(in: message.utterance) ?? [])
  }

  /// Tells a message's language and finds the concepts in it.
  func read(_ utterance: Utterance) -> ReadMessage {
    ReadMessage(
      utterance: utterance, vote: vote.count(utterance), places: extractor.concepts?.places(in: utterance) ?? [])
  }

  /// The features of a message, or of the parts of a long one.
  func passages(of message: ReadMessage) -> [Passage] { ranges(of: message).map { passage($0, of: message) } }

  /// The words of a message, or those of each part of a long one.
  func ranges(of message: ReadMessage) -> [Range<Int>] {
    let count = message.utterance.tokens.count
    return count > Self.longMessage ? parts(of: message.utterance) : [0..<count]
  }

  /// The features of a whole message, as an example.
  func example(_ text: String) -> Passage { whole(read(Utterance(text))) }

  /// The features of a message as a whole, however long.
  func whole(_ message: ReadMessage) -> Passage {
    passage(0..<min(message.utterance.tokens.count, FeatureExtractor.tokenLimit), of: message)
  }

  private func passage(_ range: Range<Int>, of message: ReadMessage) -> Passage {
    var hash = StableHash(seed: 9)
    for index in range { hash.combine(text: message.utterance.tokens[index].text) }
    return Passage(
      tokens: range,
      features: extractor.features(
        of: message.utterance, language: message.vote.language ?? .english, in: range, places: message.places),
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
