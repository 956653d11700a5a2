import Foundation

/// A message made easy to look through: lower case, without characters of no width, digits and letters in their plain
/// form, and cut into words. Positions are in `folded`; ``origin(of:)`` tells where they lie in the message.
struct Scan {
  /// The message in NFC.
  let text: String
  /// The message's scalars.
  let source: [Unicode.Scalar]
  /// What is looked through.
  private(set) var folded: [UInt32] = []
  /// What each of `folded` is.
  private(set) var classes: [CharacterClass] = []
  private(set) var words: [Word] = []
  /// A bit for each character that occurs, modulo 64: where it is missing, nothing need be looked for.
  private var marks: UInt64 = 0
  /// Which of the source each of `folded` is; empty where it is the same one.
  private var origins: [Int] = []

  init(_ raw: String) {
    text = raw.utf8.allSatisfy { $0 < 0xCC } ? raw : raw.precomposedStringWithCanonicalMapping
    // An array made of the view would count it first, which takes as long as all the rest.
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    source = scalars
    fold()
    words = findWords()
  }

  /// Where a position lies in `source`.
  func origin(of position: Int) -> Int { origins.isEmpty ? position : origins[position] }

  var count: Int { folded.count }

  /// Several words of letters, none of them small.
  var isShouted: Bool {
    !classes.contains(.lower) && (words.count { $0.range.allSatisfy { classes[$0].isLetter } }) > 2
  }

  /// False where this character occurs nowhere.
  func contains(_ character: Unicode.Scalar) -> Bool { marks & Self.bit(character.value) != 0 }

  private static func bit(_ value: UInt32) -> UInt64 { 1 << UInt64(truncatingIfNeeded: value & 63) }

  /// The class at a position; a space beyond the ends.
  func character(_ position: Int) -> CharacterClass {
    folded.indices.contains(position) ? classes[position] : .space
  }

  /// True where this ASCII character stands at the position.
  func has(_ character: Unicode.Scalar, at position: Int) -> Bool {
    folded.indices.contains(position) && folded[position] == character.value
  }

  /// True where one of these ASCII characters stands at the position.
  func has(anyOf characters: StaticString, at position: Int) -> Bool {
    guard folded.indices.contains(position), folded[position] < 0x80 else { return false }
    return characters.withUTF8Buffer { $0.contains(UInt8(truncatingIfNeeded: folded[position])) }
  }

  /// True where this lower-case ASCII text stands at the position.
  func reads(_ text: StaticString, at position: Int) -> Bool {
    guard text.isASCII else { return reads(text.description.unicodeScalars.map(\.value), at: position) }
    guard position >= 0, position + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { folded[position + $0] == UInt32(bytes[$0]) }
    }
  }

  private func reads(_ scalars: [UInt32], at position: Int) -> Bool {
    guard position >= 0, position + scalars.count <= count else { return false }
    return folded[position..<position + scalars.count].elementsEqual(scalars)
  }

  /// The position after all spaces from this one on.
  func skippingSpaces(_ position: Int) -> Int {
    var position = position
    while position < count, classes[position] == .space { position += 1 }
    return position
  }

  private mutating func fold() {
    folded.reserveCapacity(source.count)
    classes.reserveCapacity(source.count)
    for (index, scalar) in source.enumerated() {
      if scalar.isASCII {
        let kind = CharacterClass(ascii: scalar.value)
        folded.append(kind == .upper ? scalar.value + 32 : scalar.value)
        classes.append(kind)
        marks |= Self.bit(scalar.value)
      } else if let (value, kind) = CharacterClass.plain(scalar) {
        folded.append(value)
        classes.append(kind)
        marks |= Self.bit(value)
      } else {
        if origins.isEmpty { origins = Array(0..<folded.count) }
        continue
      }
      if !origins.isEmpty || folded.count != index + 1 { origins.append(index) }
    }
  }
}

/// A run of letters and digits, with single apostrophes inside.
struct Word {
  var range: Range<Int>
  var kinds: WordKinds
}

extension Scan {
  private func findWords() -> [Word] {
    var words: [Word] = []
    var position = 0
    while position < count {
      guard classes[position].isWord else {
        position += 1
        continue
      }
      let start = position
      var hash = WordKinds.emptyHash
      while character(position).isWord || (has("'", at: position) && character(position + 1).isLetter) {
        WordKinds.add(folded[position], to: &hash)
        position += 1
      }
      if position == start + 1, reads("p/w", at: start), !character(start + 3).isWord {
        position = start + 3
        words.append(Word(range: start..<position, kinds: [.password, .harmless]))
      } else if position == start + 1, reads("p.w", at: start), !character(start + 3).isWord {
        position = start + (has(".", at: start + 3) ? 4 : 3)
        words.append(Word(range: start..<position, kinds: [.password, .harmless]))
      } else if position == start + 1, let end = endOfSpacedWord(from: start) {
        position = end
        words.append(Word(range: start..<end, kinds: WordKinds.of(letters(of: start..<end))))
      } else {
        let kinds = WordKinds.of(hash: hash)
        words.append(Word(range: start..<position, kinds: kinds.isEmpty ? guess(start..<position) : kinds))
      }
      mergePassword(&words)
      markNetworkKey(&words)
    }
    return words
  }

