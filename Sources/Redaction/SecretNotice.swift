/// What a person is told who has pasted a secret: that it was not kept and what to do now.
public enum SecretNotice {
  /// The notice for what was found; `nil` where there is nothing to do about it, as with an address.
  ///
  /// - Parameters:
  ///   - found: ``RedactedText/found``.
  ///   - language: `sv` or `en`; anything else is taken for English.
  public static func text(for found: Set<SecretKind>, language: String) -> String? {
    let isSwedish = language == "sv"
    if found.contains(.password) { return isSwedish ? passwordInSwedish : passwordInEnglish }
    if found.contains(.token) { return isSwedish ? tokenInSwedish : tokenInEnglish }
    if found.contains(.personalNumber) || found.contains(.card) {
      return isSwedish ? numberInSwedish : numberInEnglish
    }
    return nil
  }

  private static let passwordInEnglish =
    "It looks as if you wrote a password. I have not kept it. Please change it, and don't write passwords here."
  private static let passwordInSwedish =
    "Det ser ut som att du skrev ett lösenord. Jag har inte sparat det. Byt det, och skriv inga lösenord här."
  private static let tokenInEnglish =
    "It looks as if you pasted a key or token. I have not kept it. Please revoke it, and don't paste keys here."
  private static let tokenInSwedish =
    "Det ser ut som att du klistrade in en nyckel. Jag har inte sparat den. Återkalla den, och skriv inga nycklar här."
  private static let numberInEnglish =
    "I have not kept the personal or card number that you wrote. Please don't write such numbers here."
  private static let numberInSwedish =
    "Jag har inte sparat person- eller kortnumret som du skrev. Skriv inte sådana nummer här."
}
