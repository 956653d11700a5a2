import FoundationEssentials

/// The bot's own words, which come inside the program.
enum EmbeddedConversation {
  /// A hash of the embedded files: a new program may bring new words.
  static let hash: UInt64 = {
    var hash = ContentHash()
    hash.add(PackageResources.words_yaml)
    hash.add(PackageResources.replies_yaml)
    return hash.value
  }()

  /// The embedded words and replies, with the replies that the content gives in their place.
  static func parsed(overriding reader: ContentReader) -> Conversation {
    let words = phrases(in: PackageResources.words_yaml, "words.yaml", kind: "word", notes: reader.notes)
    var replies = phrases(
      in: PackageResources.replies_yaml, "replies.yaml", kind: "embedded-reply", notes: reader.notes)
    for (name, phrases) in reader.replies {
      if replies[name] == nil {
        let place = reader.notes.places["reply/\(name)"] ?? SourceLocation(file: "settings.yaml", line: 1)
        reader.notes.findings.append(
          Finding(
            .error, .unknownName, at: place, "unknown reply ‘\(name)’",
            mend: Suggestion.mend(for: name, among: replies.keys)))
      }
      replies[name] = phrases
    }
    return Conversation(words: words, replies: replies)
  }

  private static func phrases(
    in bytes: [UInt8], _ name: String, kind: String, notes: ReadingNotes
  ) -> [String: LocalizedPhrases] {
    let file = ContentFile(path: name, data: Data(bytes), folder: "Conversation")
    let pairs = file.parse(notes: notes)?.pairs() ?? []
    return pairs.reduce(into: [:]) { phrases, pair in
      phrases[pair.key] = pair.value.named("\(kind)/\(pair.key)").localizedPhrases()
    }
  }
}
