import Foundation
import TestSupport
import Testing

@testable import Redaction

/// What is learned of the company that a password keeps, apart from the rules.
@Suite("Passwords found by what was learned")
struct LearnedPasswordsTests {
  private static func found(in message: String) -> String {
    let scan = Scan(message)
    var findings = Findings()
    LearnedPasswords.embedded.find(in: scan, &findings)
    return findings.replacing(in: scan)
  }

  @Test(
    "are found by the words around them",
    arguments: [
      ("she told me the password is Kvarnby77 but it bounces", "she told me the password is [password] but it bounces"),
      ("i typed Harvest-Moon9 three times, password wrong", "i typed [password] three times, password wrong"),
      ("lösenordet ska vara Granskog_18 men det tar inte", "lösenordet ska vara [password] men det tar inte"),
      ("satte Pilbåge55 som nytt lösenord igår", "satte [password] som nytt lösenord igår"),
    ])
  func found(message: String, expected: String) {
    #expect(Self.found(in: message) == expected)
  }

  @Test(
    "are not seen where none is told",
    arguments: [
      "the password is not accepted since Monday", "my password reset fails with AADSTS50126",
      "we have P1 and E3 licences", "lösenordet fungerar inte i Teams", "knappen är grå på DESKTOP-9R2LM8F",
      "I changed my password and now Outlook asks again",
    ])
  func harmless(message: String) {
    #expect(Self.found(in: message) == message)
  }

  @Test("weights of another size find nothing rather than something else")
  func damaged() {
    let scan = Scan("the password is Kvarnby77")
    var findings = Findings()
    LearnedPasswords([1, 2, 3]).find(in: scan, &findings)
    #expect(findings.isEmpty)
  }
}
