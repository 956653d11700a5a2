/// A person's words after secrets were taken out: the only kind of user text that the engine, the log and a packet take.
///
/// There is no way to make one from a string but ``init(redacting:context:)``, so what is not redacted cannot be stored;
/// the raw text is not held, so nothing can print it.
public struct RedactedText: Sendable, Equatable, Hashable {
  /// The text with placeholders (`[password]`, `[email]` …) where secrets were, in NFC.
  public let text: String
  /// What was taken out.
  public let found: Set<SecretKind>
  /// True where passwords are spoken of, so that the messages after this one are read in ``RedactionContext/guarded``.
  public let isSensitive: Bool

  /// Takes the secrets out of what a person wrote.
  ///
  /// What is surest goes first: a later rule leaves alone what an earlier one took.
  ///
  /// - Parameters:
  ///   - raw: the message as it was received.
  ///   - context: what the conversation is about, which decides what a lone odd-looking word may be.
  public init(redacting raw: String, context: RedactionContext = .general) {
    let scan = Scan(raw)
    let isSensitive = scan.words.contains { !$0.kinds.isDisjoint(with: [.password, .passwordThing]) }
    var findings = Findings()
    let passwords = PasswordRule(
      scan, isSpokenOf: isSensitive, isGuarded: isSensitive || context == .guarded)
    passwords.findInAddresses(&findings)
    TokenRule.find(in: scan, &findings)
    EmailRule.find(in: scan, &findings)
    NumberRule.find(in: scan, &findings)
    passwords.find(&findings)
    text = findings.isEmpty ? scan.text : findings.replacing(in: scan)
    found = findings.kinds
    self.isSensitive = isSensitive || found.contains(.password)
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
  /// A password, passphrase or PIN.
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

  /// What stands in the text instead of the secret.
  public var placeholder: String { "[\(rawValue)]" }
}
