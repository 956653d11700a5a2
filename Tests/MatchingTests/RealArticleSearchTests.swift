import ArticleImport
import Foundation
import Knowledge
import TestSupport
import TextAnalysis
import Testing

@testable import Matching

/// Articles as content, with the file that each intent was made from.
private struct ArticleCorpus {
  var matcher: Matcher
  var files: [String: String]

  init(_ articles: URL, language: Language = .swedish) throws {
    let content = FileManager.default.temporaryDirectory.appending(path: "fixline-search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: content) }
    let report = try ArticleImporter(into: content).run([.init(articles, language: language)])
    // Labels have no white space.
    files = Dictionary(report.imported.map { ($0.intent, $0.file.filter { !$0.isWhitespace }) }) { first, _ in first }
    matcher = Matcher(knowledge: try ContentLoader.load(content))
  }

  /// Counts over a set of messages.
  struct Figures {
    var covered = 0.0, first = 0.0, inThree = 0.0, kept = 0.0, reached = 0.0
    var uncovered = 0.0, turnedAway = 0.0, answered = 0.0

    mutating func count(_ message: LabelledMessage, _ result: MatchResult, files: [String: String]) {
      guard !message.intents.isEmpty else {
        uncovered += 1
        turnedAway += result.decision == .none ? 1 : 0
        answered += result.decision == .answer ? 1 : 0
        return
      }
      func isRight(_ intent: String) -> Bool { files[intent].map(message.intents.contains) ?? false }
      let found = result.candidates.map(\.intent)
      covered += 1
      first += found.first.map(isRight) ?? false ? 1 : 0
      inThree += found.prefix(3).contains(where: isRight) ? 1 : 0
      kept += result.decision == .none ? 0 : 1
      let shown = result.decision == .answer ? Array(found.prefix(1)) : result.offered
      reached += shown.contains(where: isRight) ? 1 : 0
    }
  }

  func figures(_ set: String) throws -> Figures {
    var figures = Figures()
    for message in try LabelledMessage.read(Repository.root.appending(path: "Tests/MatchingTests/Sets/\(set).tsv")) {
      figures.count(message, matcher.match(message.text), files: files)
    }
    return figures
  }
}

/// How well the real articles beside the repository, which are never committed, are found. The messages were written for
/// them, before anything was measured, in users' words rather than the titles'; the labels are the articles' files. The bars
/// are what is reached, with a little slack; the aside sets were looked at once, when these were set.
@Suite(.enabled(if: Repository.shared != nil, "shared/articles is not on this machine"))
struct RealArticleSearchTests {
  private static let corpus = Result {
    try ArticleCorpus(try #require(Repository.shared).appending(path: "articles/sv"))
  }

  private func figures(_ set: String) throws -> ArticleCorpus.Figures { try Self.corpus.get().figures(set) }

  /// Sets of another hand: one in the short style of the others, one of whole sentences with all that people tell besides.
  @Test(arguments: ["articles-sv-fresh", "articles-sv-long", "articles-sv-own-words", "articles-sv-own-words-aside"])
  func articlesAreFoundInOtherWords(_ name: String) throws {
    let figures = try figures(name)
    #expect(figures.first / figures.covered >= 0.87)
    #expect(figures.inThree / figures.covered >= 0.96)
    #expect(figures.kept / figures.covered >= 0.8)
    #expect(figures.answered / figures.uncovered <= 0.1)
  }

  @Test(arguments: ["articles-sv-dev", "articles-sv-aside"]) func articlesAreFound(_ name: String) throws {
    let figures = try figures(name)
    #expect(figures.answered / figures.uncovered <= 0.1)
    #expect(figures.first / figures.covered >= 0.9)
    #expect(figures.inThree / figures.covered >= 0.96)
    #expect(figures.kept / figures.covered >= 0.8)
    #expect(figures.reached / figures.covered >= 0.78)
    #expect(figures.turnedAway / figures.uncovered >= 0.85)
  }

  @Test func englishArticlesAreFound() throws {
    let corpus = try ArticleCorpus(try #require(Repository.shared).appending(path: "articles/en"), language: .english)
    let figures = try corpus.figures("articles-en")
    #expect(figures.first / figures.covered >= 0.87)
    #expect(figures.inThree / figures.covered >= 0.96)
    #expect(figures.kept / figures.covered >= 0.8)
    #expect(figures.answered / figures.uncovered <= 0.1)
  }
}

/// How well short articles of our own making are found, on matters that none of the real ones is about: what is tuned to
/// the real ones shows here. Each set was measured once before anything was done for it; the bars are guards at what is
/// reached by now, below what the real articles reach, since these have a few lines each.
struct ShortArticleSearchTests {
  /// What a set has to reach in the folder of its articles.
  struct Bar: Sendable, CustomTestStringConvertible {
    var messages: String
    var folder: String
    var first: Double
    var inThree: Double
    var kept: Double
    var answered = 0.1
    var testDescription: String { messages }
  }

  private static let bars = [
    Bar(messages: "articles-sv-office", folder: "sv", first: 0.8, inThree: 0.9, kept: 0.7),
    Bar(messages: "articles-sv-office-aside", folder: "sv", first: 0.8, inThree: 0.9, kept: 0.7),
    Bar(messages: "articles-sv-office-fresh", folder: "sv", first: 0.8, inThree: 0.9, kept: 0.7),
    // A small folder, looked at once after all tuning of its time. In such a folder more is turned away than in one of real
    // articles, for which the threshold is chosen.
    Bar(messages: "articles-sv-last", folder: "sv-last", first: 0.85, inThree: 0.95, kept: 0.55, answered: 0),
    // 25 articles on an office's everyday matters, measured before the words for such matters were widened.
    Bar(messages: "articles-sv-desk", folder: "sv-desk", first: 0.82, inThree: 0.92, kept: 0.62),
    // Twelve articles asked after in words that they mostly don't have, looked at last. These say where the search ends, not
    // where it should.
    Bar(messages: "articles-sv-counter", folder: "sv-counter", first: 0.72, inThree: 0.8, kept: 0.48),
  ]

  private static let corpora = Result {
    try Dictionary(
      uniqueKeysWithValues: Set(bars.map(\.folder)).map { folder in
        (folder, try ArticleCorpus(Repository.root.appending(path: "Tests/MatchingTests/Articles/\(folder)")))
      })
  }

  @Test(arguments: bars) func articlesOfOtherMattersAreFound(_ bar: Bar) throws {
    let figures = try #require(try Self.corpora.get()[bar.folder]).figures(bar.messages)
    #expect(figures.first / figures.covered >= bar.first)
    #expect(figures.inThree / figures.covered >= bar.inThree)
    #expect(figures.kept / figures.covered >= bar.kept)
    #expect(figures.answered / figures.uncovered <= bar.answered)
    #expect(figures.turnedAway / figures.uncovered >= 0.75)
  }
}
