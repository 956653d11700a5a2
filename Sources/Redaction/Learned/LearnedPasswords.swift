/// Finds passwords that no rule has found, by what was learned from messages of many writers: a sum of weights for each
/// word, one for each piece of its ``PasswordEvidence``.
///
/// The rules know how passwords are told; people find other ways. What is learned is surer of the company that a
/// password keeps than of what it looks like. `scripts/learn-passwords` makes the weights.
struct LearnedPasswords: Sendable {
  /// One weight for each piece of evidence, and last the one that each word starts with, in steps of ``step``.
  private let weights: [Int8]
  /// Words that are as well known as those of the lists, by their hashes.
  private let words: Set<UInt32>

  /// What a step of a weight stands for.
  static let step: Float = 1 / 16
  /// From which sum on a word is taken for a password where passwords are spoken of, and where they aren't.
  static let threshold: Float = 0.9
  static let thresholdElsewhere: Float = 2

  /// What comes with the program.
  static let embedded = LearnedPasswords(PackageResources.passwords_weights)

  /// Takes the weights, a byte each, and the hashes of the words, four bytes each, the lowest first.
  init(_ bytes: [UInt8]) {
    let count = PasswordEvidence.count + 1
    weights = bytes.prefix(count).map { Int8(bitPattern: $0) }
    words = Set(
      stride(from: count, to: bytes.count - 3, by: 4).map { start in
        bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
      })
  }

  /// Notes what is taken for a password.
  func find(in scan: Scan, _ findings: inout Findings) {
    guard weights.count > PasswordEvidence.count else { return }
    let evidence = PasswordEvidence(scan, words: words)
    guard evidence.isWorthALook else { return }
    let threshold = evidence.speaksOfPasswords ? Self.threshold : Self.thresholdElsewhere
    for (index, token) in evidence.tokens.enumerated() where sum(evidence.pieces(of: index)) >= threshold {
      findings.add(token.range, .password)
    }
  }

  /// How much speaks for a word being a password, as the logarithm of the odds.
  private func sum(_ pieces: [Int]) -> Float {
    Float(pieces.reduce(Int(weights[PasswordEvidence.count])) { $0 + Int(weights[$1]) }) * Self.step
  }
}
