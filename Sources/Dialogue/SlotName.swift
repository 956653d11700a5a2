/// A slot and its value, written `slot=value` as one name in the lexicon; without a value, what only looks like one; with
/// `>`, what a value stands behind that is said of somebody else.
struct SlotName {
  /// The value of phrases after which a value is said of whom something is done to.
  static let actsOn = ">"

  let slot: String
  let value: String
  var isActing: Bool { value == Self.actsOn }

  init(_ name: String) {
    let split = name.firstIndex(of: "=") ?? name.endIndex
    slot = String(name[..<split])
    value = String(name[split...].dropFirst())
  }
}
