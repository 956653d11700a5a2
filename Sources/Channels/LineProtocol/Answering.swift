import Dialogue
import FoundationEssentials
import Helpdesk
import Logging
import SessionLog
import Synchronization

/// Answers requests by the rules of the protocol: requests in, lines out.
final class Answering: Sendable {
  let limits: Limits
  let metrics: Metrics
  let desk: any Desk
  private let logger: Logger
  private let rate: Mutex<RateLimit?>

  /// Makes the answering for a desk; the logger is told of what an error reply can't say.
  init(_ desk: any Desk, limits: Limits = Limits(), metrics: Metrics = Metrics(), logger: Logger = .silent) {
    self.desk = desk
    self.limits = limits
    self.metrics = metrics
    self.logger = logger
    rate = Mutex(limits.messagesPerMinute.map(RateLimit.init))
  }

  /// Answers requests in the order in which they came; as ``finish(_:)``.
  func answer(_ requests: [Request], now: Date) -> [[UInt8]] { finish(prepare(requests, now: now)) }

  /// Decides ahead what can be, while others are being committed.
  ///
  /// Messages that follow each other are committed together. A request that looks at a session, or changes it
  /// otherwise, waits until they are, and they are committed before the messages that come after it.
  func prepare(_ requests: [Request], now: Date) -> PreparedGroup {
    var stretches = [PreparedGroup.Stretch()]
    var isEnded = false
    for (index, request) in requests.enumerated() {
      if case .message(let turn) = request.call, isWithinRate(turn, now) {
        if isEnded { stretches.append(PreparedGroup.Stretch()) }
        isEnded = false
        stretches[stretches.count - 1].messages.append(index)
        stretches[stretches.count - 1].turns.append(turn)
      } else {
        stretches[stretches.count - 1].others.append(index)
        isEnded = isEnded || request.call.needsSessions
      }
    }
    return PreparedGroup(
      requests: requests, now: now, stretches: stretches, first: desk.prepare(stretches[0].turns, now: now))
  }

  /// Answers what was prepared.
  ///
  /// - Returns: for each request the line that answers it; empty for a notification.
  func finish(_ group: PreparedGroup) -> [[UInt8]] {
    let requests = group.requests
    var lines = [[UInt8]](repeating: [], count: requests.count)
    for (place, stretch) in group.stretches.enumerated() {
      if !stretch.messages.isEmpty {
        let results = place == 0 ? group.first() : desk.respond(to: stretch.turns, now: group.now)
        // Where the log fails it fails all of them alike.
        for case .failure(let error) in results.prefix(1) { report(error) }
        for (index, result) in zip(stretch.messages, results) {
          lines[index] = finish(requests[index], result.mapError(ProtocolError.init).map(Answer.turn))
        }
      }
      for index in stretch.others {
        lines[index] = finish(requests[index], answer(requests[index].call, now: group.now))
      }
    }
    return lines
  }

  private func isWithinRate(_ turn: TurnRequest, _ now: Date) -> Bool {
    rate.withLock { $0?.admits(turn.session, at: now.timeIntervalSince1970) ?? true }
  }

  /// Tells the server's own log what is wrong with the server.
  private func report(_ error: any Error) {
    switch error {
    case let error as LogError: logger.error("log failed", metadata: ["reason": "\(error)"])
    case is ProtocolError, is UnknownChoice, is NoFixToJudge, is UnknownSession, is ContentInvalid: break
    // Its type alone: what it says may be what a person wrote.
    default: logger.critical("request failed", metadata: ["error": "\(type(of: error))"])
    }
  }

  private func answer(_ call: Call, now: Date) -> Result<Answer, ProtocolError> {
    Result { () throws -> Answer in
      switch call {
      case .initialize: .server(limits, desk.content)
      case .message: throw ProtocolError.tooMany(limits.messagesPerMinute ?? 0)
      case .explain(let text, let language): .encoded(desk.explain(text, language: language))
      case .feedback(let feedback): .turn(try desk.feedback(feedback, now: now))
      case .sessionGet(let session): .encoded(try desk.status(of: session))
      case .sessionReset(let session): try status(of: session, after: desk.reset(session))
      case .sessionEnd(let session): try status(of: session, after: desk.end(session))
      case .sessionDelete(let session): try deleted(session)
      case .metrics: .metrics(MetricsSummary(snapshot: metrics.snapshot, openSessions: try desk.openSessions()))
      case .ping: .nothing
      case .reload(let level): try reloaded(level)
      case .refused(let error): throw error
      }
    }.mapError { error in
      report(error)
      return ProtocolError(error)
    }
  }

  private func status(of session: String, after change: Void) throws -> Answer {
    .encoded(try desk.status(of: session))
  }

  private func deleted(_ session: String) throws -> Answer {
    try desk.delete(session)
    return .deleted(session)
  }

  private func reloaded(_ level: Logger.Level?) throws -> Answer {
    // Before the content, which may be what somebody wants to hear more about.
    if let level { LogOutput.level = level }
    try desk.reload()
    return .content(desk.content)
  }

  /// Counts a request that has its answer, and writes the line.
  private func finish(_ request: Request, _ result: Result<Answer, ProtocolError>) -> [UInt8] {
    metrics.count { $0.add(request, result) }
    guard let id = request.id else { return [] }
    return result.line(answering: id, of: request.line)
  }
}

/// Requests that wait to be answered, the first messages among them decided already.
struct PreparedGroup: Sendable {
  let requests: [Request]
  let now: Date
  let stretches: [Stretch]
  /// Answers the messages of the first stretch.
  let first: @Sendable () -> [Result<TurnResponse, any Error>]

  /// Messages that are committed together, and the requests that are answered after them, by their places in the group.
  struct Stretch: Sendable {
    var messages: [Int] = []
    var turns: [TurnRequest] = []
    var others: [Int] = []
  }
}

extension Call {
  /// Whether the answer depends on turns that are still to be committed.
  fileprivate var needsSessions: Bool {
    switch self {
    case .initialize, .message, .explain, .metrics, .ping, .reload, .refused: false
    case .feedback, .sessionGet, .sessionReset, .sessionEnd, .sessionDelete: true
    }
  }
}
