import FoundationEssentials
import Knowledge
import TextAnalysis

/// What an index is learned from.
struct TrainingSet: Sendable {
  /// Labelled messages; one text is there once, with every intent that it may mean.
  var messages: [LabelledMessage]
  /// Authored keywords of each intent.
  var keywords: [String: [Keyword]] = [:]
  /// Messages to choose the thresholds on; `nil`: by cross-validation.
  var validation: [LabelledMessage]?
  /// Stands for everything that the index is made from.
  var identity: String

  /// The share of out-of-scope messages from which on they are learned as a class of their own, and the number of
  /// messages under which they always are.
  static let ownClass = (share: 0.03, fewMessages: 1000)
  /// Fewer messages than these say too little to choose thresholds by.
  static let leastForCalibration = 60

  /// Whether out of scope gets an output of its own.
  var learnsOutOfScope: Bool {
    let outside = messages.count { $0.intents.isEmpty }
    return outside > 0
      && (messages.count < Self.ownClass.fewMessages
        || Double(outside) / Double(messages.count) >= Self.ownClass.share)
  }

  /// The examples and keywords of the content's authored intents, and of the imported ones that were given examples: the
  /// others are found by their articles' words (``ArticleSearch``). The bot's own words (greetings, reserved words) and
  /// the messages listed as out of scope are taught as that.
  init(_ knowledge: KnowledgeBase) {
    var labels: [String: Set<String>] = [:]
    var order: [String] = []
    func add(_ text: String, _ intent: String?) {
      if labels[text] == nil { order.append(text) }
      labels[text, default: []].formUnion(intent.map { [$0] } ?? [])
    }
    var keywords: [String: [Keyword]] = [:]
    for intent in knowledge.intents where intent.imported == nil || intent.hasExamples {
      keywords[intent.id] = intent.keywords
      for language in Language.allCases {
        for text in [intent.title[language], intent.heading?[language]].compactMap(\.self) { add(text, intent.id) }
        for text in intent.examples[language] ?? [] { add(text, intent.id) }
        let phrases = intent.keywords.compactMap { keyword in
          knowledge.vocabulary.first { $0.id == keyword.concept }?.phrases[language]?.first
        }
        if intent.examples[language]?.isEmpty ?? true, !phrases.isEmpty {
          add(phrases.joined(separator: " "), intent.id)
        }
      }
    }
    let lessons = knowledge.lessons
    for (names, phrases) in lessons.ambiguous.sorted(by: { $0.key < $1.key }) {
      let intents = names.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { keywords[$0] != nil }
      for text in Language.allCases.flatMap({ phrases[$0] ?? [] }) {
        for intent in intents { add(text, intent) }
      }
    }
    if !labels.isEmpty {
      let ownWords = knowledge.conversation.words
        .filter { !Self.leaning.contains($0.key) && !$0.key.hasSuffix(Conversation.unlearned) }
        .sorted { $0.key < $1.key }.map(\.value)
      for phrases in [lessons.outOfScope] + ownWords {
        for language in Language.allCases {
          for text in phrases[language] ?? [] where labels[text] == nil { add(text, nil) }
        }
      }
    }
    messages = order.map { LabelledMessage(intents: (labels[$0] ?? []).sorted(), text: $0) }
    self.keywords = keywords
    identity = knowledge.version
  }

  /// The kinds of the conversation's own words that are only looked for right after an answer: what they say alone
  /// teaches nothing about symptoms.
  private static let leaning: Set<String> = ["why-you-asked", "not-understood", "is-that-all", "outdated", "so-am-i"]

  /// Labelled messages alone.
  init(messages: [LabelledMessage], validation: [LabelledMessage]?) {
    self.messages = messages
    self.validation = validation
    var hash = StableHash(seed: 11)
    for message in messages + [LabelledMessage(intents: ["--validate"], text: "")] + (validation ?? []) {
      for intent in message.intents { hash.combine(text: intent) }
      hash.combine(text: message.text)
    }
    identity = String(hash.finished, radix: 16)
  }

  /// Learns the index and chooses its thresholds. `progress` is given the share done.
  func learn(_ reader: MessageReader, progress: @escaping @Sendable (Double) -> Void = { _ in }) -> CompiledIndex? {
    let learner = Learner(reader: reader, learnsOutOfScope: learnsOutOfScope, keywords: keywords)
    let examples = learner.read(messages)
    // One round of learning, and as many again as there are folds.
    let rounds = validation == nil ? 5.0 : 1.0
    let plan = TrainingPlan.final(examples)
    guard let index = learner.learn(examples, plan: plan, progress: { progress($0 / rounds) }) else { return nil }
    guard messages.count >= Self.leastForCalibration else { return index.with(.byLead) }
    let outcomes =
      validation.map { Calibrator.outcomes(of: learner.read($0), by: index) }
      ?? Calibrator(learner: learner).crossValidated(
        // Of very many intents, a fifth of the examples says enough.
        examples, rounds: index.intentCount >= SparseWeights.leastOutputs ? 1 : nil
      ) { progress((1 + $0 * (rounds - 1)) / rounds) }
    return index.with(Calibrator.calibration(from: outcomes))
  }
}

extension Intent {
  /// Whether there are messages to learn this intent from.
  fileprivate var hasExamples: Bool { Language.allCases.contains { !(examples[$0] ?? []).isEmpty } }
}
