import CLineEditor
import Glibc

/// What a terminal can show, and how a reply is laid out on it.
public struct TerminalStyle: Sendable, Equatable {
  /// Whether colour and weight are used.
  public var hasColour: Bool
  /// Whether addresses are made live by OSC 8.
  public var hasLinks: Bool

  /// Makes a style from what the terminal can show.
  public init(hasColour: Bool, hasLinks: Bool) {
    self.hasColour = hasColour
    self.hasLinks = hasLinks
  }

  /// The style of the terminal that these variables tell of: no colour where `NO_COLOR` is set or `TERM` is `dumb`, live
  /// addresses only where it is known to make something of OSC 8.
  ///
  /// - Parameter environment: the process's environment variables.
  public init(environment: [String: String]) {
    let isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
    hasColour = !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
    hasLinks = !isDumb && Self.knowsLinks(environment)
  }

  /// The columns to wrap at on the terminal on stdout, as wide as it is now but no wider than people like to read.
  static var width: Int {
    let columns = Int(fixline_terminal_width(STDOUT_FILENO))
    return min(columns > 0 ? columns : 80, 100)
  }

  /// There is no way to ask a terminal; each of these tells of itself in a variable of its own.
  private static func knowsLinks(_ environment: [String: String]) -> Bool {
    if let forced = environment["FORCE_HYPERLINK"] { return forced != "0" }
    // Inside a multiplexer the variables tell of the terminal outside, which does not get the sequence as it is.
    guard environment["TMUX"] == nil, environment["STY"] == nil else { return false }
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5000 }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"]
    if let program = environment["TERM_PROGRAM"], programs.contains(program) { return true }
    let terminals = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "contour"]
    if let name = environment["TERM"], terminals.contains(name) { return true }
    return ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].contains { environment[$0] != nil }
  }
}

extension TerminalStyle {
  /// Lays a text out: every line is indented by two columns and wrapped at words; what follows a number or a dash hangs
  /// under it, and addresses are never broken.
  func layOut(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { layOut(line: $0, width: width) }.joined(separator: "\n")
  }

  private func layOut(line: Substring, width: Int) -> String {
    let own = line.prefix { $0 == " " }
    let words = line.split(separator: " ")
    let marker = words.first.map(Self.isMarker) ?? false
    let indent = String(repeating: " ", count: 2 + own.count)
    let hanging = indent + String(repeating: " ", count: marker ? words[0].count + 1 : 0)

    var text = indent
    var column = indent.count
    for (index, word) in words.enumerated() {
      if index > 0, column + 1 + word.count > width {
        text += "\n" + hanging
        column = hanging.count
      } else if index > 0 {
        text += " "
        column += 1
      }
      text += index == 0 && marker ? strong(word) : live(word)
      column += word.count
    }
    return text
  }

  /// Whether a word at the start of a line is the mark of a list: `1.`, `-`, `•`.
  private static func isMarker(_ word: Substring) -> Bool {
    ["-", "•", "–"].contains(word) || (word.last == "." && word.count < 4 && Int(word.dropLast()) != nil)
  }

  /// The prompt, for the line editor: escape sequences stand between two bytes `\1`, so that they count no columns.
  var prompt: String { hasColour ? "\u{1}\u{1B}[1;32m\u{1}›\u{1}\u{1B}[0m\u{1} " : "> " }

  private func strong(_ text: Substring) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : String(text) }

  /// A word; where it holds an address, that is coloured and made live.
  private func live(_ word: Substring) -> String {
    guard hasColour || hasLinks,
      let start = ["https://", "http://", "mailto:"].lazy.compactMap({ word.firstRange(of: $0) }).first?.lowerBound
    else { return String(word) }
    let end = word.lastIndex { !".,;:!?)>]»\"".contains($0) }.map(word.index(after:)) ?? word.endIndex
    guard start < end else { return String(word) }
    let address = String(word[start..<end])
    let coloured = hasColour ? "\u{1B}[36m\(address)\u{1B}[0m" : address
    let linked = hasLinks ? "\u{1B}]8;;\(address)\u{1B}\\\(coloured)\u{1B}]8;;\u{1B}\\" : coloured
    return word[..<start] + linked + word[end...]
  }
}
