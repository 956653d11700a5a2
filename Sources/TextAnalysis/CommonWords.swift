/// The words of which something is known without any subject, read once for all messages: every second word of a message
/// is one of them.
struct CommonWords: Sendable {
  private struct Place: Sendable {
    var traits: WordTraits
    var reading: UInt16
  }

  private let places: FlatTable<Place>
  private let readings: [WordReading]
  private let identity: UInt64

  /// What is known of the word of this hash.
  @inline(__always)
  static func traits(of hash: UInt64) -> WordTraits { all.places[hash]?.traits ?? [] }

  /// How the word of this hash reads; `nil` where it is no common one.
  @inline(__always)
  static func reading(of hash: UInt64) -> WordReading? { all.reading(of: hash) }

  @inline(__always)
  private func reading(of hash: UInt64) -> WordReading? { places[hash].map { readings[Int($0.reading)] } }

  /// Stands for the words and all that is known of them.
  static var identity: UInt64 { all.identity }

  private static let all = CommonWords()

  private init() {
    var traits: [String: WordTraits] = [:]
    let lists: [(WordTraits, Set<String>)] = [
      (.english, FunctionWords.english), (.swedish, FunctionWords.swedish), (.contrast, NegationWords.contrasts),
      (.denial, NegationWords.denials), (.negatorAfter, NegationWords.after), (.verbalNegator, NegationWords.verbal),
      (.negator, NegationWords.negators), (.copula, NegationWords.copulas), (.pronoun, NegationWords.pronouns),
      (.limit, NegationWords.limits), (.light, NegationWords.light), (.shorthand, Set(Shorthand.expansions.keys)),
    ]
    for (trait, words) in lists {
      for word in words { traits[word, default: []].insert(trait) }
    }
    var readings: [WordReading] = []
    var places: [(key: UInt64, value: Place)] = []
    for (word, traits) in traits.sorted(by: { $0.key < $1.key }) {
      var text = word
      let reading = text.withUTF8 { WordReading($0, text: word, hash: wordHash($0), traits: traits) }
      places.append((reading.forms.hash, Place(traits: traits, reading: UInt16(readings.count))))
      readings.append(reading)
    }
    self.places = FlatTable(places, empty: Place(traits: [], reading: 0))
    self.readings = readings
    var hash = StableHash()
    for number in readings.lazy.flatMap(\.forms.numbers) { hash.combine(number) }
    identity = hash.finished
  }
}
