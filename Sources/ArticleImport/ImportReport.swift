/// What an import did and what a person should look at.
public struct ImportReport: Codable, Sendable, Equatable {
  /// The intents made, one entry for each language that an intent has.
  public var imported: [Imported] = []
  /// The files that are no articles, or could not be read.
  public var skipped: [Skipped] = []
  /// What needs a person's eye.
  public var flagged: [Flag] = []
  /// How many article files are new, changed, or as they were.
  public var summary = Summary()
  /// What changed in the folder, as a diff.
  public var changes = ""

  private enum CodingKeys: String, CodingKey { case imported, skipped, flagged }

  /// An intent that was made.
  public struct Imported: Codable, Sendable, Equatable {
    /// The intent's name.
    public var intent: String
    /// The article's file, under the folder imported.
    public var file: String
    /// The section's heading; `null` for an intent made from the title.
    public var section: String?
    /// The article's title.
    public var title: String
    /// The text's language, `sv` or `en`.
    public var language: String
    /// Link elements with a target.
    public var links: Int
    /// Items of numbered lists that stand in no other list item.
    public var steps: Int

    /// Writes `section` as `null` where there is none.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(intent, forKey: .intent)
      try container.encode(file, forKey: .file)
      try container.encode(section, forKey: .section)
      try container.encode(title, forKey: .title)
      try container.encode(language, forKey: .language)
      try container.encode(links, forKey: .links)
      try container.encode(steps, forKey: .steps)
    }
  }

  /// A file that was left out.
  public struct Skipped: Error, Codable, Sendable, Equatable {
    /// The file, under the folder imported.
    public var file: String
    /// Why.
    public var reason: String
  }

  /// Something that a person should look at.
  public struct Flag: Codable, Sendable, Equatable {
    /// The file, under the folder imported.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is the matter.
    public var reason: String
  }

  /// Counts of article files.
  public struct Summary: Codable, Sendable, Equatable {
    /// Articles that were not there before.
    public var new = 0
    /// Articles that changed.
    public var updated = 0
    /// Articles that are as they were.
    public var unchanged = 0
    /// Places where a person and the article changed the same lines; the person's stand.
    public var conflicts = 0
  }

  /// The report for a person.
  public var text: String {
    let lines =
      skipped.map { "\($0.file): skipped: \($0.reason)" } + flagged.map { "\($0.file):\($0.line): \($0.reason)" }
    func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    return
      (lines + [
        "\(counted(imported.count, "section")) of \(counted(Set(imported.map(\.file)).count, "article")) imported "
          + "(\(summary.new) new, \(summary.updated) updated, \(summary.unchanged) unchanged), "
          + "\(skipped.count) skipped, \(flagged.count) flagged, \(counted(summary.conflicts, "conflict"))"
      ]).map { $0 + "\n" }.joined()
  }
}
