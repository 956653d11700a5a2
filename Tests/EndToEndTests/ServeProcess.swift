import Foundation
import Glibc
import TestSupport
import Testing

/// A running `fixline serve`, the real binary.
final class ServeProcess {
  private let process = Process()
  private let inputPipe = Pipe()
  private let outputPipe = Pipe()
  private let errorPipe = Pipe()

  /// What the server logs on stderr.
  private lazy var errors = LineConnection(reading: errorPipe.fileHandleForReading.fileDescriptor, writing: -1)

  /// Starts a server with the repository's content, or other.
  init(log: String, _ arguments: [String] = [], intents: URL = Repository.intents) throws {
    process.executableURL = Self.program
    process.arguments = ["serve", "--log", log, "--intents", intents.path] + arguments
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// `fixline` beside the tests.
  static let program =
    Bundle.main.bundleURL.deletingLastPathComponent().appending(path: "fixline")
    .standardizedExisting ?? Repository.root.appending(path: ".build/debug/fixline")

  var output: Int32 { outputPipe.fileHandleForReading.fileDescriptor }
  var input: Int32 { inputPipe.fileHandleForWriting.fileDescriptor }
  var id: Int32 { process.processIdentifier }

  /// Waits for the server's next event and gives the place that it names.
  func nextPlace() throws -> String {
    let event = try nextEvent()
    return try #require(event["at"], "\(event)")
  }

  /// Waits for the next line that the server logs, and gives its members.
  func nextEvent() throws -> [String: String] {
    let line = try errors.readLine()
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String], "\(line)")
  }

  func hangUp() { kill(id, SIGHUP) }

  func closeInput() { try? inputPipe.fileHandleForWriting.close() }

  func closeOutput() { try? outputPipe.fileHandleForReading.close() }

  func terminate() { process.terminate() }

  func waitForExit() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension URL {
  fileprivate var standardizedExisting: URL? { FileManager.default.fileExists(atPath: path) ? self : nil }
}

/// A stream of lines both ways, by read(2) and write(2).
final class LineConnection {
  private let source: Int32
  private let sink: Int32
  private let isOwner: Bool
  private var buffer: [UInt8] = []

  struct Closed: Error {}

  init(reading source: Int32, writing sink: Int32) {
    self.source = source
    self.sink = sink
    isOwner = false
  }

  init(unixSocket path: String) throws {
    source = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    sink = source
    isOwner = true
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    try Self.connect(source, &address)
  }

  init(loopback port: UInt16) throws {
    source = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    sink = source
    isOwner = true
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try Self.connect(source, &address)
  }

  deinit { if isOwner { close(source) } }

  private static func connect<Address>(_ descriptor: Int32, _ address: inout Address) throws {
    let size = socklen_t(MemoryLayout<Address>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, size) }
    }
    if status != 0 { throw Closed() }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(sink, $0) }
      if count <= 0 { throw Closed() }
      rest = rest.dropFirst(count)
    }
  }

  private func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    isOwner
      ? Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
      : Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  }

  /// Says that nothing more will be written.
  func finishWriting() { shutdown(sink, Int32(SHUT_WR)) }

  /// All that comes until the other side closes.
  func readToEnd() -> String {
    while readMore() > 0 {}
    defer { buffer = [] }
    return String(decoding: buffer, as: UTF8.self)
  }

  /// The next line, without its end.
  func readLine() throws -> String {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeSubrange(...end) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      if readMore() <= 0 { throw Closed() }
    }
  }

  private func readMore() -> Int {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(source, &chunk, chunk.count)
    buffer += chunk[..<max(count, 0)]
    return count
  }
}
