import TextAnalysis

/// "Did you mean": the known name closest to a misspelt one.
enum Suggestion {
  /// A sentence to mend an unknown name with: the closest known one or, where none is close, all of them if few.
  static func mend(for name: String, among known: some Collection<String>) -> String? {
    if let closest = closest(to: name, among: known) { return "did you mean ‘\(closest)’?" }
    guard !known.isEmpty, known.count <= 12 else { return nil }
    return "known are " + known.sorted().joined(separator: ", ")
  }

  /// The known name with the fewest slips from this one; `nil` where more than a third of it would be slips.
  static func closest(to name: String, among known: some Collection<String>) -> String? {
    let limit = max(1, name.count / 3)
    let measured = known.compactMap { other in
      slips(between: name.lowercased().utf8, and: other.lowercased().utf8, limit: limit).map {
        (slips: $0, name: other)
      }
    }
    return measured.min { ($0.slips, $0.name) < ($1.slips, $1.name) }?.name
  }
}
