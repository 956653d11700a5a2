import Foundation
import TestSupport
import Testing

@Suite("What the documents show is what the program prints")
struct ReadmeTests {
  /// The commands in the `console` blocks of the documents for users, each with the output shown under it.
  static let examples = ["README.md", "docs/using.md"].flatMap(examples)

  private static func examples(in document: String) -> [(command: String, output: String)] {
    guard let text = try? String(contentsOf: Repository.root.appending(path: document), encoding: .utf8) else {
      return []
    }
    return text.components(separatedBy: "```console\n").dropFirst().compactMap { block in
      let body = block.components(separatedBy: "```")[0]
      guard body.hasPrefix("$ "), let end = body.firstIndex(of: "\n") else { return nil }
      let command = body[body.index(body.startIndex, offsetBy: 2)..<end]
      return (String(command), String(body[body.index(after: end)...]))
    }
  }

  @Test("There are examples")
  func exist() { #expect(Self.examples.count >= 6) }

  @Test("Each prints what is shown", arguments: 0..<ReadmeTests.examples.count)
  func prints(number: Int) throws {
    let example = Self.examples[number]
    let result = try Binary().shell(example.command)
    #expect(result.output.trimmingCharacters(in: .newlines) == example.output.trimmingCharacters(in: .newlines))
  }
}
