/// Two changes of one text brought together, line by line.
struct ThreeWayMerge {
  /// The merged lines; where both sides changed the same ones, `mine` stand.
  private(set) var lines: [String] = []
  /// Where both sides changed the same lines, as a merge shows it.
  private(set) var conflicts: [String] = []

  /// Merges what became of `base` on two sides.
  init(base: [String], mine: [String], theirs: [String]) {
    let toMine = Self.matches(base, mine), toTheirs = Self.matches(base, theirs)
    var (b, m, t) = (0, 0, 0)
    while true {
      // The next base line that both sides kept ends the stretch that differs.
      let next = (b..<base.count).first { toMine[$0] != nil && toTheirs[$0] != nil }
      let ends = (
        next ?? base.count, next.flatMap { toMine[$0] } ?? mine.count, next.flatMap { toTheirs[$0] } ?? theirs.count
      )
      add(base: Array(base[b..<ends.0]), mine: Array(mine[m..<ends.1]), theirs: Array(theirs[t..<ends.2]))
      guard let next else { return }
      lines.append(base[next])
      (b, m, t) = (ends.0 + 1, ends.1 + 1, ends.2 + 1)
    }
  }

  private mutating func add(base: [String], mine: [String], theirs: [String]) {
    if mine == base {
      lines += theirs
    } else {
      lines += mine
      guard theirs != base, theirs != mine else { return }
      conflicts.append(
        (["<<<<<<< kept"] + mine + ["||||||| before"] + base + ["======="] + theirs + [">>>>>>> article"])
          .joined(separator: "\n"))
    }
  }

  /// For each line of `old` the line of `new` that it became.
  static func matches(_ old: [String], _ new: [String]) -> [Int?] {
    // What is alike at both ends needs no search, and a new file no comparison at all.
    let head = zip(old, new).prefix { $0 == $1 }.count
    let rest = min(old.count, new.count) - head
    let tail = zip(old.suffix(rest).reversed(), new.suffix(rest).reversed()).prefix { $0 == $1 }.count
    let oldMiddle = old[head..<old.count - tail], newMiddle = new[head..<new.count - tail]
    let ends = (old.count - tail..<old.count).map { Optional($0 - old.count + new.count) }
    return (0..<head).map(Optional.some) + middle(Array(oldMiddle), Array(newMiddle)).map { $0.map { $0 + head } }
      + ends
  }

  private static func middle(_ old: [String], _ new: [String]) -> [Int?] {
    guard !old.isEmpty, !new.isEmpty else { return old.map { _ in nil } }
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset)), inserted = Set(difference.insertions.map(\.offset))
    var kept = new.indices.filter { !inserted.contains($0) }.makeIterator()
    return old.indices.map { removed.contains($0) ? nil : kept.next() }
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
