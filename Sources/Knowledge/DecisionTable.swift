/// An intent's decision table: what is known about role and environment → the fix, or the question that decides next.
///
/// A cell gives each slot one value, `unknown` among them. A row of a fix covers cells; a complete table covers each
/// cell by exactly one fix, which `check` proves.
public struct DecisionTable: Sendable {
  /// A slot of the table.
  public struct Slot: Sendable, Equatable {
    /// The slot's name.
    public let name: String
    /// The values that the cells take, the question's options in their order and `unknown` last.
    public let values: [String]
    /// When the slot is not asked for.
    let unless: [Fix.Row]

    /// The position of a value in ``values``; one that the table doesn't know counts as unknown.
    func index(_ value: String?) -> Int {
      value.flatMap { values.firstIndex(of: $0) } ?? values.count - 1
    }
  }

  /// What to do next.
  public enum Step: Sendable, Equatable {
    /// The fix is settled.
    case give(Fix)
    /// This slot's value decides: ask for it.
    case ask(String)
    /// No fix covers what is known: content that `check` would find fault with.
    case nothing
  }

  /// The slots, in the order in which they are asked.
  public let slots: [Slot]
  private let fixes: [Fix]
  /// The rows of all fixes in their order: per slot a bit for each value covered.
  private let rows: [(fix: Int, covered: [UInt64])]

  /// Makes the table of an intent.
  public init(_ intent: Intent, questions: [String: Question]) {
    let slots = intent.asks.compactMap { ask in
      questions[ask.slot].map {
        Slot(name: ask.slot, values: $0.options.map(\.value) + [Question.unknown], unless: ask.unless)
      }
    }
    self.slots = slots
    fixes = intent.fixes
    rows = intent.fixes.enumerated().flatMap { number, fix in
      fix.when.map { row in (number, slots.map { Self.bits(row[$0.name], of: $0) }) }
    }
  }

  private static func bits(_ values: [String]?, of slot: Slot) -> UInt64 {
    guard let values else { return .max }
    return values.reduce(0) { bits, value in
      slot.values.firstIndex(of: value).map { bits | 1 << UInt64($0) } ?? bits
    }
  }

  /// All cells: for each slot, by its position, the position of a value in ``Slot/values``.
  public var cells: [[Int]] {
    slots.reduce([[]]) { cells, slot in cells.flatMap { cell in slot.values.indices.map { cell + [$0] } } }
  }

  /// The fixes that cover a cell, in their order: exactly one in a complete table.
  public func fixes(covering cell: [Int]) -> [Fix] {
    var found: [Int] = []
    for row in rows where covers(row.covered, cell) && found.last != row.fix { found.append(row.fix) }
    return found.map { fixes[$0] }
  }

  /// What to do when this is known.
  ///
  /// - Parameters:
  ///   - facts: slot → value; `unknown` where the person doesn't know.
  ///   - mayAsk: false when the question budget is used up: what isn't known then counts as unknown.
  public func step(_ facts: [String: String], mayAsk: Bool = true) -> Step {
    var cell = slots.map { $0.index(facts[$0.name]) }
    let open = mayAsk ? slots.indices.filter { facts[slots[$0].name] == nil && !isExempt($0, facts) } : []
    let reachable = reach(&cell, open)
    guard let only = reachable.first else { return .nothing }
    if reachable.count == 1 { return .give(fixes[only]) }
    return open.first { decides($0, cell, open) }.map { .ask(slots[$0].name) } ?? .give(fixes[only])
  }

  /// Whether two answers for this slot leave different fixes within reach; never where it need not be asked.
  public func decides(_ slot: String, given facts: [String: String]) -> Bool {
    let open = slots.indices.filter { facts[slots[$0].name] == nil && !isExempt($0, facts) }
    guard let index = open.first(where: { slots[$0].name == slot }) else { return false }
    return decides(index, slots.map { $0.index(facts[$0.name]) }, open)
  }

  /// The fixes that some answers to the questions still open lead to.
  public func reachable(_ facts: [String: String]) -> [Fix] {
    var cell = slots.map { $0.index(facts[$0.name]) }
    let open = slots.indices.filter { facts[slots[$0].name] == nil && !isExempt($0, facts) }
    return reach(&cell, open).sorted().map { fixes[$0] }
  }

  /// Whether a row holds for what is known; a slot that isn't known has the value `unknown`.
  public static func holds(_ row: Fix.Row, for facts: [String: String]) -> Bool {
    row.allSatisfy { slot, values in values.contains(facts[slot] ?? Question.unknown) }
  }

  private func isExempt(_ slot: Int, _ facts: [String: String]) -> Bool {
    slots[slot].unless.contains { Self.holds($0, for: facts) }
  }

  private func covers(_ row: [UInt64], _ cell: [Int]) -> Bool {
    for (bits, value) in zip(row, cell) where bits & (1 << UInt64(value)) == 0 { return false }
    return true
  }

  private func decides(_ slot: Int, _ cell: [Int], _ open: [Int]) -> Bool {
    var cell = cell
    let others = open.filter { $0 != slot }
    var first: Set<Int>?
    for value in slots[slot].values.indices {
      cell[slot] = value
      let reached = reach(&cell, others)
      if let first, first != reached { return true }
      first = reached
    }
    return false
  }

  /// The fixes of all cells that agree with `cell` outside the open slots; `cell` is given back as it was.
  private func reach(_ cell: inout [Int], _ open: some Collection<Int>) -> Set<Int> {
    guard let slot = open.first else {
      return rows.first { covers($0.covered, cell) }.map { [$0.fix] } ?? []
    }
    let value = cell[slot]
    defer { cell[slot] = value }
    return slots[slot].values.indices.reduce(into: []) { reached, value in
      cell[slot] = value
      reached.formUnion(reach(&cell, open.dropFirst()))
    }
  }
}
