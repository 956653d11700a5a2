import Knowledge
import Redaction
import TextAnalysis

/// What a message says, word by word, before anything is decided.
struct Reading {
  /// The redacted text.
  let text: String
  /// What was taken out of it.
  let secrets: Set<SecretKind>
  let utterance: Utterance
  /// How much of it is in which language.
  let vote: LanguageVote.Outcome
  /// The conversation's own words in it, nested ones too.
  let words: [Lexicon.Match]
  /// The values for slots that it gives.
  private(set) var values: [SlotValue]
  /// The slots of which it says that their value isn't known.
  let doubted: Set<String>
  /// Whose role it tells by name: the name, in small letters, and the role.
  let people: [String: SlotValue]

  /// Whether it is put as a question: by its mark, or by how it begins.
  private(set) var isQuestion = false
  /// Whether it asks for a yes or no: it, or a part of it after a mark, begins with a verb ("can she …", "får hon …").
  private(set) var isPolar = false

  init(_ message: RedactedText, vocabulary: ConversationVocabulary) {
    text = message.text
    secrets = message.found
    utterance = Utterance(message.text)
    words = vocabulary.words.matches(in: utterance, nested: true)
      .filter { [utterance] in
        Self.isSure($0) && !Self.isContraction($0, in: utterance) && !Self.isAmazement($0, in: utterance)
          && !Self.isOtherWord($0, in: utterance) && !Self.isExpected($0, in: utterance)
      }
    vote = vocabulary.vote.count(utterance)
    let told = vocabulary.told(in: utterance, isSwedish: vote.language == .swedish)
    values = vocabulary.onePerSlot(told, in: utterance)
    doubted = vocabulary.doubted(in: utterance)
    people = vocabulary.people(told, in: utterance)
    // Asked for dozens of times a turn.
    isQuestion = findsQuestion()
    isPolar = findsPolar()
  }

  /// Keeps the values that matter to these articles: what one article asks means nothing in another, unless the
  /// question is shared.
  mutating func keepValues(of articles: Set<String>, questions: [String: Question]) {
    values.removeAll { value in
      guard let article = questions[value.slot]?.article else { return false }
      return !articles.contains(article)
    }
  }

  /// Adds the roles of people who are named and of whom it asks something, as told before: "so Fatima could do it?".
  mutating func addRoles(of people: [String: [String: String]]) {
    guard isQuestion else { return }
    for (index, token) in utterance.tokens.enumerated() {
      for (slot, value) in people[token.text] ?? [:] where !values.contains(where: { $0.slot == slot && $0.isOfOthers })
      {
        values.append(SlotValue(slot: slot, value: value, tokens: index..<index + 1, subject: .other))
      }
    }
  }

  /// Adds values that its words tell only together.
  mutating func add(_ more: [SlotValue]) { values += more }

  /// Leaves out values that are told of something else than what is taken up.
  mutating func dropValues(where isOfOther: (SlotValue) -> Bool) { values.removeAll(where: isOfOther) }

  /// Whether it has no words at all: empty, or marks and emoji only.
  var isWordless: Bool { utterance.tokens.isEmpty }

  /// Whether nothing was typed.
  var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether it says one of these, not denied.
  func says(_ names: String...) -> Bool {
    words.contains { names.contains($0.id) && !utterance.isNegated($0.tokens) }
  }

  /// The longest phrase of this kind, in words; 0 where there is none.
  func length(of name: String) -> Int {
    words.lazy.filter { $0.id == name }.map(\.tokens.count).max() ?? 0
  }

  /// Whether it says the first of these and nothing else of weight: besides it, only the others, politeness and fillers.
  func only(_ name: String, with others: String..., rest: Int = 0) -> Bool {
    only(name, withAny: others, rest: rest)
  }

  /// Whether it says the first of these and nothing else of weight.
  func only(_ name: String, withAny others: [String], rest: Int = 0) -> Bool {
    guard words.contains(where: { $0.id == name }) else { return false }
    return weight(beside: [name] + others) <= rest
  }

