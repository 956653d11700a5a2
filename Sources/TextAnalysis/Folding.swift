extension String {
  /// The text with Latin letters without their marks: å → a, ä → a, ö → o, é → e. Lower case goes in and comes out.
  public func foldingMarks() -> String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.value < 0x80 {
        result.append(UInt8(scalar.value))
      } else if scalar.value < 0xC0 || scalar.value >= 0x180 {
        result.append(contentsOf: String(scalar).utf8)
      } else if plainLetters[Int(scalar.value) - 0xC0] != 0 {
        result.append(plainLetters[Int(scalar.value) - 0xC0])
      } else {
        result.append(contentsOf: String(scalar).utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text with what stands in for å, ä and ö on other keyboards (`aa`, `ae`, `oe`) as a and o; `nil` where there is
  /// none of it.
  func foldingDigraphs() -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    let (a, e, o) = (UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"))
    for byte in utf8 {
      let last = result.last
      if (byte == a && last == a) || (byte == e && (last == a || last == o)) { continue }
      result.append(byte)
    }
    return result.count == utf8.count ? nil : String(decoding: result, as: UTF8.self)
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
