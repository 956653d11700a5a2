import TextAnalysis

/// A piece of evidence in a message: a word, two words, a part of a word, or a concept of the vocabulary.
struct Feature: Sendable {
  /// The families of evidence, each of which is scaled to length 1 by itself.
  enum Block: UInt8, CaseIterable, Sendable {
    case stem
    case bigram
    case pair
    case subword
    case concept
    case conceptPair

    /// How much the family counts beside the others.
    var weight: Float {
      switch self {
      case .bigram, .pair: 0.7
      default: 1
      }
    }

    /// In how many examples a feature has to occur to be kept.
    var leastFrequency: Int {
      switch self {
      case .stem, .concept: 1
      case .bigram: 2
      case .subword, .pair, .conceptPair: 3
      }
    }
  }

  /// What it is, as a hash that is the same on every machine.
  var hash: UInt64
  var block: Block
  /// The words of the message that it comes from: the first, and the second or the same one.
  var first: Int32
  var second: Int32
}

/// Finds the pieces of evidence in a message.
struct FeatureExtractor: Sendable {
  /// How many words of a message are looked at.
  static let tokenLimit = 64
  /// How many letters of a word are looked at.
  static let letterLimit = 30

  /// The vocabulary's concepts; `nil` where there is none.
  let concepts: ConceptFinder?

  /// Collects the features of a run of words in a fixed order; the same one may come more than once.
  ///
  /// - Parameter places: where concepts stand in the whole utterance, looked up once for all its parts.
  func features(
    of utterance: Utterance, language: Language, in range: Range<Int>, places: [Lexicon.Place]
  ) -> [Feature] {
    let range = range.prefix(Self.tokenLimit)
    let letters = range.reduce(0) { $0 + min(utterance.tokens[$1].folded.utf8.count, Self.letterLimit) }
    let (count, placeCount) = (range.count, places.count { $0.tokens.overlaps(range) })
    let most =
      2 * count + 1 + count * (count - 1) / 2 + 2 * letters + placeCount + placeCount * (placeCount - 1) / 2
    return [Feature](unsafeUninitializedCapacity: most) { buffer, used in
      var list = FeatureList(buffer)
      let stems = utterance.stemHashes(of: range, in: language)
      let base = Int32(range.startIndex)
      addWords(stems, base: base, to: &list)
      addPairs(stems, base: base, to: &list)
      for index in range { addSubwords(utterance.tokens[index].folded, at: Int32(index), to: &list) }
      concepts?.addFeatures(of: utterance, places, in: range, to: &list)
      used = list.count
    }
  }

  /// Stems, and neighbours with the message's edges.
  private func addWords(_ stems: [UInt64], base: Int32, to features: inout FeatureList) {
    var before: UInt64 = 2
    for (index, stem) in stems.enumerated() {
      let position = base + Int32(index)
      features.append(Feature(hash: stem, block: .stem, first: position, second: position))
      features.append(
        Feature(hash: joined(before, stem, 2), block: .bigram, first: max(base, position - 1), second: position))
      before = stem
    }
    if let last = stems.indices.last {
      let position = base + Int32(last)
      features.append(Feature(hash: joined(before, 3, 2), block: .bigram, first: position, second: position))
    }
  }

  /// Two different stems in any order and at any distance, in messages that are no rants.
  private func addPairs(_ stems: [UInt64], base: Int32, to features: inout FeatureList) {
    var distinct: [(stem: UInt64, at: Int32)] = []
    distinct.reserveCapacity(stems.count)
    for (index, stem) in stems.enumerated() where !distinct.contains(where: { $0.stem == stem }) {
      distinct.append((stem, base + Int32(index)))
    }
    for (index, second) in distinct.enumerated() {
      for first in distinct[..<index] {
        let hash = joined(min(first.stem, second.stem), max(first.stem, second.stem), 4)
        features.append(Feature(hash: hash, block: .pair, first: first.at, second: second.at))
      }
    }
  }

  /// Runs of three and four letters of a word with its edges.
  private func addSubwords(_ word: String, at position: Int32, to features: inout FeatureList) {
    var word = word
    word.withUTF8 { letters in
      let count = min(letters.count, Self.letterLimit)
      guard count > 0 else { return }
      // With its edges: two more than the limit.
      var edged = InlineArray<32, UInt8>(repeating: UInt8(ascii: ">"))
      edged[0] = UInt8(ascii: "<")
      for index in 0..<count { edged[index + 1] = letters[index] }
      for start in 0..<count {
        var hash = StableHash(seed: 5)
        hash.combine(edged[start])
        hash.combine(edged[start + 1])
        hash.combine(edged[start + 2])
        features.append(Feature(hash: hash.finished, block: .subword, first: position, second: position))
        guard start + 1 < count else { continue }
        hash.combine(edged[start + 3])
        features.append(Feature(hash: hash.finished, block: .subword, first: position, second: position))
      }
    }
  }

  @inline(__always)
  private func joined(_ first: UInt64, _ second: UInt64, _ seed: UInt64) -> UInt64 {
    var hash = StableHash(seed: seed)
    hash.combine(first)
    hash.combine(second)
    return hash.finished
  }
}

/// Features being collected in room that was made for all of them.
struct FeatureList {
  private let features: UnsafeMutableBufferPointer<Feature>
  private(set) var count = 0

  init(_ room: UnsafeMutableBufferPointer<Feature>) { features = room }

  @inline(__always)
  mutating func append(_ feature: Feature) {
    precondition(count < features.count)
    features.initializeElement(at: count, to: feature)
    count += 1
  }
}
