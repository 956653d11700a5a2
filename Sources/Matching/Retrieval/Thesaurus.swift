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
  }

  private let lexicon: Lexicon

  /// Takes the groups that come with the program and those of a vocabulary.
  init(vocabulary: [Concept]) {
    lexicon = Lexicon(
      Self.embedded
        + vocabulary.flatMap { concept in
          Language.allCases.compactMap { language in
            concept.phrases[language].map { .init(id: concept.id, language: language, phrases: $0) }
          }
        })
  }

  /// The groups that a message has phrases of.
  func findings(in message: Utterance) -> [Finding] { findings(in: message) { _ in true } }

  /// The groups that a line of an article has phrases of. Articles are spelt well enough: what looks like a slip is
  /// another word.
  func findings(inArticle line: Utterance) -> [Finding] { findings(in: line) { $0 != .typo } }

  private func findings(in utterance: Utterance, where isGood: (Lexicon.Rule) -> Bool) -> [Finding] {
    lexicon.matches(in: utterance, nested: true).filter { match in
      // Small words run together look like others: "på min" is no "påminn".
      isGood(match.rule) && (match.rule < .joined || !utterance.tokens[match.tokens].allSatisfy(\.isFunctionWord))
    }.map { Finding(group: $0.id, tokens: $0.tokens, strength: Float($0.strength), rule: $0.rule) }
  }

  /// Stands for the groups that come with the program: a change makes compiled indexes useless.
  static let identity: UInt64 = {
    var hash = StableHash(seed: 20)
    for byte in PackageResources.synonyms_txt { hash.combine(byte) }
    return hash.finished
  }()

  /// The groups that come with the program: one a line, phrases with commas between, `#` for comments.
  private static var embedded: [Lexicon.Entry] {
    String(decoding: PackageResources.synonyms_txt, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let phrases = line.split(separator: ",").map { String($0.drop { $0 == " " }) }
        return Lexicon.Entry(id: phrases[0], phrases: phrases)
      }
  }
}
