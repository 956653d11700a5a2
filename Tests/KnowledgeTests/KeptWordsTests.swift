import Foundation
import Knowledge
import TextAnalysis
import Testing

@Suite struct KeptWordsTests {
  private static let entries = [Lexicon.Entry(id: "lamp", language: .english, phrases: ["lamp", "light bulb"])]
  private static let neutral = ["on-premises"]
  private let folder = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString)")

  private func found(_ cache: CompiledCache) -> [String] {
    let several = cache.lexicons([[], Self.entries])
    let vote = cache.vote(neutral: Self.neutral, own: [.english: ["lamp"]])
    let message = Utterance("a lightbulb on-premises")
    return (several + [cache.lexicon(Self.entries)]).flatMap { $0.matches(in: message).map(\.phrase) }
      + ["\(vote.count(message))"]
  }

  private var kept: [URL] {
    get throws { try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) }
  }

  @Test func whatIsKeptFindsTheSame() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = CompiledCache(directory: folder)
    let expected = found(.none)
    #expect(found(cache) == expected)
    #expect(try kept.count == 3)
    #expect(found(cache) == expected)
    #expect(try kept.count == 3)
  }

  @Test("A damaged file is made anew and mended", arguments: ["one bit", "short", "longer", "empty", "another's"])
  func damaged(_ how: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = CompiledCache(directory: folder)
    let expected = found(cache)
    let sound = try kept.map { ($0, try Data(contentsOf: $0)) }
    for (file, bytes) in sound {
      var broken = bytes
      switch how {
      case "one bit": broken[broken.count / 2] ^= 1
      case "short": broken.removeLast()
      case "longer": broken.append(0)
      case "empty": broken = Data()
      default: cache.store(Data("sound, and of no lexicon".utf8), named: file.lastPathComponent)
      }
      if how != "another's" { try broken.write(to: file) }
    }
    #expect(found(cache) == expected)
    for (file, bytes) in sound { #expect(try Data(contentsOf: file) == bytes) }
  }

  @Test func aCacheThatCannotBeWrittenChangesNothing() {
    #expect(found(CompiledCache(directory: URL(filePath: "/dev/null/nowhere"))) == found(.none))
  }

  @Test func aFileOfManyPiecesIsReadBack() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = CompiledCache(directory: folder)
    for count in [0, 1, 31, 1 << 17, 1 << 17 + 1, 1 << 18 + 77] {
      let data = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      cache.store(data, named: "pieces")
      #expect(cache.data(named: "pieces") == data)
    }
  }
}
