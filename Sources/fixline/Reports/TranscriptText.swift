import SessionLog

extension SessionLog {
  /// The turns of all conversations of a session, or those of the one conversation that a handover's reference names.
  ///
  /// - Throws: `Failure` with status 64 where the log has no such session.
  func turns(named name: String) throws -> [StoredTurn] {
    let named = try conversations(named: name).map(\.id)
    let referred = Self.conversation(of: name).map { [$0] } ?? []
    let found = try (named.isEmpty ? referred : named).flatMap { try turns(of: $0) }
    guard !found.isEmpty else {
      throw Failure(.usage, "there is no session “\(name)” in \(path); `fixline sessions list` names the latest")
    }
    return found
  }

  /// The conversation behind a reference such as `C-12`.
  private static func conversation(of reference: String) -> Int64? {
    reference.hasPrefix("C-") ? Int64(reference.dropFirst(2)) : nil
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
