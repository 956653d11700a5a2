public import Knowledge
import TextAnalysis

/// What is wrong with content as a conversation: found by walking it, for each intent in each language.
public struct DialogueCheck: Sendable {
  private let engine: DialogueEngine

  /// Makes a check of this engine's content.
  public init(_ engine: DialogueEngine) { self.engine = engine }

  /// The findings of all intents: fixes that no conversation reaches, questions that none asks, conversations over the
  /// budget, administrators' fixes shown to end users. Imported intents get warnings where authored ones get errors.
  public func run() -> [Finding] { engine.knowledge.intents.filter { !$0.asks.isEmpty }.flatMap(findings) }

  private func findings(about intent: Intent) -> [Finding] {
    let severity: Finding.Severity = intent.imported == nil ? .error : .warning
    func finding(_ rule: Rule, _ location: SourceLocation, _ message: String, _ mend: String) -> Finding {
      Finding(severity, rule, at: location, "\(intent.id): \(message)", mend: mend)
    }
    var found: [Finding] = []
    for language in Language.allCases where intent.title[language] != nil {
      let walked = DialogueWalk(engine).findings(for: intent, in: language)
      for fix in intent.fixes where !walked.fixes.contains(fix.id) {
        found.append(
          finding(
            .unreachableFix, fix.location, "no conversation reaches the fix ‘\(fix.id)’",
            "give it a row in `when` that some answers lead to, name it in another fix's `next`, or remove it"))
      }
      for fix in intent.fixes where walked.unsafe.contains(fix.id) {
        found.append(
          finding(
            .unsafeAudience, fix.location, "somebody without an administrator role is shown ‘\(fix.id)’",
            "give them a fix of their own, or mark this one `audience: everyone`"))
      }
      for ask in intent.asks where !ask.unless.contains([:]) && !walked.questions.contains(ask.slot) {
        found.append(
          finding(
            .uselessQuestion, intent.location, "no conversation ever asks for ‘\(ask.slot)’",
            "remove it from `asks`, or list it under `uses`"))
      }
      if walked.mostQuestions > Topic.questionBudget {
        found.append(
          finding(
            .questionBudget, intent.location, "a conversation asks \(walked.mostQuestions) questions",
            "leave at most \(Topic.questionBudget) under `asks`"))
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
