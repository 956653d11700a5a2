/// A 64-bit hash, the same on every machine and in every run, eight bytes at a time. Not for secrets.
public struct ContentHash {
  /// The hash of bytes in hexadecimal digits.
  public static func text(of bytes: some Sequence<UInt8>) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.text
  }

  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Adds a number.
  mutating func add(_ number: UInt64) {
    let product = (state ^ number).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }

  /// Adds bytes and how many they are.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 {
        add(word)
        word = 0
      }
    }
    add(word)
    add(count)
  }

  /// The hash of all that was added.
  var value: UInt64 {
    var last = self
    last.add(0)
    return last.state
  }

  /// The hash in hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
