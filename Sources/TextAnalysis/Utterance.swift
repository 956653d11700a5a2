import Foundation

/// A message cut into words: made once, then read by whatever looks for something in it.
public struct Utterance: Sendable, Equatable {
  /// The number of words that are looked at; a message of 5,000 characters has fewer.
  public static let tokenLimit = 1200

  /// What was typed, in NFC.
  public let text: String
  /// The words in order, at most ``tokenLimit``.
  public let tokens: [Token]
  /// Whether there is a question mark.
  public let hasQuestionMark: Bool

  /// Cuts a message into words: runs of letters and digits, with apostrophes inside them left out.
  public init(_ text: String) {
    var normalized = Self.normalized(text)
    (tokens, hasQuestionMark) = normalized.withUTF8 { bytes in
      // No letter takes twice as many bytes in lower case.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 2) { letters in
        var scanner = Scanner(bytes, word: letters)
        scanner.scan()
        return (scanner.tokens, scanner.hasQuestionMark)
      }
    }
    self.text = normalized
  }

  /// The words of this range as they were typed.
  public func typed(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: first.range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: last.range.upperBound)
    return String(text[start..<end])
  }

  /// The hash of each of these words' stem in one of the languages.
  public func stemHashes(of range: Range<Int>, in language: Language) -> [UInt64] {
    language == .english
      ? range.map { tokens[$0].forms.englishStem } : range.map { tokens[$0].forms.swedishStem }
  }

  /// The words of the message one after another, so that messages which differ in case, marks and space only are equal.
  public var key: String { tokens.map(\.text).joined(separator: " ") }

  /// The text in NFC. Nothing below U+0300 composes, so most text is let through as it is.
  private static func normalized(_ text: String) -> String {
    var text = text
    let isComposed = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0xCC } }
    return isComposed ? text : text.precomposedStringWithCanonicalMapping
  }
}

/// Walks over the bytes of a message once and collects its words.
private struct Scanner {
  var tokens: [Token] = []
  var hasQuestionMark = false
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The letters of the word that is being read, in lower case.
  private let word: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var start = 0
  private var boundary = Token.Boundary.sentence

  init(_ bytes: UnsafeBufferPointer<UInt8>, word: UnsafeMutableBufferPointer<UInt8>) {
    (self.bytes, self.word) = (bytes, word)
    tokens.reserveCapacity(min(bytes.count / 4 + 1, Utterance.tokenLimit))
  }

  mutating func scan() {
    var index = 0
    while index < bytes.count, tokens.count < Utterance.tokenLimit {
      let (scalar, width) = decode(bytes, at: index)
      let isFirst = count == 0
      if appendLowercased(scalar) {
        if isFirst { start = index }
      } else if scalar == 0x20 {
        finish(at: index)
      } else if isApostrophe(scalar), count > 0, startsWord(at: index + width) {
        // Left out: "can't" and "cant" are one word.
      } else if let placeholder = placeholderEnd(at: index) {
        finish(at: index)
        start = index
        for byte in bytes[index..<placeholder] { append(byte) }
        finish(at: placeholder)
        index = placeholder
        continue
      } else {
        finish(at: index)
        note(scalar)
      }
      index += width
    }
    if tokens.count < Utterance.tokenLimit { finish(at: bytes.count) }
  }

  private mutating func finish(at end: Int) {
    guard count > 0 else { return }
    let letters = UnsafeBufferPointer(rebasing: word[..<count])
    tokens.append(Token(letters, range: start..<end, boundary: boundary))
    count = 0
    boundary = .none
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    word[count] = byte
    count += 1
  }

  /// Takes in what stands between words.
  private mutating func note(_ scalar: UInt32) {
    switch scalar {
    case 0x3F:
      hasQuestionMark = true
      boundary = .sentence
    case 0x0A, 0x0D, 0x21, 0x2E, 0x3B, 0x2026: boundary = .sentence
    case 0x2C, 0x3A, 0x28, 0x29, 0x2B, 0x2013, 0x2014: if boundary == .none { boundary = .clause }
    default: break
    }
  }

  private func startsWord(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let scalar = decode(bytes, at: index).scalar
    return scalar < 0x80 ? isASCIIWord(scalar) : isWord(scalar)
  }

  /// The end of a placeholder such as `[personal-number]` that starts here.
  private func placeholderEnd(at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "[") else { return nil }
    var end = index + 1
    while end < bytes.count, end - index < 32 {
      let byte = bytes[end]
      if byte == UInt8(ascii: "]") { return end > index + 1 ? end + 1 : nil }
      guard (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-") else { return nil }
      end += 1
    }
    return nil
  }

  /// Appends a letter or digit in lower case; false where it is neither.
  @inline(__always)
  private mutating func appendLowercased(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      guard isASCIIWord(scalar) else { return false }
      append(UInt8(0x41 <= scalar && scalar <= 0x5A ? scalar | 0x20 : scalar))
      return true
    }
    guard isWord(scalar), let value = Unicode.Scalar(scalar) else { return false }
    if scalar < 0x180 {
      let lower = 0xC0 <= scalar && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar
      append(UInt8(0xC0 | lower >> 6))
      append(UInt8(0x80 | lower & 0x3F))
    } else {
      for byte in value.properties.lowercaseMapping.utf8 { append(byte) }
    }
    return true
  }
}

private func isApostrophe(_ scalar: UInt32) -> Bool {
  scalar == 0x27 || scalar == 0x2019 || scalar == 0x2018 || scalar == 0xB4 || scalar == 0x60
}

private func isASCIIWord(_ scalar: UInt32) -> Bool {
  (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
}

private func isWord(_ scalar: UInt32) -> Bool {
  if scalar < 0x180 { return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 }
  guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
  return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
}

/// The scalar that starts at this byte of well-formed UTF-8, and how many bytes it takes.
private func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, width: Int) {
  let first = UInt32(bytes[index])
  func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
  if first < 0x80 { return (first, 1) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
  if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
  return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}
