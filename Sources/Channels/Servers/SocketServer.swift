import Glibc
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle
import Synchronization

/// The protocol on Unix sockets and TCP: many clients.
///
/// Ends when the process is asked to stop: what has been read is answered first.
public struct SocketServer: Service, CustomStringConvertible {
  /// The service's name in the server's own log.
  public var description: String { "sockets" }

  private let exchange: Exchange
  private let endpoints: [Endpoint]
  private let token: AccessToken?
  private let patience: Patience
  private let logger: Logger

  /// Makes a server for the clients of an exchange.
  ///
  /// - Parameters:
  ///   - exchange: where requests are answered.
  ///   - endpoints: where to listen.
  ///   - token: what clients that come by TCP have to show; `nil`: nothing.
  ///   - patience: how long a connection is waited for.
  ///   - logger: told where the server listens.
  public init(
    _ exchange: Exchange, at endpoints: [Endpoint], token: AccessToken? = nil, patience: Patience = Patience(),
    logger: Logger
  ) {
    self.exchange = exchange
    self.endpoints = endpoints
    self.token = token
    self.patience = patience
    self.logger = logger
  }

  /// Serves until the service is asked to stop.
  ///
  /// - Throws: ``ServerError`` where it can't listen.
  public func run() async throws {
    let connections = Connections()
    var listeners: [any Channel] = []
    var files: [SocketFile] = []
    defer { for file in files { file.remove() } }
    for endpoint in endpoints {
      listeners.append(try await listen(at: endpoint, connections))
      if case .unix(let path) = endpoint, let file = SocketFile(at: path) { files.append(file) }
    }
    let open = listeners
    await withGracefulShutdownHandler {
      for listener in open { try? await listener.closeFuture.get() }
    } onGracefulShutdown: {
      for listener in open { listener.close(promise: nil) }
    }
    await connections.end()
  }

  private func listen(at endpoint: Endpoint, _ connections: Connections) async throws -> any Channel {
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { [exchange, patience] channel in
        connections.add(channel)
        return channel.eventLoop.makeCompletedFuture {
          let token = endpoint.needsToken ? token : nil
          try channel.pipeline.syncOperations.addHandler(Connection(exchange, token: token, patience: patience))
        }
      }
    let channel = try await bootstrap.bind(to: endpoint)
    logger.info("listening", metadata: ["at": "\(channel.place(of: endpoint))"])
    return channel
  }
}

extension Endpoint {
  fileprivate var needsToken: Bool {
    if case .tcp = self { true } else { false }
  }
}

/// The connections that are open.
private final class Connections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    channels.withLock { $0[id] = channel }
    channel.closeFuture.whenComplete { _ in self.channels.withLock { $0[id] = nil } }
  }

  /// Lets every connection finish what it has begun; cuts them off where the task is cancelled.
  func end() async {
    let open = channels.withLock { Array($0.values) }
    await withTaskCancellationHandler {
      for channel in open { channel.pipeline.fireUserInboundEventTriggered(StopReading()) }
      for channel in open { try? await channel.closeFuture.get() }
    } onCancel: {
      for channel in open { channel.close(promise: nil) }
    }
  }
}
