public import Dialogue
import Dispatch
import FoundationEssentials
public import Helpdesk
public import Logging
import NIOCore
import Synchronization

/// Whoever sends requests and takes the replies: one end of a stream.
protocol Client: AnyObject, Sendable {
  /// The event loop on which it takes its replies; `nil`: it takes them on any thread.
  var eventLoop: (any EventLoop)? { get }

  /// Takes complete lines that answer `count` of the client's requests; empty where none of them wants a reply.
  func receive(_ lines: [UInt8], answering count: Int)
}

/// How a server is doing.
struct Health: Sendable {
  /// What has been counted.
  var counted: Metrics.Snapshot
  /// How many sessions are open; `nil` where the log can't tell, and so no message can be answered.
  var openSessions: Int?
}

/// Where the requests of all clients meet and are answered in groups.
///
/// While one group is being committed the next gathers, so that a single transaction of the log pays for as many
/// turns as have come meanwhile: one under little load, hundreds under much. First in, first out.
public final class Exchange: Sendable {
  /// The most requests answered at once: keeps a transaction, and the wait for the first reply, in the milliseconds,
  /// while the wait for the disk, which may be as long, is shared by many.
  static let largestGroup = 512

  /// What is bounded.
  let limits: Limits
  /// Where things are counted.
  let metrics: Metrics
  /// Told what goes wrong, and of connections.
  let logger: Logger
  private let desk: any Desk
  private let answering: Answering
  private let waiting = Mutex(Waiting())
  private let queue = DispatchQueue(label: "fixline.exchange", qos: .userInitiated)
  /// Where content is read anew and sessions are counted, which may take seconds: no conversation waits for it.
  private let aside = DispatchQueue(label: "fixline.aside", qos: .utility)
  /// Where health is told, which doesn't wait for new content either.
  private let health = DispatchQueue(label: "fixline.health", qos: .utility)

  private struct Waiting {
    var tickets: [Ticket] = []
    var isAnswering = false
    var isClosed = false
  }

  private struct Ticket {
    var request: Request
    var client: any Client
  }

  /// Makes an exchange that answers for a helpdesk.
  ///
  /// - Parameters:
  ///   - helpdesk: who answers.
  ///   - limits: what is bounded.
  ///   - metrics: where things are counted.
  ///   - logger: told what goes wrong, and of connections.
  ///   - load: reads the content and makes an engine of it, for `reload`; throws what is wrong with the content.
  public convenience init(
    _ helpdesk: Helpdesk, limits: Limits, metrics: Metrics, logger: Logger,
    load: @escaping @Sendable () throws -> DialogueEngine
  ) {
    self.init(LiveDesk(helpdesk, load: load), limits: limits, metrics: metrics, logger: logger)
  }

  /// Makes an exchange that answers for any desk.
  init(_ desk: any Desk, limits: Limits = Limits(), metrics: Metrics = Metrics(), logger: Logger = .silent) {
    self.desk = desk
    self.limits = limits
    self.metrics = metrics
    self.logger = logger
    answering = Answering(desk, limits: limits, metrics: metrics, logger: logger)
  }

  /// Takes requests in the order in which they are to be answered. Returns at once.
  func submit(_ requests: [Request], from client: any Client) {
    var tickets: [Ticket] = []
    for request in requests {
      let ticket = Ticket(request: request, client: client)
      if request.method == .reload || request.method == .metrics {
        aside.async { self.answer([ticket]) }
      } else {
        tickets.append(ticket)
      }
    }
    let mustWake = waiting.withLock { waiting in
      guard !waiting.isClosed, !tickets.isEmpty else { return false }
      waiting.tickets += tickets
      defer { waiting.isAnswering = true }
      return !waiting.isAnswering
    }
    if mustWake { queue.async(execute: answerWaiting) }
  }

  /// Reads the content anew, as the method `reload` does.
  ///
  /// - Throws: ``ContentInvalid``; the content that is in use stays in use then.
  public func reload() throws { try aside.sync { try desk.reload() } }

  /// Lets `body` tell how the server is doing, on a thread that may wait for the log.
  func tell(_ body: @escaping @Sendable (Health) -> Void) {
    health.async { [self] in
      let openSessions = waiting.withLock(\.isClosed) ? nil : try? desk.openSessions()
      body(Health(counted: metrics.snapshot, openSessions: openSessions))
    }
  }

  /// Lets nothing more be answered. When this returns nothing is being written to the log either.
  public func close() {
    waiting.withLock { waiting in
      waiting.isClosed = true
      waiting.tickets = []
    }
    queue.sync {}
    aside.sync {}
    health.sync {}
  }

  private func answerWaiting() {
    while var tickets = takeWaiting() {
      while !tickets.isEmpty, !waiting.withLock(\.isClosed) {
        answer(tickets.prefix(Self.largestGroup))
        tickets = tickets.dropFirst(Self.largestGroup)
      }
    }
  }

  /// All that has gathered; `nil` where nothing has, and the next request has to wake the queue.
  private func takeWaiting() -> ArraySlice<Ticket>? {
    waiting.withLock { waiting in
      defer { waiting.tickets = [] }
      waiting.isAnswering = !waiting.tickets.isEmpty
      return waiting.isAnswering ? waiting.tickets[...] : nil
    }
  }

  /// Answers a group and hands each client its replies at one go.
  private func answer(_ group: ArraySlice<Ticket>) {
    let replies = answering.answer(group.map(\.request), now: Date())
    var shares: [ObjectIdentifier: Share] = [:]
    for (reply, client) in zip(replies, group.lazy.map(\.client)) {
      shares[ObjectIdentifier(client), default: Share(client: client)].add(reply)
    }
    // An event loop is woken once for all of its clients.
    for shares in Dictionary(grouping: shares.values, by: \.eventLoopID).values {
      if let eventLoop = shares[0].client.eventLoop {
        eventLoop.execute { for share in shares { share.handOver() } }
      } else {
        for share in shares { share.handOver() }
      }
    }
  }

  /// A client's replies of one group.
  private struct Share: Sendable {
    let client: any Client
    var lines: [UInt8] = []
    var count = 0

    var eventLoopID: ObjectIdentifier? { client.eventLoop.map { ObjectIdentifier($0) } }

    mutating func add(_ reply: [UInt8]) {
      // Most clients have one request in a group, whose line needn't be copied.
      if lines.isEmpty { lines = reply } else { lines += reply }
      count += 1
    }

    func handOver() { client.receive(lines, answering: count) }
  }
}
