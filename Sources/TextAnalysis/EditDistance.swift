/// How many slips lie between two words: letters left out, put in, mistaken, or two neighbours swapped (optimal string
/// alignment).
///
/// - Parameter limit: the most that matters; what lies further away gives `nil`.
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

/// Finds the one word of a vocabulary that a mistyped word was meant to be.
struct TypoIndex: Sendable {
  /// The words by how many letters they have.
  private var words: [[Candidate]] = []

  private struct Candidate: Sendable {
    let letters: [UInt8]
    let signature: UInt64
    let id: Int
  }

  /// Takes in a word (folded) with what it stands for.
  mutating func insert(_ folded: String, id: Int) {
    let letters = Array(folded.utf8)
    guard Self.limit(letters.count) > 0 else { return }
    while words.count <= letters.count { words.append([]) }
    words[letters.count].append(Candidate(letters: letters, signature: Self.signature(letters), id: id))
  }

  /// What the closest word stands for; `nil` where none is close or where words of different ids tie.
  func closest(to folded: String, sameWord: (Int, Int) -> Bool) -> Int? {
    let letters = Array(folded.utf8)
    var limit = Self.limit(letters.count)
    guard limit > 0 else { return nil }
    let signature = Self.signature(letters)
    var best: Int?
    var isTied = false
    for length in letters.count - limit...letters.count + limit where words.indices.contains(length) {
      for word in words[length] {
        guard (word.signature ^ signature).nonzeroBitCount <= 2 * limit else { continue }
        let bound = min(limit, Self.limit(word.letters.count))
        guard let distance = slips(between: letters, and: word.letters, limit: bound), distance > 0 else { continue }
        if distance < limit || best == nil {
          (best, isTied, limit) = (word.id, false, distance)
        } else if let other = best, !sameWord(other, word.id) {
          isTied = true
        }
      }
    }
    return isTied ? nil : best
  }

  /// The slips that a word of this many letters may hold.
  private static func limit(_ count: Int) -> Int { count < 4 ? 0 : count < 8 ? 1 : 2 }

  /// One bit a letter: words that differ in many bits need not be compared.
  private static func signature(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
