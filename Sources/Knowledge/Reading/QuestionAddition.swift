import TextAnalysis
import Yams

/// What an article's folder adds to a question that stands elsewhere: words that only its own subject knows.
///
/// So a slot that many articles share, such as the role, is defined once and says nothing about any of them.
struct QuestionAddition {
  let slot: String
  let entry: Entry
  let ignores: LocalizedPhrases
  let actsOn: LocalizedPhrases
  let options: [Option]

  /// What is added to one choice.
  struct Option {
    let value: String
    let entry: Entry
    let words: LocalizedPhrases
    let replies: LocalizedPhrases
    let implies: [String: String]
    let ofOthers: [String: String]
  }

  /// Adds it to its question; reported where there is no such question or choice.
  func apply(to questions: inout [String: Question]) {
    guard var question = questions[slot] else {
      return entry.report(
        .unknownName, "‘adds’ to the question ‘\(slot)’, which nothing defines",
        mend: Suggestion.mend(for: slot, among: questions.keys) ?? "define it, or remove ‘adds: true’")
    }
    entry.append(ignores, to: &question.ignores, from: "ignores", at: "question/\(slot)/ignores")
    entry.append(actsOn, to: &question.actsOn, from: "acts-on", at: "question/\(slot)/acts-on")
    for option in options {
      guard let index = question.options.firstIndex(where: { $0.value == option.value }) else {
        option.entry.report(
          .unknownName, "‘\(option.value)’ is no choice of ‘\(slot)’",
          mend: Suggestion.mend(for: option.value, among: question.options.map(\.value)))
        continue
      }
      let place = "option/\(slot)/\(option.value)"
      option.entry.append(option.words, to: &question.options[index].words, from: "words", at: "\(place)/words")
      option.entry.append(option.replies, to: &question.options[index].replies, from: "replies", at: "\(place)/replies")
      question.options[index].implies.merge(option.implies) { $1 }
      question.options[index].ofOthers.merge(option.ofOthers) { $1 }
      option.entry.notePlaces(of: option.implies.keys, from: "implies", at: "\(place)/implies")
      option.entry.notePlaces(of: option.ofOthers.keys, from: "of-others", at: "\(place)/of-others")
    }
    questions[slot] = question
  }
}

extension Entry {
  /// The addition in this mapping; `nil` where it is a question of its own.
  func questionAddition(slot: String) -> QuestionAddition? {
    guard node.mapping?["adds"] != nil else { return nil }
    let fields = fields(["adds", "ignores", "acts-on", "options"])
    guard fields["adds"]?.flag() == true else { return nil }
    return QuestionAddition(
      slot: slot, entry: self, ignores: fields["ignores"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      actsOn: fields["acts-on"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      options: (fields["options"]?.list() ?? []).compactMap { $0.optionAddition() })
  }

  private func optionAddition() -> QuestionAddition.Option? {
    let fields = fields(["value", "words", "replies", "implies", "of-others"])
    guard let value = fields.required("value")?.phrase() else { return nil }
    return QuestionAddition.Option(
      value: value, entry: self, words: fields["words"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      replies: fields["replies"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      implies: fields["implies"]?.valuesBySlot() ?? [:], ofOthers: fields["of-others"]?.valuesBySlot() ?? [:])
  }

  /// A map from slots to one value each.
  func valuesBySlot() -> [String: String] { pairs().reduce(into: [:]) { $0[$1.key] = $1.value.phrase() } }

  /// Notes where values for these slots stand, so that a finding names its own line.
  fileprivate func notePlaces(of slots: some Collection<String>, from key: String, at place: String) {
    for slot in slots { notes.places["\(place)/\(slot)"] = notes.places["\(path)/\(key)/\(slot)"] }
  }

  /// Puts phrases behind those of a question and notes where each of them stands, so that a finding names its own line.
  fileprivate func append(
    _ phrases: LocalizedPhrases, to all: inout LocalizedPhrases, from key: String, at place: String
  ) {
    for (language, added) in phrases.values {
      let count = all[language]?.count ?? 0
      for index in added.indices {
        let own = "\(path)/\(key)/\(language.rawValue)"
        notes.places["\(place)/\(language.rawValue)/\(count + index)"] =
          notes.places["\(own)/\(index)"] ?? notes.places[own]
      }
      all.values[language, default: []] += added
    }
  }
}
