import Testing

@testable import Matching

struct ShortWeightsTests {
  @Test(
    arguments: [
      (0, 0), (1, 1), (-1, -1), (0.5, 0.5), (1.00390625, 1), (1.01171875, 1.015625), (1.0040, 1.0078125),
      (-1.0040, -1.0078125), (3.1415927, 3.140625),
    ] as [(Float, Float)])
  func aWeightIsRoundedToTheNearest(_ weight: Float, _ expected: Float) {
    #expect(Float(upperHalf: weight.upperHalf) == expected)
    #expect(SIMD8<Float>(upperHalves: SIMD8(repeating: weight.upperHalf)) == SIMD8(repeating: expected))
  }

  @Test func noWeightMovesByMoreThanHalfAStep() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<10_000 {
      let weight = Float.random(in: -20...20, using: &generator)
      #expect(abs(Float(upperHalf: weight.upperHalf) - weight) <= abs(weight) / 256)
    }
  }
}
