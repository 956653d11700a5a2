public import Dialogue
import Redaction
public import SessionLog
import TextAnalysis

/// Says the messages of a logged conversation to an engine and tells which turns would now go another way.
///
/// The whole conversation is replayed from its first turn, so a turn may change because an earlier one did: that is what
/// the person would have seen.
public struct LogReplay: Sendable {
  private let engine: DialogueEngine

  /// Makes a replay on this engine: the log is only read.
  public init(_ engine: DialogueEngine) { self.engine = engine }

  /// What a turn came to, as far as it is compared.
  public struct Result: Sendable, Equatable, CustomStringConvertible {
    /// The intent that the turn is about.
    public var intent: String?
    /// The question that is open after it.
    public var question: String?
    /// The fix given in it.
    public var fix: String?

    /// As a line of text.
    public var description: String {
      "intent \(intent ?? "none") · question \(question ?? "none") · fix \(fix ?? "none")"
    }
  }

  /// A turn that would go another way.
  public struct Change: Sendable, Equatable {
    /// The turn as it is in the log.
    public var turn: StoredTurn
    /// What it came to then.
    public var before: Result
    /// What it would come to now; `nil` where what was chosen is not on offer any more.
    public var after: Result?
  }

  /// The turns of a conversation that would change.
  ///
  /// - Parameter turns: all of its turns in order, as `SessionLog.turns(of:)` gives them.
  public func changes(in turns: [StoredTurn]) -> [Change] {
    var state = ConversationState()
    return turns.compactMap { turn in
      let before = Result(intent: turn.intent, question: turn.question, fix: turn.fix)
      // What is stored was redacted once; where the message didn't tell its language, the stored one was the preferred.
      let input = TurnInput(
        text: RedactedText(redacting: turn.text), choice: turn.choice, session: "replay", reference: "replay",
        preferredLanguage: Language(rawValue: turn.language))
      guard let result = try? engine.turn(state, input) else {
        return Change(turn: turn, before: before, after: nil)
      }
      state = result.state
      let after = Result(intent: result.record.intent, question: result.record.question, fix: result.record.fix)
      return before == after ? nil : Change(turn: turn, before: before, after: after)
    }
  }
}
