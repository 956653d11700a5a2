import ArgumentParser
import FoundationEssentials

/// How a command writes what it has to tell.
enum Format: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

extension Encodable {
  /// The value as JSON for scripts that eyes can read, too: indented, members sorted, times in UTC, a line's end.
  func indentedJSON() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

/// A number of things: `1 transcript`, `2 transcripts`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

extension Date {
  /// The time as `2026-11-23 14:05:09` UTC.
  var timestamp: String {
    formatted(.iso8601.year().month().day().dateSeparator(.dash).time(includingFractionalSeconds: false))
      .replacing("T", with: " ")
  }
}

extension String {
  /// The text with spaces after it, up to a width in characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// The text with its line breaks as spaces.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
