import CEpoll
import Foundation

/// Many clients at once against `fixline serve`: is every reply right, in order and in the log, and how long does it take?
///
/// Every reply is compared, byte by byte, with the one that a quiet conversation got for the same messages. One thread
/// with epoll(7), so that little of the machine is taken from the server. Exits with 1 where a reply is wrong, out of
/// order, lost or not in the log, or a bound that was named is missed.
@main
struct Load {
  let options: Options
  let server: Server
  private var clients: [Client] = []
  private var latencies: [Int64] = []
  private var faults: [String] = []
  /// When SIGTERM was sent, where that was early.
  private var terminated: Int64 = 0

  static func main() {
    do {
      var load = try Load(Options(Array(CommandLine.arguments.dropFirst())))
      exit(try load.run() ? 0 : 1)
    } catch {
      FileHandle.standardError.write(Data("load: \((error as? Failure)?.description ?? "\(error)")\n".utf8))
      exit(64)
    }
  }

  private init(_ options: Options) throws {
    self.options = options
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    server = try Server(options)
  }

  /// Runs it all and tells what was found; false where something is wrong.
  private mutating func run() throws -> Bool {
    let total = options.clients * options.messages
    let reference = try Reference(from: server, turns: (options.messages - 1) / options.sessions + 1)
    clients = try (0..<options.clients).map { try Client($0, to: server, options, reference) }
    latencies.reserveCapacity(total)
    let disk = Machine.syncTime(in: server.folder)
    let before = try Moment(server, withCommits: true)
    try converse(total)
    let after = try Moment(server, withCommits: !options.terminatesEarly)
    if !options.terminatesEarly { server.terminate() }
    let status = server.waitForExit()
    let stopped = Double(now() - (options.terminatesEarly ? terminated : after.time)) / 1e9
    report(from: before, to: after, disk)
    try judge(total, status, stopped)
    for fault in faults.prefix(10) { print("WRONG: \(fault)") }
    return faults.isEmpty
  }

