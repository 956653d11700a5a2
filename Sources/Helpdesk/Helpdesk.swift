public import Dialogue
public import FoundationEssentials
public import SessionLog
import Synchronization

/// One turn of one session: load, redact, decide, commit, reply.
///
/// Any thread may call it, and several processes may serve one log: turns are decided inside the transaction that
/// writes them, so a session never forks.
public final class Helpdesk: Sendable {
  /// The log that everything is kept in.
  public let log: SessionLog
  let options: HelpdeskOptions
  private let current: Mutex<DialogueEngine>
  /// What was answered lately; only ever as new as the log, or older.
  private let recent: RecentlyUsed<Int64, Conversation>
  /// How many turns were added since the log was last indexed for searching.
  private let unindexed = Atomic(0)

  /// Makes a helpdesk that answers with an engine and keeps everything in a log.
  public init(engine: DialogueEngine, log: SessionLog, options: HelpdeskOptions = HelpdeskOptions()) {
    self.log = log
    self.options = options
    current = Mutex(engine)
    recent = RecentlyUsed(capacity: options.held)
  }

  /// The engine that answers. Setting it changes the content that the next batch is answered from; running
  /// conversations go on.
  public var engine: DialogueEngine {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// Answers messages in order, all in one transaction; each is in the log before this returns.
  ///
  /// The more messages at once, the fewer waits for the disk. A message whose id the session has seen gives the stored
  /// answer again, whatever its text. A result is a failure of `UnknownChoice` where a request asked for what is not on
  /// offer, or, for all requests alike, of `LogError` where the log can't be written: nothing has happened then.
  ///
  /// - Parameters:
  ///   - requests: messages of any sessions, in the order in which they came.
  ///   - now: the time of all of them.
  public func respond(to requests: [TurnRequest], now: Date) -> [Result<TurnResponse, any Error>] {
    guard !requests.isEmpty else { return [] }
    let engine = engine
    var decided = ContinuousClock.now
    do {
      let (results, moved) = try log.write { writer in
        var batch = try Batch(writer: writer, engine: engine, options: options, now: now, recent: recent)
        let results = try batch.answer(requests)
        decided = .now
        try batch.commit()
        return (results, batch.moved)
      }
      options.onCommit?(requests.count, .now - decided)
      for conversation in moved { recent[conversation.stored.id] = conversation }
      indexIfDue(after: results.count)
      return results
    } catch {
      return requests.map { _ in .failure(error) }
    }
  }

  /// Answers one message; as ``respond(to:now:)``.
  public func respond(to request: TurnRequest, now: Date) throws -> TurnResponse {
    try respond(to: [request], now: now)[0].get()
  }

  /// Makes turns searchable some thousands at a time, which takes milliseconds. What fails is made up for by a search.
  private func indexIfDue(after turns: Int) {
    guard unindexed.add(turns, ordering: .relaxed).newValue >= 4096 else { return }
    unindexed.store(0, ordering: .relaxed)
    try? log.index()
  }
}
