import Knowledge
import Matching
import TextAnalysis

/// Two questions in one message: "who may do it, and which licence do we need?".
extension Exchange {
  /// Adds the documented fact that another part of the message clearly asks for and that no reply states yet.
  mutating func answerSecondQuestion() {
    guard let intent, !isEndUser, reading.isQuestion, !reading.begins(with: "suppose"), state.outcome == .open else {
      return
    }
    if case .slot = state.question?.subject { return answerBeforeAsking(intent) }
    guard let place = replies.lastIndex(where: { $0.kind == .fix }), state.question?.subject ?? .helped == .helped,
      let (fact, lead) = secondQuestion(of: intent)
    else { return }
    replies.insert(
      compose(.fix, text(fact.text), lead: lead, links: fact.links, of: home(of: fact, besides: intent)),
      at: place + 1)
  }

  /// Answers at once what depends on nothing that is still to be asked: "how do I reset one, and what does it cost?".
  private mutating func answerBeforeAsking(_ intent: Intent) {
    guard replies.count == 1, replies[0].kind == .question, match.decision == .answer else { return }
    let found = askedInParts()
    guard let fact = found.first(where: { $0.fact.isPlain && ($0.isSure || found.count > 1) })?.fact else { return }
    replies.insert(
      compose(.fix, text(fact.text), links: fact.links, of: home(of: fact, besides: intent)), at: 0)
  }

  /// How long a message may be to be searched for a second question, and a part to be one, in words.
  private static let wordsOfMessage = 40
  private static let wordsOfPart = 2

  /// Gives the facts that the parts of a message ask for, where the whole of it seems to ask for none.
  mutating func giveFactsOfParts(of intent: Intent) -> Bool {
    guard !isEndUser else { return false }
    let found = askedInParts()
    guard found.contains(where: \.isSure) else { return false }
    for said in found {
      guard !isSaid(said.fact) else { continue }
      let fact = narrowed(said.fact, for: state.facts)
      replies.append(
        compose(.fix, text(fact.text), lead: said.lead, links: fact.links, of: home(of: fact, besides: intent)))
    }
    return !replies.isEmpty
  }

  /// Yes or no to the part of a message that asks for this fact, beside another question: "who may, and must I be …?".
  func leadOfPart(asking fact: Fact) -> String {
    askedInParts().first { $0.fact.id == fact.id }?.lead ?? ""
  }

  /// What the parts of a message ask for, one after the other.
  private func askedInParts() -> [(fact: Fact, lead: String, isSure: Bool)] {
    let utterance = reading.utterance
    guard utterance.tokens.count <= Self.wordsOfMessage else { return [] }
    let parts = parts(of: utterance)
    guard parts.count > 1 else { return [] }
    return parts.filter { $0.count >= Self.wordsOfPart }.compactMap { asked(by: utterance.typed($0)) }
      .filter { mayBeTold($0.fact) && mayBeTold(narrowed($0.fact, for: state.facts)) }
  }

  private func secondQuestion(of intent: Intent) -> (fact: Fact, lead: String)? {
    // Both have to be questions for a fact, since a symptom told beside one asks for nothing – but for a yes or no.
    let found = askedInParts()
    guard found.contains(where: \.isSure),
      Set(found.map(\.fact.id)).count > 1 || found.contains(where: { !$0.lead.isEmpty })
    else { return nil }
    return found.first { !isSaid($0.fact) }.map { (fact: narrowed($0.fact, for: state.facts), lead: $0.lead) }
  }

  /// Whether a reply states a fact already, in whatever exactness.
  private func isSaid(_ fact: Fact) -> Bool {
    let exact = fact.instead.keys.compactMap { engine.knowledge.facts[$0] }
    return ([fact] + exact).map { text($0.text).plainText }.contains { said in
      replies.contains { $0.text.contains(said) }
    }
  }

  /// Whether a part only begins like a question, since its subject stands in the part before: "we have AD and want …".
  private func isWish(_ part: Utterance) -> Bool {
    guard part.tokens.count > 1, Self.wishes.contains(part.tokens[0].text) else { return false }
    return !Self.subjects.contains(part.tokens[1].text)
  }

  private static let wishes: Set<String> = [
    "vill", "behöver", "ska", "måste", "skulle", "har", "want", "need", "have", "must", "should",
  ]
  private static let subjects: Set<String> = [
    "jag", "vi", "du", "ni", "man", "hon", "han", "hen", "de", "dom", "den", "det", "i", "we", "you", "one", "she",
    "he",
    "they", "it",
  ]

  /// The fact that a part of the message clearly asks for, by itself and in the context of what is open now.
  private func asked(by part: String) -> (fact: Fact, lead: String, isSure: Bool)? {
    var alone = alone(part, state)
    guard alone.reading.isQuestion, !isWish(alone.reading.utterance), let asked = alone.askedFact, asked.isClear else {
      return nil
    }
    let isYesOrNo = alone.reading.isPolar
    let polarity = isYesOrNo ? alone.polarity(of: asked.fact, supposing: []) : nil
    return (asked.fact, polarity.map { alone.saying($0) } ?? "", asked.isUnmistakable)
  }
}

extension Fact {
  /// Whether it is for everyone, and the same whatever is known.
  fileprivate var isPlain: Bool { audience == .everyone && yes.isEmpty && no.isEmpty && instead.isEmpty }
}
