/// Finds GUIDs that are secrets, as the keys of many services are; most are ids, which are nobody's secret, so that the
/// words beside one decide.
enum SecretGUID {
  static func find(in scan: Scan, _ findings: inout Findings) {
    guard scan.contains("-") else { return }
    for word in scan.words where word.range.count == 8 {
      let range = word.range.lowerBound..<word.range.lowerBound + 36
      guard range.upperBound <= scan.count, TokenRule.isGUID(range, scan), range.allSatisfy({ isPart($0, scan) })
      else { continue }
      if isSecret(before: range, in: scan) || isSecret(after: range, in: scan) { findings.add(range, .token) }
    }
  }

  private static func isPart(_ position: Int, _ scan: Scan) -> Bool {
    scan.classes[position] == .digit || scan.has("-", at: position) || (97...102).contains(scan.folded[position])
  }

  /// `hemligheten till appen är …`, `app key …`, but neither `secret id is …` nor `the secret of app …`: the nearest
  /// word that is said to be it, or the one directly before.
  private static func isSecret(before range: Range<Int>, in scan: Scan) -> Bool {
    var next = range.lowerBound
    var isLinked = false
    for index in scan.words.indices.prefix(while: { scan.words[$0].range.upperBound <= next }).suffix(9).reversed() {
      let word = scan.words[index]
      let gap = word.range.upperBound..<next
      if gap.contains(where: { scan.has(anyOf: ";?!", at: $0) || endsSentence($0, scan) }) { return false }
      isLinked = isLinked || gap.contains { scan.has(anyOf: ":=", at: $0) } || word.kinds.contains(.link)
      if isID(index, scan) || word.kinds.contains(.more) { return false }
      if isSecretWord(word) { return true }
      guard isLinked || isValue(index, scan) || word.kinds.contains(.filler) else { return false }
      next = word.range.lowerBound
    }
    return false
  }

  /// `… is our secret`, `is … our secret`, `… som lösenord`
  private static func isSecret(after range: Range<Int>, in scan: Scan) -> Bool {
    let after = scan.words.indices.drop { scan.words[$0].range.lowerBound < range.upperBound }.prefix(4)
    guard let link = after.first, !scan.words[link].kinds.isDisjoint(with: [.link, .owner]),
      let secret = after.first(where: { isSecretWord(scan.words[$0]) })
    else { return false }
    return !isID(secret + 1, scan) && after.prefix { $0 < secret }.allSatisfy { !isID($0, scan) }
  }

  private static func isSecretWord(_ word: Word) -> Bool { !word.kinds.isDisjoint(with: [.key, .password]) }

  private static func isID(_ index: Int, _ scan: Scan) -> Bool {
    ["id", "ids", "identifier"].contains { scan.isWord(index, $0) }
  }

  /// What may stand between the word for a secret and the secret: `secret value …`.
  private static func isValue(_ index: Int, _ scan: Scan) -> Bool {
    ["value", "värde", "värdet"].contains { scan.isWord(index, $0) }
  }

  private static func endsSentence(_ position: Int, _ scan: Scan) -> Bool {
    scan.has(".", at: position) && scan.character(position + 1) == .space
  }
}
