public import ArgumentParser
public import Channels
import Helpdesk
public import Logging
import ServiceLifecycle
import SessionLog
import UnixSignals

/// `fixline serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Speaks JSON-RPC 2.0, an object a line, with chat adapters.",
    discussion: """
      On stdin and stdout there is one client; the end of the input ends the server. docs/protocol.md is the
      specification. A reply is written only when its turn is in the log.

      Example:
        echo '{"jsonrpc":"2.0","id":1,"method":"message","params":{"session":"anna","text":"the button is greyed out"}}' |
          fixline serve
      """)

  @OptionGroup var helpdesk: HelpdeskArguments

  @Option(help: ArgumentHelp("Requests of a client that may be unanswered before no more are read.", valueName: "n"))
  var inFlight = Limits().inFlight

  @Option(help: ArgumentHelp("Messages that a session may send a minute. (default: any number)", valueName: "n"))
  var messagesPerMinute: Int?

  @Option(help: ArgumentHelp("How long sessions are kept after their last message, or off.", valueName: "time"))
  var retention = Retention(span: TimeSpan(seconds: 90 * 24 * 60 * 60))

  @Option(help: "How a line of the server's own log on stderr looks: json or text.")
  var logFormat = LogOutput.Format.json

  @Option(help: "The least serious events that are logged: trace, debug, info, notice, warning, error or critical.")
  var logLevel = Logger.Level.info

  func validate() throws {
    guard inFlight > 0 else { throw ValidationError("--in-flight has to be at least 1.") }
    guard messagesPerMinute ?? 1 > 0 else { throw ValidationError("--messages-per-minute has to be at least 1.") }
  }

  func run() async throws {
    let metrics = Metrics()
    let desk = try helpdesk.open(onCommit: metrics.committed)
    let exchange = Exchange(desk, limits: limits, metrics: metrics, load: helpdesk.content.engine)
    try await serve(exchange, log: desk.log, logger: logger)
    exchange.close()
    try desk.log.close()
  }

  private var limits: Limits {
    var limits = Limits()
    limits.inFlight = inFlight
    limits.messagesPerMinute = messagesPerMinute
    return limits
  }

  private var logger: Logger {
    LogOutput.level = logLevel
    return Logger(label: "fixline") { LogOutput(label: $0, format: logFormat) }
  }

  /// Runs until there is nobody left to serve or the process is asked to stop.
  private func serve(_ exchange: Exchange, log: SessionLog, logger: Logger) async throws {
    var services = [
      ServiceGroupConfiguration.ServiceConfiguration(
        service: StreamServer(exchange), successTerminationBehavior: .gracefullyShutdownGroup)
    ]
    if let span = retention.span {
      services.append(.init(service: RetentionService(log: log, span: span, logger: logger)))
    }
    var configuration = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(4)
    try await ServiceGroup(configuration: configuration).run()
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
extension LogOutput.Format: ExpressibleByArgument {}
