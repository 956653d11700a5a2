import Foundation
import Knowledge
import TestSupport
import TextAnalysis
import Testing

@testable import Dialogue

/// What is looked up in messages comes from the cache at all starts but the first.
struct KeptVocabularyTests {
  @Test func whatIsKeptFindsTheSameInEveryExample() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = CompiledCache(directory: folder)
    let knowledge = Bot.engine.knowledge
    let made = ConversationVocabulary(knowledge, cache: cache)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == 2)
    let kept = ConversationVocabulary(knowledge, cache: cache)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == files.sorted())
    let examples = knowledge.intents.flatMap { $0.examples.values.values.joined() }
    for message in examples.map(Utterance.init) {
      #expect(kept.vote.count(message) == made.vote.count(message))
      #expect(kept.words.matches(in: message, nested: true) == made.words.matches(in: message, nested: true))
      #expect(kept.slotWords.matches(in: message, nested: true) == made.slotWords.matches(in: message, nested: true))
      #expect(kept.triggers.matchesInAnyOrder(in: message) == made.triggers.matchesInAnyOrder(in: message))
      for slot in knowledge.questions.keys {
        #expect(kept.reply(to: slot, in: message) == made.reply(to: slot, in: message))
      }
    }
  }
}
