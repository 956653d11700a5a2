/// A person's words after secrets were taken out: the only kind of user text that the engine, the log and a packet take.
///
/// There is no way to make one from a string but ``init(redacting:)``, so what is not redacted cannot be stored;
/// the raw text is not held, so nothing can print it.
public struct RedactedText: Sendable, Equatable, Hashable {
  /// The text with placeholders (`[password]`, `[email]` …) where secrets were, in NFC.
  public let text: String
  /// What was taken out.
  public let found: Set<SecretKind>

  /// Takes the secrets out of what a person wrote.
  ///
  /// What is surest goes first: a later rule leaves alone what an earlier one took.
  ///
  /// - Parameter raw: the message as it was received.
  public init(redacting raw: String) {
    let scan = Scan(raw)
    var findings = Findings()
    let passwords = PasswordRule(scan)
    passwords.findInAddresses(&findings)
    TokenRule.find(in: scan, &findings)
    EmailRule.find(in: scan, &findings)
    NumberRule.find(in: scan, &findings)
    CardRule.find(in: scan, &findings)
    CodeRule.find(in: scan, &findings)
    passwords.find(&findings)
    LearnedPasswords.embedded.find(in: scan, &findings)
    text = findings.isEmpty ? scan.text : findings.replacing(in: scan)
    found = findings.kinds
  }
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
