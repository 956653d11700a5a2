// How an intent is written.

import Yams

extension Entry {
  /// The intent in this mapping; `nil` and a finding where it has no name.
  func intent(article: String) -> Intent? {
    let known = [
      "intent", "title", "heading", "keywords", "examples", "asks", "uses", "facts", "fixes", "imported",
    ]
    guard let id = node.mapping?["intent"]?.string, !id.isEmpty else {
      _ = fields(known).required("intent")
      return nil
    }
    let fields = named("intent/\(id)").fields(known)
    let fixes = (fields.required("fixes")?.list() ?? []).compactMap { $0.fix(of: id) }
    let uses = fields["uses"]?.phrases() ?? []
    rejectTwins(fixes)
    var intent = Intent(
      id: id, article: article, title: fields.required("title")?.localizedText() ?? LocalizedText([:]),
      heading: fields["heading"]?.localizedText(),
      keywords: fields["keywords"]?.list().compactMap { $0.keyword() } ?? [],
      examples: fields["examples"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      asks: (fields["asks"]?.list() ?? []).compactMap { $0.ask() } + uses.map { Ask(slot: $0, unless: [[:]]) },
      fixes: fixes, facts: fields["facts"]?.phrases() ?? [], location: location)
    if let imported = fields["imported"] {
      _ = imported.fields(["document", "anchor"])
      intent.imported = Imported(text: [:])
    }
    return intent
  }

  private func rejectTwins(_ fixes: [Fix]) {
    var seen: [String: SourceLocation] = [:]
    for fix in fixes {
      if let first = seen[fix.id] {
        notes.findings.append(
          Finding(
            .error, .duplicateName, at: fix.location, "fix ‘\(fix.id)’ is defined twice, first in \(first)",
            mend: "rename or remove one of them"))
      }
      seen[fix.id] = seen[fix.id] ?? fix.location
    }
  }

  /// `concept` or `concept^weight`.
  private func keyword() -> Keyword? {
    guard let text = phrase() else { return nil }
    guard let caret = text.lastIndex(of: "^") else { return Keyword(concept: text) }
    guard let weight = Double(text[text.index(after: caret)...]), (0.5...5).contains(weight) else {
      report(.wrongValue, "the weight in ‘\(text)’ is no number from 0.5 to 5")
      return nil
    }
    return Keyword(concept: String(text[..<caret]), weight: weight)
  }

  /// A slot's name, or a mapping that says when it is not asked.
  private func ask() -> Ask? {
    guard node.mapping != nil else { return phrase().map { Ask(slot: $0) } }
    let fields = fields(["slot", "unless"])
    return fields.required("slot")?.phrase().map { Ask(slot: $0, unless: fields["unless"]?.rows() ?? []) }
  }

  private func fix(of intent: String) -> Fix? {
    let known = ["id", "when", "audience", "text", "short", "links", "next", "hands-over", "continues", "unless"]
    guard let id = node.mapping?["id"]?.string, !id.isEmpty else {
      _ = fields(known).required("id")
      return nil
    }
    let fields = named("fix/\(intent)/\(id)").fields(known)
    return Fix(
      id: id, when: fields["when"]?.rows() ?? [[:]],
      audience: fields["audience"]?.choice(of: Audience.self) ?? .administrators,
      text: fields.required("text")?.localizedText() ?? LocalizedText([:]), short: fields["short"]?.localizedText(),
      links: fields["links"]?.phrases() ?? [], next: fields["next"]?.phrase(),
      handsOver: fields["hands-over"]?.flag() ?? false, continues: fields["continues"]?.phrase(),
      unless: fields["unless"]?.rows() ?? [], location: location)
  }

  /// Rows of a decision table: a map from slot to value or values, or a list of such maps.
  func rows() -> [Fix.Row] {
    list().map { row in
      row.pairs().reduce(into: [:]) { values, pair in values[pair.key] = pair.value.phrases() }
    }
  }

  /// The fact in this mapping.
  func fact(id: String, article: String) -> Fact {
    let fields = fields(["triggers", "text", "audience", "links", "yes", "no", "instead", "under", "again", "open"])
    return Fact(
      id: id, article: article, triggers: fields["triggers"]?.localizedPhrases() ?? LocalizedPhrases([:]),
      text: fields.required("text")?.localizedText() ?? LocalizedText([:]),
      audience: fields["audience"]?.choice(of: Audience.self) ?? .everyone, links: fields["links"]?.phrases() ?? [],
      yes: fields["yes"]?.rows() ?? [], no: fields["no"]?.rows() ?? [],
      instead: (fields["instead"]?.pairs() ?? []).reduce(into: [:]) { $0[$1.key] = $1.value.rows() },
      under: fields["under"]?.string(), again: fields["again"]?.localizedText(),
      isOpen: fields["open"]?.flag() ?? false, location: location)
  }
}
