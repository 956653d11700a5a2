import Dispatch
import Glibc
import NIOCore
import Synchronization

/// The one client of a ``StreamServer``: takes the replies, and counts what is unanswered.
final class StreamClient: Client {
  private let output: ByteOutput
  private let inFlight: Int
  private let room = DispatchSemaphore(value: 0)
  private let hasGone = Atomic(false)
  /// A thread of its own, because a reader that doesn't read holds up whoever writes.
  private let queue = DispatchQueue(label: "fixline.output")

  /// Makes a client that may have `inFlight` requests unanswered.
  init(output: ByteOutput, inFlight: Int) {
    self.output = output
    self.inFlight = inFlight
    for _ in 0..<inFlight { room.signal() }
  }

  var eventLoop: (any EventLoop)? { nil }

  /// True once nobody reads the replies any more.
  var isGone: Bool { hasGone.load(ordering: .relaxed) }

  /// Where the replies go.
  var descriptor: Int32 { output.descriptor }

  /// Takes room for a request; false where there is none now.
  func takeRoom() -> Bool { room.wait(timeout: .now()) == .success }

  /// Takes room for a request, as soon as there is some.
  func waitForRoom() { room.wait() }

  /// Returns once every request has its answer.
  func waitUntilAnswered() {
    for _ in 0..<inFlight { room.wait() }
    for _ in 0..<inFlight { room.signal() }
  }

  func receive(_ lines: [UInt8], answering count: Int) {
    queue.async { [self] in
      if !lines.isEmpty, !isGone {
        do { try output.write(lines) } catch { hasGone.store(true, ordering: .relaxed) }
      }
      for _ in 0..<count { room.signal() }
    }
  }
}

/// Reads the requests of a ``StreamServer``.
struct StreamInput {
  let input: Int32
  let client: StreamClient
  let exchange: Exchange
  let bell: Bell

  /// Reads until the input ends, the client has gone or the bell rings.
  func readAll() {
    var reader = RequestReader(limit: exchange.limits.line)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while hasInput() {
      let count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return submit { reader.finish() } }
      reader.append(buffer[..<count])
      submit { reader.next() }
    }
  }

  /// Waits for input; false where none will be read any more.
  private func hasInput() -> Bool {
    // Nothing is asked of the output but whether its reader has gone, which poll(2) tells unasked.
    var polled = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: client.descriptor, events: 0, revents: 0),
    ]
    while poll(&polled, nfds_t(polled.count), -1) < 0 {
      if errno != EINTR { return false }
    }
    return polled[0].revents != 0 && polled[1].revents == 0 && polled[2].revents == 0 && !client.isGone
  }

  /// Hands over requests, as many at once as there is room for. Where there is none, nothing more is read.
  private func submit(_ next: () -> Request?) {
    var requests: [Request] = []
    while let request = next() {
      if !client.takeRoom() {
        exchange.submit(requests, from: client)
        requests = []
        client.waitForRoom()
      }
      requests.append(request)
    }
    exchange.submit(requests, from: client)
  }
}
