import Knowledge
import TextAnalysis

/// Which words and phrases mean the same: what any helpdesk calls things (`synonyms.txt`) and the content's own
/// vocabulary.
///
/// People and articles rarely use the same words: one types "frånvaromeddelande", the other has "automatiska svar".
struct Thesaurus: Sendable {
  /// A group of like phrases that a text has a phrase of.
  struct Finding: Sendable {
    /// The group's name: its first phrase, or the concept of the vocabulary.
    var group: String
    /// The words that the phrase takes up.
    var tokens: Range<Int>
    /// How much the finding is worth, 0 to 1 (found exactly).
    var strength: Float
    /// By what rule it was found.
    var rule: Lexicon.Rule
    /// Whether the phrase is the first and the last of the words only: "går … ut".
    var isParted = false

    /// How many words belong to the phrase.
    var length: Int { isParted ? 2 : tokens.count }

    /// Whether a word belongs to the phrase.
    func takesUp(_ position: Int) -> Bool {
      isParted ? position == tokens.lowerBound || position == tokens.upperBound - 1 : tokens.contains(position)
    }
  }

  /// Words that go with a verb and may stand apart from it: "när går licensen ut", "turn it off".
  private static let particles: Set<String> = [
    "av", "bort", "fram", "i", "igen", "ihop", "in", "med", "ned", "ner", "nere", "om", "på", "till", "tillbaka", "upp",
    "ur", "ut", "vidare", "över", "away", "back", "down", "off", "on", "out", "up",
  ]
  /// How many words may stand between a verb and its particle.
  private static let gap = 3

  private let lexicon: Lexicon

  /// Takes the groups that come with the program and those of a vocabulary; what it looks up is kept in the cache.
  init(vocabulary: [Concept], cache: CompiledCache = .none) {
    lexicon = cache.lexicon(
      Self.embedded
        + vocabulary.flatMap { concept in
          Language.allCases.compactMap { language in
            concept.phrases[language].map { .init(id: concept.id, language: language, phrases: $0) }
          }
        })
  }

  /// The groups that a message has phrases of.
  func findings(in message: Utterance) -> [Finding] {
    findings(in: message) { _ in true } + partedVerbs(in: message)
  }

  /// Groups whose phrase is a verb and a particle with a few words between them.
  private func partedVerbs(in message: Utterance) -> [Finding] {
    message.tokens.indices.filter { Self.particles.contains(message.tokens[$0].text) }.flatMap { end -> [Finding] in
      (max(0, end - Self.gap - 1)..<max(0, end - 1)).flatMap { start -> [Finding] in
        let pair = Utterance(message.tokens[start].text + " " + message.tokens[end].text)
        return lexicon.matches(in: pair, nested: false).filter { $0.tokens == 0..<2 && $0.rule <= .folded }.map {
          Finding(
            group: $0.id, tokens: start..<end + 1, strength: Float($0.strength), rule: $0.rule, isParted: true)
        }
      }
    }
  }

  /// The groups that a line of an article has phrases of. Articles are spelt well enough: what looks like a slip is
  /// another word.
  func findings(inArticle line: Utterance) -> [Finding] { findings(in: line) { $0 != .typo } }

  private func findings(in utterance: Utterance, where isGood: (Lexicon.Rule) -> Bool) -> [Finding] {
    lexicon.matches(in: utterance, nested: true).filter { match in
      // Small words run together look like others: "på min" is no "påminn".
      isGood(match.rule) && (match.rule < .joined || !utterance.tokens[match.tokens].contains(where: \.isFunctionWord))
        // What is said of anything is no form of another word either: "kunde" is no "kund".
        && (match.rule == .exact || match.tokens.count > 1
          || !WordWeights.isLight(utterance.tokens[match.tokens.lowerBound]))
    }.map { Finding(group: $0.id, tokens: $0.tokens, strength: Float($0.strength), rule: $0.rule) }
  }

  /// Stands for the lists of words that come with the program: a change makes compiled indexes useless.
  static let identity: UInt64 = {
    var hash = StableHash(seed: 20)
    for list in [PackageResources.synonyms_txt, PackageResources.everyday_txt, PackageResources.products_txt] {
      for byte in list { hash.combine(byte) }
    }
    return hash.finished
  }()

  /// The groups that come with the program.
  static var embedded: [Lexicon.Entry] { groups(PackageResources.synonyms_txt) }

  /// The groups of a list: one a line, phrases with commas between, `#` for comments.
  static func groups(_ list: [UInt8]) -> [Lexicon.Entry] {
    String(decoding: list, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let phrases = line.split(separator: ",").map { String($0.drop { $0 == " " }) }
        return Lexicon.Entry(id: phrases[0], phrases: phrases)
      }
  }
}
