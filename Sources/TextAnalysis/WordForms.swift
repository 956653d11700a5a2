/// What a word is found by, whoever types it.
struct WordReading: Sendable {
  /// As ``Token/folded``.
  let folded: String
  let forms: WordForms

  /// Reads a word, with what is known of it without any subject.
  init(_ bytes: UnsafeBufferPointer<UInt8>, text: String, hash: UInt64, traits: WordTraits) {
    guard bytes.first != UInt8(ascii: "["), var word = ShortWord(bytes) else {
      folded = bytes.first == UInt8(ascii: "[") ? text : text.foldingMarks()
      forms = WordForms(unread: bytes, folded: folded, hash)
      return
    }
    var traits = traits
    if word.hasMarks, hasSwedishLetter(bytes) { traits.insert(.swedishLetter) }
    var full = text
    if traits.contains(.shorthand), let expansion = Shorthand.expansions[text], let long = ShortWord(expansion) {
      (full, word) = (expansion, long)
    }
    if word.hasMarks {
      let plain = word.withoutMarks
      folded = plain.text
      forms = WordForms(word, without: plain, hash, traits)
    } else {
      folded = full
      forms = WordForms(plain: word, hash, traits)
    }
  }
}

/// What a word is compared by: numbers alone, so that they are passed about for nothing.
struct WordForms: Sendable, Equatable {
  /// The hash of ``Token/text``.
  let hash: UInt64
  /// The hash of ``Token/englishStem`` without marks.
  let englishKey: UInt64
  /// The hash of ``Token/swedishStem`` without marks.
  let swedishKey: UInt64
  /// The hash of ``Token/englishStem``.
  let englishStem: UInt64
  /// The hash of ``Token/swedishStem``.
  let swedishStem: UInt64
  /// The first eight letters of ``Token/folded``, the first of them lowest.
  let opening: UInt64
  /// What is known of the word without any subject.
  let traits: WordTraits

  /// Of a placeholder or of a word too long to be looked into.
  fileprivate init(unread bytes: UnsafeBufferPointer<UInt8>, folded: String, _ hash: UInt64) {
    self.hash = hash
    var folded = folded
    (englishKey, opening) = folded.withUTF8 { (wordHash($0), UInt64(opening: $0)) }
    swedishKey = englishKey
    englishStem = stemHashes(bytes).stem
    swedishStem = englishStem
    traits = hasSwedishLetter(bytes) ? .swedishLetter : []
  }

  /// Of a word without marks.
  fileprivate init(plain word: ShortWord, _ hash: UInt64, _ traits: WordTraits) {
    (self.hash, self.traits, opening) = (hash, traits.union(.plain), word.opening)
    var stem = word
    EnglishStemmer.stem(&stem)
    (englishKey, englishStem) = stem.withBytes(stemHashes)
    stem = word
    SwedishStemmer.stem(&stem)
    (swedishKey, swedishStem) = stem.withBytes(stemHashes)
  }

  /// Of a word with marks, in which English inflection isn't looked for.
  fileprivate init(_ word: ShortWord, without plain: ShortWord, _ hash: UInt64, _ traits: WordTraits) {
    (self.hash, self.traits, opening) = (hash, traits, plain.opening)
    englishKey = plain.withBytes(wordHash)
    englishStem = word.withBytes(stemHashes).stem
    var stem = word
    SwedishStemmer.stem(&stem)
    swedishKey = stem.withoutMarks.withBytes(wordHash)
    swedishStem = stem.withBytes(stemHashes).stem
  }

  /// Whether it is a placeholder for something that was taken out.
  var isPlaceholder: Bool { UInt8(truncatingIfNeeded: opening) == UInt8(ascii: "[") }

  /// Whether inflection leaves the same of both.
  func isInflection(of other: WordForms) -> Bool {
    swedishStem == other.swedishStem || englishStem == other.englishStem
  }
}

extension WordForms {
  /// Appends the flat form of many: their numbers one after another.
  static func write(_ words: [WordForms], to writer: inout FlatWriter) {
    writer.write(words.flatMap(\.numbers))
  }

  /// Takes the flat form of many.
  static func list(from reader: inout FlatReader) throws(FlatReader.Damaged) -> [WordForms] {
    let numbers = try reader.numbers(UInt64.self)
    return stride(from: 0, to: numbers.count - 6, by: 7).map { WordForms(numbers, at: $0) }
  }

  /// All that a word is compared by, as numbers.
  var numbers: [UInt64] {
    [hash, englishKey, swedishKey, englishStem, swedishStem, opening, UInt64(traits.rawValue)]
  }

  private init(_ numbers: [UInt64], at start: Int) {
    hash = numbers[start]
    englishKey = numbers[start + 1]
    swedishKey = numbers[start + 2]
    englishStem = numbers[start + 3]
    swedishStem = numbers[start + 4]
    opening = numbers[start + 5]
    traits = WordTraits(rawValue: UInt16(truncatingIfNeeded: numbers[start + 6]))
  }
}

/// The hashes of a stem: by which it is looked up (``wordHash(_:)``), and by which it is evidence.
private func stemHashes(_ bytes: UnsafeBufferPointer<UInt8>) -> (key: UInt64, stem: UInt64) {
  var (key, stem) = (StableHash(), StableHash(seed: 1))
  for byte in bytes {
    key.combine(byte)
    stem.combine(byte)
  }
  stem.combine(UInt8(0xFF))
  return (key.finished, stem.finished)
}

/// Whether there is an å, ä or ö.
private func hasSwedishLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var isSecond = false
  for byte in bytes {
    if isSecond, byte == 0xA5 || byte == 0xA4 || byte == 0xB6 { return true }
    isSecond = byte == 0xC3
  }
  return false
}
