public import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
public import ServiceLifecycle

/// Metrics and health by HTTP, for Prometheus and whatever watches the service: `/metrics`, `/healthz` (the process
/// runs), `/readyz` (messages can be answered).
public struct MetricsServer: Service, CustomStringConvertible {
  /// The service's name in the server's own log.
  public var description: String { "metrics" }

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
          try channel.pipeline.syncOperations.addHandler(MetricsHandler(exchange))
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

/// Answers one HTTP request and closes the connection.
private final class MetricsHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let exchange: Exchange
  private var head: HTTPRequestHead?
  private var end: Scheduled<Void>?

  /// How long a connection may last, however busily it is used.
  private static let patience = TimeAmount.seconds(30)

  init(_ exchange: Exchange) { self.exchange = exchange }

  func channelActive(context: ChannelHandlerContext) {
    let channel = context.channel
    end = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    end?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      if let page = MetricsPage(answering: head) { return write(page, to: head, context) }
      let page = context.eventLoop.makePromise(of: MetricsPage.self)
      exchange.tell { page.succeed(MetricsPage(answering: head, $0)) }
      let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      page.futureResult.whenSuccess { page in
        let (handler, context) = loopBound.value
        handler.write(page, to: head, context)
      }
    }
  }

  /// What is no HTTP has been told so by now.
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func write(_ page: MetricsPage, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let body = ByteBuffer(string: page.text)
    let headers: HTTPHeaders = [
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Content-Length": "\(body.readableBytes)",
      "Connection": "close",
    ]
    let head = HTTPResponseHead(version: .http1_1, status: page.status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
  }
}

/// What an HTTP request is answered with.
private struct MetricsPage: Sendable {
  var status: HTTPResponseStatus
  var text: String

  /// The page, where it can be made without asking the log.
  init?(answering request: HTTPRequestHead) {
    guard request.method == .GET || request.method == .HEAD else {
      self.init(.methodNotAllowed, "only GET and HEAD are possible\n")
      return
    }
    switch request.path {
    case "/healthz": self.init(.ok, "ok\n")
    case "/metrics", "/readyz": return nil
    default: self.init(.notFound, "there are /metrics, /healthz and /readyz\n")
    }
  }

  init(answering request: HTTPRequestHead, _ health: Health) {
    if request.path == "/metrics" {
      self.init(.ok, health.counted.prometheus(openSessions: health.openSessions))
    } else if health.openSessions != nil {
      self.init(.ok, "ok\n")
    } else {
      self.init(.serviceUnavailable, "the session log can't be read\n")
    }
  }

  private init(_ status: HTTPResponseStatus, _ text: String) {
    self.status = status
    self.text = text
  }
}

extension HTTPRequestHead {
  fileprivate var path: Substring { uri.prefix { $0 != "?" } }
}
