import Glibc
import NIOCore
import NIOPosix

extension ServerBootstrap {
  /// Listens at a place.
  ///
  /// - Throws: ``ServerError`` where that can't be.
  func bind(to endpoint: Endpoint) async throws -> any Channel {
    do {
      switch endpoint {
      case .unix(let path):
        guard (try? SocketAddress(unixDomainSocketPath: path)) != nil else {
          throw ServerError.cannotListen(path, reason: "the path is too long for a socket, which has 107 bytes")
        }
        try SocketFile.clear(path)
        // The socket is for this user alone from its first moment.
        let mask = umask(0o177)
        defer { umask(mask) }
        return try await bind(unixDomainSocketPath: path).get()
      case .tcp(let host, let port):
        return try await childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
          .childChannelOption(.socketOption(.so_keepalive), value: 1).bind(host: host, port: port).get()
      }
    } catch let error as IOError {
      if error.errnoCode == EADDRINUSE { throw ServerError.inUse(endpoint.name) }
      throw ServerError.cannotListen(endpoint.name, reason: String(cString: strerror(error.errnoCode)))
    }
  }
}

extension Channel {
  /// Where a listening channel listens, with the port that it was given.
  func place(of endpoint: Endpoint) -> String {
    guard case .tcp(let host, _) = endpoint, let port = localAddress?.port else { return endpoint.name }
    return Endpoint.tcp(host: host, port: port).name
  }
}
