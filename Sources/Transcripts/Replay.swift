public import Dialogue
import Redaction
import TextAnalysis

/// Says a transcript's messages to the engine and compares what comes of them.
public struct Replay: Sendable {
  private let engine: DialogueEngine

  /// Makes a replay on this engine: no log, no channel, no clock.
  public init(_ engine: DialogueEngine) { self.engine = engine }

  /// What a replay gave.
  public struct Outcome: Sendable, Equatable {
    /// The turns, one a message.
    public var turns: [TurnResult]
    /// Where the conversation differed from what is written; empty: it went as written.
    public var differences: [Difference]
  }

  /// A place where a conversation differed from its transcript.
  public struct Difference: Sendable, Equatable {
    /// The line of the assertion or of the bot's words, from 1.
    public var line: Int
    /// What is written, as lines of a transcript.
    public var expected: [String]
    /// What came, as lines of a transcript.
    public var actual: [String]
  }

  /// Replays a transcript.
  public func run(_ transcript: Transcript) -> Outcome {
    var state = ConversationState()
    var outcome = Outcome(turns: [], differences: [])
    for step in transcript.steps {
      let text = RedactedText(redacting: step.message)
      let input = TurnInput(text: text, session: "transcript", reference: "transcript")
      // Only a choice can be refused, and a transcript sends none.
      guard let turn = try? engine.turn(state, input) else { continue }
      state = turn.state
      outcome.turns.append(turn)
      outcome.differences += Self.differences(step, turn)
    }
    return outcome
  }

  private static func differences(_ step: Transcript.Step, _ turn: TurnResult) -> [Difference] {
    var differences = step.assertions.compactMap { assertion -> Difference? in
      let actual = turn[assertion.property]
      guard normalized(actual) != normalized(assertion.value) else { return nil }
      return Difference(
        line: assertion.line, expected: ["= \(assertion.property.rawValue) \(assertion.value)"],
        actual: ["= \(assertion.property.rawValue) \(actual)"])
    }
    let said = turn.replies.map(\.text).joined(separator: "\n")
    if !step.words.isEmpty, !Pattern(step.words.joined(separator: "\n")).matches(said) {
      differences.append(
        Difference(
          line: step.wordsLine ?? step.line, expected: step.words.map { "< \($0)" },
          actual: said.split(separator: "\n").map { "< \($0)" }))
    }
    return differences
  }

  /// A list without regard to the space around its commas.
  private static func normalized(_ value: String) -> [String] {
    value.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }
}

extension TurnResult {
  /// A property of the turn as a transcript writes it.
  public subscript(property: Transcript.Property) -> String {
    switch property {
    case .intent: record.intent ?? "none"
    case .fix: replies.compactMap(\.fix).last ?? "none"
    case .asks: replies.last { $0.question != nil }?.question ?? "none"
    case .offers: Self.list(replies.first { $0.kind == .didYouMean }?.options?.map(\.value).dropLast() ?? [])
    case .kinds: Self.list(replies.map(\.kind.rawValue))
    case .language: record.language.rawValue
    case .outcome: record.outcome.rawValue
    case .decision: record.decision
    case .facts: Self.list(record.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    }
  }

  private static func list(_ values: [String]) -> String {
    values.isEmpty ? "none" : values.joined(separator: ", ")
  }
}

/// The bot's words as written in a transcript: white space counts as one space, `…` matches anything.
struct Pattern {
  private let parts: [String]

  init(_ text: String) {
    parts = text.split(separator: "…", omittingEmptySubsequences: false).map { Self.folded(String($0)) }
  }

  func matches(_ text: String) -> Bool {
    var rest = Self.folded(text)[...]
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
        if isLast { return rest.isEmpty }
      } else if isLast {
        return rest.hasSuffix(part)
      } else {
        guard let found = rest.firstRange(of: part) else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return true
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
