import Foundation
import TestSupport
import Testing

@Suite("the content of a running server can be changed")
struct ReloadTests {
  private let folder = TemporaryFolder()

  /// A server with content of its own, a conversation that has begun, and the file to break.
  private func start(_ arguments: [String] = []) throws -> (server: ServeProcess, connection: LineConnection, URL) {
    let intents = folder.url.appending(path: "Intents")
    try FileManager.default.copyItem(at: Repository.intents, to: intents)
    let socket = folder.path("socket")
    let server = try ServeProcess(log: ":memory:", ["--unix", socket] + arguments, intents: intents)
    #expect(try server.nextPlace() == socket)
    let connection = try LineConnection(unixSocket: socket)
    try connection.write(message("the reset password button is greyed out"))
    #expect(try connection.readLine().contains(#""awaiting":"role""#))
    return (server, connection, intents.appending(path: "password-reset/questions.yaml"))
  }

  private func request(_ method: String, _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"# + "\n"
  }

  private func message(_ text: String) -> String {
    request("message", #"{"session":"a","text":"\#(text)"}"#)
  }

  /// The hash of the content in use.
  private func content(_ connection: LineConnection) throws -> String {
    try connection.write(request("initialize"))
    return try #require(connection.readLine().firstMatch(of: /"hash":"([0-9a-f]+)"/)).output.1.description
  }

  @Test("by the method: a bad edit names its file and keeps the old, a good one is used, conversations go on")
  func method() throws {
    let (server, connection, file) = try start()
    let before = try content(connection)
    let whole = try String(contentsOf: file, encoding: .utf8)
    try (whole + "\n- [\n").write(to: file, atomically: true, encoding: .utf8)
    try connection.write(request("reload"))
    let refusal = try connection.readLine()
    #expect(refusal.contains(#""code":-32006,"message":"password-reset/questions.yaml:"#), "\(refusal)")
    #expect(try content(connection) == before)

    try (whole + "\n# mended\n").write(to: file, atomically: true, encoding: .utf8)
    try connection.write(request("reload"))
    #expect(try connection.readLine().contains(#""result":{"content":"#))
    #expect(try content(connection) != before)
    try connection.write(message("user administrator"))
    #expect(try connection.readLine().contains(#""turn":2,"#))
    server.terminate()
    #expect(server.waitForExit() == 0)
  }

  @Test("by SIGHUP: what is wrong is logged")
  func signal() throws {
    let (server, connection, file) = try start()
    let before = try content(connection)
    let whole = try String(contentsOf: file, encoding: .utf8)
    try (whole + "\n- [\n").write(to: file, atomically: true, encoding: .utf8)
    server.hangUp()
    let refusal = try server.nextEvent()
    #expect(refusal["level"] == "error")
    #expect(refusal["reason"]?.hasPrefix("password-reset/questions.yaml:") == true, "\(refusal)")
    #expect(try content(connection) == before)

    try (whole + "\n# mended\n").write(to: file, atomically: true, encoding: .utf8)
    server.hangUp()
    #expect(try server.nextEvent()["message"] == "content reloaded")
    #expect(try content(connection) != before)
  }

  @Test("--watch: a file that changes is enough, and a bad edit keeps the old")
  func watch() throws {
    let (server, connection, file) = try start(["--watch"])
    let before = try content(connection)
    let whole = try String(contentsOf: file, encoding: .utf8)
    try (whole + "\n- [\n").write(to: file, atomically: true, encoding: .utf8)
    let refusal = try server.nextEvent()
    #expect(refusal["reason"]?.hasPrefix("password-reset/questions.yaml:") == true, "\(refusal)")
    #expect(try content(connection) == before)
    try (whole + "\n# changed\n").write(to: file, atomically: true, encoding: .utf8)
    #expect(try server.nextEvent()["message"] == "content reloaded")
    #expect(try content(connection) != before)
  }

  @Test("the log's level changes with a request, and SIGHUP brings it back")
  func logLevel() throws {
    let (server, connection, _) = try start()
    try connection.write(request("reload", #"{"log_level":"error"}"#))
    #expect(try connection.readLine().contains(#""result""#))
    server.hangUp()
    #expect(try server.nextEvent()["message"] == "content reloaded")
    try connection.write(request("reload", #"{"log_level":"loud"}"#))
    #expect(try connection.readLine().contains("-32602"))
  }
}
