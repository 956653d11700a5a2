import Dialogue
import FoundationEssentials
import Knowledge
import Matching

/// Content and all that `fixline check` finds in it.
struct CheckedContent {
  /// The content as it was read.
  let content: Content
  /// Everything that is wrong or doubtful.
  let findings: [Finding]
  /// Answers from the content; `nil` where that has errors.
  let engine: DialogueEngine?

  /// Reads and checks the content of a folder, which takes a second or more.
  ///
  /// - Throws: `ContentError.noFolder`.
  init(_ folder: URL, today: CalendarDate, cache: CompiledCache) throws {
    content = try ContentLoader.read(folder)
    var findings = ContentCheck(content, today: today).run()
    var engine: DialogueEngine?
    if !findings.hasErrors {
      // Only content that is whole can be talked to.
      let matcher = Matcher(knowledge: content.knowledge, cache: cache)
      let whole = DialogueEngine(knowledge: content.knowledge, matcher: matcher, cache: cache)
      findings += ExampleCheck(content).run() + DialogueCheck(whole).run()
      engine = findings.hasErrors ? nil : whole
    }
    self.findings = findings
    self.engine = engine
  }

  /// The errors, causes first: a file that can't be read is behind the names that others miss.
  var errors: [Finding] {
    let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })
    return findings.filter { $0.severity == .error }
      .sorted { (order[$0.rule] ?? 0, $0.location) < (order[$1.rule] ?? 0, $1.location) }
  }
}

extension [Finding] {
  /// Whether the content must not be used.
  var hasErrors: Bool { contains { $0.severity == .error } }
}

extension CalendarDate {
  /// The day it is, in UTC.
  static var today: CalendarDate { CalendarDate(day: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
