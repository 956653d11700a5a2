import Glibc

/// One connection. It checks every byte of each reply: a session's replies have to be those that the reference got.
final class Client {
  let descriptor: Int32
  private let name: String
  private let script: Int
  private let options: Options
  private let reference: Reference
  private var input: [UInt8] = []
  /// How many messages it has sent, and how many replies it has.
  private(set) var sent = 0
  private(set) var received = 0
  /// When each message that has no reply yet was due, in ns.
  private var due: [Int64] = []
  /// What was wrong with its first wrong reply.
  private(set) var fault: String?

  init(_ number: Int, to server: Server, _ options: Options, _ reference: Reference) throws {
    name = "load-\(number)"
    script = number % Script.all.count
    self.options = options
    self.reference = reference
    descriptor = try server.connect()
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { close(descriptor) }

  /// The id of the session that a message of this number goes to.
  func session(_ number: Int) -> String { options.sessions == 1 ? name : "\(name)-\(number)" }

  /// Sends the next message, which was due at this time.
  func send(due time: Int64) {
    let (session, turn) = options.place(of: sent)
    let line = request(id: sent, session: self.session(session), Script.message(turn - 1, of: script))
    due.append(time)
    sent += 1
    // What is unread of 128 requests fits into the socket's buffer.
    let count = Glibc.send(descriptor, line, line.count, Int32(MSG_NOSIGNAL))
    // Where the server has closed, the replies that are missing tell.
    if count >= 0 && count != line.count || count < 0 && errno == EAGAIN {
      fault = fault ?? "\(name): the server doesn't read"
    }
  }

  /// Takes what has come; adds to `latencies` how long each reply took, in ns. False where the server has closed.
  func receive(at now: Int64, _ latencies: inout [Int64], _ buffer: UnsafeMutableRawBufferPointer) -> Bool {
    let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
    guard count > 0 else { return count < 0 && errno == EAGAIN }
    input.append(contentsOf: buffer[..<count])
    var start = 0
    while let end = input[start...].firstIndex(of: UInt8(ascii: "\n")) {
      guard !due.isEmpty else {
        fault = fault ?? "\(name), not asked for: \(String(decoding: input[start..<end].prefix(300), as: UTF8.self))"
        return false
      }
      check(input[start..<end])
      latencies.append(now - due.removeFirst())
      received += 1
      start = end + 1
    }
    input.removeSubrange(..<start)
    return true
  }

  private func check(_ line: ArraySlice<UInt8>) {
    guard fault == nil else { return }
    let (session, turn) = options.place(of: received)
    let head = replyHead(id: received, session: self.session(session))
    let tail = reference.replies[script][turn - 1]
    if line.count != head.count + tail.count || !line.starts(with: head) || !line.dropFirst(head.count).elementsEqual(tail) {
      fault = "\(name), reply \(received): \(String(decoding: line.prefix(300), as: UTF8.self))"
    }
  }
}

/// A request as it is sent.
func request(id: Int, session: String, _ text: String) -> [UInt8] {
  Array(
    #"{"jsonrpc":"2.0","id":\#(id),"method":"message","params":{"session":"\#(session)","message_id":"\#(id)","text":"\#(text)"}}"#
      .utf8) + [UInt8(ascii: "\n")]
}

/// How the reply to it begins.
func replyHead(id: Int, session: String) -> [UInt8] {
  Array(#"{"jsonrpc":"2.0","id":\#(id),"result":{"session":"\#(session)","#.utf8)
}

/// What each script's turns are answered with, behind the session: found by one quiet conversation of each.
struct Reference {
  let replies: [[[UInt8]]]

  init(from server: Server, turns: Int) throws {
    let connection = try server.connect()
    defer { close(connection) }
    replies = try Script.all.indices.map { script in
      try (0..<turns).map { turn in
        let session = "reference-\(script)"
        let line = request(id: turn, session: session, Script.message(turn, of: script))
        let reply = try server.exchange(line, over: connection)
        let head = replyHead(id: turn, session: session)
        guard reply.starts(with: head), !String(decoding: reply, as: UTF8.self).contains(#""packet""#) else {
          throw Failure("not a reply to compare with: \(String(decoding: reply, as: UTF8.self))")
        }
        return Array(reply.dropFirst(head.count).dropLast())
      }
    }
  }
}

extension Server {
  /// A new connection to the server.
  func connect() throws -> Int32 {
    let descriptor = Glibc.socket(port == 0 ? AF_UNIX : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    let status: Int32
    if port == 0 {
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(socket.utf8)) }
      status = connectAddress(descriptor, &address)
    } else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      status = connectAddress(descriptor, &address)
      var one: Int32 = 1
      setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    }
    guard descriptor >= 0, status == 0 else { throw Failure("can't connect: \(String(cString: strerror(errno)))") }
    return descriptor
  }

  private func connectAddress<Address>(_ descriptor: Int32, _ address: inout Address) -> Int32 {
    let size = socklen_t(MemoryLayout<Address>.size)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, size) }
    }
  }
}
