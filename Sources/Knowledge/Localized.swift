public import TextAnalysis

/// A value in one or both languages: authored content holds both, an imported article may hold one.
public struct Localized<Value: Codable & Sendable & Equatable>: Codable, Sendable, Equatable {
  /// What stands in each language.
  public var values: [Language: Value]

  /// Makes a value from what stands in each language.
  public init(_ values: [Language: Value]) { self.values = values }

  /// What stands in exactly this language; `nil` where it is missing.
  public subscript(language: Language) -> Value? {
    get { values[language] }
    set { values[language] = newValue }
  }

  /// What stands in this language or, where it is missing, in the other one; `nil` where both are.
  public func preferring(_ language: Language) -> Value? {
    values[language] ?? values[language.other]
  }

  /// Decodes a map from language to value.
  public init(from decoder: any Decoder) throws {
    values = try [Language: Value](from: decoder)
  }

  /// Encodes a map from language to value.
  public func encode(to encoder: any Encoder) throws {
    try values.encode(to: encoder)
  }
}

/// A sentence or a few, in one or both languages.
public typealias LocalizedText = Localized<String>

/// Phrases in one or both languages.
public typealias LocalizedPhrases = Localized<[String]>

/// Where in the content something was written: shown in findings, `path:line`.
public struct SourceLocation: Codable, Sendable, Equatable, Hashable {
  /// The file, relative to the content folder.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// Makes a location from a file and a line (from 1).
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
