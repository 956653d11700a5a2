import TextAnalysis
import Yams

/// Which headings are no sections, and which words are common in which language: data, read from `labels.yaml`.
struct Labels: Decodable {
  private let notes: Set<String>
  private let parts: Set<String>
  private let numberedParts: Set<String>
  private let references: Set<String>
  private let ordinals: Set<String>
  private let verbs: Set<String>
  private let commonWords: [String: Set<String>]

  private enum CodingKeys: String, CodingKey {
    case notes, parts, references, ordinals, verbs
    case numberedParts = "numbered-parts"
    case commonWords = "common-words"
  }

  /// Reads the lists; those of all languages hold for every text.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func all(_ key: CodingKeys) throws -> Set<String> {
      Set(try container.decode([String: [String]].self, forKey: key).values.joined())
    }
    (notes, parts) = (try all(.notes), try all(.parts))
    (numberedParts, references) = (try all(.numberedParts), try all(.references))
    ordinals = Set(try container.decode([String].self, forKey: .ordinals))
    verbs = Set(try container.decode([String].self, forKey: .verbs))
    commonWords = try container.decode([String: [String]].self, forKey: .commonWords).mapValues { Set($0) }
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
    /// A note about what stands around it.
    case note
    /// A part of the fix around it.
    case part
    /// Links about the article.
    case reference
    /// A command or a menu path, set off in bold.
    case command
  }

  /// What a heading of this text starts.
  func kind(of heading: String) -> Kind {
    let name = Self.words(of: heading)
    let label = name.joined(separator: " ")
    if references.contains(label) || isQualifiedReference(label) { return .reference }
    if notes.contains(label) { return .note }
    if parts.contains(label) || isNumberedPart(name) { return .part }
    return kind(beforeMark: heading) ?? (isCommand(heading) ? .command : .section)
  }

  private static func words(of text: some StringProtocol) -> [Substring] {
    text.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "'’".contains($0) ? "" : " " }.joined()
      .split(separator: " ")
  }

  /// "Obs! Spara först", "Orsak: certifikatet har gått ut": a label with the text behind it. "Problem: …" names what a
  /// section is about.
  private func kind(beforeMark heading: String) -> Kind? {
    guard let mark = heading.firstIndex(where: { ":!".contains($0) }), heading.index(after: mark) < heading.endIndex
    else { return nil }
    let label = Self.words(of: heading[..<mark]).joined(separator: " ")
    if notes.contains(label) { return .note }
    return parts.contains(label) && !["problem", "problemet", "fråga", "issue", "the problem"].contains(label)
      ? .part : nil
  }

  /// "Other useful links", "Highly recommended tools": a label of several words with one or two before it.
  private func isQualifiedReference(_ label: String) -> Bool {
    references.contains { known in
      known.contains(" ") && label.hasSuffix(" " + known)
        && label.dropLast(known.count).split(separator: " ").count <= 2
    }
  }

  /// "Method 1", "Step two: restart", "Alternativ B", "Steg 2a".
  private func isNumberedPart(_ words: [Substring]) -> Bool {
    guard words.count > 1, numberedParts.contains(String(words[0])) else { return false }
    return words[1].count == 1 || words[1].first?.isNumber == true || ordinals.contains(String(words[1]))
  }

  /// A menu path (`A > B`), a path, a command with an option, a cmdlet or a program.
  private func isCommand(_ heading: String) -> Bool {
    let words = heading.split(separator: " ")
    guard let first = words.first else { return false }
    if words.dropFirst().dropLast().contains(where: { [">", "→", "|", "->", "»", "›", ">>"].contains($0) }) {
      return true
    }
    if [".exe", ".cmd", ".ps1", ".bat", ".msc"].contains(where: first.lowercased().hasSuffix) { return true }
    if first.contains("\\") || first.hasPrefix("$") { return true }
    let isPlain = heading.allSatisfy(\.isASCII) && !heading.hasSuffix("?")
    let hasOption = words.dropFirst().contains {
      "-/".contains($0.first ?? " ") && $0.dropFirst().first?.isLetter == true && !$0.dropFirst().contains("/")
    }
    if isCmdlet(first) { return words.count == 1 || hasOption }
    return isPlain && hasOption && first.first?.isLowercase == true
  }

  /// A verb of PowerShell and a noun: `Get-Mailbox`.
  private func isCmdlet(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].first?.isUppercase == true && verbs.contains(String(parts[0]))
  }

  /// The language that most of a text's words speak for, by its code; `nil` where too few do.
  func language(of text: String) -> String? {
    // Letters outside ASCII are bytes from 0x80 on, as are a few marks, which don't matter here.
    let words = text.lowercased().utf8.split { !(0x61...0x7A).contains($0) && $0 < 0x80 }.map { String(Substring($0)) }
    let counts = commonWords.mapValues { common in words.count { common.contains($0) } }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 3 else {
      return ofLetters(text, words: words.count)
    }
    return best.key
  }

  /// Of a few words only the letters tell: one å, ä or ö in eight words is Swedish.
  private func ofLetters(_ text: String, words: Int) -> String? {
    let letters = text.lowercased().filter { "åäö".contains($0) }
    return letters.count * 8 > words && !text.contains(where: { "øæß".contains($0) }) ? "sv" : nil
  }
}
