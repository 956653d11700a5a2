import FoundationEssentials

/// Everything that was learned from examples, as one run of bytes that can be mapped from a file and used as it is.
///
/// All numbers are little-endian; sections begin at multiples of 64 bytes. The format's version is part of the file's
/// name, and what doesn't fit is made anew.
struct CompiledIndex: Sendable {
  /// Raised whenever the layout or the meaning of a section changes.
  static let version = 18

  /// What the index is made of.
  struct Contents {
    var labels: [String]
    var table: FeatureTable
    var weights: Weights
    /// The weights of very many outputs, in place of ``weights``.
    var sparse: SparseWeights?
    /// For each stem the outputs in whose examples it occurs, one bit an output.
    var stemOutputs: [UInt64]
    /// Examples word for word: the key's hash and the output, −1 where they disagree.
    var exact: [UInt64: Int32]
    var calibration: Calibration
  }

  /// The name of the output that messages with several meanings light, beside those of their meanings.
  static let several = "several"

  /// The outputs' names: the intents, then ``LabelledMessage/outOfScope`` and ``several`` where the examples have such.
  let labels: [String]
  /// How many of the labels are intents.
  let intentCount: Int
  /// The output of what is out of scope.
  let outOfScope: Int?
  /// The output of what has several meanings.
  let severalOutput: Int?
  /// How a score becomes a decision.
  let calibration: Calibration
  /// The bytes to keep.
  let data: Data
  /// Rules out most features that no example had.
  let known: KnownFeatures
  private let header: Header

  private struct Header {
    var magic: UInt64 = 0x3158_444E_494C_5846
    var version = UInt64(CompiledIndex.version)
    var size: UInt64 = 0
    var features: UInt64 = 0
    var stems: UInt64 = 0
    var slots: UInt64 = 0
    var stride: UInt64 = 0
    var words: UInt64 = 0
    var exactSlots: UInt64 = 0
    var postings: UInt64 = 0
    var labelBytes: UInt64 = 0
    var unknownRarity: Float = 0
    var reserved: Float = 0
    var calibration = Calibration()

    /// Lends the bytes of this header with another calibration.
    func withCalibration(_ calibration: Calibration, _ body: (UnsafeRawBufferPointer) -> Void) {
      var header = self
      header.calibration = calibration
      withUnsafeBytes(of: header, body)
    }
  }

  /// Where the sections begin.
  private struct Layout {
    let blocks, rarity, slots, weights, postingStarts, postingOutputs, postingValues, stemOutputs, exactKeys,
      exactOutputs, labels, end: Int

    init(_ header: Header) {
      var next = (MemoryLayout<Header>.size + 63) / 64 * 64
      func section(_ bytes: UInt64) -> Int {
        defer { next += (Int(bytes) + 63) / 64 * 64 }
        return next
      }
      blocks = section(header.features)
      rarity = section(header.features * 4)
      slots = section(header.slots * 8)
      weights = section((header.features + 1) * header.stride * 2)
      postingStarts = section(header.stride > 0 ? 0 : (header.features + 1) * 4)
      postingOutputs = section(header.postings * 4)
      postingValues = section(header.postings * 4)
      stemOutputs = section(header.stems * header.words * 8)
      exactKeys = section(header.exactSlots * 8)
      exactOutputs = section(header.exactSlots * 4)
      labels = section(header.labelBytes)
      end = next
    }
  }

  /// The same index with another calibration.
  func with(_ calibration: Calibration) -> CompiledIndex {
    var data = data
    header.withCalibration(calibration) { new in
      data.withUnsafeMutableBytes { $0.copyMemory(from: new) }
    }
    return CompiledIndex(data: data) ?? self
  }

  /// Takes bytes that ``encode(_:)`` made; `nil` where they are of another version or damaged.
  init?(data: Data) {
    guard data.count >= MemoryLayout<Header>.size else { return nil }
    let header = data.withUnsafeBytes { $0.loadUnaligned(as: Header.self) }
    guard header.magic == Header().magic, header.version == Self.version, header.size == data.count else { return nil }
    let layout = Layout(header)
    guard layout.end == data.count else { return nil }
    let text = data.withUnsafeBytes {
      String(decoding: $0[layout.labels..<layout.labels + Int(header.labelBytes)], as: UTF8.self)
    }
    self.data = data
    self.header = header
    known = data.withUnsafeBytes {
      KnownFeatures(slots: Self.buffer($0, at: layout.slots, count: header.slots, as: UInt64.self))
    }
    labels = text.split(separator: "\n").map(String.init)
    severalOutput = labels.last == Self.several ? labels.count - 1 : nil
    let others = severalOutput ?? labels.count
    outOfScope = others > 0 && labels[others - 1] == LabelledMessage.outOfScope ? others - 1 : nil
    intentCount = outOfScope ?? others
    calibration = header.calibration
  }

