/// The stretches of a message that hold secrets.
struct Findings {
  private var stretches: [(range: Range<Int>, kind: SecretKind)] = []

  var isEmpty: Bool { stretches.isEmpty }
  var kinds: Set<SecretKind> { Set(stretches.map(\.kind)) }

  /// Where secrets of a kind were found.
  func ranges(of kind: SecretKind) -> [Range<Int>] { stretches.filter { $0.kind == kind }.map(\.range) }

  /// True where nothing in the range has been found yet.
  func isFree(_ range: Range<Int>) -> Bool {
    !stretches.contains { $0.range.overlaps(range) }
  }

  /// Notes a secret, unless an earlier rule has taken some of it.
  mutating func add(_ range: Range<Int>, _ kind: SecretKind) {
    if !range.isEmpty, isFree(range) { stretches.append((range, kind)) }
  }

  /// The message with a placeholder for each secret.
  func replacing(in scan: Scan) -> String {
    var text = String.UnicodeScalarView()
    var position = 0
    for (range, kind) in stretches.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text.append(contentsOf: scan.source[position..<scan.origin(of: range.lowerBound)])
      text.append(contentsOf: kind.placeholder.unicodeScalars)
      position = scan.origin(of: range.upperBound - 1) + 1
    }
    text.append(contentsOf: scan.source[position...])
    return String(text)
  }
}
