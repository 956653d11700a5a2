import Dialogue
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

  /// What is written member by member has to be all that is read: a member forgotten there is forgotten by the session.
  @Test("come back from the log as they were", arguments: paths) func comesBackFromTheLog(_ path: String) throws {
    let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    for turn in Replay(Bot.engine).run(try Transcript(text, path: path)).turns {
      let state = try JSONDecoder().decode(ConversationState.self, from: Data(turn.state.json.utf8))
      #expect(state == turn.state)
      #expect(try JSONDecoder().decode([Reply].self, from: Data(turn.replies.json.utf8)) == turn.replies)
    }
  }
}