  /// `l ö s e n o r d`, `p.a.s.s.w.o.r.d`: five letters or more with the same mark or space between each two, up to
  /// where they end.
  private func endOfSpacedWord(from start: Int) -> Int? {
    var end = start + 1
    guard character(end) == .space || has(anyOf: ".-_*", at: end) else { return nil }
    while end < count, folded[end] == folded[start + 1], character(end + 1).isLetter, !character(end + 2).isWord {
      end += 2
    }
    guard end > start + 1 else { return nil }
    return end >= start + 9 || WordKinds.of(letters(of: start..<end)).contains(.password) ? end : nil
  }

  private func letters(of range: Range<Int>) -> [UInt32] { range.filter { classes[$0].isLetter }.map { folded[$0] } }

  /// What a word that is in no list says: a password word that was mistyped is one, and so is a compound of one.
  private func guess(_ range: Range<Int>) -> WordKinds {
    let word = folded[range]
    guard range.count >= 5 else { return [] }
    if has(anyOf: "pl", at: range.lowerBound), word.isMisspeltPassword { return [.password, .harmless] }
    guard range.count >= 6 else { return [] }
    if Self.passwordEnds.contains(where: { word.count > $0.count + 1 && word.suffix($0.count) == $0 }) {
      return [.password, .harmless]
    }
    if has(anyOf: "lnts", at: range.upperBound - 1),
      Self.keyEnds.contains(where: { word.count > $0.count + 1 && word.suffix($0.count) == $0 })
    {
      return .key
    }
    guard range.count <= 12, has(anyOf: "pl", at: range.lowerBound) else { return [] }
    return Self.passwordWords.contains { word.isOneSlip(from: $0) } ? [.password, .harmless] : []
  }

  /// `engångslösen`, `adminlösenordet`
  private static let passwordEnds = ["lösen", "lösenet", "lösenord", "lösenordet", "password"]
    .map { $0.unicodeScalars.map(\.value)[...] }

  /// `installationsnyckeln`, `apphemligheten`
  private static let keyEnds = ["nyckel", "nyckeln", "hemlighet", "hemligheten", "hemlighetens"]
    .map { $0.unicodeScalars.map(\.value)[...] }

  private static let passwordWords = ["password", "passwords", "passphrase", "lösenord", "lösenordet", "lösenorden"]
    .map { $0.unicodeScalars.map(\.value)[...] }

  /// `pass word`, `lösen ord`: two words that are one.
  private func mergePassword(_ words: inout [Word]) {
    guard words.count > 1, let last = words.last,
      ["word", "words", "phrase", "ord", "ordet"].contains(where: { isAll(last.range, $0) })
    else { return }
    let first = words[words.count - 2].range
    guard last.range.lowerBound == first.upperBound + 1,
      isAll(first, "pass") || folded[first].elementsEqual(Self.passwordEnds[0])
    else { return }
    words.removeLast()
    let kinds: WordKinds = isAll(last.range, "phrase") ? [.password, .harmless, .phrase] : [.password, .harmless]
    words[words.count - 1] = Word(range: first.lowerBound..<last.range.upperBound, kinds: kinds)
  }

  /// `wifi key`, `SSID Guest key`, `nyckeln till wifi`: a key that is a password.
  private func markNetworkKey(_ words: inout [Word]) {
    let key = words.count - 3
    if key >= 0, words[key].kinds.contains(.key), words[key + 1].kinds.contains(.purpose),
      words[key + 2].kinds.contains(.network)
    {
      words[key].kinds.formUnion([.password, .harmless])
    }
    guard let last = words.last, last.kinds.contains(.key),
      words.dropLast().suffix(3).contains(where: { $0.kinds.contains(.network) })
    else { return }
    words[words.count - 1].kinds.formUnion([.password, .harmless])
  }

  /// True where all of a range is this lower-case ASCII text.
  private func isAll(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount && reads(text, at: range.lowerBound)
  }
}

extension Scan {
  /// Where a value that begins here ends: before a space or a quote, and before marks that belong to the sentence.
  func endOfValue(from start: Int) -> Int {
    var end = start
    while end < count, classes[end] != .space, !has("\"", at: end), !has(";", at: end), !has("`", at: end) { end += 1 }
    while end > start, has(anyOf: ".,:)]'>", at: end - 1) { end -= 1 }
    return end
  }
}
