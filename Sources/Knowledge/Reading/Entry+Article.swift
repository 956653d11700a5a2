// How an article, its questions and its vocabulary are written.

import TextAnalysis
import Yams

extension Entry {
  /// The article in this mapping.
  func article(id: String) -> Article {
    let fields = named("article/\(id)").fields([
      "title", "url", "documented", "checked", "licence", "end-user", "links", "document", "revision",
    ])
    let links = fields["links"]?.pairs().map { ($0.key, $0.value.link()) } ?? []
    return Article(
      id: id, title: fields.required("title")?.sharedText() ?? LocalizedText([:]), url: fields["url"]?.sharedText(),
      documented: fields["documented"]?.date(), checked: fields["checked"]?.date(),
      licence: fields["licence"]?.phrase(),
      endUserFact: fields["end-user"]?.phrase(), links: Dictionary(links) { first, _ in first },
      document: fields["document"]?.localizedText(),
      revision: fields["revision"]?.localizedText())
  }

  private func link() -> Link {
    let fields = fields(["title", "url", "note"])
    return Link(
      title: fields.required("title")?.sharedText() ?? LocalizedText([:]), url: fields.required("url")?.phrase() ?? "",
      note: fields["note"]?.phrase())
  }

  /// The question in this mapping.
  func question(slot: String) -> Question {
    let fields = fields(["kind", "general", "ignores", "acts-on", "ask", "again", "explain", "options"])
    let kind = fields["kind"]?.choice(of: QuestionKind.self) ?? .choice
    // A slot that is only ever taken from messages has no question.
    func text(_ key: String) -> LocalizedText { fields[key]?.localizedText() ?? LocalizedText([:]) }
    let options = (fields.required("options")?.list() ?? []).compactMap { $0.option(of: slot, kind: kind) }
    return Question(
      slot: slot, ask: text("ask"), again: text("again"), explanation: text("explain"), options: options,
      isGeneral: fields["general"]?.flag() ?? false,
      ignores: fields["ignores"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      actsOn: fields["acts-on"]?.localizedPhrases() ?? LocalizedPhrases([:]), isDuration: kind == .duration,
      location: location)
  }

  private func option(of slot: String, kind: QuestionKind) -> Question.Option? {
    let known =
      ["value", "label", "named", "words", "replies", "heads", "implies", "of-others", "denied", "end-user"]
      + (kind == .duration ? ["from", "below"] : [])
    guard let value = fields(known).required("value")?.phrase() else { return nil }
    if value == Question.unknown {
      report(.wrongValue, "‘unknown’ stands for “don't know” in every question", mend: "remove this option")
      return nil
    }
    let fields = named("option/\(slot)/\(value)").fields(known)
    return Question.Option(
      value: value, label: fields.required("label")?.localizedText() ?? LocalizedText([:]),
      named: fields.required("named")?.localizedText() ?? LocalizedText([:]),
      words: fields["words"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      replies: fields["replies"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      heads: fields["heads"]?.localizedPhrases() ?? LocalizedPhrases([:]), from: fields["from"]?.number(),
      below: fields["below"]?.number(),
      implies: fields["implies"]?.valuesBySlot() ?? [:],
      ofOthers: fields["of-others"]?.valuesBySlot() ?? [:],
      denied: fields["denied"]?.phrase(),
      isEndUser: fields["end-user"]?.flag() ?? false)
  }

  /// The concept in this mapping.
  func concept(id: String) -> Concept {
    let fields = fields(["neutral", "en", "sv"])
    return Concept(
      id: id,
      phrases: LocalizedPhrases([
        .english: fields["en"]?.phrases() ?? [], .swedish: fields["sv"]?.phrases() ?? [],
      ]), isNeutral: fields["neutral"]?.flag() ?? false, location: location)
  }
}

/// What the answer to a question is.
private enum QuestionKind: String, CaseIterable {
  case choice
  case duration
}
