/// A person's words after secrets were taken out: the only kind of user text that the engine, the log and a packet take.
///
/// There is no way to make one from a string but ``init(redacting:context:)``, so what is not redacted cannot be stored.
public struct RedactedText: Sendable, Equatable, Hashable {
  /// The text with placeholders (`[password]`, `[email]` …) where secrets were, in NFC.
  public let text: String
  /// What was taken out.
  public let found: Set<SecretKind>
  /// True where passwords are spoken of, so that the messages after this one are read in ``RedactionContext/guarded``.
  public let isSensitive: Bool

  /// Takes the secrets out of what a person wrote.
  ///
  /// - Parameters:
  ///   - raw: the message as it was received.
  ///   - context: what the conversation is about, which decides what a lone odd-looking word may be.
  public init(redacting raw: String, context: RedactionContext = .general) {
    text = raw
    found = []
    isSensitive = false
  }
}

/// What the conversation is about while a message is redacted.
public enum RedactionContext: Sendable {
  /// Nothing in particular.
  case general
  /// Passwords have been spoken of: a lone word that looks like one is taken for one.
  case guarded
}

/// A kind of secret that is never stored.
public enum SecretKind: String, Codable, Sendable, CaseIterable {
  /// A password or passphrase.
  case password
  /// A personal identity number.
  case personalNumber = "personal-number"
  /// An e-mail address or a user principal name.
  case email
  /// A phone number.
  case phone
  /// A payment card's number.
  case card
  /// An access token or key.
  case token
}
