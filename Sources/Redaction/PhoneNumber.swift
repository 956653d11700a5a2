/// Tells phone numbers from the other numbers of a helpdesk: dates, versions, addresses, tickets.
enum PhoneNumber {
  static func matches(_ number: DigitGroups, _ cue: WordKinds) -> Bool {
    let digits = number.digits
    guard (6...15).contains(digits.count), !isDate(number), !isVersion(number) else { return false }
    if areTwo(number) { return false }
    if number.hasPlus { return digits.count >= 8 }
    if cue.contains(.phone) { return true }
    if isSwedish(number) || isAmerican(number) { return true }
    return digits.starts(with: [0, 0]) && digits.count >= 11 && digits[2] != 0
  }

  /// `070-1740615/08-4650 …`: a whole national number and the beginning of the next one.
  private static func areTwo(_ number: DigitGroups) -> Bool {
    guard !number.hasPlus, number.digits[0] == 0, number.digits[1] != 0 else { return false }
    var count = 0
    return number.sizes.contains { size in
      defer { count += size }
      return count >= 9 && number.digits[count] == 0
    }
  }

  /// A national number: a zero, an area code, seven to ten digits in all after it.
  private static func isSwedish(_ number: DigitGroups) -> Bool {
    let digits = number.digits
    return (8...11).contains(digits.count) && digits[0] == 0 && digits[1] != 0
      && (number.sizes[0] != 1 || number.isBracketed || number.gaps.first == " ")
  }

  /// 3-3-4 with or without a leading 1.
  private static func isAmerican(_ number: DigitGroups) -> Bool {
    let sizes = number.sizes.first == 1 && number.digits[0] == 1 ? Array(number.sizes.dropFirst()) : number.sizes
    return sizes == [3, 3, 4]
  }

  /// 2026-11-23 or 23/11/2026 alone.
  static func isDay(_ number: DigitGroups) -> Bool {
    if number.gaps.count == 2, isSlashed(number) { return true }
    let year = number.sizes == [4, 2, 2] ? number.digits.prefix(2) : number.digits.dropFirst(4).prefix(2)
    guard number.sizes == [4, 2, 2] || number.sizes == [2, 2, 4] && number.gaps[0] == number.gaps[1] else {
      return false
    }
    return [[1, 9], [2, 0]].contains(Array(year)) && isDate(number)
  }

  /// 10/03/24, 10/3/2024 07: day and month in either order, then the year.
  private static func isSlashed(_ number: DigitGroups) -> Bool {
    guard number.gaps.starts(with: ["/", "/"]), number.sizes[2] == 2 || number.sizes[2] == 4 else { return false }
    return number.sizes[0] <= 2 && number.sizes[1] <= 2
  }

  /// 23-11-2026, 2026-11-23, with a time or not.
  private static func isDate(_ number: DigitGroups) -> Bool {
    if isSlashed(number) { return true }
    let sizes = number.sizes.prefix(3)
    let isYear = (1...2).contains(number.digits[0])
    return (sizes == [2, 2, 4] || sizes == [4, 2, 2] && isYear) && !number.hasPlus && number.gaps.first != " "
      || sizes == [2, 2, 4] && number.digits[4] == 2
      || number.sizes == [4, 2, 2] && number.digits[0] == 2
  }

  /// 10.0.19045.3570, 192.168.10.15
  private static func isVersion(_ number: DigitGroups) -> Bool {
    number.gaps.count >= 2 && number.gaps.allSatisfy { $0 == "." } && number.digits[0] != 0
      && !isAmerican(number)
  }
}
