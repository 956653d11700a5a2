import FoundationEssentials
import Knowledge
import TextAnalysis

/// Tells what a question after a fix asks for: a documented fact, something that the documentation leaves open, or the
/// conversation itself.
///
/// Learned by the same keyword scoring as the symptoms, each label apart from the others, so that the open symptom can
/// say which facts come into question at all.
public struct FollowUps: Sendable {
  /// The label of questions that the documentation leaves open, in `follow-ups.yaml`.
  public static let undocumented = "undocumented"
  /// What labels begin with that stand for a kind of the conversation's own words (``Conversation/words``).
  static let talkMark = "talk/"

  /// What a message may ask for.
  public struct Guess: Sendable, Equatable {
    /// What is asked for.
    public var subject: Subject
    /// How likely that is, 0 to 1; several subjects of one message may be likely.
    public var probability: Double
    /// The same as a sum of weights: the logarithm of the odds, from about −9 to 9.
    public var evidence: Double
  }

  /// What a follow-up can be about.
  public enum Subject: Sendable, Hashable {
    /// A documented fact, by its name.
    case fact(String)
    /// Something that the documentation doesn't say.
    case undocumented
    /// One of the conversation's own kinds of words: `source`, `sure` …
    case talk(String)
  }

  private let reader: MessageReader
  private let index: CompiledIndex?

  /// Learns from the content's follow-up questions; what is learned is kept in the cache.
  init(_ knowledge: KnowledgeBase, reader: MessageReader, cache: CompiledCache) {
    self.reader = reader
    guard !knowledge.followUps.isEmpty else {
      index = nil
      return
    }
    let name = "follow-ups-\(CompiledIndex.version)-\(knowledge.version).index"
    if let stored = cache.data(named: name).flatMap(CompiledIndex.init) {
      index = stored
      return
    }
    let learner = Learner(reader: reader, learnsOutOfScope: false)
    let examples = learner.read(Self.questions(knowledge))
    index = learner.learn(examples, plan: .final(rows: examples.count))
    if let index { cache.store(index.data, named: name) }
  }

  /// Knows nothing.
  init() {
    reader = MessageReader()
    index = nil
  }

  /// Whether there is anything to learn from: content without `follow-ups.yaml` has only its facts' triggers.
  public var isEmpty: Bool { index == nil }

  /// What a message may ask for, the likeliest first.
  public func guesses(_ text: String) -> [Guess] {
    guard let index else { return [] }
    let passage = reader.example(text)
    guard let scores = index.scores(of: passage.features, key: passage.key) else { return [] }
    // What stands under several facts is asked for of each of them, with no label of its own.
    return index.labels.indices.filter { $0 != index.severalOutput }.map { output in
      let sum = scores.exact == output ? 9 : max(-9, min(9, scores.sums[output]))
      return Guess(
        subject: Self.subject(index.labels[output]), probability: Double(Exact.sigmoid(sum)), evidence: Double(sum))
    }.sorted { $0.probability > $1.probability }
  }

  private static func subject(_ label: String) -> Subject {
    if label == undocumented { return .undocumented }
    return label.hasPrefix(talkMark) ? .talk(String(label.dropFirst(talkMark.count))) : .fact(label)
  }

  /// The questions to learn from: the content's, its triggers, and the conversation's own words, which say what is none.
  private static func questions(_ knowledge: KnowledgeBase) -> [LabelledMessage] {
    var labels: [String: Set<String>] = [:]
    var order: [String] = []
    func add(_ phrases: LocalizedPhrases, _ names: [String]) {
      for text in Language.allCases.flatMap({ phrases[$0] ?? [] }) {
        if labels[text] == nil { order.append(text) }
        labels[text, default: []].formUnion(names)
      }
    }
    for (names, phrases) in knowledge.followUps.sorted(by: { $0.key < $1.key }) {
      add(phrases, names.split(separator: ",").map { $0.filter { !$0.isWhitespace } })
    }
    for (kind, phrases) in knowledge.conversation.words.sorted(by: { $0.key < $1.key }) where talk.contains(kind) {
      add(phrases, [talkMark + kind])
    }
    return order.map { LabelledMessage(intents: (labels[$0] ?? []).sorted(), text: $0) }
  }

  /// The kinds of the conversation's own words that a message as a whole can mean.
  private static let talk: Set<String> = [
    "sure", "what-now", "why-asked", "source", "stored", "repeat", "who-are-you", "what-can-you-do", "what-asked",
    "what-understood", "handoff-status", "reference", "do-it-for-me", "offer-secret", "worked", "failed", "partly",
    "trying", "thanks", "bye", "person", "dont-know",
  ]
}
