public import ArgumentParser
public import Channels
import Helpdesk
public import Logging
import ServiceLifecycle
import FoundationEssentials
import Knowledge
import SessionLog
import UnixSignals

/// `fixline serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Speaks JSON-RPC 2.0, an object a line, with chat adapters.",
    discussion: """
      On stdin and stdout there is one client, and the end of the input ends the server; --unix and --listen serve many. \
      docs/protocol.md is the specification. A reply is written only when its turn is in the log.

      Examples:
        fixline serve --unix /run/fixline/socket
        fixline serve --listen 127.0.0.1:7070 --metrics 127.0.0.1:9100
        echo '{"jsonrpc":"2.0","id":1,"method":"ping"}' | fixline serve
      """)

  @OptionGroup var helpdesk: HelpdeskArguments
  @OptionGroup var place: EndpointOptions

  @Option(
    help: ArgumentHelp(
      "Requests of a client that may be unanswered before no more are read. (default: 1024, on sockets 32)",
      valueName: "n"))
  var inFlight: Int?

  @Option(help: ArgumentHelp("Messages that a session may send a minute. (default: any number)", valueName: "n"))
  var messagesPerMinute: Int?

  @Option(help: ArgumentHelp("How long sessions are kept after their last message, or off.", valueName: "time"))
  var retention = Retention(span: TimeSpan(seconds: 90 * 24 * 60 * 60))

  @Option(
    help: ArgumentHelp("Tell metrics (/metrics) and health (/healthz, /readyz) by HTTP.", valueName: "host:port"))
  var metrics: String?

  @Flag(help: "Read the content anew whenever a file of it changes; SIGHUP does it in any case.")
  var watch = false

  @Option(help: "How a line of the server's own log on stderr looks: json or text.")
  var logFormat = LogOutput.Format.json

  @Option(help: "The least serious events that are logged: trace, debug, info, notice, warning, error or critical.")
  var logLevel = Logger.Level.info

  func validate() throws {
    guard inFlight ?? 1 > 0 else { throw ValidationError("--in-flight has to be at least 1.") }
    guard messagesPerMinute ?? 1 > 0 else { throw ValidationError("--messages-per-minute has to be at least 1.") }
  }

  func run() async throws {
    let logger = logger
    let endpoints = try place.endpoints()
    let token = try place.token()
    let counted = Metrics()
    let desk = try helpdesk.open(onCommit: counted.committed)
    let exchange = Exchange(
      desk, limits: limits(for: endpoints), metrics: counted, logger: logger,
      load: helpdesk.content.checkedEngine)
    let server: any Service =
      endpoints.isEmpty
      ? StreamServer(exchange) : SocketServer(exchange, at: endpoints, token: token, logger: logger)
    let folder = watch ? try helpdesk.content.directory().path : nil
    var others: [any Service] = [await ContentWatcher(exchange, folder: folder, logger: logger)]
    if let metrics {
      others.append(MetricsServer(exchange, at: try place.endpoint(metrics), logger: logger))
    }
    if let span = retention.span {
      others.append(RetentionService(log: desk.log, span: span, logger: logger))
    }
    place.raiseDescriptorLimit()
    try await run(server, beside: others, logger)
    exchange.close()
    try desk.log.close()
  }

  private func limits(for endpoints: [Endpoint]) -> Limits {
    var limits = Limits()
    // A single client has the server to itself: while one group of its requests is answered the next is read.
    limits.inFlight = inFlight ?? (endpoints.isEmpty ? 1024 : 32)
    limits.connections = place.connections
    limits.messagesPerMinute = messagesPerMinute
    return limits
  }

  private var logger: Logger {
    LogOutput.level = logLevel
    return Logger(label: "fixline") { LogOutput(label: $0, format: logFormat) }
  }

  /// Runs until there is nobody left to serve or the process is asked to stop.
  private func run(_ server: any Service, beside others: [any Service], _ logger: Logger) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)]
        + others.map { .init(service: $0) },
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    // Whoever doesn't read their replies by then is cut off, so that everything has ended within 5 s.
    configuration.maximumGracefulShutdownDuration = .seconds(3)
    try await ServiceGroup(configuration: configuration).run()
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
extension LogOutput.Format: ExpressibleByArgument {}
