import Foundation

/// The server under test: a process of its own in a folder of its own.
final class Server {
  private let process = Process()
  /// Where its files lie.
  let folder = FileManager.default.temporaryDirectory.appending(path: "fixline-load-\(getpid())")
  /// The port that it listens on; 0: it has a Unix socket.
  let port: UInt16

  var socket: String { folder.appending(path: "socket").path }
  private var log: String { folder.appending(path: "log.sqlite").path }

  /// Starts the server and waits until it listens.
  init(_ options: Options) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let errors = Pipe()
    process.executableURL = URL(filePath: options.fixline)
    let place = options.usesTCP ? ["--listen", "127.0.0.1:0"] : ["--unix", folder.appending(path: "socket").path]
    process.arguments = ["serve", "--log", folder.appending(path: "log.sqlite").path] + place
    process.standardError = errors
    try process.run()
    let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    guard line.contains(#""listening""#) else { throw Failure("the server did not start: \(line)") }
    port = line.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { UInt16($0.output.1) } ?? 0
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A value of /proc/PID/status in MB.
  func memory(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }

  /// The processor time that it has used, in seconds.
  var processorTime: Double {
    let statistics = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
    // After the name in parentheses: state is field 3, utime 14, stime 15, in ticks.
    let fields = statistics.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12 else { return 0 }
    return ((Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Sends SIGTERM.
  func terminate() { process.terminate() }

  /// How many commits of the log the server has counted, and how long they took together, in seconds.
  func commits() throws -> (count: Double, seconds: Double) {
    let line = Array((#"{"jsonrpc":"2.0","id":0,"method":"metrics"}"# + "\n").utf8)
    let connection = try connect()
    defer { close(connection) }
    let reply = String(decoding: try exchange(line, over: connection), as: UTF8.self)
    let match = reply.firstMatch(of: /"commit":\{"count":(\d+),"seconds":([0-9.e-]+)/)
    return (match.flatMap { Double($0.output.1) } ?? 0, match.flatMap { Double($0.output.2) } ?? 0)
  }

  /// Sends a line and takes the reply, with its end.
  func exchange(_ line: [UInt8], over connection: Int32) throws -> [UInt8] {
    guard send(connection, line, line.count, Int32(MSG_NOSIGNAL)) == line.count else {
      throw Failure("the server has gone")
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var reply: [UInt8] = []
    while reply.last != UInt8(ascii: "\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { throw Failure("the server has gone") }
      reply += buffer[..<count]
    }
    return reply
  }

  /// Waits for its end and gives its status.
  func waitForExit() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// How many turns of each of the load's sessions are in the log.
  func loggedTurns() throws -> [String: Int] {
    let query = Process()
    let output = Pipe()
    query.executableURL = URL(filePath: "/usr/bin/env")
    query.arguments = [
      "sqlite3", "-separator", " ", log,
      "SELECT name, count(*) FROM turn JOIN session ON session.id = turn.session WHERE name LIKE 'load-%' GROUP BY name",
    ]
    query.standardOutput = output
    try query.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    query.waitUntilExit()
    guard query.terminationStatus == 0 else { throw Failure("the log can't be read with sqlite3") }
    var turns: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      turns[String(words[0])] = Int(words[1])
    }
    return turns
  }
}
