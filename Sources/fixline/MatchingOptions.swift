import ArgumentParser
import Channels
import Foundation
import Knowledge
import Matching

/// What messages are matched against: the content or labelled messages.
struct MatchingOptions: ParsableArguments {
  @OptionGroup var content: ContentOptions

  @Option(
    name: .customLong("train"),
    help: ArgumentHelp(
      "Labelled messages (intent<TAB>text) to learn the intents from instead of the content; may be repeated.",
      valueName: "file.tsv"))
  var training: [String] = []

  @Option(
    name: .customLong("validate"),
    help: ArgumentHelp(
      "Labelled messages to choose the thresholds on. (default: cross-validation of the training messages)",
      valueName: "file.tsv"))
  var validation: String?

  func validate() throws {
    if validation != nil, training.isEmpty { throw ValidationError("--validate goes with --train FILE.tsv.") }
  }

  /// The matcher that these options name, with a progress bar on a terminal while it learns.
  ///
  /// - Throws: ``Failure`` with status 65 for a file that can't be used, `ContentError` for such content.
  func matcher() throws -> Matcher {
    let progress = ProgressBar("learning")
    defer { progress.clear() }
    guard !training.isEmpty else {
      let cache = content.compiledCache
      return Matcher(
        knowledge: try ContentLoader.load(try content.directory(), cache: cache), cache: cache,
        progress: progress.show)
    }
    return Matcher(
      learningFrom: try Self.messages(training), validation: try validation.map { try Self.messages([$0]) },
      cache: content.compiledCache, progress: progress.show)
  }

  /// The labelled messages of these files.
  static func messages(_ paths: [String]) throws -> [LabelledMessage] {
    do {
      return try paths.flatMap { try LabelledMessage.read(URL(filePath: $0)) }
    } catch let error as LabelledMessageError {
      throw Failure(.content, error.description)
    }
  }
}

/// A bar on stderr that shows how far long work has come; nothing where stderr is no terminal.
struct ProgressBar: Sendable {
  private let label: String
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ label: String) { self.label = label }

  /// Shows the share done, 0 to 1.
  var show: @Sendable (Double) -> Void {
    { done in
      guard isShown else { return }
      let filled = Int(done * 30)
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
      try? ByteOutput.standardError.write("\r\(label) \(bar) \(Int(done * 100)) %")
    }
  }

  /// Takes the bar away.
  func clear() {
    if isShown { try? ByteOutput.standardError.write("\r\u{1B}[K") }
  }
}
