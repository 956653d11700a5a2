/// Why a server can't do its work: one sentence that says what to do.
public enum ServerError: Error, Equatable, CustomStringConvertible {
  /// The process has no file descriptors left.
  case noDescriptors
  /// An address that is not `HOST:PORT`.
  case notAnAddress(String)
  /// An address that can be reached from other machines, without leave.
  case notLoopback(String)
  /// Other machines may connect, and nothing tells who they are.
  case noToken
  /// The file with the token can't be used.
  case badToken(path: String)
  /// Somebody else serves at this path or address.
  case inUse(String)
  /// Nobody can serve at this path or address.
  case cannotListen(String, reason: String)

  /// One sentence: what is wrong and what to do.
  public var description: String {
    switch self {
    case .noDescriptors: "the process has too many files open: raise its limit (ulimit -n)"
    case .notAnAddress(let text): "\"\(text)\" is not an address: write HOST:PORT, such as 127.0.0.1:7070"
    case .notLoopback(let text):
      "\(text) can be reached from other machines: add --allow-remote and --token-file if that is meant"
    case .noToken: "--allow-remote needs --token-file, so that it is known who connects"
    case .badToken(let path):
      "the token in \(path) can't be used: it needs at least 16 characters in a file that only you can read (chmod 600)"
    case .inUse(let place): "another process serves at \(place): stop it or name another place"
    case .cannotListen(let place, let reason): "can't listen at \(place): \(reason)"
    }
  }
}
