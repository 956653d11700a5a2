/// What `fixline check` proves about the content by itself; what needs the matcher or the dialogue is proved beside it.
///
/// Each rule is a function of its own. Imported intents keep every rule, but as warnings: they are taken over as they
/// are and grow up one by one.
public struct ContentCheck {
  private let content: Content
  private let today: CalendarDate

  /// Prepares to check content; dates are compared with `today`.
  public init(_ content: Content, today: CalendarDate) {
    self.content = content
    self.today = today
  }

  /// All findings, those of reading the files among them, in the order of their places.
  public func run() -> [Finding] {
    var findings = content.findings
    for intent in content.knowledge.intents {
      let rules = Self.intentRules + (TableCheck.canJudge(intent, content) ? Self.tableRules : [])
      let found = rules.flatMap { $0(intent, content) }
      findings += intent.imported == nil ? found : found.map { $0.asWarning() }
    }
    findings += Self.contentRules.flatMap { $0(content) }
    findings += staleDates(in: content, today: today)
    return findings.sorted { $0.location < $1.location }
  }

  /// The rules that look at one intent.
  private static let intentRules: [@Sendable (Intent, Content) -> [Finding]] = [
    missingLanguages, unevenLanguages, missingExamples, endlessChains, missingQuestions, badLinks,
  ]

  /// The rules that look at an intent's decision table.
  private static let tableRules: [@Sendable (Intent, Content) -> [Finding]] = [
    uncoveredCells, unreachableFixes, uselessQuestions, exceededBudget, unsafeFixes,
  ]

  /// The rules that look at everything together.
  private static let contentRules: [@Sendable (Content) -> [Finding]] = [
    missingLanguages, unevenFacts, badLinks, ambiguousWords, collidingKeywords, repeatedExamples, strayExamples,
    unusedNames,
  ]
}

extension Finding {
  /// The same as a warning.
  public func asWarning() -> Finding {
    var warning = self
    warning.severity = .warning
    return warning
  }
}

extension Content {
  /// A finding at the place of a path.
  func finding(
    _ severity: Finding.Severity, _ rule: Rule, at path: String, _ message: String, mend: String? = nil
  ) -> Finding {
    Finding(severity, rule, at: place(path) ?? SourceLocation(file: "", line: 1), message, mend: mend)
  }
}
