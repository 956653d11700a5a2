import FoundationEssentials
import Knowledge
import TextAnalysis

/// Tells what a question after a fix asks for: a documented fact, something that the documentation leaves open, the
/// conversation itself, or another symptom, in words that say it only there.
///
/// Learned by the same keyword scoring as the symptoms, each label apart from the others, so that the open symptom can
/// say which facts come into question at all. A question has few words, so more of them are known for the same: those of
/// any helpdesk (`synonyms.txt`), those that people ask with in both languages (`asking.txt`) and the values of the
/// content's own questions.
public struct FollowUps: Sendable {
  /// The label of questions that the documentation leaves open, in `follow-ups.yaml`.
  public static let undocumented = "undocumented"
  /// What labels begin with that stand for a symptom.
  private static let symptomMark = "symptom/"

  /// What a message may ask for; several subjects may be likely.
  public struct Guesses: Sendable {
    fileprivate var places: [Subject: Int] = [:]
    fileprivate var sums: [Float] = []
    fileprivate var factsByArticle: [String: [Int]] = [:]
    /// The likeliest symptom that the message says in words that lean on the open one, and how likely it is, 0 to 1.
    public fileprivate(set) var symptom: Candidate?

    /// A message that asks for nothing.
    public init() {}

    /// Whether nothing is known about the message.
    public var isEmpty: Bool { sums.isEmpty }

    /// How much speaks for a subject, as a sum of weights: the logarithm of the odds, from about −9 to 9; `nil` where
    /// nothing is known.
    public func evidence(of subject: Subject) -> Double? { place(of: subject).map { Double(sums[$0]) } }

    /// The most evidence that there is for any fact of an article.
    public func mostEvidence(inArticle article: String) -> Double? {
      isEmpty ? nil : factsByArticle[article]?.map { sums[$0] }.max().map { Double($0) }
    }

    /// How likely a subject is, 0 to 1.
    public func probability(of subject: Subject) -> Double {
      place(of: subject).map { Double(Exact.sigmoid(sums[$0])) } ?? 0
    }

    private func place(of subject: Subject) -> Int? { isEmpty ? nil : places[subject] }
  }

  /// What a follow-up can be about.
  public enum Subject: Sendable, Hashable {
    /// A documented fact, by its name.
    case fact(String)
    /// Something that the documentation doesn't say.
    case undocumented
    /// One of the conversation's own kinds of words: `source`, `sure` …
    case talk(String)
    /// A symptom, in words that lean on the one that was open: "it's greyed out", after the steps to it.
    case symptom(String)
  }

  private let reader: MessageReader
  private let index: CompiledIndex?
  /// Where the index has each subject.
  private let places: [Subject: Int]
  /// Where it has the facts of each article.
  private let factsByArticle: [String: [Int]]
  private let symptoms: [(intent: String, place: Int)]

  /// Learns from the content's follow-up questions; what is learned is kept in the cache.
  ///
  /// - Parameter reader: one that ``reader(_:_:_:)`` made for this content.
  init(_ knowledge: KnowledgeBase, reader: MessageReader, cache: CompiledCache) {
    let name = Self.name(knowledge)
    let stored = cache.data(named: name).flatMap(CompiledIndex.init)
    guard stored != nil || !knowledge.lessons.followUps.isEmpty else {
      self.init()
      return
    }
    if let stored {
      self.init(reader: reader, index: stored, articles: Self.articles(knowledge))
      return
    }
    self.init(knowledge, learningFrom: Self.questions(knowledge), with: reader)
    if let index { cache.store(index.data, named: name) }
  }

  /// Learns from questions about this content, each labelled with what it asks for.
  init(_ knowledge: KnowledgeBase, learningFrom questions: [LabelledMessage], reader: MessageReader) {
    self.init(knowledge, learningFrom: questions, with: Self.reader(knowledge, reader, .none))
  }

  private init(_ knowledge: KnowledgeBase, learningFrom questions: [LabelledMessage], with reader: MessageReader) {
    let articles = Self.articles(knowledge)
    // A fact is in question while a symptom of its article is open: what is asked about another says nothing against it.
    var learner = Learner(reader: reader, learnsOutOfScope: false, realms: articles)
    if questions.count > Self.many { learner.leastMore = 2 }
    let examples = learner.read(questions)
    let index = learner.learn(examples, plan: Self.plan(examples))
    self.init(reader: reader, index: index, articles: articles)
  }

  /// What is learned from this content is called in the cache.
  static func name(_ knowledge: KnowledgeBase) -> String {
    "follow-ups-\(CompiledIndex.version)-\(lists)-\(knowledge.version).index"
  }

  /// Knows nothing.
  init() { self.init(reader: MessageReader(), index: nil, articles: [:]) }

  private init(reader: MessageReader, index: CompiledIndex?, articles: [String: String]) {
    self.reader = reader
    self.index = index
    // What stands under several facts is asked for of each of them, with no label of its own.
    let subjects = (index?.labels ?? []).map(Self.subject).enumerated().filter { $0.offset != index?.severalOutput }
    places = Dictionary(subjects.map { ($0.element, $0.offset) }) { first, _ in first }
    var facts: [String: [Int]] = [:]
    for (place, subject) in subjects {
      if case .fact(let name) = subject, let article = articles[name] { facts[article, default: []].append(place) }
    }
    factsByArticle = facts
    symptoms = subjects.compactMap { if case .symptom(let intent) = $0.element { (intent, $0.offset) } else { nil } }
  }

