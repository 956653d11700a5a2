public import Dialogue
public import FoundationEssentials
import SessionLog
public import TextAnalysis

/// Where a session stands: the answer to `session.get`.
public struct SessionStatus: Codable, Sendable, Equatable {
  /// The session's id.
  public var session: String
  /// The number of its last turn, 0 before any.
  public var turn: Int
  /// The language of the last reply.
  public var language: Language?
  /// What the latest conversation has come to.
  public var outcome: Outcome
  /// When that conversation began.
  public var started: Date
  /// When its last turn was.
  public var used: Date
  /// Where it stands; empty once it is over.
  public var state: TurnResponse.State

  init(_ stored: StoredSession, state: TurnResponse.State) {
    session = stored.name
    turn = stored.turn
    language = Language(rawValue: stored.language)
    outcome = Outcome(rawValue: stored.outcome) ?? .open
    started = stored.started
    used = stored.used
    self.state = state
  }
}
