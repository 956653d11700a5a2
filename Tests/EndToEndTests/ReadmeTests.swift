import Foundation
import TestSupport
import Testing

@Suite("What the README shows is what the program prints")
struct ReadmeTests {
  /// The commands in the README's `console` blocks, each with the output shown under it.
  static let examples: [(command: String, output: String)] = {
    guard let text = try? String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8) else {
      return []
    }
    return text.components(separatedBy: "```console\n").dropFirst().compactMap { block in
      let body = block.components(separatedBy: "```")[0]
      guard body.hasPrefix("$ "), let end = body.firstIndex(of: "\n") else { return nil }
      let command = body[body.index(body.startIndex, offsetBy: 2)..<end]
      return (String(command), String(body[body.index(after: end)...]))
    }
  }()

  @Test("There are examples")
  func exist() { #expect(Self.examples.count >= 4) }

  @Test("Each prints what is shown", arguments: 0..<ReadmeTests.examples.count)
  func prints(number: Int) throws {
    let example = Self.examples[number]
    let result = try Binary().shell(example.command)
    #expect(result.output.trimmingCharacters(in: .newlines) == example.output.trimmingCharacters(in: .newlines))
  }
}
