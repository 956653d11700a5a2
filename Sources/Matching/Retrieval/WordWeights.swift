import TextAnalysis

/// How much the words of a message count, whichever articles there are: less where anyone says them about anything
/// (`everyday.txt`), and as what the message is about where they name a program (`products.txt`).
///
/// How rare a word is among the articles doesn't tell this: in a small folder everyday words are rare.
enum WordWeights {
  /// How much small words count beside others.
  static let functionWordShare: Float = 0.15
  /// How much everyday words count beside others.
  static let everydayShare: Float = 0.4

  /// How much a word counts, 0 to 1.
  static func share(of token: Token) -> Float {
    if token.isFunctionWord { return functionWordShare }
    return everyday.contains(token.folded) || everyday.contains(token.swedishStem.foldingMarks()) ? everydayShare : 1
  }

  /// Whether a word says little, whichever articles there are.
  static func isLight(_ token: Token) -> Bool { share(of: token) < 1 }

  /// Whether a word names a program or a service.
  static func isProduct(_ token: Token) -> Bool {
    guard !token.isFunctionWord else { return false }
    return products.contains(token.folded) || products.contains(token.swedishStem.foldingMarks())
  }

  /// The words as they are written, and their stems.
  private static let everyday = words(PackageResources.everyday_txt) { [$0.folded, $0.swedishStem.foldingMarks()] }
  private static let products = words(PackageResources.products_txt) { [$0.folded] }

  /// The words of a list, `#` before comments.
  private static func words(_ file: [UInt8], _ keys: (Token) -> [String]) -> Set<String> {
    Set(
      String(decoding: file, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
        .flatMap { Utterance(String($0)).tokens }.flatMap(keys))
  }
}
