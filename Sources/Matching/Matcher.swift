import FoundationEssentials
public import Knowledge
public import TextAnalysis

/// Tells which documented symptom a message means, by keyword scoring.
///
/// An intent's score is a sum of weights, each of which belongs to a word, two words, a part of a word or a concept of
/// the vocabulary: learned from the examples, starting from the authored keywords. ``explain(_:language:)`` shows them.
public final class Matcher: Sendable {
  let reader: MessageReader
  let index: CompiledIndex?
  /// The imported intents, which are found by their articles' words.
  let articles: ArticleSearch?
  private let lazyFollowUps: Lazy<FollowUps>
  /// What a question after a fix asks for; made ready, or learned, when it is first asked for, since only a conversation
  /// needs it.
  public var followUps: FollowUps { lazyFollowUps.value }
  private let lazyToldFacts: Lazy<ToldFacts>
  /// Which values a message tells in words that no list has; made ready, or learned, when it is first asked for.
  public var toldFacts: ToldFacts { lazyToldFacts.value }
  private let lazyLeads: Lazy<Leads>
  /// Whether an answer begins with yes or no; made ready, or learned, when it is first asked for.
  public var leads: Leads { lazyLeads.value }

  /// Makes a matcher for this content; what is learned from the examples is kept in the cache. `progress` is given the
  /// share done while it learns, 0 to 1.
  public convenience init(
    knowledge: KnowledgeBase, cache: CompiledCache = .none, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    self.init(
      TrainingSet(knowledge), identity: knowledge.version, vocabulary: knowledge.vocabulary,
      articles: ArticleSearch(knowledge, cache: cache), cache: cache, progress: progress
    ) { reader in
      let asking = Lazy { FollowUps.reader(knowledge, reader, cache) }
      return (
        Lazy { FollowUps(knowledge, reader: asking.value, cache: cache) },
        Lazy { ToldFacts(knowledge, reader: asking.value, cache: cache) },
        Lazy { Leads(knowledge, reader: asking.value, cache: cache) }
      )
    }
  }

  /// Makes a matcher from labelled messages alone.
  ///
  /// - Parameters:
  ///   - messages: the messages to learn from; those without intents are out of scope.
  ///   - validation: messages to choose the thresholds on; `nil`: by cross-validation of `messages`.
  ///   - cache: where the learned index is kept.
  ///   - progress: is given the share done while it learns, 0 to 1.
  public convenience init(
    learningFrom messages: [LabelledMessage], validation: [LabelledMessage]? = nil, cache: CompiledCache = .none,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    let set = TrainingSet(messages: messages, validation: validation)
    self.init(set, identity: set.identity, vocabulary: [], articles: nil, cache: cache, progress: progress)
  }

  init(reader: MessageReader, index: CompiledIndex?) {
    self.reader = reader
    self.index = index
    articles = nil
    lazyFollowUps = Lazy { FollowUps() }
    lazyToldFacts = Lazy { ToldFacts() }
    lazyLeads = Lazy { Leads() }
  }

  private init(
    _ set: @autoclosure () -> TrainingSet, identity: String, vocabulary: [Concept], articles: ArticleSearch?,
    cache: CompiledCache, progress: @escaping @Sendable (Double) -> Void,
    asking: (MessageReader) -> (followUps: Lazy<FollowUps>, toldFacts: Lazy<ToldFacts>, leads: Lazy<Leads>) = { _ in
      (Lazy { FollowUps() }, Lazy { ToldFacts() }, Lazy { Leads() })
    }
  ) {
    self.articles = articles
    let reader = MessageReader(vocabulary: vocabulary, cache: cache)
    self.reader = reader
    (lazyFollowUps, lazyToldFacts, lazyLeads) = asking(reader)
    let name = "intents-\(CompiledIndex.version)-\(identity).index"
    let stored = cache.data(named: name)
    if let index = stored.flatMap(CompiledIndex.init) {
      self.index = index
      return
    }
    guard stored != Self.nothing else {
      index = nil
      return
    }
    index = set().learn(reader, progress: progress)
    cache.store(index?.data ?? Self.nothing, named: name)
  }

  /// What is kept for content that there is nothing to learn from, so that it isn't looked through again.
  private static let nothing = Data([0])

  /// Learns what a conversation needs and the cache lacks, with all of the processor's cores; what is kept is left to be
  /// made ready when it is first asked for. `progress` is given the share done, 0 to 1.
  public func learnForConversations(
    of knowledge: KnowledgeBase, cache: CompiledCache, progress: (Double) -> Void = { _ in }
  ) {
    if !cache.has(FollowUps.name(knowledge)) { _ = followUps }
    progress(0.7)
    if !cache.has(ToldFacts.name(knowledge)) { _ = toldFacts }
    progress(0.8)
    if !cache.has(Leads.name(knowledge)) { _ = leads }
    progress(1)
  }

  /// The intents that can be found, sorted.
  public var intents: [String] {
    let learned = index.map { Array($0.labels[..<$0.intentCount]) } ?? []
    guard let articles else { return learned }
    return Set(learned).union(articles.index.intents).sorted()
  }

  /// Matches one message.
  ///
  /// - Parameters:
  ///   - text: the message as it was typed, of any length.
  ///   - language: the language to report while the message's own words don't decide.
  public func match(_ text: String, language: Language = .english) -> MatchResult {
    match(read(Utterance(text)), language: language)
  }

  /// Reads a message for ``match(_:language:)-(ReadMessage,_)`` and ``FollowUps/guesses(_:)``.
  public func read(_ utterance: Utterance) -> ReadMessage { reader.read(utterance) }

  /// Matches a message that has been read; as ``match(_:language:)-(String,_)``.
  public func match(_ reading: ReadMessage, language: Language) -> MatchResult {
    guard let ranking = Ranking(verdict(on: reading), articleVerdict(on: reading)) else {
      return MatchResult(language: reading.vote.language ?? language, decision: .none, candidates: [])
    }
    return MatchResult(
      language: reading.vote.language ?? language, decision: ranking.decision, candidates: ranking.candidates,
      offered: ranking.offered)
  }

  /// The verdict on a message by the imported articles' words.
  func articleVerdict(on reading: ReadMessage) -> ArticleVerdict? {
    articles?.verdict(on: reading.utterance, passages: reader.ranges(of: reading))
  }

  /// The verdict on a message or, in a long one, on the part of it that says most clearly what is meant.
  func verdict(on reading: ReadMessage) -> Verdict? {
    guard let index else { return nil }
    return reader.passages(of: reading).lazy.compactMap { passage -> Verdict? in
      index.scores(of: passage.features, key: passage.key).map { index.verdict($0, on: passage) }
    }.reduce(nil) { best, next in
      guard let best else { return next }
      return next.standing > best.standing ? next : best
    }
  }
}