  /// How many words it has beside phrases of these kinds, politeness and fillers.
  func weight(beside names: [String] = []) -> Int {
    let light = names + Self.light
    var covered = [Bool](repeating: false, count: utterance.tokens.count)
    for match in words where light.contains(match.id) {
      for index in match.tokens { covered[index] = true }
    }
    return zip(covered, utterance.tokens).count { !$0 && !$1.isPlaceholder }
  }

  /// How many words it has beside the values that it gives, politeness and fillers.
  var weightBesideValues: Int {
    let rest = utterance.tokens.indices.filter { index in !values.contains { $0.tokens.contains(index) } }
    return rest.count { index in
      !utterance.tokens[index].isPlaceholder
        && !words.contains { $0.tokens.contains(index) && Self.lightBesideValues.contains($0.id) }
    }
  }

  /// What carries nothing beside another phrase.
  static let light = ["filler", "greeting", "thanks", "abuse"]
  private static let lightBesideValues = light + ["yes", "no", "correction"]

  /// Whether a phrase of the second kind stands only inside longer ones of the first.
  func isOnlyWithin(_ outer: String, _ inner: String) -> Bool {
    let outside = words.filter { $0.id == outer }.map(\.tokens)
    return words.filter { $0.id == inner }.allSatisfy { match in
      outside.contains { $0.count > match.tokens.count && $0.contains(match.tokens) }
    }
  }

  /// Where the first phrase of this kind stands.
  func place(of name: String) -> Int? { words.lazy.filter { $0.id == name }.map(\.tokens.lowerBound).min() }

  /// Whether it tells that something was looked at and is as it should be: "checked the service, it's fine".
  var findsAllWell: Bool {
    let told = words.filter { $0.id == "worked" }
    return utterance.tokens.contains { Self.looks.contains($0.text) } && !told.isEmpty
      && told.allSatisfy { Self.states.contains($0.phrase) }
      && !utterance.tokens.contains { ["now", "nu", "thanks", "tack"].contains($0.text) }
  }

  private static let looks: Set<String> = [
    "checked", "verified", "inspected", "kollat", "kollade", "kontrollerat", "kontrollerade", "dubbelkollat",
  ]
  private static let states: Set<String> = [
    "it's fine", "its fine", "works fine", "it works", "works", "fungerar", "funkar", "det funkar", "det fungerar",
    "allt bra", "all good", "funkar fint", "fine",
  ]

  /// Whether success is told with a limit: "it helped partly", "det hjälpte lite".
  var tellsPartly: Bool {
    let partly = words.filter { $0.id == "partly" }.map(\.tokens)
    return words.contains { worked in
      worked.id == "worked"
        && partly.contains {
          abs($0.lowerBound - worked.tokens.upperBound) <= 1 || abs(worked.tokens.lowerBound - $0.upperBound) <= 1
        }
    }
  }

  /// Whether success is told in more than a word, after whatever is told of a failure: "now I've done it there and she got
  /// in at once".
  var endsWithSuccess: Bool {
    let successes = words.filter { $0.id == "worked" && $0.tokens.count > 1 && !utterance.isNegated($0.tokens) }
    let failures = words.filter { ["failed", "partly"].contains($0.id) }
    guard let success = successes.map(\.tokens.lowerBound).max(), !failures.isEmpty else { return false }
    return failures.allSatisfy { failure in
      failure.tokens.upperBound <= success || successes.contains { $0.tokens.contains(failure.tokens) }
    }
  }

  /// Whether it ends with a phrase of this kind.
  func ends(with name: String) -> Bool {
    words.contains { $0.id == name && $0.tokens.upperBound == utterance.tokens.count }
  }

  /// Whether it begins with a phrase of this kind, with nothing before it but what leads in: "but if …", "hej, kan du …".
  func begins(with name: String) -> Bool {
    words.contains { $0.id == name && isPreceded($0.tokens.lowerBound, by: ["greeting", "thanks", "yes", "so"]) }
  }

