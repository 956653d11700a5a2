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
