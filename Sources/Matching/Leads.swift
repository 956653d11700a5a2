import FoundationEssentials
import Knowledge
import TextAnalysis

/// Tells whether the answer to a question for a documented fact begins with yes or with no: "must it be P1?", where others
/// do as well, wants a no, "would P2 do?" a yes, and "which ones do?" neither.
///
/// Learned by the same keyword scoring as the symptoms, from the questions that stand in `follow-ups.yaml` by a fact and a
/// lead (`licence-hybrid=no`) and from the fact's other questions, which want neither. Every piece of evidence counts
/// twice: for questions as such ("which") and for this fact's ("one" asked for a number of licences).
public struct Leads: Sendable {
  /// What an answer begins with.
  public enum Lead: String, Sendable, CaseIterable {
    case yes
    case no
    case neither
  }

  /// What stands between a fact and a lead in the name of a list of questions.
  static let mark: Character = "="

  private let reader: MessageReader
  private let index: CompiledIndex?
  private let outputs: [Lead: Int]

  /// Learns from the content's follow-up questions; what is learned is kept in the cache.
  ///
  /// - Parameter reader: one that ``FollowUps/reader(_:_:_:)`` made for this content.
  init(_ knowledge: KnowledgeBase, reader: MessageReader, cache: CompiledCache) {
    let name = Self.name(knowledge)
    if let stored = cache.data(named: name).flatMap(CompiledIndex.init) {
      self.init(reader: reader, index: stored)
      return
    }
    let examples = Self.examples(knowledge, reader)
    let learner = Learner(reader: reader, learnsOutOfScope: false)
    self.init(reader: reader, index: examples.isEmpty ? nil : learner.learn(examples, plan: .final(examples)))
    if let index { cache.store(index.data, named: name) }
  }

  /// What is learned from this content is called in the cache.
  static func name(_ knowledge: KnowledgeBase) -> String {
    "leads-\(CompiledIndex.version)-\(FollowUps.lists)-\(knowledge.version).index"
  }

  /// Knows nothing.
  init() { self.init(reader: MessageReader(), index: nil) }

  private init(reader: MessageReader, index: CompiledIndex?) {
    self.reader = reader
    self.index = index
    let labels = (index?.labels ?? []).enumerated()
    outputs = Dictionary(
      labels.compactMap { place, label in Lead(rawValue: label).map { ($0, place) } }
    ) { first, _ in first }
  }

  /// How much speaks for each lead of the answer to a question: its share of the odds, 0 to 1; `nil` where no question for
  /// this fact with a lead was learned from.
  ///
  /// - Parameter message: as the matcher read it, by ``Matcher/read(_:)``.
  public func shares(of message: ReadMessage, asking fact: String) -> [Lead: Double]? {
    guard let index, index.knows(Self.mark(of: fact)) else { return nil }
    let passage = Self.passage(reader.whole(reader.read(again: message)), asking: fact)
    guard let scores = index.scores(of: passage.features, key: passage.key) else { return nil }
    let odds = outputs.mapValues { output in
      scores.exact == output ? FollowUps.odds(of: 9) : FollowUps.odds(of: Double(scores.sums[output]))
    }
    let total = odds.values.reduce(0, +)
    return total > 0 ? odds.mapValues { $0 / total } : nil
  }

  /// The questions for the facts that have any with a lead.
  private static func examples(_ knowledge: KnowledgeBase, _ reader: MessageReader) -> [Learner.Example] {
    var questions: [String: [Lead: [String]]] = [:]
    for (names, phrases) in knowledge.lessons.followUps.sorted(by: { $0.key < $1.key }) {
      for label in FollowUps.labels(in: names) where knowledge.facts[label.fact] != nil {
        questions[label.fact, default: [:]][label.lead, default: []] +=
          Language.allCases.flatMap { phrases[$0] ?? [] }
      }
    }
    return questions.sorted { $0.key < $1.key }.filter { Set($0.value.keys) != [.neither] }.flatMap { fact, leads in
      Lead.allCases.flatMap { lead in
        (leads[lead] ?? []).map { text in
          let passage = passage(reader.example(text), asking: fact)
          return Learner.Example(features: passage.features, key: passage.key, intents: [lead.rawValue])
        }
      }
    }
  }

  /// A question's evidence, and the same as evidence for questions for this fact.
  private static func passage(_ passage: MessageReader.Passage, asking fact: String) -> MessageReader.Passage {
    let mark = mark(of: fact)
    var passage = passage
    let own = passage.features.filter { $0.block != .subword }.map { feature in
      var feature = feature
      feature.hash = joined(mark, feature.hash)
      return feature
    }
    passage.features += own
    passage.features.append(Feature(hash: mark, block: .concept, first: 0, second: 0))
    passage.key = joined(mark, passage.key)
    return passage
  }

  private static func mark(of fact: String) -> UInt64 {
    var hash = StableHash(seed: 23)
    hash.combine(text: fact)
    return hash.finished
  }

  private static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = StableHash(seed: 24)
    hash.combine(first)
    hash.combine(second)
    return hash.finished
  }
}
