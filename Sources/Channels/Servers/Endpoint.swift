import Glibc
import NIOCore

/// Where a server listens.
public enum Endpoint: Sendable, Equatable {
  /// A Unix socket at a path, for this user alone.
  case unix(String)
  /// A host's name or address, and a port; 0: any that is free.
  case tcp(host: String, port: Int)

  /// Reads `HOST:PORT`; an IPv6 address stands in brackets.
  ///
  /// - Throws: ``ServerError/notAnAddress(_:)``.
  public init(address text: String) throws(ServerError) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      throw .notAnAddress(text)
    }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      throw .notAnAddress(text)
    }
    guard !host.isEmpty else { throw .notAnAddress(text) }
    self = .tcp(host: String(host), port: Int(port))
  }

  /// Whether only processes of this machine can connect.
  public var isLocal: Bool {
    switch self {
    case .unix: true
    case .tcp(let host, let port):
      (try? SocketAddress.makeAddressResolvingHost(host, port: port))?.isLoopback ?? false
    }
  }

  /// How the place is named in messages.
  var name: String {
    switch self {
    case .unix(let path): path
    case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }
}

extension SocketAddress {
  fileprivate var isLoopback: Bool {
    switch self {
    case .v4: ipAddress?.hasPrefix("127.") ?? false
    case .v6: ipAddress == "::1"
    case .unixDomainSocket: true
    }
  }
}

/// The file of a Unix socket, which outlives a server that was killed.
struct SocketFile {
  private let path: String
  private let status: stat

  /// The file that is at a path now.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.path = path
    self.status = status
  }

  /// Takes the file away, unless another server has put its own there since.
  func remove() {
    guard let now = SocketFile(at: path)?.status, (now.st_dev, now.st_ino) == (status.st_dev, status.st_ino) else {
      return
    }
    unlink(path)
  }

  /// Makes way for a socket at a path: takes away a socket that nobody listens on, and nothing else.
  static func clear(_ path: String) throws(ServerError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw .cannotListen(path, reason: "there is a file that is no socket")
    }
    guard try !isListenedOn(path) else { throw .inUse(path) }
    unlink(path)
  }

  private static func isListenedOn(_ path: String) throws(ServerError) -> Bool {
    guard let address = try? SocketAddress(unixDomainSocketPath: path) else { return false }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw .noDescriptors }
    defer { close(descriptor) }
    return address.withSockAddr { connect(descriptor, $0, socklen_t($1)) } == 0
  }
}
