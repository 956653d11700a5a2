import NIOCore

/// One client on a socket.
///
/// What it costs is bounded: no more is read of it while too much is unanswered or unread by it, and it is let go when
/// it keeps a line, a reply or its token waiting for too long.
final class Connection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let exchange: Exchange
  private let patience: Patience
  private var reader: RequestReader
  private var admission: Admission
  private var client: SocketClient?
  private var watch: RepeatedTask?

  /// How many requests are unanswered, and how many bytes have been read since there were none.
  private var unanswered = 0
  private var bytesUnanswered = 0
  private var isReadHeldBack = false
  private var hasInputEnded = false
  private var isEnding = false
  /// Whether the client is sent away: it is no longer counted, and gets a moment to read why.
  private var isRefused = false
  private var lastRead = NIODeadline.uptimeNanoseconds(0)
  private var waiting: (for: Wait, since: NIODeadline)?

  /// What a client can keep waiting.
  private enum Wait { case token, restOfLine, roomToWrite }

  /// Makes the handler of a connection.
  init(_ exchange: Exchange, token: AccessToken?, patience: Patience) {
    self.exchange = exchange
    self.patience = patience
    reader = RequestReader(limit: exchange.limits.line)
    admission = Admission(token)
  }

  func channelActive(context: ChannelHandlerContext) {
    lastRead = context.eventLoop.now
    client = SocketClient(self, on: context)
    let connections = exchange.metrics.count {
      $0.connections += 1
      return $0.connections
    }
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    watch = context.eventLoop.scheduleRepeatedTask(initialDelay: patience.step, delay: patience.step) { _ in
      let (connection, context) = loopBound.value
      connection.checkPatience(context)
    }
    if connections > exchange.limits.connections {
      refuse(
        ProtocolError(.tooManyConnections, "there are too many connections: try again later", retry: true), context)
    }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    watch?.cancel()
    client = nil
    if !isRefused { exchange.metrics.count { $0.connections -= 1 } }
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isEnding else { return }
    let bytes = unwrapInboundIn(data)
    lastRead = context.eventLoop.now
    bytesUnanswered += bytes.readableBytes
    reader.append(bytes.readableBytesView)
    submit(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      // The client has said all it will; what it said is answered.
      hasInputEnded = true
      goOn(context)
    case is StopReading: end(context)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func read(context: ChannelHandlerContext) {
    isReadHeldBack = isFull(context)
    if !isReadHeldBack { context.read() }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    goOn(context)
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

// MARK: - Requests and replies

extension Connection {
  /// Writes the replies to `count` requests.
  func answered(_ lines: [UInt8], count: Int, context: ChannelHandlerContext) {
    unanswered -= count
    if unanswered == 0 { bytesUnanswered = 0 }
    if !lines.isEmpty { context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: lines)), promise: nil) }
    goOn(context)
  }

  /// Whether no more requests are taken now.
  private func isFull(_ context: ChannelHandlerContext) -> Bool {
    unanswered >= exchange.limits.inFlight || bytesUnanswered > 4 * exchange.limits.line && unanswered > 0
      || !context.channel.isWritable
  }

  /// Hands over what has been read, as far as there is room.
  private func submit(_ context: ChannelHandlerContext) {
    guard let client else { return }
    var requests: [Request] = []
    while !isFull(context), let request = reader.next() ?? (hasInputEnded ? reader.finish() : nil) {
      let admitted = admission.check(request)
      requests.append(admitted)
      unanswered += 1
      if !admission.isGranted {
        isEnding = true
        noteRefusal()
        break
      }
    }
    exchange.submit(requests, from: client)
    note(context)
  }

  private func noteRefusal() {
    isRefused = true
    exchange.metrics.count { $0.connections -= 1 }
  }

  private func goOn(_ context: ChannelHandlerContext) {
    if isEnding { return end(context) }
    submit(context)
    guard !isFull(context) else { return }
    if hasInputEnded { return end(context) }
    if isReadHeldBack {
      isReadHeldBack = false
      context.read()
    }
  }

  /// Reads no more, and closes once everything is answered.
  private func end(_ context: ChannelHandlerContext) {
    isEnding = true
    guard unanswered == 0 else { return }
    // Behind the last reply, so that it gets there.
    let channel = context.channel
    let isRefused = isRefused
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in
      guard isRefused else { return channel.close(promise: nil) }
      // To close while something is unread of what the client sends would take the reply from it.
      channel.close(mode: .output, promise: nil)
      channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
  }

  private func refuse(_ error: ProtocolError, _ context: ChannelHandlerContext) {
    isEnding = true
    noteRefusal()
    let line = Result<Answer, ProtocolError>.failure(error).line(answering: .null, of: 0)
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: line)), promise: nil)
    end(context)
  }
}

// MARK: - Patience

extension Connection {
  /// Remembers since when the client keeps something waiting.
  private func note(_ context: ChannelHandlerContext) {
    let wait: Wait? =
      if !context.channel.isWritable { .roomToWrite } else if !admission.isGranted {
        .token
      } else if reader.isInsideLine, unanswered == 0 { .restOfLine } else { nil }
    if wait != waiting?.for { waiting = wait.map { ($0, context.eventLoop.now) } }
  }

  private func checkPatience(_ context: ChannelHandlerContext) {
    note(context)
    let now = context.eventLoop.now
    if let waiting, now - waiting.since > patience.forClient { return context.close(promise: nil) }
    if unanswered == 0, now - lastRead > patience.forSilence { context.close(promise: nil) }
  }
}

/// Asks a connection to read no more, and to close once everything is answered.
struct StopReading {}

/// A connection as the exchange knows it.
final class SocketClient: Client {
  let eventLoop: (any EventLoop)?
  private let connection: NIOLoopBound<(handler: Connection, context: ChannelHandlerContext)>

  init(_ connection: Connection, on context: ChannelHandlerContext) {
    eventLoop = context.eventLoop
    self.connection = NIOLoopBound((connection, context), eventLoop: context.eventLoop)
  }

  func receive(_ lines: [UInt8], answering count: Int) {
    let (handler, context) = connection.value
    handler.answered(lines, count: count, context: context)
  }
}
