/// Sums and dates in a row of digits.
enum Digits {
  /// True where the last digit is the check digit of the rest (Luhn).
  static func haveLuhnSum(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = index % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// True where these are month and day, the day also with 60 added as in a coordination number (samordningsnummer).
  static func areMonthAndDay(_ digits: ArraySlice<UInt8>) -> Bool {
    let values = Array(digits)
    let month = Int(values[0]) * 10 + Int(values[1])
    let day = (Int(values[2]) * 10 + Int(values[3])) % 60
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
