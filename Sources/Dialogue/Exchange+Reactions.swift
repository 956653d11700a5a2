import Knowledge
import Matching
import TextAnalysis

/// Messages that only react, in a word or two: "nice", "no dice", "hmm", "tomorrow", "huh?".
///
/// Their words say so by themselves alone: "it would be nice if …" praises nothing.
extension Exchange {
  /// What a reaction says, and what may stand beside its words.
  private enum Reaction: String, CaseIterable {
    case setback, praise, later, perhaps, noted, puzzled

    var companions: [String] {
      switch self {
      case .setback: ["no", "anaphora", "noted"]
      case .praise: ["yes", "thanks", "anaphora", "worked", "noted"]
      case .later, .perhaps: ["yes", "no", "anaphora"]
      case .noted: ["yes", "anaphora"]
      case .puzzled: []
      }
    }
  }

  /// Takes a reaction as what it means for what is open.
  mutating func takeReaction() -> Bool {
    guard match.decision == .none, !reading.says("abuse", "failed"), let reaction else { return false }
    switch state.question?.subject {
    case _ where reaction == .puzzled: return explainWhatWasSaid()
    case .helped: return takeReactionToFix(reaction)
    case .slot(let slot) where reaction == .perhaps:
      decision = MatchDecision.reply
      settle(slot, Question.unknown)
      return true
    case nil: return takeReactionToNothing(reaction)
    default: return false
    }
  }

  private var reaction: Reaction? {
    Reaction.allCases.first { kind in
      switch kind {
      // "So?", but not "så".
      case .puzzled:
        guard reading.utterance.tokens.count <= Self.wordsOfPuzzlement,
          reading.utterance.hasQuestionMark || !reading.says("filler", "so")
        else { return false }
      // "My colleague did it" tells of a colleague, and not what was asked.
      case .perhaps where reading.utterance.hasQuestionMark: return false
      case .perhaps: break
      default: guard !reading.isQuestion, reading.values.isEmpty else { return false }
      }
      // "Sorry, long day": an apology with its reason.
      if kind == .noted, isApology { return true }
      return reading.only(kind.rawValue, withAny: kind.companions)
    }
  }

  private var isApology: Bool {
    let first = reading.utterance.tokens.first?.text
    return ["sorry", "apologies", "förlåt", "ursäkta"].contains(first) && reading.begins(with: "noted")
      && reading.weight(beside: ["noted"]) <= Self.wordsOfReason && !reading.says("correction", "worked")
  }

  private static let wordsOfReason = 3

  private static let wordsOfPuzzlement = 2

  private mutating func takeReactionToFix(_ reaction: Reaction) -> Bool {
    switch reaction {
    case .praise: takeOutcome("yes")
    case .setback: takeOutcome("no")
    default:
      // "I see, thanks" is more than taking note.
      if reading.says("worked", "thanks") { return false }
      decision = MatchDecision.feedback
      say("take-your-time")
    }
    return true
  }

  private mutating func takeReactionToNothing(_ reaction: Reaction) -> Bool {
    guard reaction == .praise || reaction == .noted else { return false }
    decision = MatchDecision.smallTalk
    if reading.says("thanks") || reaction == .praise && (state.topic != nil || state.outcome == .handedOver) {
      say("thanks")
    } else {
      say(state.outcome == .handedOver ? "handoff-again" : "what-problem", ["reference": input.reference])
    }
    return true
  }

  /// "Huh?": the last fix in a sentence.
  private mutating func explainWhatWasSaid() -> Bool {
    guard state.topic?.given.isEmpty == false else { return false }
    decision = MatchDecision.followUp
    giveShortForm()
    return true
  }
}
