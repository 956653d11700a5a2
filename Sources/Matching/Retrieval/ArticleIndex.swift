import FoundationEssentials

/// The texts of imported intents, taken apart into terms: one run of bytes that can be mapped from a file and used as it
/// is, like ``CompiledIndex``.
///
/// A row is an intent's text in one language. For each term there is a run of postings: the rows that have it, and how
/// much it says in each.
struct ArticleIndex: Sendable {
  /// Raised whenever the layout or the meaning of a section changes.
  static let version = 10
  /// A posting is a row in the upper bits and, in these lower ones, the term's weight in it and whether its heading has it.
  static let weightBits: UInt32 = 9
  /// Set where the term is in the row's title or heading.
  static let headingBit: UInt32 = 0x100
  /// The weight of a term that a row is full of.
  static let fullWeight: UInt32 = 0xFF

  /// What the index is made of.
  struct Contents {
    /// The intents' names.
    var intents: [String] = []
    /// The intent of each row; those of an intent lie side by side.
    var rowIntents: [UInt32] = []
    /// The article of each row, as a number from 0.
    var rowArticles: [UInt32] = []
    /// The points that each row's heading, or its title where it has none, would have as a message.
    var rowHeadings: [Float] = []
    /// The terms' hashes.
    var terms: [UInt64] = []
    /// How much each term says by being rare.
    var rarity: [Float] = []
    /// Where each term's postings begin, and the end of the last.
    var starts: [UInt32] = []
    var postings: [UInt32] = []
    /// Messages, as hashes, that mean something else in any conversation; sorted.
    var reserved: [UInt64] = []
    /// How much a word says that no article has.
    var unknownRarity: Float = 0
    var calibration = ArticleCalibration()
  }

  /// The intents' names.
  let intents: [String]
  /// How points become a decision.
  let calibration: ArticleCalibration
  /// The bytes to keep.
  let data: Data
  private let header: Header

  private struct Header {
    var magic: UInt64 = 0x3154_5241_4C49_5846
    var version = UInt64(ArticleIndex.version)
    var size: UInt64 = 0
    var rows: UInt64 = 0
    var intents: UInt64 = 0
    var articles: UInt64 = 0
    var terms: UInt64 = 0
    var slots: UInt64 = 0
    var postings: UInt64 = 0
    var reserved: UInt64 = 0
    var nameBytes: UInt64 = 0
    var unknownRarity: Float = 0
    var filling: Float = 0
    var calibration = ArticleCalibration()
  }

  /// Where the sections begin.
  private struct Layout {
    let rowIntents, rowArticles, rowHeadings, terms, rarity, starts, slots, postings, reserved, names, end: Int

    init(_ header: Header) {
      var next = (MemoryLayout<Header>.size + 63) / 64 * 64
      func section(_ bytes: UInt64) -> Int {
        defer { next += (Int(bytes) + 63) / 64 * 64 }
        return next
      }
      rowIntents = section(header.rows * 4)
      rowArticles = section(header.rows * 4)
      rowHeadings = section(header.rows * 4)
      terms = section(header.terms * 8)
      rarity = section(header.terms * 4)
      starts = section((header.terms + 1) * 4)
      slots = section(header.slots * 4)
      postings = section(header.postings * 4)
      reserved = section(header.reserved * 8)
      names = section(header.nameBytes)
      end = next
    }
  }

  /// How much of its full weight a posting has, 0 to 1.
  @inline(__always)
  static func weight(of posting: UInt32) -> Float { Float(posting & fullWeight) / Float(fullWeight) }

  /// Takes bytes that ``encode(_:)`` made; `nil` where they are of another version or damaged.
  init?(data: Data) {
    guard data.count >= MemoryLayout<Header>.size else { return nil }
    let header = data.withUnsafeBytes { $0.loadUnaligned(as: Header.self) }
    guard header.magic == Header().magic, header.version == Self.version, header.size == data.count else { return nil }
    let layout = Layout(header)
    guard layout.end == data.count else { return nil }
    let text = data.withUnsafeBytes {
      String(decoding: $0[layout.names..<layout.names + Int(header.nameBytes)], as: UTF8.self)
    }
    self.data = data
    self.header = header
    intents = text.split(separator: "\n").map(String.init)
    calibration = header.calibration
  }

