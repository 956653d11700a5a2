extension String {
  /// The text with Latin letters without their marks: å → a, ä → a, ö → o, é → e. Lower case goes in and comes out.
  public func foldingMarks() -> String {
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { $0 >= 0x80 }) else { return self }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      foldMarks(bytes) { result.append($0) }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The text with what stands in for å, ä and ö on other keyboards (`aa`, `ae`, `oe`) as a and o; `nil` where there is
  /// none of it.
  func foldingDigraphs() -> String? {
    let (a, e, o) = (UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"))
    func isSecond(_ byte: UInt8, after last: UInt8) -> Bool {
      (byte == a && last == a) || (byte == e && (last == a || last == o))
    }
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.indices.dropFirst().contains(where: { isSecond(bytes[$0], after: bytes[$0 - 1]) }) else { return nil }
      var result: [UInt8] = []
      for byte in bytes where !isSecond(byte, after: result.last ?? 0) { result.append(byte) }
      return String(decoding: result, as: UTF8.self)
    }
  }
}

/// Gives the bytes of a lower-case text with Latin letters without their marks.
@inline(__always)
func foldMarks(_ bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt8) -> Void) {
  var index = 0
  while index < bytes.count {
    // The letters from U+00C0 to U+017F are two bytes each, of which the first is no other letter's.
    if 0xC3...0xC5 ~= bytes[index], index + 1 < bytes.count {
      let plain = plainLetters[Int(bytes[index] - 0xC3) << 6 | Int(bytes[index + 1] & 0x3F)]
      if plain != 0 {
        take(plain)
        index += 2
        continue
      }
    }
    take(bytes[index])
    index += 1
  }
}

/// What is left of the letters from U+00C0 to U+017F without their marks; 0 where nothing is taken off.
private let plainLetters: [UInt8] = {
  let groups = [
    "a": "àáâãäåā", "c": "çč", "e": "èéêëē", "i": "ìíîïī", "n": "ñ", "o": "òóôõöøō", "s": "š", "u": "ùúûüū",
    "y": "ýÿ", "z": "ž",
  ]
  var table = [UInt8](repeating: 0, count: 0x180 - 0xC0)
  for (plain, marked) in groups {
    for scalar in marked.unicodeScalars { table[Int(scalar.value) - 0xC0] = plain.utf8.first ?? 0 }
  }
  return table
}()

/// Chat shortenings that belong to no subject; those of a subject stand in its vocabulary.
enum Shorthand {
  static let expansions: [String: String] = [
    "ngn": "någon", "nån": "någon", "ngt": "något", "nåt": "något", "nått": "något", "ngra": "några", "nåra": "några",
    "nånting": "någonting", "nånstans": "någonstans", "oxå": "också", "oxa": "också", "mkt": "mycket", "dom": "de",
    "mej": "mig", "dej": "dig", "sej": "sig", "e": "är", "ä": "är", "asså": "alltså", "va": "vad", "fkt": "faktiskt",
    "ist": "istället", "sen": "sedan", "funkar": "fungerar", "funka": "fungera", "funkade": "fungerade",
    "funkat": "fungerat",
    "pls": "please", "plz": "please", "u": "you", "ur": "your", "r": "are", "ppl": "people", "thx": "thanks",
    "cuz": "because", "coz": "because", "bc": "because", "gonna": "going", "wanna": "want", "b4": "before",
    "msg": "message", "abt": "about", "acct": "account", "acc": "account", "smth": "something", "rn": "now",
  ]
}
