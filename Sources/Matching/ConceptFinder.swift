import Knowledge
import TextAnalysis

extension LocalizedPhrases {
  /// These phrases as entries of a lexicon, each in its language.
  func entries(id: String) -> [Lexicon.Entry] {
    Language.allCases.compactMap { language in self[language].map { .init(id: id, language: language, phrases: $0) } }
  }
}

/// Finds the concepts of the vocabulary in a message and makes features of them.
struct ConceptFinder: Sendable {
  /// A concept found in a message.
  struct Finding: Sendable {
    var match: Lexicon.Match
    var isNegated: Bool
  }

  private let lexicon: Lexicon
  /// The features' hashes by the lexicon's numbers.
  private let hashes: [UInt64]
  private let negatedHashes: [UInt64]

  /// Makes a finder for a vocabulary; `nil` where that is empty.
  init?(_ vocabulary: [Concept], cache: CompiledCache) {
    guard !vocabulary.isEmpty else { return nil }
    self.init(vocabulary.flatMap { $0.phrases.entries(id: $0.id) }, cache: cache)
  }

  /// Makes a finder for groups of phrases.
  init(_ groups: [Lexicon.Entry], cache: CompiledCache) {
    lexicon = cache.lexicon(groups)
    hashes = lexicon.ids.map { Self.hash($0) }
    negatedHashes = lexicon.ids.map { Self.hash($0, isNegated: true) }
  }

  /// The concepts in a message, in its order.
  func findings(in utterance: Utterance) -> [Finding] {
    lexicon.matches(in: utterance, nested: true).map {
      Finding(match: $0, isNegated: utterance.isNegated($0.tokens))
    }
  }

  /// The same in numbers, from which ``addFeatures(of:_:in:to:)`` makes features.
  func places(in utterance: Utterance) -> [Lexicon.Place] { lexicon.places(in: utterance, nested: true) }

  /// The hash of the feature that a concept makes.
  static func hash(_ concept: String, isNegated: Bool = false) -> UInt64 {
    var hash = StableHash(seed: isNegated ? 7 : 6)
    hash.combine(text: concept)
    return hash.finished
  }

  /// Adds each concept found, and each two of them.
  func addFeatures(
    of utterance: Utterance, _ places: [Lexicon.Place], in range: Range<Int>, to features: inout FeatureList
  ) {
    var distinct: [(hash: UInt64, at: Int32)] = []
    distinct.reserveCapacity(places.count)
    for place in places where place.tokens.overlaps(range) {
      let hash = utterance.isNegated(place.tokens) ? negatedHashes[place.id] : hashes[place.id]
      guard !distinct.contains(where: { $0.hash == hash }) else { continue }
      let at = Int32(place.tokens.lowerBound)
      distinct.append((hash, at))
      features.append(
        Feature(hash: hash, block: .concept, first: at, second: Int32(place.tokens.upperBound - 1)))
    }
    for (index, second) in distinct.enumerated() {
      for first in distinct[..<index] {
        var hash = StableHash(seed: 8)
        hash.combine(min(first.hash, second.hash))
        hash.combine(max(first.hash, second.hash))
        features.append(Feature(hash: hash.finished, block: .conceptPair, first: first.at, second: second.at))
      }
    }
  }
}
