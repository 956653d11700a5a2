extension ArraySlice<UInt32> {
  /// True where one letter is missing, too many or another, or two have changed places.
  func isOneSlip(from other: ArraySlice<UInt32>) -> Bool {
    guard abs(count - other.count) <= 1, self != other else { return false }
    let head = zip(self, other).prefix { $0 == $1 }.count
    let (rest, otherRest) = (dropFirst(head), other.dropFirst(head))
    if rest.dropFirst().elementsEqual(otherRest.dropFirst()) { return true }
    if rest.dropFirst().elementsEqual(otherRest) || rest.elementsEqual(otherRest.dropFirst()) { return true }
    return rest.count >= 2 && rest.count == otherRest.count
      && rest.prefix(2).elementsEqual(otherRest.prefix(2).reversed())
      && rest.dropFirst(2).elementsEqual(otherRest.dropFirst(2))
  }
}

extension ArraySlice<UInt32> {
  /// True for the words for a password with wrong vowels or doubled letters, however many: `paswrod`, `lösennord`,
  /// `lössen`.
  var isMisspeltPassword: Bool {
    // A short word has too few consonants to be known by: `läsen`, `lossna`.
    if isDoubled(from: Self.short) || isDoubled(from: Self.shortPlain) { return true }
    return Self.skeletons.contains { skeleton in
      var rest = skeleton[...]
      var last: UInt32?
      for letter in self where !Self.vowels.contains(letter) {
        if letter == last, rest.first != letter { continue }
        guard rest.popFirst() == letter else { return false }
        last = letter
      }
      return rest.isEmpty
    }
  }

  /// True where this is the other word with letters said twice, or with two that changed places.
  private func isDoubled(from other: [UInt32]) -> Bool {
    guard (other.count...other.count + 2).contains(count) else { return false }
    if count == other.count { return isOneSlip(from: other[...]) && sorted() == other.sorted() }
    var rest = other[...]
    var last: UInt32?
    for letter in self {
      if letter == rest.first { last = rest.popFirst() } else if letter != last { return false }
    }
    return rest.isEmpty
  }

  private static let short = "lösen".unicodeScalars.map(\.value)
  private static let shortPlain = "losen".unicodeScalars.map(\.value)
  private static let vowels = "aeiouyåäö".unicodeScalars.map(\.value)
  /// The consonants of password, passwords, lösenord, lösenordet and lösenorden.
  private static let skeletons = ["pswrd", "pswrds", "lsnrd", "lsnrdt", "lsnrdn"].map { $0.unicodeScalars.map(\.value) }
}
