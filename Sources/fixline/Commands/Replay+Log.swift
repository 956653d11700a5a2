import ArgumentParser
import Channels
import Dialogue
import FoundationEssentials
import SessionLog
import Transcripts

/// A run through the conversations of a log, on other content than answered them.
struct LogReplayRun {
  let log: SessionLog
  let engine: DialogueEngine
  /// Only turns from this time on are told; the conversations are replayed from their beginning.
  let since: Date?

  /// Writes each turn that would change, with both, then how many there are; says whether there are any.
  func run() throws -> Bool {
    let replay = LogReplay(engine)
    var (turns, changed) = (0, 0)
    let conversations = try log.conversations(since: since)
    for conversation in conversations {
      let stored = try log.turns(of: conversation.id)
      let start = since ?? .distantPast
      turns += stored.count { $0.at >= start }
      let changes = replay.changes(in: stored).filter { $0.turn.at >= start }
      changed += changes.count
      try ByteOutput.standard.write(changes.map { Self.text(of: $0, in: conversation) }.joined())
    }
    try ByteOutput.standard.write(
      "\(changed) of \(counted(turns, "turn")) in \(counted(conversations.count, "conversation")) would change\n")
    return changed > 0
  }

  private static func text(of change: LogReplay.Change, in conversation: StoredSession) -> String {
    let turn = change.turn
    let after = change.after?.description ?? "refused: “\(turn.choice ?? "")” is not on offer"
    return """
      \(conversation.name) \(turn.number)  \(turn.at.timestamp)
      > \(turn.choice ?? turn.text.onOneLine)
      - \(change.before)
      + \(after)

      """
  }
}
