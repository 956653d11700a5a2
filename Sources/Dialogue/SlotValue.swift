/// A value for a slot that a message gives.
struct SlotValue: Equatable {
  var slot: String
  var value: String
  /// The words that give it.
  var tokens: Range<Int>
  /// Whom it is said of.
  var subject: Subject

  /// Whom something is said of.
  enum Subject {
    /// The person who writes: "I'm …", "as …".
    case own
    /// Somebody else: "she is …", "my colleague …".
    case other
    /// Somebody else to whom something is done: "for a global admin".
    case object
    /// The words don't tell.
    case open
  }

  /// Whether it is said of somebody else.
  var isOfOthers: Bool { subject == .other || subject == .object }
}
