import Yams

/// What a person made of a content file and what became of its article brought together, intent by intent: a section that
/// moved within the article stays one intent, with what a person wrote in it.
struct ContentMerge {
  /// The merged text.
  private(set) var text: String
  /// Where both sides changed the same lines, as a merge shows it; a person's stand.
  private(set) var conflicts: [String] = []

  /// Merges what became of `base`, the form last imported, on two sides.
  init(base: String, mine: String, theirs: String) {
    text = mine
    let (old, own, new) = (Blocks(base), Blocks(mine), Blocks(theirs))
    let isSplit = own.isSound && old.isSound && new.isSound
    let lines =
      isSplit ? byIntent(old, own, new) : merge(base.linesOfText, mine.linesOfText, theirs.linesOfText)
    let merged = lines.joined(separator: "\n") + (isSplit ? "\n" : "")
    if (try? Yams.compose(yaml: merged)) == nil {
      conflicts = ["the two changes don't fit together; the content is left as it is"]
    } else {
      text = merged
    }
  }

  /// A content file cut at its intents.
  private struct Blocks {
    var head: [String] = []
    var names: [String] = []
    var lines: [String: [String]] = [:]
    /// Whether it has the form in which an import writes, with each intent once.
    var isSound = true

    init(_ text: String) {
      var all = text.linesOfText
      while all.last == "" { all.removeLast() }
      for line in all {
        if line.hasPrefix("  - intent: ") {
          let name = line.dropFirst(12).trimmingPrefix { $0 == " " }.split(separator: " ").first.map(String.init) ?? ""
          if lines[name] != nil { isSound = false }
          names.append(name)
          lines[name] = []
        }
        if let name = names.last { lines[name, default: []].append(line) } else { head.append(line) }
      }
      if names.isEmpty || head.last != "intents:" { isSound = false }
    }
  }

  private mutating func byIntent(_ old: Blocks, _ own: Blocks, _ new: Blocks) -> [String] {
    var result = merge(old.head, own.head, new.head)
    for name in order(old, own, new) {
      switch (old.lines[name], own.lines[name], new.lines[name]) {
      case (let base, let mine?, let theirs): result += merge(base ?? [], mine, theirs ?? [])
      case (nil, nil, let theirs?): result += theirs
      case (let base?, nil, let theirs?):
        // A person took the intent out, and so it stays.
        if base != theirs { note(base, [], theirs) }
      default: break
      }
    }
    return result
  }

  /// The names in the article's order; those that only a person's file has stand behind the same one as there.
  private func order(_ old: Blocks, _ own: Blocks, _ new: Blocks) -> [String] {
    var names = new.names
    for (index, name) in own.names.enumerated() where new.lines[name] == nil {
      let before = own.names[..<index].last { names.contains($0) }
      let place = before.flatMap { names.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      names.insert(name, at: place)
    }
    return names
  }

  private mutating func merge(_ base: [String], _ mine: [String], _ theirs: [String]) -> [String] {
    let merge = ThreeWayMerge(base: base, mine: mine, theirs: theirs)
    conflicts += merge.conflicts
    return merge.lines
  }

  private mutating func note(_ base: [String], _ mine: [String], _ theirs: [String]) {
    conflicts += ThreeWayMerge(base: base, mine: mine, theirs: theirs).conflicts
  }
}
