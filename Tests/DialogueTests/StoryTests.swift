import Foundation
import TestSupport
import Testing
import Transcripts

/// Every conversation in `Transcripts/` goes as it is written.
@Suite("Transcripts")
struct StoryTests {
  /// The transcripts' paths in the repository.
  static let paths: [String] = {
    let folder = Repository.root.appending(path: "Transcripts").path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { "Transcripts/" + $0 }
  }()

  @Test("are at least eighty") func many() { #expect(Self.paths.count >= 80) }

  @Test("go as written", arguments: paths) func goesAsWritten(_ path: String) throws {
    let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    for difference in Replay(Bot.engine).run(try Transcript(text, path: path)).differences {
      let lines = difference.expected.map { "- \($0)" } + difference.actual.map { "+ \($0)" }
      Issue.record("\(path):\(difference.line)\n\(lines.joined(separator: "\n"))")
    }
  }
}
