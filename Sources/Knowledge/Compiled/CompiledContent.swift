import FoundationEssentials
import TextAnalysis

/// A content folder's compiled form: one file of the cache, named by the folder and the form's version, so that there is
/// never more than one a folder.
struct CompiledContent {
  /// Raised whenever a field is added, moved or removed.
  static let format = 8

  let sources: ContentSources
  let cache: CompiledCache

  /// The file's name in the cache.
  var name: String {
    var hash = ContentHash()
    hash.add(sources.directory.standardizedFileURL.path.utf8)
    return "content-\(Self.format)-\(hash.text).bin"
  }

  /// The content as it was compiled; `nil` where there is no compiled form, or one of other sources.
  ///
  /// The sources' stamps (size, inode, times) tell in a moment that nothing changed. They can't tell of a change within
  /// the clock's last tick before compiling, and they differ after a mere copy: then the sources' own hash decides.
  func load() -> KnowledgeBase? {
    guard let data = cache.data(named: name), let stored = try? Stored(data) else { return nil }
    guard stored.program == EmbeddedConversation.hash else { return nil }
    if stored.fingerprint == sources.fingerprint, stored.isSettled { return stored.knowledge }
    guard stored.knowledge.version == sources.version else { return nil }
    store(stored.knowledge)
    return stored.knowledge
  }

  /// Keeps the compiled form of what was read from these sources.
  func store(_ knowledge: KnowledgeBase) {
    guard cache.directory != nil else { return }
    var writer = CompactWriter()
    writer.write(number: EmbeddedConversation.hash)
    writer.write(number: sources.fingerprint)
    writer.write(sources.isSettled)
    writer.write(knowledge.version)
    writer.write(knowledge.articles)
    writer.write(knowledge.questions)
    writer.write(knowledge.facts)
    writer.write(knowledge.vocabulary)
    writer.write(knowledge.settings)
    writer.write(knowledge.conversation)
    var ends: [Int] = []
    var blobs = CompactWriter()
    for intent in knowledge.intents {
      blobs.write(intent)
      ends.append(blobs.bytes.count)
    }
    writer.write(knowledge.intentIDs)
    writer.write(ends)
    writer.write(bytes: blobs.bytes)
    var lessons = CompactWriter()
    lessons.write(knowledge.lessons)
    writer.write(bytes: lessons.bytes)
    cache.store(Data(writer.bytes), named: name)
  }

  /// What a file of the cache holds.
  private struct Stored {
    let program: UInt64
    let fingerprint: UInt64
    let isSettled: Bool
    let knowledge: KnowledgeBase

    init(_ data: Data) throws {
      var reader = CompactReader(data)
      program = try reader.number()
      fingerprint = try reader.number()
      isSettled = try reader.read()
      let version: String = try reader.read()
      let articles: [String: Article] = try reader.read()
      let questions: [String: Question] = try reader.read()
      let facts: [String: Fact] = try reader.read()
      let vocabulary: [Concept] = try reader.read()
      let settings: Settings = try reader.read()
      let conversation: Conversation = try reader.read()
      let intents = try IntentBlobs(from: &reader)
      let lessons = try reader.bytes()
      knowledge = KnowledgeBase(
        articles: articles, questions: questions, facts: facts, vocabulary: vocabulary, settings: settings,
        conversation: conversation, version: version, intentIDs: intents.ids, fetch: intents.intent
      ) {
        var reader = CompactReader(lessons)
        return (try? reader.read(Lessons.self)) ?? Lessons()
      }
    }
  }
}

/// Intents in their binary form, each decoded when it is asked for.
private struct IntentBlobs: Sendable {
  /// The intents' names, sorted.
  let ids: [String]
  /// Where each intent ends in ``bytes``; it starts where the one before it ends.
  private let ends: [Int]
  private let bytes: Data

  init(from reader: inout CompactReader) throws {
    ids = try reader.read()
    ends = try reader.read()
    bytes = try reader.bytes()
    guard ids.count == ends.count, ends.last ?? 0 == bytes.count else { throw CompactReader.Damaged() }
  }

  /// The intent of this name, by halving.
  @Sendable func intent(_ id: String) -> Intent? {
    var range = ids.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if ids[middle] == id { return decode(middle) }
      range = ids[middle] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  private func decode(_ index: Int) -> Intent? {
    let start = bytes.startIndex + (index == 0 ? 0 : ends[index - 1])
    var reader = CompactReader(bytes[start..<bytes.startIndex + ends[index]])
    return try? reader.read(Intent.self)
  }
}
