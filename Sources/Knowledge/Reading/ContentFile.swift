import FoundationEssentials
import Yams

/// A YAML file of the content folder.
struct ContentFile {
  /// The path inside the content folder, with `/` between its parts.
  let path: String
  /// The file's bytes.
  let data: Data
  /// The content folder's own name: the article of a folder that is one article alone.
  let folder: String

  /// What a file holds, told by its name.
  enum Kind: String, CaseIterable {
    case article
    case questions
    case vocabulary
    case facts
    case outOfScope = "out-of-scope"
    case ambiguous
    case followUps = "follow-ups"
    case told
    case settings
    case intent
  }

  /// What this file holds.
  var kind: Kind { Kind(rawValue: stem) ?? .intent }

  /// The folder that the file stands in, which is the article's name.
  var article: String {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    return parent.isEmpty ? folder : parent
  }

  /// The article's name where the file holds an article with all its intents.
  var importedArticle: String { String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)) }

  private var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
  }

  /// The file's top value; `nil` and a finding where the file is broken or empty.
  func parse(notes: ReadingNotes) -> Entry? {
    let top = SourceLocation(file: path, line: 1)
    func report(_ line: Int, _ message: String, mend: String? = nil) -> Entry? {
      let place = SourceLocation(file: path, line: line)
      notes.findings.append(Finding(.error, .brokenFile, at: place, message, mend: mend))
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      return report(1, "the file is not in UTF-8", mend: "save it as UTF-8")
    }
    do {
      // No tags are resolved: every scalar is read as the text that is written.
      guard let node = try Parser(yaml: text, resolver: .basic).singleRoot() else {
        return report(1, "the file is empty", mend: "fill it or remove it")
      }
      guard node.mapping != nil || node.scalar?.string.isEmpty == true else {
        return report(node.mark?.line ?? 1, "the file holds no keys with values", mend: "start it with ‘key: value’")
      }
      return Entry(node, at: top, path: path, notes: notes)
    } catch let error as YamlError {
      let (line, problem) = error.place
      return report(line, "broken YAML: \(problem)", mend: "look for a stray tab, quote, colon or indentation here")
    } catch {
      return report(1, "broken YAML: \(error)")
    }
  }
}

extension YamlError {
  /// The line, from 1, and what is wrong there.
  fileprivate var place: (line: Int, problem: String) {
    switch self {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      (mark.line, [problem, context?.text].compactMap { $0 }.joined(separator: " "))
    case .reader(let problem, let offset, _, let yaml):
      (1 + yaml.utf8.prefix(offset ?? 0).count { $0 == 0x0A }, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key ‘\(duplicates.joined(separator: "’, ‘"))’ stands twice")
    default: (1, "\(self)")
    }
  }
}
