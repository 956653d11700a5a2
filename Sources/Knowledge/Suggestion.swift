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
    let measured = known.map { (slips: slips(from: name, to: $0), name: $0) }
    return measured.filter { $0.slips <= limit }.min { ($0.slips, $0.name) < ($1.slips, $1.name) }?.name
  }

  /// The number of letters put in, left out, changed or swapped with their neighbour.
  private static func slips(from left: String, to right: String) -> Int {
    let left = Array(left.lowercased()), right = Array(right.lowercased())
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