  /// Sends all messages and takes all replies.
  private mutating func converse(_ total: Int) throws {
    let poll = epoll_create1(0)
    let timer = timerfd_create(CLOCK_MONOTONIC, Int32(TFD_NONBLOCK))
    defer {
      close(poll)
      close(timer)
    }
    for (index, descriptor) in (clients.map(\.descriptor) + [timer]).enumerated() {
      var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(index)))
      guard epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event) == 0 else { throw Failure("epoll_ctl failed") }
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var events = [epoll_event](repeating: epoll_event(), count: 256)
    var (sent, open, hasTerminated) = (0, clients.count, false)
    let start = now()
    if options.rate == 0 { for client in clients { client.send(due: start) } }
    while latencies.count < total, open > 0 {
      if options.rate > 0, !hasTerminated { sendDue(&sent, of: total, since: start, timer) }
      let count = epoll_wait(poll, &events, Int32(events.count), 10_000)
      if count == 0 { break }
      let now = now()
      for event in events.prefix(Int(max(count, 0))) {
        guard event.data.u64 < UInt64(clients.count) else {
          // Read, or it goes on ringing.
          var rings: UInt64 = 0
          read(timer, &rings, 8)
          continue
        }
        let client = clients[Int(event.data.u64)]
        if !client.receive(at: now, &latencies, buffer) {
          epoll_ctl(poll, EPOLL_CTL_DEL, client.descriptor, nil)
          open -= 1
        } else if options.rate == 0, client.received == client.sent, client.sent < options.messages {
          client.send(due: now)
        }
      }
      if options.terminatesEarly, !hasTerminated, latencies.count >= total / 2 {
        server.terminate()
        hasTerminated = true
        terminated = now
      }
    }
  }

  /// Sends what is due by now, each client in its turn, and sets the timer to when the next message is.
  private func sendDue(_ sent: inout Int, of total: Int, since start: Int64, _ timer: Int32) {
    func due(_ number: Int) -> Int64 { start + Int64(Double(number) / options.rate * 1e9) }
    let now = now()
    while sent < total, due(sent) <= now {
      clients[sent % clients.count].send(due: due(sent))
      sent += 1
    }
    guard sent < total else { return }
    let next = due(sent)
    var time = itimerspec()
    time.it_value = timespec(tv_sec: Int(next / 1_000_000_000), tv_nsec: Int(next % 1_000_000_000))
    timerfd_settime(timer, Int32(TFD_TIMER_ABSTIME), &time, nil)
  }

  /// Adds to the faults what is lost or not in the log.
  private mutating func judge(_ total: Int, _ status: Int32, _ stopped: Double) throws {
    faults += clients.compactMap(\.fault)
    let logged = try server.loggedTurns()
    let turns = logged.values.reduce(0, +)
    print("  \(turns) turns in the log; exit status \(status) \(stopped.text(1)) s after SIGTERM")
    for client in clients {
      for session in 0..<options.sessions {
        // Replies come in the order of the messages, so this many of a session's turns were answered.
        let answered = (client.received + options.sessions - 1 - session) / options.sessions
        let turns = logged[client.session(session), default: 0]
        if turns < answered { faults.append("\(client.session(session)): \(answered) replies, \(turns) in the log") }
      }
    }
    if !options.terminatesEarly {
      if latencies.count != total { faults.append("\(total - latencies.count) replies are missing") }
      if turns != total { faults.append("\(turns) turns in the log") }
    }
    if status != 0 { faults.append("the server exited with \(status)") }
    if stopped > 5 { faults.append("the server took \(stopped.text(1)) s to stop") }
  }

  private mutating func report(from start: Moment, to end: Moment, _ disk: (median: Double, longest: Double)) {
    let sorted = latencies.sorted()
    func share(_ part: Double) -> Double {
      sorted.isEmpty ? 0 : Double(sorted[Int(part * Double(sorted.count - 1))]) / 1e6
    }
    let seconds = Double(end.time - start.time) / 1e9
    let (used, own) = (end.server - start.server, end.own - start.own)
    let pace = options.rate > 0 ? "\(Int(options.rate)) messages/s, whatever is answered" : "each its next after the reply"
    print("\(options.clients) connections × \(options.messages) messages, \(options.sessions) session(s) each, \(pace)")
    print("  \(sorted.count) replies, all compared, in \(seconds.text(1)) s (\(Int(Double(sorted.count) / seconds))/s)")
    print("  median \(share(0.5).text(1)) ms, 99 in 100 \(share(0.99).text(1)) ms, longest \(share(1).text(1)) ms")
    print("  memory: \(start.memory.text(0)) MB at the start, \(end.memory.text(0)) MB at most")
    print("  processor: server \(used.text(1)) s, clients \(own.text(1)) s, others \((end.machine - start.machine - used - own).text(1)) s")
    let commits = end.commits.count - start.commits.count
    if commits > 0 {
      let time = (end.commits.seconds - start.commits.seconds) / commits * 1000
      print("  log: \((Double(sorted.count) / commits).text(1)) turns a commit, \(time.text(1)) ms each")
    }
    print("  disk before: fdatasync of 4 KB median \(disk.median.text(1)) ms, longest of 100 \(disk.longest.text(1)) ms")
    if share(0.5) > options.median { faults.append("the median is above \(options.median) ms") }
    if share(0.99) > options.percentile99 { faults.append("1 in 100 takes more than \(options.percentile99) ms") }
    if end.memory > options.memory { faults.append("more than \(options.memory) MB") }
  }
}

/// What has been used up to a moment.
struct Moment {
  let time = now()
  /// Processor time in seconds: of the server, of this process, of everything on the machine.
  let server: Double
  let own = Double(clock()) / Double(CLOCKS_PER_SEC)
  let machine = Machine.processorTime
  /// The most memory that the server has held, in MB.
  let memory: Double
  let commits: (count: Double, seconds: Double)

  init(_ server: Server, withCommits: Bool) throws {
    self.server = server.processorTime
    memory = server.memory("VmHWM")
    commits = withCommits ? try server.commits() : (0, 0)
  }
}

extension Double {
  /// With so many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

/// The time of a clock that only goes forward, in ns.
func now() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
