import TextAnalysis
import Yams

/// What reading collects on its way through the files.
final class ReadingNotes {
  /// The problems so far.
  var findings: [Finding] = []
  /// Where each value stands, by its path in the content, e.g. `intent/mail-missing/examples/sv/2`.
  var places: [String: SourceLocation] = [:]
}

/// A value in a content file with the place where it stands.
///
/// Content is read through this by hand, not by `Decodable`, so that every problem of every file is found in one run,
/// each with its line.
struct Entry {
  let node: Node
  let location: SourceLocation
  /// The value's path in the content: how checks find its place again.
  let path: String
  let notes: ReadingNotes

  init(_ node: Node, at location: SourceLocation, path: String, notes: ReadingNotes) {
    self.node = node
    self.location = location
    self.path = path
    self.notes = notes
    notes.places[path] = location
  }

  /// The same value under another path: from here on it is known by its name.
  func named(_ path: String) -> Entry { Entry(node, at: location, path: path, notes: notes) }

  /// Notes an error here.
  func report(_ rule: Rule, _ message: String, mend: String? = nil) {
    notes.findings.append(Finding(.error, rule, at: location, message, mend: mend))
  }

  private func child(_ node: Node, _ name: String, line: Int?) -> Entry {
    let place = SourceLocation(file: location.file, line: line ?? node.mark?.line ?? location.line)
    return Entry(node, at: place, path: "\(path)/\(name)", notes: notes)
  }
}

// MARK: - Plain values

extension Entry {
  /// Whether nothing is written here.
  var isEmpty: Bool { node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false }

  /// A text; `nil` and a finding where there is something else.
  func string() -> String? {
    guard let scalar = node.scalar, !isEmpty else {
      // ‘sign-in fails: code 7’ without quotes is a key and its value.
      let isSplit = node.mapping?.count == 1
      report(.wrongValue, "a text belongs here", mend: isSplit ? "put a text with ‘: ’ in it in quotes" : nil)
      return nil
    }
    return scalar.string
  }

  /// A name or phrase: a text without white space at its ends.
  func phrase() -> String? { string().map { $0.trimmingWhitespace() } }

  /// A whole number from 0.
  func number() -> Int? {
    if let text = node.scalar?.string, let number = Int(text), number >= 0 { return number }
    report(.wrongValue, "a whole number belongs here")
    return nil
  }

  /// True or false.
  func flag() -> Bool {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default:
      report(.wrongValue, "this is neither true nor false")
      return false
    }
  }

  /// One of the cases of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> Choice? {
    guard let text = phrase() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      .wrongValue, "‘\(text)’ is no choice here",
      mend: Suggestion.mend(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// A date written `YYYY-MM-DD`.
  func date() -> String? {
    guard let text = phrase() else { return nil }
    if CalendarDate(text) != nil { return text }
    report(.wrongValue, "‘\(text)’ is no date", mend: "write it as YYYY-MM-DD")
    return nil
  }
}

// MARK: - Collections

extension Entry {
  /// The values of a list; a single value is a list of one, nothing an empty list.
  func list() -> [Entry] {
    if isEmpty { return [] }
    guard let sequence = node.sequence else { return [self] }
    return sequence.enumerated().map { child($1, String($0), line: nil) }
  }

  /// The phrases of a list.
  func phrases() -> [String] { list().compactMap { $0.phrase() } }

  /// The pairs of a mapping, in the order written; empty and a finding where there is something else.
  func pairs() -> [(key: String, value: Entry)] {
    if isEmpty { return [] }
    guard let mapping = node.mapping else {
      report(.wrongValue, "keys with values belong here", mend: "write them as ‘key: value’")
      return []
    }
    return mapping.compactMap { key, value in
      guard let name = key.scalar?.string else {
        report(.wrongValue, "a key has to be a text")
        return nil
      }
      return (name, child(value, name, line: key.mark?.line))
    }
  }

  /// The values of a mapping that has only these keys; others are reported.
  func fields(_ known: [String]) -> Fields {
    var values: [String: Entry] = [:]
    for (key, value) in pairs() {
      if known.contains(key) {
        values[key] = value
      } else {
        value.report(.unknownKey, "unknown key ‘\(key)’", mend: Suggestion.mend(for: key, among: known))
      }
    }
    return Fields(owner: self, values: values.filter { !$0.value.isEmpty })
  }

  /// A value for each language: a mapping from `en` and `sv`.
  func localized<Value>(_ read: (Entry) -> Value?) -> Localized<Value> {
    let fields = fields(Language.allCases.map(\.rawValue))
    var values: [Language: Value] = [:]
    for language in Language.allCases { values[language] = fields[language.rawValue].flatMap(read) }
    return Localized(values)
  }

  /// A text in each language, without white space at its ends.
  func localizedText() -> LocalizedText { localized { $0.phrase() } }

  /// A text in each language, or one that is the same in both.
  func sharedText() -> LocalizedText {
    guard node.mapping == nil else { return localizedText() }
    guard let text = phrase() else { return LocalizedText([:]) }
    return LocalizedText([.english: text, .swedish: text])
  }

  /// Phrases in each language: a list, or a single one.
  func localizedPhrases() -> LocalizedPhrases { localized { $0.phrases() } }
}

/// The values of a mapping whose keys are known beforehand.
struct Fields {
  let owner: Entry
  let values: [String: Entry]

  /// The value of a key that may be left out.
  subscript(key: String) -> Entry? { values[key] }

  /// The value of a key that has to be there; reported where it isn't.
  func required(_ key: String) -> Entry? {
    if let value = values[key] { return value }
    owner.report(.missingKey, "‘\(key)’ is missing")
    return nil
  }
}

extension String {
  /// The text without white space and line ends around it.
  func trimmingWhitespace() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
