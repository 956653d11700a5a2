/// How many slips lie between two words: letters left out, put in, mistaken, or two neighbours swapped (optimal string
/// alignment). `limit` is the most that matters; what lies further away gives `nil`.
public func slips(between first: some Collection<UInt8>, and second: some Collection<UInt8>, limit: Int) -> Int? {
  let (first, second) = (Array(first), Array(second))
  guard abs(first.count - second.count) <= limit else { return nil }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  var row = beforeLast
  for i in first.indices {
    row[0] = i + 1
    var least = row[0]
    for j in second.indices {
      let same = first[i] == second[j]
      var cost = min(last[j] + (same ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row[j + 1] = cost
      least = min(least, cost)
    }
    if least > limit { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[second.count] <= limit ? last[second.count] : nil
}
