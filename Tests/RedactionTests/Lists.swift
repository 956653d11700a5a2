import Foundation
import TestSupport
import Testing

@testable import Redaction

/// A message with a secret in it.
struct Secret: CustomTestStringConvertible {
  var kind: SecretKind
  var message: String
  /// The message with the placeholder where the secret was.
  var expected: String

  var testDescription: String { expected }
}

/// The lists that redaction is developed on.
enum Lists {
  static func lines(_ name: String) throws -> [String] {
    let file = Repository.root.appending(path: "Tests/RedactionTests/Lists/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  static func secrets(_ name: String) throws -> [Secret] {
    // A secret broken over two lines goes on in a line without a kind.
    var messages: [String] = []
    for line in try lines(name) {
      if line.contains("|") { messages.append(line) } else { messages[messages.count - 1] += "\n" + line }
    }
    return messages.map { line in
      let parts = line.split(separator: "|", maxSplits: 1)
      let kind = SecretKind(rawValue: String(parts[0])) ?? .password
      let marked = String(parts[1])
      return Secret(
        kind: kind, message: marked.filter { $0 != "«" && $0 != "»" },
        expected: marked.replacing(#/«[^»]*»/#, with: kind.placeholder))
    }
  }
}

/// Numbers that look like chance and are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
