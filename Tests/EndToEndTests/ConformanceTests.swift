import Foundation
import Glibc
import TestSupport
import Testing

@Suite("the published conformance file holds on every channel")
struct ConformanceTests {
  @Test("on stdin and stdout")
  func streams() throws {
    let folder = TemporaryFolder()
    let server = try ServeProcess(log: folder.path("log.sqlite"))
    try check(over: LineConnection(reading: server.output, writing: server.input))
    server.closeInput()
    #expect(server.waitForExit() == 0)
  }

  @Test("on a Unix socket")
  func unixSocket() throws {
    let folder = TemporaryFolder()
    let path = folder.path("socket")
    let server = try ServeProcess(log: folder.path("log.sqlite"), ["--unix", path])
    _ = try server.nextPlace()
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    try check(over: LineConnection(unixSocket: path))
    server.terminate()
    #expect(server.waitForExit() == 0)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("by TCP")
  func tcp() throws {
    let folder = TemporaryFolder()
    let server = try ServeProcess(log: folder.path("log.sqlite"), ["--listen", "127.0.0.1:0"])
    try check(over: LineConnection(loopback: try #require(UInt16(server.nextPlace().split(separator: ":")[1]))))
    server.terminate()
    #expect(server.waitForExit() == 0)
  }

  /// Sends each line of the file and compares the reply; where none is expected, the next reply has to be the next
  /// line's.
  private func check(over connection: LineConnection) throws {
    let file = Repository.root.appending(path: "docs/conformance.jsonl")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let item = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let about = item["about"] as? String ?? ""
      try connection.write(try #require(Self.line(of: item)) + [UInt8(ascii: "\n")])
      guard let expected = item["expect"] as? [String: Any] else { continue }
      let reply = try JSONSerialization.jsonObject(with: Data(connection.readLine().utf8), options: .fragmentsAllowed)
      #expect(matches(reply, expected), "\(about): \(reply)")
    }
  }

  /// The bytes to send: `send` as text or, where they are none, `send_base64`.
  private static func line(of item: [String: Any]) -> [UInt8]? {
    if let text = item["send"] as? String { return Array(text.utf8) }
    return (item["send_base64"] as? String).flatMap { Data(base64Encoded: $0) }.map(Array.init)
  }

  /// Whether a value is what is expected of it: `"*"` is anything. A reply may have members that the file doesn't name,
  /// since adding one is no new version of the protocol.
  private func matches(_ value: Any?, _ expected: Any) -> Bool {
    if expected as? String == "*" { return value != nil }
    if let expected = expected as? [String: Any] {
      guard let value = value as? [String: Any] else { return false }
      return expected.allSatisfy { matches(value[$0.key], $0.value) }
        && (expected["error"] == nil) == (value["error"] == nil)
    }
    if let expected = expected as? [Any] {
      guard let value = value as? [Any], value.count == expected.count else { return false }
      return zip(value, expected).allSatisfy { matches($0, $1) }
    }
    return (value as? NSObject) == (expected as? NSObject)
  }
}
