/// What a person is told after a secret was taken out of their message.
public enum SecretNotice {
  /// The notice for what was found; `nil` where nothing was that calls for one.
  ///
  /// - Parameter language: `sv` or `en`; anything else is taken for English.
  public static func text(for found: Set<SecretKind>, language: String) -> String? { nil }
}
