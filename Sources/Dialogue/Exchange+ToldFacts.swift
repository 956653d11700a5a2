import Knowledge
import Matching
import TextAnalysis

/// Facts told in words that no list has: learned from how people put them.
extension Exchange {
  /// How much evidence (log odds) a value needs that the open question asks for.
  private static let evidenceOfReply = -2.6
  /// By how much it has to lead over the question's other choices.
  private static let lead = 1.5
  /// How much one needs that is told in passing.
  private static let evidenceInPassing = 1.5
  /// How much it takes to hear that somebody is no administrator, which ends the advice: in a reply, and in passing.
  private static let evidenceOfEndUserReply = 2.0
  private static let evidenceOfEndUser = 2.5

  /// How much another fact needs, and by how much it has to lead, to overrule a word.
  private static let evidenceAgainst = -1.0
  private static let leadAgainst = 3.0

  private static let oneself: Set<String> = ["i", "im", "ive", "me", "jag", "mig"]
  /// What leads in a role without naming oneself: "as user admin".
  private static let roleMarks: Set<String> = ["as", "som"]

  /// Takes a reply for what it most likely tells, where none of the choice's own words stands in it.
  mutating func takeToldReply() -> Bool {
    guard case .slot(let slot)? = state.question?.subject, !reading.isQuestion, !isNewSymptom,
      !reading.says("failed", "worked", "suppose"), !tellsOfOthers(slot), reading.number == nil,
      !PastRole.isTold(in: reading.utterance), reading.weight() >= 2, let told = told.best(of: slot),
      told.lead >= Self.lead,
      told.evidence >= leastEvidence(of: told.value, for: slot)
    else { return false }
    // "It's just the cloud", asked for the role, answers something else.
    let tellsElse = reading.values.contains { $0.slot != slot && isAsked($0.slot) && isChange($0) }
    if told.value == Question.unknown, tellsElse { return false }
    decision = MatchDecision.reply
    keep(reading.values.filter { $0.slot != slot && !isOfSomebodyElse($0) })
    settle(slot, told.value)
    return true
  }

  /// How much evidence a reply needs: much to say that somebody is no administrator, unless it begins with a "no" to the
  /// question which role they have.
  private func leastEvidence(of value: String, for slot: String) -> Double {
    guard isEndUser([slot: value]) else { return Self.evidenceOfReply }
    return reading.begins(with: "no") && speaksOfOneself() ? Self.evidenceAfterNo : Self.evidenceOfEndUserReply
  }

  private static let evidenceAfterNo = -4.0

  /// Whether it asks for the writer's role and speaks of somebody else: "the boss is here".
  func tellsOfOthers(_ slot: String) -> Bool {
    engine.vocabulary.tellsEndUsers(slot)
      && (reading.tellsOfThird || !speaksOfOneself())
      && reading.utterance.tokens.count > Self.wordsWithoutSubject
  }

  private func speaksOfOneself(or marks: Set<String> = []) -> Bool {
    reading.utterance.tokens.contains { Self.oneself.contains($0.text) || marks.contains($0.text) }
  }

  /// How many words a reply has that leaves out of whom it speaks: "just helpdesk, nothing fancy".
  private static let wordsWithoutSubject = 8

  /// What the message tells besides what its words say by themselves: values that the symptom could ask for.
  func toldInPassing(among slots: Set<String>) -> [SlotValue] {
    // A question or a supposition names much that it doesn't tell.
    guard reading.weight() >= 2, !reading.says("suppose"), !PastRole.isTold(in: reading.utterance),
      !reading.isQuestion || match.decision == .answer
    else { return [] }
    return slots.sorted().compactMap { slot in
      guard !reading.values.contains(where: { $0.slot == slot }), !reading.doubted.contains(slot),
        let told = told.best(of: slot), told.value != Question.unknown
      else { return nil }
      let isOwn = engine.vocabulary.tellsEndUsers(slot)
      // A symptom may have the words of two roles and tell none.
      if isOwn, !speaksOfOneself(or: Self.roleMarks), !repliesOfOneself { return nil }
      let least = isOwn && isEndUser([slot: told.value]) ? Self.evidenceOfEndUser : Self.evidenceInPassing
      guard told.evidence >= least else { return nil }
      return SlotValue(slot: slot, value: told.value, tokens: 0..<0, subject: isOwn ? .own : .open)
    }
  }

  /// Whether it is a short reply to which symptom is meant, which leaves out of whom it speaks: "just a teacher here".
  private var repliesOfOneself: Bool {
    guard case .intent? = state.question?.subject else { return false }
    return !reading.tellsOfThird && reading.utterance.tokens.count <= Self.wordsWithoutSubject
  }

  /// Whether it far likelier tells another fact: "the accounts are synced", of a department's name.
  func tellsSomethingElse(than slot: String, _ value: String) -> Bool {
    let own = told.evidence(of: slot, value) ?? -.infinity
    return own < Self.evidenceOfReply
      && engine.knowledge.questions.keys.contains { other in
        other != slot
          && (told.best(of: other)?.evidence ?? -.infinity) >= max(Self.evidenceAgainst, own + Self.leadAgainst)
      }
  }

  /// Whether a value's words stand in a longer message that, by all that was learned, tells something else: "the reset button,
  /// I mean, on her page", asked for a role that has "reset" in its name.
  func tellsHardly(_ slot: String, _ value: String) -> Bool {
    guard reading.weight() >= Self.wordsOfHardly, let evidence = told.evidence(of: slot, value) else { return false }
    let least = told.best(of: slot)?.value == value ? Self.evidenceOfHardly : Self.evidenceOfHardlyBesideOther
    return evidence < least
  }

  private static let wordsOfHardly = 4
  /// The evidence under which a value is not told, and where another value of the slot has more.
  private static let evidenceOfHardly = -5.0
  private static let evidenceOfHardlyBesideOther = -4.0

  private var told: ToldFacts.Guesses { heard.told(engine.matcher.toldFacts) }
}
