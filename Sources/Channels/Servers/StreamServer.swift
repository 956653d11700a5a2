import Dispatch
public import Glibc
public import ServiceLifecycle

/// The protocol on a pair of file descriptors, stdin and stdout: one client.
///
/// Ends when the input does, when nobody reads the output any more, or when the process is asked to stop; whatever has
/// been read is answered first.
public struct StreamServer: Service, CustomStringConvertible {
  /// The service's name in the server's own log.
  public var description: String { "stdin and stdout" }

  private let exchange: Exchange
  private let input: Int32
  private let output: ByteOutput

  /// Makes a server for two descriptors of any kind: pipes, terminals, sockets, files.
  public init(_ exchange: Exchange, input: Int32 = STDIN_FILENO, output: ByteOutput = .standard) {
    self.exchange = exchange
    self.input = input
    self.output = output
  }

  /// Serves until the input ends or the service is asked to stop.
  ///
  /// - Throws: ``ServerError/noDescriptors``.
  public func run() async throws {
    let bell = try Bell()
    let client = StreamClient(output: output, inFlight: exchange.limits.inFlight)
    let (finished, end) = AsyncStream<Never>.makeStream()
    // A thread of its own, because it waits for as long as the person thinks.
    DispatchQueue(label: "fixline.input").async {
      StreamInput(input: input, client: client, exchange: exchange, bell: bell).readAll()
      client.waitUntilAnswered()
      end.finish()
    }
    await withGracefulShutdownHandler {
      // Cancelled where the output blocks for longer than a shutdown may take.
      for await _ in finished {}
    } onGracefulShutdown: {
      bell.ring()
    }
  }
}
