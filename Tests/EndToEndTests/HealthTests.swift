import Foundation
import TestSupport
import Testing

@Suite("metrics and health by HTTP")
struct HealthTests {
  private let folder = TemporaryFolder()

  /// The answer to a request, headers and all: read until the server closes, which it does after each answer.
  private func answer(_ line: String, at port: UInt16) throws -> String {
    let connection = try LineConnection(loopback: port)
    try connection.write("\(line) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return connection.readToEnd()
  }

  @Test("metrics, health and readiness; the connection is closed after each answer")
  func pages() throws {
    let server = try ServeProcess(log: folder.path("log.sqlite"), ["--metrics", "127.0.0.1:0"])
    let port = try #require(UInt16(server.nextPlace().split(separator: ":")[1]))
    let client = LineConnection(reading: server.output, writing: server.input)
    let message = #"{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"a","message_id":"1","text":"hej"}}"#
    try client.write("\(message)\n\(message)\nnonsense\n")
    for _ in 1...3 { _ = try client.readLine() }

    let metrics = try answer("GET /metrics", at: port)
    #expect(metrics.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(metrics.contains("Connection: close\r\n"))
    for line in [
      "fixline_messages_total 2", "fixline_messages_repeated_total 1", #"fixline_requests_total{method="message"} 2"#,
      #"fixline_decisions_total{kind="notice"} 2"#, #"fixline_errors_total{code="-32700"} 1"#,
      "fixline_open_sessions 1", "fixline_message_seconds_count 2", "fixline_commit_seconds_count 1",
    ] { #expect(metrics.contains(line + "\n"), "\(line)\n\(metrics)") }

    #expect(try answer("GET /healthz", at: port).hasSuffix("\r\n\r\nok\n"))
    #expect(try answer("GET /readyz?verbose", at: port).hasSuffix("\r\n\r\nok\n"))
    #expect(try answer("HEAD /readyz", at: port).hasSuffix("\r\n\r\n"))
    #expect(try answer("GET /", at: port).hasPrefix("HTTP/1.1 404"))
    #expect(try answer("DELETE /metrics", at: port).hasPrefix("HTTP/1.1 405"))
    #expect(try answer("nonsense", at: port).hasPrefix("HTTP/1.1 400"))
    server.terminate()
    #expect(server.waitForExit() == 0)
  }

  @Test("a server whose log can't be used is healthy, but not ready")
  func notReady() throws {
    let log = folder.path("log.sqlite")
    let server = try ServeProcess(log: log, ["--metrics", "127.0.0.1:0"])
    let port = try #require(UInt16(server.nextPlace().split(separator: ":")[1]))
    for file in [log, log + "-wal"] { try Data(repeating: 0xFF, count: 1 << 20).write(to: URL(filePath: file)) }
    #expect(try answer("GET /readyz", at: port).hasPrefix("HTTP/1.1 503"))
    #expect(try answer("GET /healthz", at: port).hasPrefix("HTTP/1.1 200"))
  }
}
