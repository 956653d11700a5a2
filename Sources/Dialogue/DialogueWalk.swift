public import Knowledge
import Redaction
public import TextAnalysis

/// Every conversation that choices alone can have about a symptom, walked through: what `check` proves about the dialogue
/// rests on what the engine really does, not on reading the tables.
public struct DialogueWalk: Sendable {
  private let engine: DialogueEngine

  /// Makes a walk through this engine's conversations.
  public init(_ engine: DialogueEngine) { self.engine = engine }

  /// What was met on all ways through a symptom.
  public struct Findings: Sendable, Equatable {
    /// The fixes that some conversation gives.
    public internal(set) var fixes: Set<String> = []
    /// The slots that some conversation asks for.
    public internal(set) var questions: Set<String> = []
    /// The most questions that one conversation asks.
    public internal(set) var mostQuestions = 0
    /// The fixes for administrators that somebody without an administrator role was shown.
    public internal(set) var unsafe: Set<String> = []
  }

  /// Walks all ways through an intent: every value that may be known beforehand, every choice of every question, and "no"
  /// to every fix.
  public func findings(for intent: Intent, in language: Language) -> Findings {
    var findings = Findings()
    var seen: Set<String> = []
    var open = beginnings(of: intent, in: language)
    while let turn = open.popLast() {
      note(turn, about: intent, in: &findings)
      for choice in turn.state.question.map({ choices(for: $0) }) ?? [] {
        guard let next = try? engine.turn(turn.state, input(choice: choice)) else { continue }
        if seen.insert(key(next.state)).inserted { open.append(next) }
      }
    }
    return findings
  }

  /// The first turns: nothing known, and each mix of values for the slots that are used without being asked.
  private func beginnings(of intent: Intent, in language: Language) -> [TurnResult] {
    let silent = intent.asks.filter { !$0.unless.isEmpty }.map(\.slot)
    let conditions = intent.asks.flatMap { $0.unless.flatMap(\.keys) }
    let slots = Set(silent + conditions).sorted().compactMap { engine.knowledge.questions[$0] }
    let mixes = slots.reduce([[:]]) { mixes, question in
      mixes.flatMap { mix in
        [mix] + question.options.map { option in mix.merging([question.slot: option.value]) { $1 } }
      }
    }
    return mixes.map { facts in
      var state = ConversationState()
      state.language = language
      state.facts = facts
      var exchange = Exchange(engine: engine, state: state, input: input(choice: nil))
      exchange.begin(Topic(intent: intent.id, score: 1))
      return exchange.result()
    }
  }

  private func note(_ turn: TurnResult, about intent: Intent, in findings: inout Findings) {
    findings.mostQuestions = max(findings.mostQuestions, turn.state.topic?.asked ?? 0)
    let isEndUser = turn.state.facts.contains { engine.knowledge.questions[$0]?.option($1)?.isEndUser == true }
    for reply in turn.replies where reply.intent == intent.id {
      if reply.kind == .question, let slot = reply.question, slot != "helped" { findings.questions.insert(slot) }
      guard let fix = reply.fix else { continue }
      findings.fixes.insert(fix)
      if isEndUser, intent.fix(fix)?.audience == .administrators { findings.unsafe.insert(fix) }
    }
  }

  private func choices(for question: OpenQuestion) -> [String] {
    switch question.subject {
    case .slot(let slot): (engine.knowledge.questions[slot]?.options.map(\.value) ?? []) + [Question.unknown]
    case .helped: ["no"]
    case .intent, .person: []
    }
  }

  private func input(choice: String?) -> TurnInput {
    TurnInput(text: RedactedText(redacting: ""), choice: choice, session: "walk", reference: "walk")
  }

  /// What tells one place on the way from another.
  private func key(_ state: ConversationState) -> String {
    let facts = state.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let topic = [state.topic?.intent ?? "", state.question?.name ?? ""] + (state.topic?.given ?? [])
    return (facts + topic).joined(separator: " ")
  }
}
