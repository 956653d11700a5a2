/// An intent's decision table laid out for checking: every cell with the fixes that cover it.
struct TableCheck {
  let intent: Intent
  let table: DecisionTable
  /// A value, or `unknown`, for each slot, and what covers it; empty where there are too many cells to look at.
  let cells: [(facts: [String: String], fixes: [Fix])]
  /// The same cells by the positions of their values, which compare faster.
  private let positions: [[Int]]

  /// More combinations than anybody can write fixes for.
  static let limit = 20_000

  init(_ intent: Intent, _ content: Content) {
    let table = DecisionTable(intent, questions: content.knowledge.questions)
    let size = table.slots.reduce(1) { min($0 * $1.values.count, Self.limit + 1) }
    self.intent = intent
    self.table = table
    positions = size > Self.limit ? [] : table.cells
    cells = positions.map { cell in
      let pairs = zip(table.slots, cell).map { ($0.name, $0.values[$1]) }
      return (Dictionary(pairs) { first, _ in first }, table.fixes(covering: cell))
    }
  }

  /// Whether the table has fixes, and only slots that there are. Where not, reading has said so: what would follow from it
  /// for every other fix hides the one slip that is to be mended.
  static func canJudge(_ intent: Intent, _ content: Content) -> Bool {
    let slots = Set(intent.asks.map(\.slot))
    let named = intent.fixes.flatMap(\.when).flatMap(\.keys)
    return !intent.fixes.isEmpty && slots.isSubset(of: content.knowledge.questions.keys) && slots.isSuperset(of: named)
  }

  /// The first of these cells by name and the number of the others.
  func list(_ cells: [[String: String]]) -> String {
    let shown = cells.prefix(3).map { facts in
      let values = table.slots.map { "\($0.name)=\(facts[$0.name] ?? Question.unknown)" }
      return values.isEmpty ? "any case" : "(\(values.joined(separator: ", ")))"
    }
    return shown.joined(separator: ", ") + (cells.count > 3 ? " and \(cells.count - 3) more" : "")
  }

  /// Whether two values of this slot lead to different fixes, all else being equal.
  func decides(_ slot: String) -> Bool {
    guard let index = table.slots.firstIndex(where: { $0.name == slot }) else { return false }
    var seen: [[Int]: [String]] = [:]
    for (position, cell) in zip(positions, cells) {
      var others = position
      others[index] = 0
      let fixes = cell.fixes.map(\.id)
      if let first = seen[others], first != fixes { return true }
      seen[others] = fixes
    }
    return false
  }
}

/// Cells that no fix covers, or more than one.
@Sendable func uncoveredCells(_ intent: Intent, _ content: Content) -> [Finding] {
  let check = TableCheck(intent, content)
  guard !check.cells.isEmpty else {
    return [
      content.finding(
        .error, .missingCell, at: "intent/\(intent.id)/asks",
        "more than \(TableCheck.limit) cases: nobody can write them all", mend: "ask less, or make two intents of it")
    ]
  }
  var findings: [Finding] = []
  let missing = check.cells.filter(\.fixes.isEmpty).map(\.facts)
  if !missing.isEmpty {
    findings.append(
      content.finding(
        .error, .missingCell, at: "intent/\(intent.id)/fixes", "no fix for \(check.list(missing))",
        mend: "add a fix with this ‘when’, or widen another one's"))
  }
  let double = Dictionary(grouping: check.cells.filter { $0.fixes.count > 1 }) { $0.fixes.map(\.id) }
  for (fixes, cells) in double {
    let names = fixes.map { "‘\($0)’" }
    let together = names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
    findings.append(
      content.finding(
        .error, .doubleCell, at: "fix/\(intent.id)/\(fixes[fixes.count - 1])/when",
        "\(together) \(names.count == 2 ? "both" : "all") cover \(check.list(cells.map(\.facts)))",
        mend: "narrow the ‘when’ of one of them"))
  }
  return findings
}

/// Fixes that neither a case nor another fix's `next` leads to.
@Sendable func unreachableFixes(_ intent: Intent, _ content: Content) -> [Finding] {
  var reached: Set<String> = []
  var open = TableCheck(intent, content).cells.flatMap { $0.fixes.map(\.id) }
  while let id = open.popLast() {
    guard reached.insert(id).inserted, let next = intent.fix(id)?.next else { continue }
    open.append(next)
  }
  return intent.fixes.filter { !reached.contains($0.id) }.map { fix in
    content.finding(
      .error, .unreachableFix, at: "fix/\(intent.id)/\(fix.id)", "no case leads to the fix ‘\(fix.id)’",
      mend: "name a case of its own under its ‘when’, make it another fix's ‘next’, or remove it")
  }
}

/// Fixes whose `next` leads back to them.
@Sendable func endlessChains(_ intent: Intent, _ content: Content) -> [Finding] {
  intent.fixes.compactMap { fix in
    var seen: Set<String> = []
    var next = fix.next
    while let id = next, id != fix.id, seen.insert(id).inserted { next = intent.fix(id)?.next }
    guard next == fix.id else { return nil }
    return content.finding(
      .error, .endlessChain, at: "fix/\(intent.id)/\(fix.id)/next", "‘next’ leads from ‘\(fix.id)’ back to itself",
      mend: "end the chain at one of its fixes")
  }
}
