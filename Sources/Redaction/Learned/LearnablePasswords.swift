/// What the weights of ``LearnedPasswords`` are learned from: the evidence on each word of a message.
package enum LearnablePasswords {
  /// How many pieces of evidence are told apart; the weight that each word starts with comes after theirs.
  package static let count = PasswordEvidence.count
  /// What a step of a weight stands for.
  package static let step = LearnedPasswords.step
  /// Hashes of the words of a message by which ``words(of:knowing:)`` knows them.
  package static func hashes(of text: String) -> [UInt32] {
    let scan = Scan(text)
    return scan.words.map { word in
      var hash = WordKinds.emptyHash
      for position in word.range { WordKinds.add(scan.folded[position], to: &hash) }
      return PasswordEvidence.short(hash)
    }
  }

  /// Each word of a message that is looked at: where it stands among the message's scalars, and the evidence on it; empty
  /// where nothing in it would be looked at.
  package static func words(of text: String, knowing known: Set<UInt32>) -> [(range: Range<Int>, pieces: [Int])] {
    let scan = Scan(text)
    let evidence = PasswordEvidence(scan, words: known)
    guard evidence.isWorthALook else { return [] }
    return evidence.tokens.enumerated().map { index, token in
      (
        scan.origin(of: token.range.lowerBound)..<scan.origin(of: token.range.upperBound - 1) + 1,
        evidence.pieces(of: index)
      )
    }
  }

  /// Whether a message speaks of passwords.
  package static func speaksOfPasswords(_ text: String) -> Bool {
    PasswordEvidence(Scan(text), words: []).speaksOfPasswords
  }
}
