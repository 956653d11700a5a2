public import Dialogue
public import Knowledge
public import TextAnalysis

/// Which fixes and questions transcripts reach, in each language.
public struct Coverage: Sendable {
  private var reached: [Language: Set<Goal>] = [:]

  /// Something that a conversation can reach.
  public enum Goal: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// A fix of an intent.
    case fix(intent: String, fix: String)
    /// A question for a slot.
    case question(String)

    /// As it is listed.
    public var description: String {
      switch self {
      case .fix(let intent, let fix): "fix \(intent)/\(fix)"
      case .question(let slot): "question \(slot)"
      }
    }

    /// By description.
    public static func < (left: Goal, right: Goal) -> Bool { left.description < right.description }
  }

  /// Nothing reached yet.
  public init() {}

  /// Counts what these turns reached.
  public mutating func count(_ turns: [TurnResult]) {
    for turn in turns {
      for reply in turn.replies {
        if let intent = reply.intent, let fix = reply.fix {
          reached[turn.record.language, default: []].insert(.fix(intent: intent, fix: fix))
        }
        if reply.kind == .question, let slot = reply.question {
          reached[turn.record.language, default: []].insert(.question(slot))
        }
      }
    }
  }

  /// All that conversations in this language can reach: every fix of every authored intent, every question that one asks.
  public static func goals(in knowledge: KnowledgeBase, for language: Language) -> Set<Goal> {
    var goals: Set<Goal> = []
    for intent in knowledge.intents where intent.imported == nil && intent.title[language] != nil {
      for fix in intent.fixes { goals.insert(.fix(intent: intent.id, fix: fix.id)) }
      for ask in intent.asks where !ask.unless.contains([:]) { goals.insert(.question(ask.slot)) }
    }
    return goals
  }

  /// What no transcript in this language reaches.
  public func missing(in knowledge: KnowledgeBase, for language: Language) -> [Goal] {
    Self.goals(in: knowledge, for: language).subtracting(reached[language] ?? []).sorted()
  }
}
