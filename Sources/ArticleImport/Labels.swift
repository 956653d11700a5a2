import TextAnalysis
import Yams

/// Which headings are no sections, and which words are common in which language: data, read from `labels.yaml`.
struct Labels: Decodable {
  private let notes: [String: [String]]
  private let parts: [String: [String]]
  private let numberedParts: [String: [String]]
  private let references: [String: [String]]
  private let commonWords: [String: [String]]

  private enum CodingKeys: String, CodingKey {
    case notes, parts, references
    case numberedParts = "numbered-parts"
    case commonWords = "common-words"
  }

  /// The labels that come with the program.
  static let embedded: Labels = {
    let text = String(decoding: PackageResources.labels_yaml, as: UTF8.self)
    guard let labels = try? YAMLDecoder().decode(Labels.self, from: text) else {
      preconditionFailure("labels.yaml is part of the program and has to be readable")
    }
    return labels
  }()

  /// What a heading starts.
  enum Kind {
    /// A section of its own.
    case section
    /// A note, or a part of the fix around it.
    case part
    /// Links about the article.
    case reference
    /// A command or a menu path, set off in bold.
    case command
  }

  /// What a heading of this text starts.
  func kind(of heading: String) -> Kind {
    let name = heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }.split(separator: " ")
    let label = name.joined(separator: " ")
    func names(_ lists: [String: [String]]) -> Bool { lists.values.contains { $0.contains(label) } }
    if names(references) || isQualifiedReference(label) { return .reference }
    if names(notes) || names(parts) || isNumberedPart(name) { return .part }
    return isCommand(heading) ? .command : .section
  }

  /// "Other useful links", "Highly recommended tools": a label of several words with one or two before it.
  private func isQualifiedReference(_ label: String) -> Bool {
    references.values.joined().contains { known in
      known.contains(" ") && label.hasSuffix(" " + known)
        && label.dropLast(known.count).split(separator: " ").count <= 2
    }
  }

  private func isNumberedPart(_ words: [Substring]) -> Bool {
    guard words.count > 1, numberedParts.values.contains(where: { $0.contains(String(words[0])) }) else { return false }
    return words[1].count == 1 || words[1].allSatisfy(\.isNumber)
  }

  /// A menu path (`A > B`), a path, a command with an option, a cmdlet or a program.
  private func isCommand(_ heading: String) -> Bool {
    let words = heading.split(separator: " ")
    if words.dropFirst().dropLast().contains(where: { [">", "→", "|"].contains($0) }) { return true }
    if words.dropFirst().contains(where: { $0.hasPrefix("-") && $0.count > 1 && $0.dropFirst().first?.isLetter == true }
    ) {
      return true
    }
    guard let first = words.first else { return false }
    if [".exe", ".cmd", ".ps1", ".bat", ".msc"].contains(where: first.lowercased().hasSuffix) { return true }
    let cmdlet = first.split(separator: "-", omittingEmptySubsequences: false)
    return words.count == 1 && cmdlet.count == 2 && cmdlet.allSatisfy { $0.first?.isUppercase == true && $0.count > 2 }
      || first.contains("\\") || first.hasPrefix("$")
  }

  /// The language that most of a text's words speak for, by its code; `nil` where too few do.
  func language(of text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    let counts = commonWords.mapValues { common in
      let common = Set(common)
      return words.count { common.contains($0) }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 3 else { return nil }
    return best.key
  }
}
