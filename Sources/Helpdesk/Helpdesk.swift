public import Dialogue
public import FoundationEssentials
public import SessionLog
import Synchronization

/// One turn of one session: load, redact, decide, commit, reply.
///
/// Any thread may call it, and several processes may serve one log: the transaction that writes turns decides them, or
/// makes sure that they were decided upon what the log has, so a session never forks.
public final class Helpdesk: Sendable {
  /// The log that everything is kept in.
  public let log: SessionLog
  let options: HelpdeskOptions
  private let current: Mutex<DialogueEngine>
  private let memory: Memory
  /// How many turns were added since the log was last indexed for searching.
  private let unindexed = Atomic(0)

  /// Makes a helpdesk that answers with an engine and keeps everything in a log.
  public init(engine: DialogueEngine, log: SessionLog, options: HelpdeskOptions = HelpdeskOptions()) {
    self.log = log
    self.options = options
    current = Mutex(engine)
    memory = Memory(capacity: options.held)
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
    respond(to: prepare(requests, now: now))
  }

  /// Decides ahead what messages will be answered, as far as that needs nothing of the log, so that it can be done while
  /// others are being committed. Nothing has happened until ``respond(to:)``.
  ///
  /// What is decided counts only upon the very turn that it was decided upon: where the log has something else by then,
  /// or the turn before was not committed, it is decided again.
  ///
  /// - Parameters:
  ///   - requests: messages of any sessions, in the order in which they came.
  ///   - now: the time of all of them.
  public func prepare(_ requests: [TurnRequest], now: Date) -> PreparedTurns {
    let deciding = Deciding(engine: engine, options: options, now: now)
    var lanes: [Lane] = []
    var places: [ExactText: Int] = [:]
    for (index, request) in requests.enumerated() {
      let session = ExactText(request.session)
      let place = places[session] ?? lanes.count
      if place == lanes.count {
        places[session] = place
        lanes.append(Lane(session: session))
      }
      lanes[place].messages.append(Lane.Message(index: index, request: request))
    }
    for index in lanes.indices {
      guard let latest = memory.latest(lanes[index].session), deciding.goesOn(latest.stored) else { continue }
      lanes[index].conversation = latest
    }
    let known = lanes.indices.filter { lanes[$0].conversation != nil }
    for (index, outcome) in zip(known, deciding.decide(known.map { lanes[$0] })) {
      lanes[index].ahead = lanes[index].conversation.map { ($0, outcome) }
    }
    memory.note(lanes)
    return PreparedTurns(deciding: deciding, lanes: lanes, count: requests.count)
  }

  /// Answers prepared messages; as ``respond(to:now:)``. Of several that are prepared, the first is to be answered first.
  public func respond(to prepared: PreparedTurns) -> [Result<TurnResponse, any Error>] {
    guard prepared.count > 0 else { return [] }
    var decided = ContinuousClock.now
    do {
      let (results, moved) = try log.write { writer in
        var batch = Batch(prepared, writer: writer, memory: memory)
        let results = try batch.answer()
        decided = .now
        try batch.commit()
        return (results, batch.moved)
      }
      options.onCommit?(prepared.count, .now - decided)
      memory.settle(prepared.lanes, committed: moved)
      indexIfDue(after: results.count)
      return results
    } catch {
      memory.settle(prepared.lanes, committed: [:])
      return Array(repeating: .failure(error), count: prepared.count)
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
