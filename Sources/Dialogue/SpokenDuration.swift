import TextAnalysis

/// A length of time in somebody's words: "20 min", "half an hour", "två timmar", "since yesterday".
struct SpokenDuration: Equatable {
  /// The length in whole minutes.
  let minutes: Int

  /// The first length of time that a message names.
  static func minutes(in utterance: Utterance) -> SpokenDuration? {
    let words = utterance.tokens.map(\.text)
    for (index, word) in words.enumerated() {
      if let glued = glued(word) { return glued }
      guard let unit = units[word] else { continue }
      if index > 0, !isRepeated(before: index, in: words), let count = count(before: index, in: words) {
        let minutes = Int(count * unit)
        return SpokenDuration(minutes: isLess(before: index, in: words) ? max(0, minutes - 1) : minutes)
      }
    }
    return nil
  }

  /// "20min", "2h": the number and its unit in one word.
  private static func glued(_ word: String) -> SpokenDuration? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let count = Double(digits), let unit = units[String(word.dropFirst(digits.count))], count < 1e6 else {
      return nil
    }
    return SpokenDuration(minutes: Int(count * unit))
  }

  /// Whether a length is how often something happens rather than how long ago: "every 30 days", "varje vecka".
  private static func isRepeated(before index: Int, in words: [String]) -> Bool {
    words[max(0, index - 2)..<index].contains(where: repeats.contains)
  }

  /// Whether it has not been quite as long: "less than half an hour", "knappt en timme", "not an hour yet".
  private static func isLess(before index: Int, in words: [String]) -> Bool {
    let before = words[max(0, index - 4)..<index]
    let isStillToCome = index + 1 < words.count && ["yet", "än", "ännu"].contains(words[index + 1])
    return before.contains(where: shorteners.contains)
      || isStillToCome && before.contains(where: denials.contains)
      || zip(before, before.dropFirst()).contains { $0 == "less" && $1 == "than" || $0 == "mindre" && $1 == "än" }
  }

  private static let shorteners: Set<String> = ["under", "barely", "hardly", "almost", "nearly", "knappt", "nästan"]

  private static let denials: Set<String> = ["not", "isnt", "hasnt", "havent", "wasnt", "inte", "ej"]

  private static let repeats: Set<String> = ["every", "each", "per", "varje"]

  /// The number in front of a unit, "half an" and "en halv" among them.
  private static func count(before index: Int, in words: [String]) -> Double? {
    let last = words[index - 1]
    let earlier = index > 1 ? words[index - 2] : ""
    if halves.contains(last) || halves.contains(earlier) && numbers[last] == 1 { return 0.5 }
    // "A quarter of an hour", "three quarters of an hour".
    if let quarter = words[max(0, index - 3)..<index].firstIndex(where: { $0 == "quarter" || $0 == "quarters" }) {
      return 0.25 * (quarter > 0 ? numbers[words[quarter - 1]] ?? 1 : 1)
    }
    if let number = Double(last), number < 1e6 { return number }
    return numbers[last]
  }

  private static let halves: Set<String> = ["half", "halv", "halva"]

  private static let units: [String: Double] = {
    let names: [(Double, [String])] = [
      (1, ["min", "mins", "minute", "minutes", "minut", "minuter"]),
      (15, ["kvart", "kvartar"]), (30, ["halvtimme", "halvtimma", "halvtimmar"]),
      (60, ["h", "hr", "hrs", "hour", "hours", "timme", "timma", "timmar", "tim"]),
      (1440, ["day", "days", "dag", "dagar", "dar", "dygn"]),
      (10080, ["week", "weeks", "vecka", "veckor"]),
      (43200, ["month", "months", "månad", "månader", "manad", "manader"]),
      (525_600, ["year", "years", "år"]),
    ]
    return Dictionary(uniqueKeysWithValues: names.flatMap { unit, words in words.map { ($0, unit) } })
  }()

  private static let numbers: [String: Double] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "fifty": 50, "sju": 7, "åtta": 8, "nio": 9,
    "elva": 11, "tolv": 12, "femtio": 50,
    "twenty": 20, "thirty": 30, "forty": 40, "fortyfive": 45, "sixty": 60, "couple": 2, "few": 3, "some": 3,
    "several": 3, "of": 2, "en": 1, "ett": 1, "två": 2, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "tio": 10,
    "femton": 15, "tjugo": 20, "trettio": 30, "fyrtio": 40, "fyrtiofem": 45, "par": 2, "några": 3, "nagra": 3,
    "flera": 3,
  ]
}
