/// The results of a replay in the XML that build servers read (the JUnit schema of Apache Ant).
public struct JUnitReport: Sendable {
  private var cases: [(path: String, failure: String?)] = []

  /// A report of nothing yet.
  public init() {}

  /// Adds a transcript; `failure` says how it differed, `nil` that it went as written.
  public mutating func add(_ path: String, failure: String?) { cases.append((path, failure)) }

  /// The report.
  public var xml: String {
    let failures = cases.count { $0.failure != nil }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append("<testsuite name=\"transcripts\" tests=\"\(cases.count)\" failures=\"\(failures)\">")
    for (path, failure) in cases {
      guard let failure else {
        lines.append("  <testcase name=\"\(path.escapedForXML)\"/>")
        continue
      }
      lines.append("  <testcase name=\"\(path.escapedForXML)\">")
      lines.append("    <failure message=\"the conversation differs\">\(failure.escapedForXML)</failure>")
      lines.append("  </testcase>")
    }
    return (lines + ["</testsuite>"]).joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text with the characters replaced that mean something in XML, and those left out that XML can't hold.
  fileprivate var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20: continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
