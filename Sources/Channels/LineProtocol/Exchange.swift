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
/// turns as have come meanwhile: one under little load, hundreds under much. Where many have come, they are decided
/// while the group before them is being committed. First in, first out.
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
  /// How many requests have to wait before they are decided ahead. Fewer would make small transactions of them, and
  /// more waits for the disk.
  static let worthDeciding = 64

  private let desk: any Desk
  private let answering: Answering
  private let waiting = Mutex(Waiting())
  /// Where groups are decided, and where they are committed: in the same order.
  private let deciding = DispatchQueue(label: "fixline.deciding", qos: .userInitiated)
  private let committing = DispatchQueue(label: "fixline.committing", qos: .userInitiated)
  /// Where content is read anew and sessions are counted, which may take seconds: no conversation waits for it.
  private let aside = DispatchQueue(label: "fixline.aside", qos: .utility)
  /// Where health is told, which doesn't wait for new content either.
  private let health = DispatchQueue(label: "fixline.health", qos: .utility)

  private struct Waiting {
    private var tickets: [Ticket] = []
    /// Those of which a group is taken next.
    private var taken: ArraySlice<Ticket> = []
    private var isDeciding = false
    /// How many groups are decided, or being decided, and not committed yet.
    private var uncommitted = 0
    private(set) var isClosed = false

    private var isReady: Bool {
      let count = taken.count + tickets.count
      return uncommitted == 0 ? count > 0 : uncommitted == 1 && count >= Exchange.worthDeciding
    }

    /// Says whether deciding has to be set going, once.
    private mutating func wakes() -> Bool {
      guard !isDeciding, isReady else { return false }
      isDeciding = true
      return true
    }

    /// - Returns: whether deciding has to be set going.
    mutating func add(_ new: [Ticket]) -> Bool {
      guard !isClosed else { return false }
      tickets += new
      return wakes()
    }

    /// The next group to decide; `nil` where none is to be: deciding stops then until it is set going.
    mutating func next() -> ArraySlice<Ticket>? {
      guard isReady else {
        isDeciding = false
        return nil
      }
      if taken.count < Exchange.largestGroup {
        taken += tickets
        tickets = []
      }
      uncommitted += 1
      defer { taken = taken.dropFirst(Exchange.largestGroup) }
      return taken.prefix(Exchange.largestGroup)
    }

    /// - Returns: whether deciding has to be set going.
    mutating func committed() -> Bool {
      uncommitted -= 1
      return wakes()
    }

    mutating func close() {
      isClosed = true
      tickets = []
      taken = []
    }
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
        aside.async { self.answer(self.answering.prepare([request], now: Date()), of: [ticket]) }
      } else {
        tickets.append(ticket)
      }
    }
    if !tickets.isEmpty, waiting.withLock({ $0.add(tickets) }) { deciding.async(execute: decideWaiting) }
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
    waiting.withLock { $0.close() }
    deciding.sync {}
    committing.sync {}
    aside.sync {}
    health.sync {}
  }

  private func decideWaiting() {
    while let group = waiting.withLock({ $0.next() }) {
      let prepared = answering.prepare(group.map(\.request), now: Date())
      committing.async { [self] in
        answer(prepared, of: group)
        if waiting.withLock({ $0.committed() }) { deciding.async(execute: decideWaiting) }
      }
    }
  }

  /// Answers a group and hands each client its replies at one go.
  private func answer(_ prepared: PreparedGroup, of group: ArraySlice<Ticket>) {
    let replies = answering.finish(prepared)
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
