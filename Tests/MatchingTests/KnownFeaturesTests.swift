import Testing

@testable import Matching

struct KnownFeaturesTests {
  private func features(_ seed: UInt64, _ count: Int) -> [Feature] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { Feature(hash: generator.next() | 1, block: .stem, first: Int32($0), second: Int32($0)) }
  }

  private func passed(_ features: [Feature], by known: KnownFeatures) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: features.count) { $1 = known.fill($0, from: features) }
  }

  @Test func allThatAreKnownPassInTheirOrderAndFewOthers() {
    let (examples, others) = (features(1, 3000), features(2, 3000))
    let known = FeatureTable(examples: [examples]).slots.withUnsafeBufferPointer { KnownFeatures(slots: $0) }
    #expect(passed(examples, by: known) == examples.map(\.hash))
    #expect(passed(others, by: known).count < 600)
    #expect(passed(examples + others, by: known).starts(with: examples.map(\.hash)))
  }
}