  /// From how many examples on there are many: fewer passes and no rare features learn the same.
  private static let many = 10_000

  /// Most questions are decided by two or three words, so what one round of learning happens to make of an example shows:
  /// the mean of several is taken.
  private static func plan(_ examples: [Learner.Example]) -> TrainingPlan {
    let isLarge = examples.count > many
    var plan = TrainingPlan.final(examples, rounds: isLarge ? 3 : 5)
    if isLarge { plan.epochs /= 2 }
    return plan
  }

  /// Which article each fact stands in.
  private static func articles(_ knowledge: KnowledgeBase) -> [String: String] {
    knowledge.facts.mapValues(\.article)
  }

  /// A reader that also finds what people ask with, and the values of the content's questions.
  static func reader(
    _ knowledge: KnowledgeBase, _ reader: MessageReader, _ cache: CompiledCache
  ) -> MessageReader {
    var groups = knowledge.vocabulary.flatMap { $0.phrases.entries(id: $0.id) }
    for entry in Thesaurus.embedded + Thesaurus.groups(PackageResources.asking_txt) {
      groups.append(.init(id: "group/" + entry.id, phrases: entry.phrases))
    }
    for (slot, question) in knowledge.questions.sorted(by: { $0.key < $1.key }) {
      for option in question.options {
        groups += option.words.entries(id: "slot/\(slot)/\(option.value)")
        groups += option.words.entries(id: "slot/\(slot)")
      }
    }
    return MessageReader(reader, finding: ConceptFinder(groups, cache: cache))
  }

  /// Stands for the lists that come with the program: another index is learned with others.
  static let lists: String = {
    var hash = StableHash(seed: 21)
    hash.combine(Thesaurus.identity)
    for byte in PackageResources.asking_txt { hash.combine(byte) }
    return String(hash.finished, radix: 36)
  }()

  /// The odds that evidence (log odds) stands for.
  public static func odds(of evidence: Double) -> Double { Double(Exact.exp(Float(evidence))) }

  /// Whether there is anything to learn from: content without `follow-ups.yaml` has only its facts' triggers.
  public var isEmpty: Bool { index == nil }

  /// What a message may ask for.
  ///
  /// - Parameter message: as the matcher read it, by ``Matcher/read(_:)``.
  public func guesses(_ message: ReadMessage) -> Guesses {
    var guesses = Guesses()
    guard let index else { return guesses }
    let passage = reader.whole(reader.read(again: message))
    guard let scores = index.scores(of: passage.features, key: passage.key) else { return guesses }
    guesses.places = places
    guesses.sums = index.labels.indices.map { output in
      scores.exact == output ? 9 : max(-9, min(9, scores.sums[output]))
    }
    guesses.factsByArticle = factsByArticle
    if let best = symptoms.max(by: { guesses.sums[$0.place] < guesses.sums[$1.place] }) {
      guesses.symptom = Candidate(intent: best.intent, score: guesses.probability(of: .symptom(best.intent)))
    }
    return guesses
  }

  private static func subject(_ label: String) -> Subject {
    if label == undocumented { return .undocumented }
    if label.hasPrefix(Conversation.talkMark) { return .talk(String(label.dropFirst(Conversation.talkMark.count))) }
    return label.hasPrefix(symptomMark) ? .symptom(String(label.dropFirst(symptomMark.count))) : .fact(label)
  }

  /// What a list of questions is named by: facts, and what the answer to a question for each begins with.
  static func labels(in names: String) -> [(fact: String, lead: Leads.Lead)] {
    names.split(separator: ",").map { name in
      let parts = name.filter { !$0.isWhitespace }.split(separator: Leads.mark, maxSplits: 1).map(String.init)
      return (parts[0], parts.count == 2 ? Leads.Lead(rawValue: parts[1]) ?? .neither : .neither)
    }
  }

  /// The questions to learn from: the content's, its triggers, and the conversation's own words, which say what is none.
  static func questions(_ knowledge: KnowledgeBase) -> [LabelledMessage] {
    var labels: [String: Set<String>] = [:]
    var order: [String] = []
    func add(_ phrases: LocalizedPhrases, _ names: [String]) {
      for text in Language.allCases.flatMap({ phrases[$0] ?? [] }) {
        if labels[text] == nil { order.append(text) }
        labels[text, default: []].formUnion(names)
      }
    }
    for (names, phrases) in knowledge.lessons.followUps.sorted(by: { $0.key < $1.key }) {
      add(phrases, Self.labels(in: names).map { knowledge.intent($0.fact) == nil ? $0.fact : symptomMark + $0.fact })
    }
    for (kind, phrases) in knowledge.conversation.words.sorted(by: { $0.key < $1.key })
    where Conversation.talk.contains(kind) {
      add(phrases, [Conversation.talkMark + kind])
    }
    return order.map { LabelledMessage(intents: (labels[$0] ?? []).sorted(), text: $0) }
  }
}
