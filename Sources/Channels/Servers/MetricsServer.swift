public import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
public import ServiceLifecycle

/// Metrics and health by HTTP, for Prometheus and whatever watches the service: `/metrics`, `/healthz` (the process
/// runs), `/readyz` (messages can be answered).
public struct MetricsServer: Service {
  private let exchange: Exchange
  private let endpoint: Endpoint
  private let logger: Logger

  /// Makes a server for the metrics of an exchange.
  public init(_ exchange: Exchange, at endpoint: Endpoint, logger: Logger) {
    self.exchange = exchange
    self.endpoint = endpoint
    self.logger = logger
  }

  /// Serves until the service is asked to stop.
  ///
  /// - Throws: ``ServerError`` where it can't listen.
  public func run() async throws {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [exchange] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
          try channel.pipeline.syncOperations.addHandlers(
            IdleStateHandler(allTimeout: .seconds(30)), MetricsHandler(exchange))
        }
      }
      .bind(to: endpoint)
    logger.info("metrics", metadata: ["at": "\(listener.place(of: endpoint))"])
    await withGracefulShutdownHandler {
      try? await listener.closeFuture.get()
    } onGracefulShutdown: {
      listener.close(promise: nil)
    }
  }
}

/// Answers one HTTP request after the other.
private final class MetricsHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let exchange: Exchange
  private var path = ""

  init(_ exchange: Exchange) { self.exchange = exchange }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): path = head.uri
    case .body: break
    case .end: answer(context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  private func answer(_ context: ChannelHandlerContext) {
    let (status, text): (HTTPResponseStatus, String) =
      switch path {
      case "/metrics": (.ok, exchange.prometheus())
      case "/healthz": (.ok, "ok\n")
      case "/readyz": exchange.isReady ? (.ok, "ok\n") : (.serviceUnavailable, "the session log can't be read\n")
      default: (.notFound, "there are /metrics, /healthz and /readyz\n")
      }
    let body = ByteBuffer(string: text)
    let headers: HTTPHeaders = [
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Content-Length": "\(body.readableBytes)",
    ]
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
