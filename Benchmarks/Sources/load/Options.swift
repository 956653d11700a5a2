/// How a run is made.
struct Options {
  /// The program under test.
  var fixline = ".build/release/fixline"
  /// Connections, each with sessions of its own.
  var clients = 500
  /// Messages of each.
  var messages = 200
  /// Sessions of each: its messages go to one after the other.
  var sessions = 1
  /// Messages a second of all clients, sent at an even pace whether replies come or not; 0: each client sends its next
  /// message when it has the reply to the last.
  var rate = 0.0
  /// Whether to connect by TCP instead of a Unix socket.
  var usesTCP = false
  /// Whether SIGTERM is sent when half of the replies are there.
  var terminatesEarly = false
  /// The most that half of the replies, and 99 in 100, may take in ms, and that the server may hold in MB.
  var median = Double.infinity
  var percentile99 = Double.infinity
  var memory = Double.infinity

  static let usage = """
    usage: load [--fixline FILE] [--clients N] [--messages N] [--sessions N] [--rate N] [--tcp] [--term]
                [--median MS] [--p99 MS] [--memory MB]
    """

  /// Reads the command line.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value() throws -> String {
      guard let value = rest.popFirst() else { throw Failure(Self.usage) }
      return value
    }
    func number() throws -> Double {
      guard let number = Double(try value()), number >= 0 else { throw Failure(Self.usage) }
      return number
    }
    while let option = rest.popFirst() {
      switch option {
      case "--fixline": fixline = try value()
      case "--clients": clients = max(1, Int(try number()))
      case "--messages": messages = max(1, Int(try number()))
      case "--sessions": sessions = max(1, Int(try number()))
      case "--rate": rate = try number()
      case "--tcp": usesTCP = true
      case "--term": terminatesEarly = true
      case "--median": median = try number()
      case "--p99": percentile99 = try number()
      case "--memory": memory = try number()
      default: throw Failure(Self.usage)
      }
    }
  }

  /// Which session a client's message of this number, counted from 0, goes to, and as which turn, counted from 1.
  func place(of message: Int) -> (session: Int, turn: Int) { (message % sessions, message / sessions + 1) }
}

/// Why there is nothing to measure.
struct Failure: Error {
  var description: String
  init(_ description: String) { self.description = description }
}
