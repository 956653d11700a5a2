extension Lexicon: Storable {
  /// Raised whenever the flat form changes, or what is made of a word that is in none of the lists of common ones; those
  /// are a part of ``identity(of:)``.
  static let version: UInt64 = 1

  /// Appends the flat form.
  public func write(to writer: inout FlatWriter) {
    Texts(ids).write(to: &writer)
    words.write(to: &writer)
    writer.write(phrases)
    texts.write(to: &writer)
    writer.write(phraseWords)
    writer.write(ends)
  }

  /// Stands for all that lexicons of these entries are made of: what is kept under it is the same as what would be made.
  public static func identity(of entries: [Entry]) -> UInt64 {
    var hash = StableHash(seed: 30)
    hash.combine(version)
    hash.combine(CommonWords.identity)
    for entry in entries {
      hash.combine(text: entry.id)
      hash.combine(text: entry.language?.rawValue ?? "")
      for phrase in entry.phrases { hash.combine(text: phrase) }
      hash.combine(UInt8(0xFE))
    }
    return hash.finished
  }
}
