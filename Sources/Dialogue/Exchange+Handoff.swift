import Knowledge
import TextAnalysis

/// Handing over to a person.
extension Exchange {
  /// Hands over: says so, with the packet; then takes up what still waits.
  ///
  /// - Parameter reason: the name of a sentence that says why, if anything is to be said.
  mutating func handOver(saying reason: String? = nil) {
    let subject = state.topic?.intent ?? ""
    state.outcome = .handedOver
    state.question = nil
    if state.handedOver.contains(subject) {
      return say("handoff-again", ["reference": input.reference])
    }
    state.handedOver.append(subject)
    var sentences = reason.map { [wording($0)] } ?? []
    sentences.append(wording("handoff", ["reference": input.reference]))
    let settings = engine.knowledge.settings
    if let contact = settings.contact { sentences.append(wording("handoff-contact", ["contact": text(contact)])) }
    if let hours = settings.hours { sentences.append(wording("handoff-hours", ["hours": text(hours)])) }
    var reply = Reply(.handoff, sentences.joined(separator: " "))
    reply.intent = state.topic?.intent
    reply.packet = packet()
    replies.append(reply)
    takeUpWaiting()
  }

  /// What a person needs to take over.
  private mutating func packet() -> HandoffPacket {
    let topic = state.topic
    let intents = state.tried.map(\.intent) + [topic?.intent].compactMap { $0 }
    var seen: Set<String> = []
    let sources = intents.filter { seen.insert($0).inserted }
      .compactMap { engine.knowledge.intent($0) }.compactMap { source(of: $0) }
    var packet = HandoffPacket(
      reference: input.reference, session: input.session, language: language.rawValue, facts: state.facts,
      intent: topic?.intent, symptom: topic.map { title($0.intent) }, score: topic?.score, words: state.words,
      tried: state.tried, sources: sources, text: "")
    packet.text = describe(packet)
    return packet
  }

  /// The packet as text to paste into a ticket, a line each.
  private mutating func describe(_ packet: HandoffPacket) -> String {
    let known = packet.facts.sorted { $0.key < $1.key }.map { slot, value in
      let label = engine.knowledge.questions[slot]?.option(value).map { text($0.label) }
      return "\(slot): \(label ?? (value == Question.unknown ? wording("dont-know-label") : value))"
    }
    let tried = packet.tried.map { given in
      "«\(title(given.intent))» (\(given.fix)): \(wording("outcome-" + given.outcome))"
    }
    let sources = packet.sources.map { source in
      [source.document, source.heading, source.documented].compactMap { $0 }.joined(separator: " › ")
    }
    let nothing = wording("packet-nothing")
    let score = packet.score.map { " (\(Int(($0 * 100).rounded())) %)" } ?? ""
    let lines: [(String, String)] = [
      ("packet-reference", packet.reference), ("packet-session", packet.session),
      ("packet-language", packet.language), ("packet-symptom", (packet.symptom ?? nothing) + score),
      ("packet-facts", known.isEmpty ? nothing : known.joined(separator: "; ")),
      ("packet-words", packet.words.isEmpty ? nothing : packet.words.map { "«\($0.oneLine)»" }.joined(separator: " ")),
      ("packet-tried", tried.isEmpty ? nothing : tried.joined(separator: "; ")),
      ("packet-sources", sources.isEmpty ? nothing : sources.joined(separator: "; ")),
    ]
    let heading = wording("packet", ["name": text(engine.knowledge.settings.name)])
    return ([heading] + lines.map { "\(wording($0.0)): \($0.1)" }).joined(separator: "\n")
  }
}

extension String {
  /// The text with every run of white space as one space.
  var oneLine: String {
    let words = unicodeScalars.split {
      $0.isASCII ? $0 == " " || (9...13).contains($0.value) : $0.properties.isWhitespace
    }
    return words.map(String.init).joined(separator: " ")
  }
}
