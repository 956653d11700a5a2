/// A problem in the content, with its place and a mend: what `fixline check` shows one of a line.
public struct Finding: Codable, Sendable, Equatable {
  /// How bad it is.
  public var severity: Severity
  /// What was broken, as a name that scripts can rely on.
  public var rule: Rule
  /// Where it stands.
  public var location: SourceLocation
  /// What is wrong, in a sentence without its full stop.
  public var message: String
  /// What to do about it, in a sentence without its full stop; `nil` where the message says it.
  public var mend: String?

  /// Makes a finding from its parts.
  public init(
    _ severity: Severity, _ rule: Rule, at location: SourceLocation, _ message: String, mend: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.message = message
    self.mend = mend
  }

  /// How bad a finding is.
  public enum Severity: String, Codable, Sendable, Comparable {
    /// The content can be used as it is; somebody should look at it.
    case warning
    /// The content must not be used like this.
    case error

    /// A warning is less than an error.
    public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
  }
}

extension Finding: CustomStringConvertible {
  /// The finding in one line, `path:line: error: message; mend`.
  public var description: String {
    "\(location): \(severity.rawValue): \(message)" + (mend.map { "; \($0)" } ?? "")
  }
}

extension SourceLocation: CustomStringConvertible, Comparable {
  /// The place as `path:line`.
  public var description: String { "\(file):\(line)" }

  /// By file, then by line.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}

/// What a finding is about.
public enum Rule: String, Codable, Sendable, CaseIterable {
  /// The file is no YAML, or not in UTF-8.
  case brokenFile = "broken-file"
  /// A key that means nothing there.
  case unknownKey = "unknown-key"
  /// A key that has to be there and isn't.
  case missingKey = "missing-key"
  /// A value of another kind than the key takes.
  case wrongValue = "wrong-value"
  /// A concept, slot, value, fact, fix, link, intent or reply that nothing defines.
  case unknownName = "unknown-name"
  /// A name that is defined twice.
  case duplicateName = "duplicate-name"
  /// A text that stands in one language only.
  case missingLanguage = "missing-language"
  /// The two languages don't have the same steps or links.
  case languageParity = "language-parity"
  /// A cell of a decision table that no fix covers.
  case missingCell = "missing-cell"
  /// A cell of a decision table that more than one fix covers.
  case doubleCell = "double-cell"
  /// A fix that no conversation leads to.
  case unreachableFix = "unreachable-fix"
  /// A question whose answer never changes the fix.
  case uselessQuestion = "useless-question"
  /// A way through an intent that asks more questions than the budget holds.
  case questionBudget = "question-budget"
  /// Fixes that lead to one another in a circle.
  case endlessChain = "endless-chain"
  /// Two intents that the same keywords describe.
  case keywordCollision = "keyword-collision"
  /// One phrase of the vocabulary or of a question that means two things.
  case ambiguousPhrase = "ambiguous-phrase"
  /// An example that the matcher gives to another intent, or that stands in two of them.
  case strayExample = "stray-example"
  /// An intent that no example teaches.
  case missingExamples = "missing-examples"
  /// An address that is malformed or of another kind than http, https and mailto.
  case badLink = "bad-link"
  /// A text for administrators where an end user would be shown it.
  case unsafeAudience = "unsafe-audience"
  /// Content that nobody has compared with its source for a year, or never.
  case staleDate = "stale-date"
  /// Something defined that nothing uses.
  case unused = "unused"

  /// Whether content with such an error can't be loaded; other errors leave something sensible to run with.
  var stopsLoading: Bool {
    switch self {
    case .brokenFile, .unknownKey, .missingKey, .wrongValue, .unknownName, .duplicateName: true
    default: false
    }
  }
}

/// Why content could not be loaded.
public enum ContentError: Error, Sendable, CustomStringConvertible {
  /// The folder isn't there or is none.
  case noFolder(String)
  /// The content has errors, one finding each.
  case invalid([Finding])

  /// One sentence, or one line a finding.
  public var description: String {
    switch self {
    case .noFolder(let path): "There is no content folder at \(path): name one with --intents DIR."
    case .invalid(let findings): findings.map(\.description).joined(separator: "\n")
    }
  }
}
