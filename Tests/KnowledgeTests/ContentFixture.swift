import Foundation
@testable import Knowledge

/// A small, flawless content folder for tests to plant a problem in, in a fresh place each.
struct ContentFixture {
  let directory: URL
  private(set) var files: [String: String]

  /// A lamp that doesn't burn: one symptom, two questions, a table of four fixes.
  init(_ changes: [String: (String) -> String] = [:], adding added: [String: String] = [:]) throws {
    directory = Self.root.appending(path: UUID().uuidString)
    files = Self.flawless.merging(added) { _, new in new }
    for (name, change) in changes { files[name] = change(files[name] ?? "") }
    try write()
  }

  /// The folder that all fixtures of this run stand in; it goes when the run ends.
  private static let root: URL = {
    atexit { try? FileManager.default.removeItem(at: ContentFixture.root) }
    return FileManager.default.temporaryDirectory.appending(path: "fixline-content-\(UUID().uuidString)")
  }()

  /// The same with one text replaced by another in one file; the text has to be there.
  init(_ file: String, replacing old: String, with new: String) throws {
    precondition(Self.flawless[file]?.contains(old) == true, "‘\(old)’ is not in \(file)")
    try self.init([file: { $0.replacingOccurrences(of: old, with: new) }])
  }

  /// The content as it is loaded to run with.
  func load(cache: CompiledCache = .none) throws -> KnowledgeBase {
    try ContentLoader.load(directory, cache: cache)
  }

  /// The content as it is read to be checked.
  func read() throws -> Content {
    try ContentLoader.read(directory)
  }

  /// Writes one file anew.
  func write(_ text: String, to name: String) throws {
    let file = directory.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func write() throws { for (name, text) in files { try write(text, to: name) } }

  static let flawless: [String: String] = [
    "lamp/article.yaml": """
    title: {en: The lamp, sv: Lampan}
    url: https://example.org/lamp
    documented: 2021-03-09
    checked: 2026-11-01
    licence: CC BY 4.0
    links:
      manual: {title: {en: The manual, sv: Handboken}, url: "https://example.org/manual"}

    """,
    "lamp/questions.yaml": """
    who:
      ask: {en: Who are you?, sv: Vem är du?}
      again: {en: Which one are you?, sv: Vilken är du?}
      explain: {en: It decides the fix., sv: Det avgör råden.}
      options:
        - value: keeper
          label: {en: Keeper, sv: Vaktmästare}
          named: {en: as keeper, sv: som vaktmästare}
          words: {en: [keeper], sv: [vaktmästare]}
        - value: guest
          label: {en: Guest, sv: Gäst}
          named: {en: as guest, sv: som gäst}
          words: {en: [guest], sv: [gäst]}
          end-user: true
    waited:
      kind: duration
      ask: {en: How long?, sv: Hur länge?}
      again: {en: Since when?, sv: Sedan när?}
      explain: {en: A lamp takes a while., sv: En lampa tar en stund.}
      options:
        - value: short
          below: 30
          label: {en: Less than half an hour, sv: Mindre än en halvtimme}
          named: {en: after a short wait, sv: efter kort väntan}
        - value: long
          from: 30
          label: {en: Longer, sv: Längre}
          named: {en: after a long wait, sv: efter lång väntan}

    """,
    "lamp/vocabulary.yaml": """
    dark: {en: [dark, no light], sv: [mörk, inget ljus]}
    lamp: {neutral: true, en: [lamp], sv: [lampa]}

    """,
    "lamp/facts.yaml": """
    who-may-touch:
      triggers: {en: [who may], sv: [vem får]}
      text: {en: Only keepers may touch the lamp., sv: Bara vaktmästare får röra lampan.}
      links: [manual]
      yes: [{who: keeper}]
      no: [{who: [guest]}]

    """,
    "lamp/out-of-scope.yaml": "{en: [the sun is dark], sv: [solen är mörk]}\n",
    "lamp/lamp-dark.yaml": """
    intent: lamp-dark
    title: {en: The lamp is dark, sv: Lampan är mörk}
    heading: {en: My lamp is dark, sv: Min lampa är mörk}
    keywords: [dark^3, lamp]
    examples:
      en: [my lamp is dark, there is no light]
      sv: [min lampa är mörk, det finns inget ljus]
    asks: [who, waited]
    facts: [who-may-touch]
    fixes:
      - id: ask-keeper
        when: {who: [guest, unknown]}
        audience: everyone
        text: {en: "Ask a keeper. {who-may-touch}", sv: "Fråga en vaktmästare. {who-may-touch}"}
        hands-over: true
      - id: wait
        when: {who: keeper, waited: [short, unknown]}
        text:
          en: |
            1. Wait.
            2. Look again.
          sv: |
            1. Vänta.
            2. Titta igen.
        next: change
      - id: change
        when: {who: keeper, waited: long}
        text: {en: Change the bulb., sv: Byt lampan.}
        short: {en: Change it., sv: Byt den.}
        links: [manual]

    """,
    "settings.yaml": """
    name: Lux
    contact: {en: call 4711, sv: ring 4711}

    """,
  ]
}
