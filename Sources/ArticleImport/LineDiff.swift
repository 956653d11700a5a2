/// Two texts compared line by line.
enum LineDiff {
  /// How many lines are shown around a change.
  private static let context = 2

  /// The differences as `diff -u` writes them, under the file's name; empty where there are none.
  static func text(old: String, new: String, name: String) -> String {
    guard old != new else { return "" }
    let before = old.isEmpty ? [] : old.linesOfText, after = new.linesOfText
    let script = self.script(before, after)
    var lines = ["--- \(old.isEmpty ? "/dev/null" : name)", "+++ \(name)"]
    for hunk in hunks(of: script) {
      let part = script[hunk]
      lines.append("@@ -\(range(part, of: "+", \.old)) +\(range(part, of: "-", \.new)) @@")
      lines += part.map { $0.mark + $0.text }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line that stayed (" "), went ("-") or came ("+"), with how many lines of each text stand before it.
  private struct Line {
    var mark: String
    var text: String
    var old: Int
    var new: Int
  }

  private static func script(_ before: [String], _ after: [String]) -> [Line] {
    let kept = ThreeWayMerge.matches(before, after)
    var script: [Line] = []
    var new = 0
    for (old, text) in before.enumerated() {
      guard let place = kept[old] else {
        script.append(Line(mark: "-", text: text, old: old, new: new))
        continue
      }
      for index in new..<place { script.append(Line(mark: "+", text: after[index], old: old, new: index)) }
      script.append(Line(mark: " ", text: text, old: old, new: place))
      new = place + 1
    }
    for index in new..<after.count {
      script.append(Line(mark: "+", text: after[index], old: before.count, new: index))
    }
    return script
  }

  /// The stretches with changes, each with some lines around.
  private static func hunks(of script: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in script.indices where script[index].mark != " " {
      let start = max(0, index - context), end = min(script.count, index + context + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  /// Where a hunk stands in one of the texts: its first line and its length. Lines with `other` are the other text's.
  private static func range(_ part: ArraySlice<Line>, of other: String, _ position: KeyPath<Line, Int>) -> String {
    let count = part.count { $0.mark != other }
    let start = part.first.map { $0[keyPath: position] } ?? 0
    return "\(count == 0 ? start : start + 1),\(count)"
  }
}
