/// A language that Fixline reads and answers in.
public enum Language: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// English.
  case english = "en"
  /// Swedish.
  case swedish = "sv"

  /// The other one of the two.
  public var other: Language { self == .english ? .swedish : .english }
}
