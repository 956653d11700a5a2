/// A day of the Gregorian calendar, without a clock or a time zone.
public struct CalendarDate: Sendable, Equatable {
  /// The number of days since 1970-01-01.
  public let day: Int

  /// Reads `YYYY-MM-DD`; `nil` where that is no day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    // Years counted from March have the odd day at their end.
    let shifted = month <= 2 ? year - 1 : year
    let daysBefore = (153 * ((month + 9) % 12) + 2) / 5
    let era = shifted / 400, yearOfEra = shifted % 400
    self.day = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + daysBefore + day - 1 - 719_468
  }

  /// Makes the day that is this many days after 1970-01-01.
  public init(day: Int) { self.day = day }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
