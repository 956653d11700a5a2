import Knowledge
import TextAnalysis

/// People without an administrator role: the documentation is not for them.
extension Exchange {
  /// Whether the person has said that they are no administrator.
  var isEndUser: Bool { isEndUser(state.facts) }

  /// Whether these facts are those of somebody who is no administrator.
  func isEndUser(_ facts: [String: String]) -> Bool { engine.vocabulary.isEndUser(facts) }

  /// Says a text of the content, unless it is for administrators and the person is none: the only way that such a text
  /// gets into a reply.
  ///
  /// - Returns: whether it was said; else the person was told whom to turn to, and handed over.
  @discardableResult
  mutating func show(_ reply: Reply, to audience: Audience, of intent: Intent) -> Bool {
    guard audience == .administrators, isEndUser || saysEndUser else {
      replies.append(reply)
      return true
    }
    refer(intent)
    return false
  }

  /// Whether a fact may be told to the person as it stands, without asking ``show``.
  func mayBeTold(_ fact: Fact) -> Bool { fact.audience == .everyone || !isEndUser && !saysEndUser }

  /// Whether the person says so in this very message.
  private var saysEndUser: Bool {
    !reading.says("suppose")
      && reading.values.contains { $0.subject == .own && isEndUser([$0.slot: $0.value]) }
  }

  /// Tells somebody without an administrator role that the documentation is not for them, and hands over.
  mutating func refer(_ intent: Intent) {
    let place = replies.count
    tellEndUser(intent)
    // That nothing more is documented says of the handover, too.
    if state.outcome == .handedOver, replies.last?.text.contains(input.reference) == true, replies.count > place {
      return
    }
    handOver()
  }

  /// What somebody without an administrator role is told, shorter once they were told it; asked something else right
  /// after that, that nothing more is documented.
  mutating func tellEndUser(_ intent: Intent) {
    guard let fact = endUserFact(of: intent) else { return }
    let isTold = isToldEndUser(intent)
    if isTold, reading.isQuestion, askedFact == nil { return say("undocumented") }
    noteToldEndUser(intent)
    let reply = compose(.notice, text(isTold ? fact.again ?? fact.text : fact.text), links: [], of: intent)
    state.lastTexts.contains(reply.text) ? say("undocumented") : replies.append(reply)
  }

  private func endUserFact(of intent: Intent) -> Fact? {
    engine.knowledge.articles[intent.article]?.endUserFact.flatMap { engine.knowledge.facts[$0] }
  }

  /// Whether the person was told in this conversation that the documentation is not for them.
  func isToldEndUser(_ intent: Intent) -> Bool { endUserFact(of: intent).map { state.said[$0.id] != nil } ?? false }

  mutating func noteToldEndUser(_ intent: Intent) {
    if let fact = endUserFact(of: intent) { state.said[fact.id] = 1 }
  }
}