  /// The bytes of an index.
  static func encode(_ contents: Contents) -> Data {
    let labels = contents.labels.joined(separator: "\n")
    var exactSlots = 16
    while exactSlots < contents.exact.count * 2 { exactSlots *= 2 }
    var header = Header()
    header.features = UInt64(contents.table.hashes.count)
    header.stems = UInt64(contents.table.stemCount)
    header.slots = UInt64(contents.table.slots.count)
    header.stride = contents.sparse == nil ? UInt64(contents.weights.stride) : 0
    header.postings = UInt64(contents.sparse?.outputs.count ?? 0)
    header.words = UInt64((contents.labels.count + 63) / 64)
    header.exactSlots = UInt64(exactSlots)
    header.labelBytes = UInt64(labels.utf8.count)
    header.unknownRarity = contents.table.unknownRarity
    header.calibration = contents.calibration
    let layout = Layout(header)
    header.size = UInt64(layout.end)
    let (keys, outputs) = exactTable(contents.exact, slots: exactSlots)
    var data = Data(count: layout.end)
    data.withUnsafeMutableBytes { bytes in
      func put<T>(_ values: [T], at offset: Int) {
        values.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]).copyMemory(from: $0) }
      }
      withUnsafeBytes(of: header) { bytes.copyMemory(from: $0) }
      put(contents.table.blocks, at: layout.blocks)
      put(contents.table.rarity, at: layout.rarity)
      put(contents.table.slots, at: layout.slots)
      if let sparse = contents.sparse {
        put(sparse.starts, at: layout.postingStarts)
        put(sparse.outputs, at: layout.postingOutputs)
        put(sparse.values, at: layout.postingValues)
      } else {
        put(contents.weights.values.map(\.upperHalf), at: layout.weights)
      }
      put(contents.stemOutputs, at: layout.stemOutputs)
      put(keys, at: layout.exactKeys)
      put(outputs, at: layout.exactOutputs)
      put(Array(labels.utf8), at: layout.labels)
    }
    return data
  }

  private static func exactTable(_ exact: [UInt64: Int32], slots: Int) -> (keys: [UInt64], outputs: [Int32]) {
    var keys = [UInt64](repeating: 0, count: slots)
    var outputs = [Int32](repeating: -1, count: slots)
    for (key, output) in exact.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: key) & (slots - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      keys[slot] = key
      outputs[slot] = output
    }
    return (keys, outputs)
  }

  /// The index's sections as typed buffers, good only inside ``withView(_:)``.
  struct View {
    let vectorizer: Vectorizer
    /// Row by row; the upper half of each number.
    let weights: UnsafeBufferPointer<SIMD8<UInt16>>
    /// How many times eight outputs a row of the weights has.
    let groups: Int
    /// The weights of very many outputs, in place of ``weights``.
    let sparse: SparseView?
    let stemCount: Int
    let unknownRarity: Float
    fileprivate let stemOutputs: UnsafeBufferPointer<UInt64>
    fileprivate let words: Int
    fileprivate let exactKeys: UnsafeBufferPointer<UInt64>
    fileprivate let exactOutputs: UnsafeBufferPointer<Int32>

    /// The row of the outputs' biases; only where the weights are not sparse.
    var biasRow: Int { weights.count / groups - 1 }

    /// What an output starts with.
    func bias(of output: Int) -> Float { sparse == nil ? weight(row: biasRow, output: output) : SparseWeights.bias }

    /// Whether a stem occurs in an output's examples.
    func occurs(stem row: Int32, in output: Int) -> Bool {
      stemOutputs[Int(row) * words + output / 64] >> UInt64(output % 64) & 1 == 1
    }

    /// The output of an example that reads exactly like this.
    func output(ofExample key: UInt64) -> Int? {
      var slot = Int(truncatingIfNeeded: key) & (exactKeys.count - 1)
      while exactKeys[slot] != 0 {
        if exactKeys[slot] == key { return exactOutputs[slot] < 0 ? nil : Int(exactOutputs[slot]) }
        slot = (slot + 1) & (exactKeys.count - 1)
      }
      return nil
    }

    /// The weight of a row for an output.
    func weight(row: Int, output: Int) -> Float {
      sparse?.weight(row: row, output: output) ?? Float(upperHalf: weights[row * groups + output / 8][output % 8])
    }
  }

  /// A section as a typed buffer.
  private static func buffer<T>(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, count: UInt64, as type: T.Type
  ) -> UnsafeBufferPointer<T> {
    UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(count) * MemoryLayout<T>.stride])
      .assumingMemoryBound(to: type)
  }

  private func sparse(_ layout: Layout, _ bytes: UnsafeRawBufferPointer) -> SparseView? {
    guard header.stride == 0 else { return nil }
    func buffer<T>(_ offset: Int, _ count: UInt64, as type: T.Type) -> UnsafeBufferPointer<T> {
      Self.buffer(bytes, at: offset, count: count, as: type)
    }
    return SparseView(
      starts: buffer(layout.postingStarts, header.features + 1, as: UInt32.self),
      outputs: buffer(layout.postingOutputs, header.postings, as: UInt32.self),
      values: buffer(layout.postingValues, header.postings, as: Float.self))
  }

  /// Whether an example had this feature.
  func knows(_ feature: UInt64) -> Bool { withView { $0.vectorizer.row(of: feature) != nil } }

  /// Gives access to the sections.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    data.withUnsafeBytes { bytes in
      let layout = Layout(header)
      func buffer<T>(_ offset: Int, _ count: UInt64, as type: T.Type) -> UnsafeBufferPointer<T> {
        Self.buffer(bytes, at: offset, count: count, as: type)
      }
      return body(
        View(
          vectorizer: Vectorizer(
            blocks: buffer(layout.blocks, header.features, as: UInt8.self),
            rarity: buffer(layout.rarity, header.features, as: Float.self),
            slots: buffer(layout.slots, header.slots, as: UInt64.self)),
          weights: buffer(layout.weights, (header.features + 1) * header.stride / 8, as: SIMD8<UInt16>.self),
          groups: Int(header.stride / 8), sparse: sparse(layout, bytes), stemCount: Int(header.stems),
          unknownRarity: header.unknownRarity,
          stemOutputs: buffer(layout.stemOutputs, header.stems * header.words, as: UInt64.self),
          words: Int(header.words),
          exactKeys: buffer(layout.exactKeys, header.exactSlots, as: UInt64.self),
          exactOutputs: buffer(layout.exactOutputs, header.exactSlots, as: Int32.self)))
    }
  }
}
