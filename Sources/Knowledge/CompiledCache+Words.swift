import FoundationEssentials
public import TextAnalysis

/// Words and phrases made ready for looking up, which takes longer than all else at a start: kept by a hash of the phrases
/// themselves, so that a change of any list, or of what is made of it, needs nothing to be remembered.
extension CompiledCache {
  /// The lexicon of these entries.
  public func lexicon(_ entries: [Lexicon.Entry]) -> Lexicon {
    value(named: "lexicon", madeOf: entries) { Lexicon(entries) }
  }

  /// A lexicon of each of these lists of entries.
  public func lexicons(_ lists: [[Lexicon.Entry]]) -> [Lexicon] {
    let separator = Lexicon.Entry(id: "", phrases: [])
    return value(named: "lexicons", madeOf: Array(lists.joined(separator: [separator]))) { lists.map(Lexicon.init) }
  }

  /// The vote on languages by these phrases, as ``LanguageVote/init(neutral:own:)`` takes them.
  public func vote(neutral: [String], own: [Language: [String]]) -> LanguageVote {
    let entries = Language.allCases.map { Lexicon.Entry(id: "", language: $0, phrases: own[$0] ?? []) }
    return value(named: "vote", madeOf: entries + [.init(id: "neutral", phrases: neutral)]) {
      LanguageVote(neutral: neutral, own: own)
    }
  }

  /// What was kept of what these entries make, or else what is made now. Of no phrases it is made in a moment.
  private func value<Value: Storable>(
    named kind: String, madeOf entries: [Lexicon.Entry], make: () -> Value
  ) -> Value {
    guard directory != nil, entries.contains(where: { !$0.phrases.isEmpty }) else { return make() }
    let name = "\(kind)-\(String(Lexicon.identity(of: entries), radix: 16)).words"
    let stored = data(named: name)?.withUnsafeBytes { bytes in
      var reader = FlatReader(bytes)
      return try? Value(from: &reader)
    }
    if let stored { return stored }
    let value = make()
    var writer = FlatWriter()
    value.write(to: &writer)
    store(Data(writer.bytes), named: name)
    return value
  }
}
