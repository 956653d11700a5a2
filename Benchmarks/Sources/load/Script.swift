/// What the clients write. Each has one of these conversations, over and over: symptoms in both languages, answers by
/// number and in words, questions in between, what no symptom fits.
enum Script {
  /// None of them asks for a person: the packet of a handover is the only reply that holds what is a session's own.
  static let all: [[String]] = [
    [
      "the reset password button is greyed out", "user administrator", "an ordinary user", "yes, thanks",
      "I can't see the password reset blade", "azure portal", "global admin", "what does the weather look like",
      "start over", "hello",
    ],
    [
      "knappen för att återställa lösenord är grå", "3", "1", "ja tack", "jag hittar inte bladet för lösenord",
      "vet inte", "vilken licens krävs?", "börja om", "hej", "fikapaus",
    ],
    [
      "how do I reset someone's password?", "2", "start over", "user still can't sign in after the reset",
      "hybrid, we sync with AD", "writeback is in use", "yesterday", "yes that worked", "good morning", "start over",
    ],
  ]

  /// The message of this number in a session, counted from 0, of the clients that have this script.
  static func message(_ number: Int, of script: Int) -> String { all[script][number % all[script].count] }
}
