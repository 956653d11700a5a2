import Foundation
import Redaction

/// Logistic regression by AdaGrad, with some of the evidence left out each time: one weight for each piece of it.
struct Learning {
  var epochs = 20
  var rate: Float = 0.3
  var dropout: Float = 0.3
  /// What a weight counts before it is stored, which keeps single pieces of evidence from deciding alone.
  var scale: Float = 0.3
  /// An error of at most this much is let be.
  var negligible: Float = 0.02

  /// How often a word has to stand in harmless messages to be known.
  var leastOften = 2

  func weights(from marked: [MarkedMessage], _ harmless: [MarkedMessage]) -> PasswordWeights {
    var often: [UInt32: Int] = [:]
    for message in harmless + marked.filter(\.passwords.isEmpty) {
      for hash in LearnablePasswords.hashes(of: message.text) { often[hash, default: 0] += 1 }
    }
    let known = Set(often.filter { $0.value >= leastOften }.keys)
    let rows = (marked + harmless).flatMap { $0.rows(knowing: known) }
    var weights = [Float](repeating: 0, count: LearnablePasswords.count + 1)
    weights[LearnablePasswords.count] = -2 / scale
    var squares = [Float](repeating: 1e-4, count: weights.count)
    var generator = SplitMix(state: 20_210_309)
    var order = Array(rows.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      let rate = rate * (1 - 0.85 * Float(epoch) / Float(epochs))
      for place in order {
        let kept = rows[place].pieces.filter { _ in Float(generator.next() >> 40) / 16_777_216 >= dropout }
        var sum = weights[LearnablePasswords.count]
        for piece in kept { sum += weights[piece] / (1 - dropout) }
        let error = 1 / (1 + exp(-sum * scale)) - (rows[place].isPassword ? 1 : 0)
        guard abs(error) > negligible else { continue }
        for piece in kept + [LearnablePasswords.count] {
          let gradient = error * scale / (piece == LearnablePasswords.count ? 1 : 1 - dropout)
          squares[piece] += gradient * gradient
          weights[piece] -= gradient * rate / squares[piece].squareRoot()
        }
      }
    }
    return PasswordWeights(weights.map { $0 * scale }, known: known)
  }
}

/// Weights in the steps in which they are kept.
struct PasswordWeights {
  let steps: [Int8]
  let known: Set<UInt32>

  init(_ weights: [Float], known: Set<UInt32>) {
    self.known = known
    steps = weights.map { Int8(max(-127, min(127, ($0 / LearnablePasswords.step).rounded()))) }
  }

  /// As ``Redaction`` reads them.
  var data: Data {
    let hashes = known.sorted().flatMap { hash in (0..<4).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) } }
    return Data(steps.map { UInt8(bitPattern: $0) } + hashes)
  }

  func sum(of row: Row) -> Float {
    let sum = row.pieces.reduce(Int(steps[LearnablePasswords.count])) { $0 + Int(steps[$1]) }
    return Float(sum) * LearnablePasswords.step
  }
}

/// Numbers that look like chance and are the same in every run (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
