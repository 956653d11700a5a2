import FoundationEssentials
import Knowledge
import TextAnalysis

/// Tells which values of the content's questions a message gives in words that no list has: "only helpdesk, me", "it keeps
/// dropping out".
///
/// Learned by the same keyword scoring as the symptoms from `told.yaml`, each value apart from the others. The symptoms'
/// examples, and a part of what people say of a fix or of the conversation, are learned from as telling none: where they
/// tell one, the questions' own words find it.
public struct ToldFacts: Sendable {
  /// How much speaks for each value.
  public struct Guesses: Sendable {
    fileprivate var evidence: [String: [(value: String, sum: Double)]] = [:]

    /// Tells nothing.
    public init() {}

    /// The likeliest value of a slot, how much speaks for it, as the logarithm of the odds, and by how much that leads over
    /// the slot's next value; `nil` where nothing is known of the slot.
    public func best(of slot: String) -> (value: String, evidence: Double, lead: Double)? {
      guard let values = evidence[slot]?.sorted(by: { $0.sum > $1.sum }), let best = values.first else { return nil }
      return (best.value, best.sum, best.sum - (values.dropFirst().first?.sum ?? -.infinity))
    }

    /// How much speaks for a value, as the logarithm of the odds.
    public func evidence(of slot: String, _ value: String) -> Double? {
      evidence[slot]?.first { $0.value == value }?.sum
    }
  }

  private let reader: MessageReader
  private let index: CompiledIndex?
  /// The slot and value of each output; `nil` for what stands for none.
  private let values: [(slot: String, value: String)?]

  /// Every how manieth message of talk is learned from as telling nothing.
  private static let shareOfTalk = 3

  /// Learns from the content's `told.yaml`; what is learned is kept in the cache.
  init(_ knowledge: KnowledgeBase, reader: MessageReader, cache: CompiledCache) {
    let name = Self.name(knowledge)
    if let stored = cache.data(named: name).flatMap(CompiledIndex.init) {
      self.init(reader: reader, index: stored)
      return
    }
    guard !knowledge.lessons.told.isEmpty else {
      self.init(reader: reader, index: nil)
      return
    }
    let learner = Learner(reader: reader, learnsOutOfScope: true)
    let examples = learner.read(Self.messages(knowledge))
    self.init(reader: reader, index: learner.learn(examples, plan: .final(examples)))
    if let index { cache.store(index.data, named: name) }
  }

  /// What is learned from this content is called in the cache.
  static func name(_ knowledge: KnowledgeBase) -> String {
    "told-\(CompiledIndex.version)-\(FollowUps.lists)-\(knowledge.version).index"
  }

  /// Knows nothing.
  init() { self.init(reader: MessageReader(), index: nil) }

  private init(reader: MessageReader, index: CompiledIndex?) {
    self.reader = reader
    self.index = index
    values = (index?.labels ?? []).map { label in
      let parts = label.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  /// Whether there is nothing to learn from: content without `told.yaml` has only its questions' words.
  public var isEmpty: Bool { index == nil }

  /// What a message tells.
  ///
  /// - Parameter message: as the matcher read it, by ``Matcher/read(_:)``.
  public func guesses(_ message: ReadMessage) -> Guesses {
    var guesses = Guesses()
    guard let index else { return guesses }
    let passage = reader.whole(reader.read(again: message))
    guard let scores = index.scores(of: passage.features, key: passage.key) else { return guesses }
    for (output, place) in values.enumerated() {
      guard let place else { continue }
      let sum = scores.exact == output ? 9 : Double(max(-9, min(9, scores.sums[output])))
      guesses.evidence[place.slot, default: []].append((place.value, sum))
    }
    return guesses
  }

  private static func messages(_ knowledge: KnowledgeBase) -> [LabelledMessage] {
    let lessons = knowledge.lessons
    let told = lessons.told.sorted { $0.key < $1.key }.flatMap { names, phrases in
      let values =
        names == Lessons.tellsNothing ? [] : names.split(separator: ",").map { $0.filter { $0 != " " } }
      return Language.allCases.flatMap { phrases[$0] ?? [] }.map {
        LabelledMessage(intents: values.sorted(), text: $0)
      }
    }
    let talk = lessons.followUps.sorted { $0.key < $1.key }
      .filter { $0.key.hasPrefix(Conversation.talkMark) && !$0.key.hasSuffix("dont-know") }
      .flatMap { _, phrases in Language.allCases.flatMap { phrases[$0] ?? [] } }
    let symptoms = knowledge.intents.flatMap { intent in Language.allCases.flatMap { intent.examples[$0] ?? [] } }
    let nothing = stride(from: 0, to: talk.count, by: shareOfTalk).map { talk[$0] } + symptoms
    return told + nothing.map { LabelledMessage(intents: [], text: $0) }
  }
}
