import SessionLog

extension SessionLog {
  /// The turns of all conversations of a session.
  ///
  /// - Throws: `Failure` with status 64 where the log has no such session.
  func turns(named name: String) throws -> [StoredTurn] {
    let conversations = try conversations(named: name)
    guard !conversations.isEmpty else {
      throw Failure(.usage, "there is no session “\(name)” in \(path); `fixline sessions list` names the latest")
    }
    return try conversations.flatMap { try turns(of: $0.id) }
  }
}

extension [StoredTurn] {
  /// The turns as a transcript that replays.
  func transcript(of session: String) -> String {
    (["# Session \(session), \(first?.at.timestamp ?? "")"] + flatMap(\.transcriptLines)).map { $0 + "\n" }.joined()
  }
}

extension StoredTurn {
  /// The turn as lines of a transcript.
  fileprivate var transcriptLines: [String] {
    [
      "> \(choice ?? text.split(whereSeparator: \.isNewline).joined(separator: " "))",
      "= language \(language)", "= intent \(intent ?? "none")", "= fix \(fix ?? "none")", "= outcome \(outcome)",
    ]
  }
}
