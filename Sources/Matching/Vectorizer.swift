/// Turns features into a sparse vector of known rows: (1 + ln count) · rarity, each block scaled to length 1 by itself.
struct Vectorizer {
  /// A row of the weights and the message's value in it.
  struct Entry {
    var row: Int32
    var value: Float
  }

  let blocks: UnsafeBufferPointer<UInt8>
  let rarity: UnsafeBufferPointer<Float>
  let slots: UnsafeBufferPointer<UInt64>

  /// The row of a feature; `nil` where no example had it.
  ///
  /// A slot holds the hash's upper 40 bits and the row. Together with the slot's place that is all but a few bits of the
  /// hash, so no look at the whole of it is needed.
  @inline(__always)
  func row(of hash: UInt64) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    var entry = slots[slot]
    while entry != 0 {
      if let row = Self.row(of: hash, in: entry) { return row }
      slot = (slot + 1) & mask
      entry = slots[slot]
    }
    return nil
  }

  /// The row in a slot; `nil` where it is another feature's.
  @inline(__always)
  private static func row(of hash: UInt64, in entry: UInt64) -> Int32? {
    (entry ^ hash) >> FeatureTable.rowBits == 0 ? Int32(truncatingIfNeeded: entry & FeatureTable.rowMask) - 1 : nil
  }

  /// Gives the row of each known feature in turn.
  ///
  /// All slots are fetched before the first is looked at, so that the waits for memory overlap.
  @inline(__always)
  private func forEachRow(of features: [Feature], known: KnownFeatures, _ body: (Int32) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: features.count) { hashes in
      let count = known.fill(hashes, from: features)
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { entries in
        let mask = slots.count - 1
        for place in 0..<count {
          entries.initializeElement(at: place, to: slots[Int(truncatingIfNeeded: hashes[place]) & mask])
        }
        for place in 0..<count where entries[place] != 0 {
          if let row = Self.row(of: hashes[place], in: entries[place]) ?? row(of: hashes[place]) { body(row) }
        }
      }
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

  /// The same vector by the order in which the features come: what scoring needs, for which sorting would take longest.
  func unsortedVector(of features: [Feature], known: KnownFeatures) -> [Entry] {
    [Entry](unsafeUninitializedCapacity: features.count) { vector, count in
      count = fillCounts(of: features, known: known, in: vector)
      var blockLengths = InlineArray<8, Float>(repeating: 0)
      for index in 0..<count {
        let row = Int(vector[index].row)
        let often = vector[index].value
        let value = (often == 1 ? 1 : Self.damped(Int(often))) * rarity[row]
        vector[index].value = value
        blockLengths[Int(blocks[row] & 7)] += value * value
      }
      for block in Feature.Block.allCases where blockLengths[Int(block.rawValue)] > 0 {
        blockLengths[Int(block.rawValue)] = block.weight / blockLengths[Int(block.rawValue)].squareRoot()
      }
      for index in 0..<count { vector[index].value *= blockLengths[Int(blocks[Int(vector[index].row)] & 7)] }
    }
  }

  /// Puts each known row there once, with how often it comes, and gives how many there are.
  private func fillCounts(
    of features: [Feature], known: KnownFeatures, in vector: UnsafeMutableBufferPointer<Entry>
  ) -> Int {
    var size = 64
    while size < features.count * 2 { size *= 2 }
    var count = 0
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: size) { places in
      places.initialize(repeating: 0)
      forEachRow(of: features, known: known) { row in
        var slot = Int(row) & (size - 1)
        while places[slot] != 0, vector[Int(places[slot]) - 1].row != row { slot = (slot + 1) & (size - 1) }
        if places[slot] == 0 {
          vector.initializeElement(at: count, to: Entry(row: row, value: 1))
          count += 1
          places[slot] = UInt16(count)
        } else {
          vector[Int(places[slot]) - 1].value += 1
        }
      }
    }
    return count
  }

  /// 1 + ln count.
  @inline(__always)
  private static func damped(_ count: Int) -> Float { count < dampedCounts.count ? dampedCounts[count] : 4 }
}

private let dampedCounts: [Float] = (0..<20).map { $0 == 0 ? 0 : Float(1 + Exact.ln(Double($0))) }
