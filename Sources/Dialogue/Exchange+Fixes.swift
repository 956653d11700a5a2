import Knowledge

/// Putting a fix or a fact into words, with links and source.
extension Exchange {
  /// The reply that gives a fix: what was understood, the fix, its links, its source.
  func reply(giving fix: Fix, of intent: Intent, for facts: [String: String], lead: String = "") -> Reply {
    let known = named(facts, slots: decisive(for: fix, of: intent, facts))
    let understood =
      known.isEmpty || isEndUser(facts) ? "" : (lead.hasSuffix("–") ? known : known.capitalizedFirst) + ":"
    let joint = understood.isEmpty && lead.hasSuffix(" –") ? lead.dropLast(2) + ":" : lead
    let lead = [joint, understood].filter { !$0.isEmpty }.joined(separator: " ")
    var reply = compose(.fix, text(fix.text), lead: lead, links: fix.links, of: intent)
    reply.fix = fix.id
    return reply
  }

  /// The slots that the fix's row of the table is about: what is named back.
  func decisive(for fix: Fix, of intent: Intent, _ facts: [String: String]) -> [String] {
    let row = fix.when.first { DecisionTable.holds($0, for: facts) } ?? [:]
    return slots(of: intent).filter { row[$0] != nil }
  }

  /// The reply that gives a text of the content with its links and source.
  func compose(_ kind: Reply.Kind, _ text: String, lead: String = "", links: [String], of intent: Intent) -> Reply {
    let article = engine.knowledge.articles[intent.article]
    let links = links.compactMap { article?.links[$0] }.map { Reply.Link(title: self.text($0.title), url: $0.url) }
    let source = source(of: intent)
    let body = lead.isEmpty ? text : text.isBlock ? lead + "\n" + text : lead + " " + text
    let cited = source.map(citation)
    var reply = Reply(
      kind,
      ([body.plainText] + links.map { "\($0.title): \($0.url)" } + [cited].compactMap { $0 }).joined(separator: "\n"))
    reply.markdown =
      ([body] + links.map { "[\($0.title)](\($0.url))" } + [cited].compactMap { $0 }).joined(separator: "\n\n")
    reply.intent = intent.id
    reply.links = links.isEmpty ? nil : links
    reply.source = source
    return reply
  }

  /// Where an intent's fixes are documented.
  func source(of intent: Intent) -> Reply.Source? {
    guard let article = engine.knowledge.articles[intent.article] else { return nil }
    return Reply.Source(
      document: text(article.title), heading: intent.heading.map { text($0) }, documented: article.documented,
      checked: article.checked, url: article.url.map { text($0) })
  }

  /// How much of a heading the line under a fix shows, in characters; the reply's ``Reply/source`` has all of it.
  private static let headingShown = 70

  /// The line under a fix: "Source: …, documented 2021-03-09."
  private func citation(_ source: Reply.Source) -> String {
    let replies = engine.knowledge.conversation.replies
    let name = source.documented == nil ? "source-undated" : "source"
    let sentence = replies[name]?.preferring(language)?.first ?? ""
    let place = [source.document, source.heading?.shortened(to: Self.headingShown)].compactMap { $0 }.joined(
      separator: " › ")
    return sentence.filled(with: ["source": place, "date": source.documented ?? ""])
  }
}
