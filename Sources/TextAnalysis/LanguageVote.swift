/// How much of a message is in which language, by both languages' own words.
public struct LanguageVote: Sendable {
  /// The outcome for one message.
  public struct Outcome: Sendable, Equatable {
    /// What speaks for English, in words.
    public var english: Double
    /// What speaks for Swedish, in words.
    public var swedish: Double
    /// How many words are neither placeholders nor numbers nor neutral: product names and technical nouns.
    public var words: Int

    /// The language that more speaks for; `nil` where both are equal.
    public var language: Language? { english == swedish ? nil : english > swedish ? .english : .swedish }
    /// By how much it leads, as a share of all that was counted, 0 to 1.
    public var margin: Double { english + swedish > 0 ? abs(english - swedish) / (english + swedish) : 0 }
  }

  private let neutral: Set<String>
  private let own: [Language: Set<String>]

  /// Makes a vote.
  ///
  /// - Parameters:
  ///   - neutral: phrases whose words say nothing about the language.
  ///   - own: phrases that are in one language; words of both, and neutral ones, don't count.
  public init(neutral: [String] = [], own: [Language: [String]] = [:]) {
    func words(_ phrases: [String]?) -> Set<String> {
      Set((phrases ?? []).flatMap { Utterance($0).tokens.map(\.text) })
    }
    let english = words(own[.english])
    let swedish = words(own[.swedish])
    self.neutral = words(neutral).union(english.intersection(swedish))
    self.own = [.english: english.subtracting(swedish), .swedish: swedish.subtracting(english)]
  }

  /// Counts the votes of a message's words.
  public func count(_ utterance: Utterance) -> Outcome {
    var outcome = Outcome(english: 0, swedish: 0, words: 0)
    for token in utterance.tokens where !token.isPlaceholder && token.text.utf8.contains(where: { $0 > 0x39 }) {
      vote(token, into: &outcome)
    }
    return outcome
  }

  private func vote(_ token: Token, into outcome: inout Outcome) {
    let word = token.text
    let isEnglish = FunctionWords.english.contains(word)
    let isSwedish = FunctionWords.swedish.contains(word)
    if !isEnglish, !isSwedish, neutral.contains(word) { return }
    outcome.words += 1
    if isEnglish != isSwedish {
      if isEnglish { outcome.english += 1 } else { outcome.swedish += 1 }
    } else if !isEnglish {
      if word.unicodeScalars.contains(where: { "åäö".unicodeScalars.contains($0) }) {
        outcome.swedish += 1
      } else if own[.english]?.contains(word) == true {
        outcome.english += 0.8
      } else if own[.swedish]?.contains(word) == true {
        outcome.swedish += 0.8
      } else {
        outcome.english += Self.share(word, of: englishMarks)
        outcome.swedish += Self.share(word, of: swedishMarks)
      }
    }
  }

  /// What spellings that only one of the languages has say about an unknown word.
  private static func share(_ word: String, of marks: [String]) -> Double {
    marks.contains { mark in
      mark.hasSuffix("-")
        ? word.hasPrefix(mark.dropLast())
        : mark.hasPrefix("-")
          ? word.hasSuffix(mark.dropFirst())
          : word.contains(mark)
    } ? 0.5 : 0
  }
}

private let englishMarks = [
  "th", "wh", "sh", "ough", "ight", "-tion", "-ing", "-ly", "-ed", "-ness", "-ment", "-ce", "ck-", "-ey", "-ious",
  "-ity", "w-", "qu", "-ays", "-ies", "-ee",
]
private let swedishMarks = [
  "sj", "skj", "stj", "tj", "kv", "fj", "hj-", "gj", "aa", "-arna", "-erna", "-orna", "-ar", "-ade", "-at", "-ning",
  "-ningen", "-het", "-heten", "-or", "-en", "-et", "-ng", "-ig", "-igt", "-ligt", "-lig", "-skt", "-are", "-aren",
  "-ska",
  "-rna", "-llt", "-tt", "-adm", "lj", "nj", "-sk", "-as", "-ns",
]
