import Foundation
import TextAnalysis
import Testing
@testable import Knowledge

@Suite struct CompiledContentTests {
  let fixture: ContentFixture
  let cache: CompiledCache

  init() throws {
    fixture = try ContentFixture(adding: ["lamp/second.yaml": Self.second])
    cache = CompiledCache(directory: fixture.directory.appending(path: ".cache"))
  }

  private static let second = """
    intent: second
    title: {sv: Tvåa}
    imported: {anchor: tva}
    fixes: [{id: fix, text: {sv: "**Gör** [så](https://example.org)"}}]

    """

  private var kept: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: fixture.directory.path + "/.cache") }
  }

  @Test func nothingIsLostOnTheWay() throws {
    let read = try fixture.load()
    _ = try fixture.load(cache: cache)
    let compiled = try #require(CompiledContent(sources: ContentSources(fixture.directory), cache: cache).load())
    #expect(compiled.intentIDs == ["lamp-dark", "second"])
    #expect(Array(compiled.intents) == Array(read.intents))
    #expect(compiled.articles == read.articles)
    #expect(compiled.questions == read.questions)
    #expect(compiled.facts == read.facts)
    #expect(compiled.vocabulary == read.vocabulary)
    #expect(compiled.lessons == read.lessons)
    #expect(compiled.settings == read.settings)
    #expect(compiled.conversation == read.conversation)
    #expect(compiled.version == read.version)
    #expect(compiled.intent("third") == nil)
  }

  @Test func aChangeOfTheSameSizeWithinTheSameTickIsSeen() throws {
    for word in ["Watt", "Volt", "Amps", "Ohms"] {
      try fixture.write(Self.second.replacingOccurrences(of: "Tvåa", with: word), to: "lamp/second.yaml")
      #expect(try fixture.load(cache: cache).intent("second")?.title[.swedish] == word)
    }
    #expect(try kept.count == 1)
  }

  @Test func aNewFileAndARemovedOneAreSeen() throws {
    _ = try fixture.load(cache: cache)
    try fixture.write(Self.second.replacingOccurrences(of: "second", with: "third"), to: "lamp/third.yaml")
    #expect(try fixture.load(cache: cache).intentIDs == ["lamp-dark", "second", "third"])
    try FileManager.default.removeItem(at: fixture.directory.appending(path: "lamp/third.yaml"))
    #expect(try fixture.load(cache: cache).intentIDs == ["lamp-dark", "second"])
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    _ = try fixture.load(cache: cache)
    let name = try #require(kept.first)
    let whole = try #require(cache.data(named: name)).map(\.self)
    for length in [0, 1, 20, whole.count / 2, whole.count - 1] {
      cache.store(Data(whole.prefix(length)), named: name)
      #expect(try fixture.load(cache: cache).intentIDs == ["lamp-dark", "second"])
      #expect(cache.data(named: name)?.count == whole.count)
    }
  }

  @Test func aCacheThatCannotBeWrittenChangesNothing() throws {
    let nowhere = CompiledCache(directory: URL(filePath: "/proc/nowhere"))
    #expect(try fixture.load(cache: nowhere).intentIDs == ["lamp-dark", "second"])
  }

  @Test func contentWithErrorsIsNotKept() throws {
    try fixture.write("intent: [", to: "lamp/second.yaml")
    #expect(throws: ContentError.self) { try fixture.load(cache: cache) }
    #expect(throws: (any Error).self) { try kept }
  }
}
