import Knowledge
import TextAnalysis

extension LocalizedPhrases {
  /// With each Swedish phrase that says "du" once more as to several ("sparar ni det?" asks the same of the bot), and each
  /// English one as it is typed in haste: "are u sure".
  var addressingSeveral: LocalizedPhrases {
    var all = values
    for (language, others) in addressings {
      let more = (values[language] ?? [])
        .filter { others.mayStand(in: $0) && $0.split(separator: " ").contains { others.words[$0] != nil } }
        .map { $0.split(separator: " ").map { others.words[$0] ?? $0 }.joined(separator: " ") }
      all[language]? += more
    }
    return LocalizedPhrases(all)
  }
}

/// Words, and what stands for each.
private struct Rewording: Sendable {
  let words: [Substring: Substring]
  /// A space and the first two letters of each word.
  private let openings: [UInt32]

  init(_ words: [Substring: Substring]) {
    self.words = words
    openings = Set(words.keys.map { $0.utf8.prefix(2).reduce(0x20) { $0 << 8 | UInt32($1) } }).sorted()
  }

  /// Whether a word of a phrase begins like one of these: most phrases need not be cut into words to be let be.
  func mayStand(in phrase: String) -> Bool {
    var last: UInt32 = 0x20
    return phrase.utf8.contains { letter in
      last = (last << 8 | UInt32(letter)) & 0xFF_FFFF
      return openings.contains(last)
    }
  }
}

private let addressings: [(Language, Rewording)] = [
  (.swedish, Rewording(["du": "ni", "dig": "er", "din": "er", "ditt": "ert", "dina": "era"])),
  (.english, Rewording(["you": "u", "your": "ur"])),
]

extension LocalizedText {
  /// Each language's text as one phrase.
  var phrases: LocalizedPhrases { LocalizedPhrases(values.mapValues { [$0] }) }
}