  /// The bytes of an index.
  static func encode(_ contents: Contents) -> Data {
    let names = Array(contents.intents.joined(separator: "\n").utf8)
    let slots = slots(for: contents.terms)
    var header = Header()
    header.rows = UInt64(contents.rowIntents.count)
    header.intents = UInt64(contents.intents.count)
    header.articles = UInt64(contents.rowArticles.max().map { $0 + 1 } ?? 0)
    header.terms = UInt64(contents.terms.count)
    header.slots = UInt64(slots.count)
    header.postings = UInt64(contents.postings.count)
    header.reserved = UInt64(contents.reserved.count)
    header.nameBytes = UInt64(names.count)
    header.unknownRarity = contents.unknownRarity
    header.calibration = contents.calibration
    let layout = Layout(header)
    header.size = UInt64(layout.end)
    var data = Data(count: layout.end)
    data.withUnsafeMutableBytes { bytes in
      func put<T>(_ values: [T], at offset: Int) {
        values.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]).copyMemory(from: $0) }
      }
      withUnsafeBytes(of: header) { bytes.copyMemory(from: $0) }
      put(contents.rowIntents, at: layout.rowIntents)
      put(contents.rowArticles, at: layout.rowArticles)
      put(contents.rowHeadings, at: layout.rowHeadings)
      put(contents.terms, at: layout.terms)
      put(contents.rarity, at: layout.rarity)
      put(contents.starts, at: layout.starts)
      put(slots, at: layout.slots)
      put(contents.postings, at: layout.postings)
      put(contents.reserved, at: layout.reserved)
      put(names, at: layout.names)
    }
    return data
  }

  /// Open addressing: slots of term + 1, 0 for empty; a power of two.
  private static func slots(for terms: [UInt64]) -> [UInt32] {
    var size = 16
    while size < terms.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (number, hash) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number + 1)
    }
    return slots
  }

  /// The index's sections as typed buffers, good only inside ``withView(_:)``.
  struct View {
    let rowIntents: UnsafeBufferPointer<UInt32>
    let rowArticles: UnsafeBufferPointer<UInt32>
    let rowHeadings: UnsafeBufferPointer<Float>
    let articleCount: Int
    let rarity: UnsafeBufferPointer<Float>
    let unknownRarity: Float
    fileprivate let terms: UnsafeBufferPointer<UInt64>
    fileprivate let starts: UnsafeBufferPointer<UInt32>
    fileprivate let slots: UnsafeBufferPointer<UInt32>
    fileprivate let allPostings: UnsafeBufferPointer<UInt32>
    fileprivate let reserved: UnsafeBufferPointer<UInt64>

    /// The number of a term; `nil` where no article has it.
    @inline(__always)
    func term(_ hash: UInt64) -> Int? {
      let mask = slots.count - 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return nil }
        if terms[Int(entry) - 1] == hash { return Int(entry) - 1 }
        slot = (slot + 1) & mask
      }
    }

    /// The rows that have a term, each with its weight.
    @inline(__always)
    func postings(of term: Int) -> UnsafeBufferPointer<UInt32> {
      UnsafeBufferPointer(rebasing: allPostings[Int(starts[term])..<Int(starts[term + 1])])
    }

    /// A term's weight in a row, 0 to 1.
    func weight(of term: Int, in row: Int) -> Float {
      let postings = postings(of: term)
      var range = postings.indices
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        let other = Int(postings[middle] >> ArticleIndex.weightBits)
        if other == row { return ArticleIndex.weight(of: postings[middle]) }
        range = other < row ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      return 0
    }

    /// Whether a message means something else in any conversation.
    func isReserved(_ key: UInt64) -> Bool {
      var range = reserved.indices
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        if reserved[middle] == key { return true }
        range = reserved[middle] < key ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      return false
    }
  }

  /// Gives access to the sections.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    data.withUnsafeBytes { bytes in
      let layout = Layout(header)
      func buffer<T>(_ offset: Int, _ count: UInt64, as type: T.Type) -> UnsafeBufferPointer<T> {
        UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(count) * MemoryLayout<T>.stride])
          .assumingMemoryBound(to: type)
      }
      return body(
        View(
          rowIntents: buffer(layout.rowIntents, header.rows, as: UInt32.self),
          rowArticles: buffer(layout.rowArticles, header.rows, as: UInt32.self),
          rowHeadings: buffer(layout.rowHeadings, header.rows, as: Float.self), articleCount: Int(header.articles),
          rarity: buffer(layout.rarity, header.terms, as: Float.self), unknownRarity: header.unknownRarity,
          terms: buffer(layout.terms, header.terms, as: UInt64.self),
          starts: buffer(layout.starts, header.terms + 1, as: UInt32.self),
          slots: buffer(layout.slots, header.slots, as: UInt32.self),
          allPostings: buffer(layout.postings, header.postings, as: UInt32.self),
          reserved: buffer(layout.reserved, header.reserved, as: UInt64.self)))
    }
  }
}
