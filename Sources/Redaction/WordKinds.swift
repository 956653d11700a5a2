/// What a word says about the words around it. Looked up by hash, so that reading a message makes no strings.
struct WordKinds: OptionSet {
  let rawValue: UInt64

  /// Speaks of a password: a secret may follow.
  static let password = WordKinds(rawValue: 1 << 0)
  /// Also means a session, a passport or a needle: a secret follows only where that is plain.
  static let perhapsPassword = WordKinds(rawValue: 1 << 1)
  /// Ties a password word to its value: is, to, är, till.
  static let link = WordKinds(rawValue: 1 << 2)
  /// May stand between a link and the value: now, still, nog.
  static let filler = WordKinds(rawValue: 1 << 3)
  /// Is no secret itself: function words and whatever a password can be said to be or to do.
  static let harmless = WordKinds(rawValue: 1 << 4)
  /// Counts the number before it: characters, dagar.
  static let unit = WordKinds(rawValue: 1 << 5)
  /// Begins another clause.
  static let clause = WordKinds(rawValue: 1 << 6)
  /// What one does to give a password its value: set, changed, bytte.
  static let setting = WordKinds(rawValue: 1 << 7)
  /// What one does with a password: typed, used, testade.
  static let using = WordKinds(rawValue: 1 << 8)
  /// What a password is referred to as: it, den, nya.
  static let reference = WordKinds(rawValue: 1 << 9)
  /// A product, part or kind of thing that has a number: Windows 11, steg 2.
  static let numbered = WordKinds(rawValue: 1 << 10)
  /// Speaks of a phone.
  static let phone = WordKinds(rawValue: 1 << 11)
  /// Speaks of a personal identity number.
  static let person = WordKinds(rawValue: 1 << 12)
  /// Speaks of a key or token.
  static let key = WordKinds(rawValue: 1 << 13)
  /// Speaks of a payment card.
  static let card = WordKinds(rawValue: 1 << 14)
  /// A user name and a password together: credentials, login.
  static let credentials = WordKinds(rawValue: 1 << 15)
  /// Whose it is: my, mitt.
  static let owner = WordKinds(rawValue: 1 << 16)
  /// A link that says what something is: is, are, är, heter.
  static let being = WordKinds(rawValue: 1 << 17)
  /// Says what a password is for: for, to, till.
  static let purpose = WordKinds(rawValue: 1 << 18)
  /// Names an account where a colon follows: user, konto.
  static let account = WordKinds(rawValue: 1 << 19)
  /// Names an account in any case: username, användarnamn.
  static let accountName = WordKinds(rawValue: 1 << 20)
  /// Speaks of a password of several words.
  static let phrase = WordKinds(rawValue: 1 << 21)
  /// Joins a password to the next one: or, och, then.
  static let more = WordKinds(rawValue: 1 << 22)

  /// A digit spelled out: noll, seven.
  static let digit = WordKinds(rawValue: 1 << 23)
  /// Speaks of a code that signs somebody in once.
  static let code = WordKinds(rawValue: 1 << 24)

  /// What a code is for or came by, before "code": mfa, sms, verification.
  static let codeSource = WordKinds(rawValue: 1 << 25)

  /// Comes before the answer to a security question: svaret, answer, flicknamn.
  static let answer = WordKinds(rawValue: 1 << 26)
  /// Speaks of a security question.
  static let secretQuestion = WordKinds(rawValue: 1 << 27)

  /// Speaks of a network, whose key is a password.
  static let network = WordKinds(rawValue: 1 << 28)

  /// Names where a password is typed: lösenordsfältet.
  static let passwordThing = WordKinds(rawValue: 1 << 29)

  /// Is written to helpdesks, but is not said of passwords.
  static let everyday = WordKinds(rawValue: 1 << 30)

  /// Begins what a thing does or is: doesn't, works, fungerar.
  static let predicate = WordKinds(rawValue: 1 << 31)

  /// Says that somebody is kept out.
  static let locked = WordKinds(rawValue: 1 << 32)

  /// What is done with little else than passwords: type, enter, accept.
  static let typing = WordKinds(rawValue: 1 << 33)

  /// Speaks of what is wrong, by a code.
  static let fault = WordKinds(rawValue: 1 << 34)
  /// What a password has a number of.
  static let letters = WordKinds(rawValue: 1 << 35)

  /// What was done with a password: used, tried, typed.
  static let used = WordKinds(rawValue: 1 << 36)

  /// What one does to find out whether a password is right: tried, testade.
  static let trying = WordKinds(rawValue: 1 << 37)
  /// Comes before what a password was changed from.
  static let origin = WordKinds(rawValue: 1 << 38)

  /// Says which one was meant: dvs, namely.
  static let namely = WordKinds(rawValue: 1 << 39)

  /// Brings a code: texted, smsade.
  static let sending = WordKinds(rawValue: 1 << 40)
  /// Comes before what a password was named after: name, efter.
  static let naming = WordKinds(rawValue: 1 << 41)

  /// Says that something was not let in: wrong, nekad, shakes.
  static let refusal = WordKinds(rawValue: 1 << 42)
  /// Is a key or the pressing of one: enter, tryckte.
  static let keystroke = WordKinds(rawValue: 1 << 43)

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  static func add(_ character: UInt32, to hash: inout UInt64) {
    hash = (hash ^ UInt64(character)) &* 0x100_0000_01B3
  }

  private static func withoutMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "å", "ä": "a"
    case "ö": "o"
    default: scalar
    }
  }

  static func of(hash: UInt64) -> WordKinds { lists[hash] ?? [] }

  /// What a stretch of characters says, taken as one word.
  static func of(_ characters: some Sequence<UInt32>) -> WordKinds {
    var hash = emptyHash
    for character in characters { add(character, to: &hash) }
    return of(hash: hash)
  }

  private static let lists: [UInt64: WordKinds] = {
    var lists: [UInt64: WordKinds] = [:]
    lists.reserveCapacity(8192)
    for (kinds, words) in WordLists.all {
      // Also as it is typed on a keyboard without å, ä and ö.
      var (hash, plain) = (emptyHash, emptyHash)
      func end() {
        guard hash != emptyHash else { return }
        lists[hash, default: []].formUnion(kinds)
        if plain != hash { lists[plain, default: []].formUnion(kinds) }
        (hash, plain) = (emptyHash, emptyHash)
      }
      for scalar in words.unicodeScalars {
        guard scalar.value > 0x20 else {
          end()
          continue
        }
        add(scalar.value, to: &hash)
        add(withoutMark(scalar).value, to: &plain)
      }
      end()
    }
    return lists
  }()
}
