import FoundationEssentials
public import Knowledge
public import TextAnalysis

/// Tells which documented symptom a message means, by keyword scoring.
///
/// An intent's score is a sum of weights, each of which belongs to a word, two words, a part of a word or a concept of
/// the vocabulary: learned from the examples, starting from the authored keywords. ``explain(_:language:)`` shows them.
public struct Matcher: Sendable {
  let reader: MessageReader
  let index: CompiledIndex?

  /// Makes a matcher for this content; what is learned from the examples is kept in the cache.
  ///
  /// - Parameter progress: is given the share done while it learns, 0 to 1.
  public init(
    knowledge: KnowledgeBase, cache: CompiledCache = .none, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    self.init(
      TrainingSet(knowledge), identity: knowledge.version, vocabulary: knowledge.vocabulary, cache: cache,
      progress: progress)
  }

  /// Makes a matcher from labelled messages alone.
  ///
  /// - Parameters:
  ///   - messages: the messages to learn from; those without intents are out of scope.
  ///   - validation: messages to choose the thresholds on; `nil`: by cross-validation of `messages`.
  ///   - cache: where the learned index is kept.
  ///   - progress: is given the share done while it learns, 0 to 1.
  public init(
    learningFrom messages: [LabelledMessage], validation: [LabelledMessage]? = nil, cache: CompiledCache = .none,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    let set = TrainingSet(messages: messages, validation: validation)
    self.init(set, identity: set.identity, vocabulary: [], cache: cache, progress: progress)
  }

  init(reader: MessageReader, index: CompiledIndex?) {
    self.reader = reader
    self.index = index
  }

  private init(
    _ set: @autoclosure () -> TrainingSet, identity: String, vocabulary: [Concept], cache: CompiledCache,
    progress: @escaping @Sendable (Double) -> Void
  ) {
    reader = MessageReader(vocabulary: vocabulary)
    let name = "intents-\(CompiledIndex.version)-\(identity).index"
    if let data = cache.data(named: name), let index = CompiledIndex(data: data) {
      self.index = index
      return
    }
    index = set().learn(reader, progress: progress)
    if let index { cache.store(index.data, named: name) }
  }

  /// The intents that can be found, sorted.
  public var intents: [String] { index.map { Array($0.labels[..<$0.intentCount]) } ?? [] }

  /// Matches one message.
  ///
  /// - Parameters:
  ///   - text: the message as it was typed, of any length.
  ///   - language: the language to report while the message's own words don't decide.
  public func match(_ text: String, language: Language = .english) -> MatchResult {
    let reading = reader.read(text)
    guard let verdict = verdict(on: reading) else {
      return MatchResult(language: reading.vote.language ?? language, decision: .none, candidates: [])
    }
    return MatchResult(
      language: reading.vote.language ?? language, decision: verdict.decision, candidates: verdict.candidates,
      offered: verdict.offered)
  }

  /// The verdict on a message or, in a long one, on the part of it that says most clearly what is meant.
  func verdict(on reading: MessageReader.Reading) -> Verdict? {
    guard let index else { return nil }
    return reader.passages(of: reading).lazy.compactMap { passage -> Verdict? in
      index.scores(of: passage.features, key: passage.key).map { index.verdict($0, on: passage) }
    }.reduce(nil) { best, next in
      guard let best else { return next }
      return next.standing > best.standing ? next : best
    }
  }
}
