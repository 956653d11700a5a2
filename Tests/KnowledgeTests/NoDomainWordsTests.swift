import Foundation
import TestSupport
import Testing

/// What a symptom is about is content: the sources know nothing of it, so that other content can be put in its place.
@Suite("No word of any article stands in Sources")
struct NoDomainWordsTests {
  /// Words of the articles that come along. What any helpdesk calls things (`synonyms.txt`) may name common programs.
  private static let words = ["password", "passwd", "lösen", "azure", "entra\\b", "writeback", "blade", "sspr"]

  /// Redaction has to know what a password is called, and a person may offer one in any conversation.
  private static let exceptions = [
    "Sources/Redaction/", "Sources/learn-passwords/", "Sources/Knowledge/Conversation/words.yaml",
  ]

  @Test("neither in code nor in a comment nor in a list")
  func sources() throws {
    let pattern = try Regex("(?i)\\b(?:\(Self.words.joined(separator: "|")))")
    let root = Repository.root.appending(path: "Sources").path
    var looked = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() {
      let path = "Sources/" + name
      guard !Self.exceptions.contains(where: path.hasPrefix),
        let text = try? String(contentsOfFile: root + "/" + name, encoding: .utf8)
      else { continue }
      looked += 1
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let word = line.firstMatch(of: pattern).map { String(line[$0.range]) }
        #expect(word == nil, "\(path):\(index + 1)")
      }
    }
    #expect(looked > 200)
  }
}
