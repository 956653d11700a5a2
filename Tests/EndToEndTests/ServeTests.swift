import Foundation
import Glibc
import TestSupport
import Testing

@Suite("fixline serve")
struct ServeTests {
  private let folder = TemporaryFolder()

  private func request(_ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"# + "\n"
  }

  private func message(_ session: String, _ text: String = "hello") -> String {
    request("message", #"{"session":"\#(session)","text":"\#(text)"}"#)
  }

  @Test("reads a file, answers its last line without an end, and exits with 0")
  func file() throws {
    let path = folder.path("requests")
    try (message("a") + message("a").dropLast()).write(toFile: path, atomically: true, encoding: .utf8)
    let result = try Self.run(["serve", "--log", ":memory:"], input: FileHandle(forReadingAtPath: path))
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").map { $0.contains(#""turn":2"#) } == [false, true])
    #expect(result.errors.isEmpty)
  }

  @Test("goes on after a kill where the last reply left it")
  func kill() throws {
    let log = folder.path("log.sqlite")
    let first = try ServeProcess(log: log)
    let connection = LineConnection(reading: first.output, writing: first.input)
    try connection.write(message("a", "the reset password button is greyed out"))
    let question = try connection.readLine()
    Glibc.kill(first.id, SIGKILL)
    _ = first.waitForExit()
    let second = try ServeProcess(log: log)
    let again = LineConnection(reading: second.output, writing: second.input)
    try again.write(request("session.get", #"{"session":"a"}"#))
    #expect(question.contains(#""awaiting":"role""#))
    #expect(try again.readLine().contains(#""awaiting":"role""#))
  }

  @Test("SIGTERM ends it with 0, and so does the reader going away", arguments: [true, false])
  func end(byTerm: Bool) throws {
    let server = try ServeProcess(log: ":memory:")
    let connection = LineConnection(reading: server.output, writing: server.input)
    try connection.write(message("a"))
    _ = try connection.readLine()
    if byTerm { server.terminate() } else { server.closeOutput() }
    #expect(server.waitForExit() == 0)
  }

  @Test("a client that never reads doesn't keep it from ending")
  func deaf() throws {
    let server = try ServeProcess(log: ":memory:")
    // More replies than a pipe holds, from fewer requests than may be unanswered.
    try LineConnection(reading: server.output, writing: server.input).write(
      String(repeating: message("a", "how do I reset a password?"), count: 200))
    var byte: UInt8 = 0
    #expect(read(server.output, &byte, 1) == 1)
    server.terminate()
    let start = ContinuousClock.now
    #expect(server.waitForExit() == 0)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test(
    "what can't be meant is refused at the start",
    arguments: [
      ["--unix", ""], ["--unix", String(repeating: "x", count: 200)], ["--connections", "0"], ["--in-flight", "0"],
      ["--messages-per-minute", "0"], ["--listen", "127.0.0.1:65536"], ["--unix", "/nowhere/at/all"],
    ])
  func badOptions(arguments: [String]) throws {
    let result = try Self.run(["serve", "--log", ":memory:"] + arguments)
    #expect(result.status == 64, "\(result)")
    #expect(!result.errors.isEmpty)
  }

  @Test("an address of another machine needs leave and a token; the token's file has to be private")
  func remote() throws {
    let token = folder.path("token")
    try "0123456789abcdef\n".write(toFile: token, atomically: true, encoding: .utf8)
    chmod(token, 0o644)
    for arguments in [
      ["--listen", "0.0.0.0:0"], ["--listen", "0.0.0.0:0", "--allow-remote"], ["--listen", "nonsense"],
      ["--listen", "0.0.0.0:0", "--allow-remote", "--token-file", token], ["--metrics", "0.0.0.0:0"],
    ] {
      let result = try Self.run(["serve", "--log", ":memory:"] + arguments)
      #expect(result.status == 64, "\(arguments)")
      #expect(result.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("who doesn't show the token is told so and let go")
  func token() throws {
    let token = folder.path("token")
    try "0123456789abcdef\n".write(toFile: token, atomically: true, encoding: .utf8)
    chmod(token, 0o600)
    let server = try ServeProcess(
      log: ":memory:", ["--listen", "0.0.0.0:0", "--allow-remote", "--token-file", token])
    let port = try #require(UInt16(server.nextPlace().split(separator: ":")[1]))
    for line in [message("a"), request("initialize"), request("initialize", #"{"token":"0123456789abcdeg"}"#)] {
      let stranger = try LineConnection(loopback: port)
      try stranger.write(line + message("a"))
      #expect(try stranger.readLine().contains("-32008"))
      #expect(throws: LineConnection.Closed.self) { try stranger.readLine() }
    }
    let modern = try LineConnection(loopback: port)
    try modern.write(request("initialize", #"{"protocol":2,"token":"0123456789abcdef"}"#) + message("a"))
    #expect(try modern.readLine().contains("-32001"))
    #expect(throws: LineConnection.Closed.self) { try modern.readLine() }
    let friend = try LineConnection(loopback: port)
    try friend.write(request("initialize", #"{"token":"0123456789abcdef"}"#) + message("a"))
    #expect(try friend.readLine().contains(#""protocol":1"#))
    #expect(try friend.readLine().contains(#""turn":1"#))
  }

  @Test("one connection too many is told so; two servers never share a socket; a dead one's is taken over")
  func sockets() throws {
    let path = folder.path("socket")
    let first = try ServeProcess(log: ":memory:", ["--unix", path, "--connections", "1"])
    _ = try first.nextPlace()
    let guest = try LineConnection(unixSocket: path)
    try guest.write(request("ping"))
    _ = try guest.readLine()
    #expect(try LineConnection(unixSocket: path).readLine().contains("-32004"))
    #expect(try Self.run(["serve", "--log", ":memory:", "--unix", path]).status == 64)
    Glibc.kill(first.id, SIGKILL)
    _ = first.waitForExit()
    let second = try ServeProcess(log: ":memory:", ["--unix", path])
    #expect(try second.nextPlace() == path)
  }

  @Test("a client that has said all it will gets its answers")
  func halfClosed() throws {
    let path = folder.path("socket")
    let server = try ServeProcess(log: ":memory:", ["--unix", path, "--in-flight", "2"])
    _ = try server.nextPlace()
    let connection = try LineConnection(unixSocket: path)
    try connection.write(String(repeating: message("a"), count: 20))
    connection.finishWriting()
    for turn in 1...20 { #expect(try connection.readLine().contains("\"turn\":\(turn),")) }
    #expect(throws: LineConnection.Closed.self) { try connection.readLine() }
  }

  /// Runs `fixline` to its end.
  private static func run(
    _ arguments: [String], input: FileHandle? = nil
  ) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = ServeProcess.program
    process.arguments = arguments + ["--intents", Repository.intents.path]
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let texts = [output, errors].map { String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }
}