  /// Whether it begins with a phrase of this kind, but for hesitation: "wait no sorry, I mean …".
  func opens(with name: String) -> Bool {
    words.contains { match in
      match.id == name
        && (0..<match.tokens.lowerBound).allSatisfy { before in
          Self.hesitations.contains(utterance.tokens[before].text)
            || words.contains { $0.tokens.contains(before) && ["filler", "greeting", "yes", "no"].contains($0.id) }
        }
    }
  }

  /// Whether it begins by asking to wait: "hang on, …", "nej vänta …".
  var hesitates: Bool {
    utterance.tokens.prefix(3).contains { ["wait", "hang", "hold", "vänta", "vänt"].contains($0.text) }
  }

  /// Whether it ends with a phrase of this kind that asks for it: "scrap all this, let's start over".
  func endsWishing(_ name: String) -> Bool {
    words.contains { match in
      match.id == name && match.tokens.upperBound == utterance.tokens.count
        && Self.wishes.contains(utterance.tokens[match.tokens.lowerBound].text)
    }
  }

  /// Whether it tells what the person who writes is going to do: "I'll ask", "ska ringa".
  var intends: Bool { utterance.tokens.contains { Self.intentions.contains($0.text) } }

  private static let intentions: Set<String> = [
    "will", "ill", "ask", "call", "gonna", "ska", "ringer", "ringa", "fråga", "frågar", "ber", "be", "pratar", "prata",
  ]

  private static let wishes: Set<String> = [
    "start", "lets", "restart", "forget", "begin", "börja", "vi", "glöm", "starta",
  ]
  private static let hesitations: Set<String> = [
    "wait", "sorry", "oops", "honestly", "tbh", "frankly", "vänta", "förlåt", "oj", "ärligt",
  ]

  /// Whether nothing but a greeting, a yes or a no stands before this word.
  func isAtStart(_ index: Int) -> Bool {
    isPreceded(index, by: ["greeting", "thanks", "yes", "no", "and", "so"])
  }

  func isAtStartOfPart(_ index: Int) -> Bool { isAtStart(index) || utterance.tokens[index].boundary != .none }

  /// Whether only fillers stand before this word.
  func isNearStart(_ index: Int) -> Bool {
    index <= 3 && isPreceded(index, by: ["filler", "greeting", "thanks", "yes", "no"])
  }

  func isPreceded(_ index: Int, by names: [String]) -> Bool {
    (0..<index).allSatisfy { before in
      Self.isAmazement(at: before, in: utterance)
        || words.contains { $0.tokens.contains(before) && names.contains($0.id) }
    }
  }

  /// Whether it leans on what was said before: "it", "she", "then".
  var isAnaphoric: Bool { words.contains { $0.id == "anaphora" } }

  /// Whether a part of it calls up the other of two things: "the other one?", "och det andra problemet".
  var callsOther: Bool {
    let tokens = utterance.tokens
    return tokens.indices.dropLast().contains { index in
      guard ["the", "that", "den", "det", "my", "mitt"].contains(tokens[index].text),
        ["other", "second", "andra"].contains(tokens[index + 1].text),
        index == 0 || tokens[index].boundary != .none || index <= 3 || Self.callings.contains(tokens[index - 1].text)
      else { return false }
      let next = index + 2
      return next == tokens.count || tokens[next].boundary != .none || Self.others.contains(tokens[next].text)
    }
  }

  private static let callings: Set<String> = ["and", "och", "then", "till", "to", "about", "om", "now", "nu", "ta"]
  private static let others: Set<String> = [
    "one", "thing", "problem", "issue", "question", "matter", "then", "problemet", "saken", "grejen", "frågan", "då",
    "ärendet",
  ]

  /// Whether it speaks of the other of two: "and the other page?", "den andra sidan".
  var namesAnother: Bool {
    zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
      ["the", "that", "den", "det"].contains($0.text) && ["other", "andra"].contains($1.text)
    }
  }
}
