/// Messages to learn from that are no intent's examples.
public struct Lessons: Sendable, Equatable {
  /// Messages that belong to no intent: taught as out of scope.
  public var outOfScope = LocalizedPhrases([:])
  /// Messages that may mean each of several intents, by those intents' names with commas between.
  public var ambiguous: [String: LocalizedPhrases] = [:]
  /// Questions after a fix, by the facts that answer them (names with commas between); `undocumented`: none does.
  public var followUps: [String: LocalizedPhrases] = [:]
  /// How people put the values that questions ask for (`slot=value`, commas between several); ``tellsNothing``: messages
  /// with such words that tell none.
  public var told: [String: LocalizedPhrases] = [:]
  /// The key of ``told`` for what tells no value.
  public static let tellsNothing = "nothing"

  /// Nothing to learn from.
  public init() {}
}

extension Lessons: Compact {
  init(from reader: inout CompactReader) throws {
    outOfScope = try reader.read()
    ambiguous = try reader.read()
    followUps = try reader.read()
    told = try reader.read()
  }

  func write(to writer: inout CompactWriter) {
    writer.write(outOfScope)
    writer.write(ambiguous)
    writer.write(followUps)
    writer.write(told)
  }
}
