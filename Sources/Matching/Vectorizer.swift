/// Turns features into a sparse vector of known rows: (1 + ln count) · rarity, each block scaled to length 1 by itself.
struct Vectorizer {
  /// A row of the weights and the message's value in it.
  struct Entry {
    var row: Int32
    var value: Float
  }

  let hashes: UnsafeBufferPointer<UInt64>
  let blocks: UnsafeBufferPointer<UInt8>
  let rarity: UnsafeBufferPointer<Float>
  let slots: UnsafeBufferPointer<UInt32>

  /// The row of a feature; `nil` where no example had it.
  @inline(__always)
  func row(of hash: UInt64) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if hashes[Int(entry) - 1] == hash { return Int32(entry) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// The vector of a message's features, by row.
  func vector(of features: [Feature]) -> [Entry] {
    var rows: [Int32] = []
    rows.reserveCapacity(features.count)
    for feature in features {
      if let row = row(of: feature.hash) { rows.append(row) }
    }
    rows.sort()
    var vector: [Entry] = []
    vector.reserveCapacity(rows.count)
    var index = 0
    while index < rows.count {
      var end = index + 1
      while end < rows.count, rows[end] == rows[index] { end += 1 }
      let row = Int(rows[index])
      vector.append(Entry(row: rows[index], value: Self.damped(end - index) * rarity[row]))
      index = end
    }
    scale(&vector)
    return vector
  }

  private func scale(_ vector: inout [Entry]) {
    var start = 0
    while start < vector.count {
      let block = blocks[Int(vector[start].row)]
      var end = start
      var length: Float = 0
      while end < vector.count, blocks[Int(vector[end].row)] == block {
        length += vector[end].value * vector[end].value
        end += 1
      }
      let weight = Feature.Block(rawValue: block)?.weight ?? 1
      let factor = weight / length.squareRoot()
      for index in start..<end { vector[index].value *= factor }
      start = end
    }
  }

  /// 1 + ln count.
  @inline(__always)
  private static func damped(_ count: Int) -> Float { count < dampedCounts.count ? dampedCounts[count] : 4 }
}

private let dampedCounts: [Float] = (0..<20).map { $0 == 0 ? 0 : Float(1 + Exact.ln(Double($0))) }
