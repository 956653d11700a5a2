import ArgumentParser
import Channels
import Dialogue
import FoundationEssentials
import Glibc
import Knowledge

/// Where `fixline serve` listens, and whom it lets in.
struct EndpointOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Serve many clients on a Unix socket, for this user alone.", valueName: "path"))
  var unix: String?

  @Option(help: ArgumentHelp("Serve many clients by TCP.", valueName: "host:port"))
  var listen: String?

  @Flag(help: "Let --listen name an address that other machines can reach; needs --token-file.")
  var allowRemote = false

  @Option(help: ArgumentHelp("File with the token that clients by TCP show in initialize.", valueName: "file"))
  var tokenFile: String?

  @Option(help: ArgumentHelp("Clients that may be connected at once.", valueName: "n"))
  var connections = Limits().connections

  func validate() throws {
    guard connections > 0 else { throw ValidationError("--connections has to be at least 1.") }
    guard unix != "" else { throw ValidationError("--unix has to name a path.") }
  }

  /// Where to listen; empty: on stdin and stdout.
  ///
  /// - Throws: ``ServerError`` where an address is none, or can be reached from other machines without leave.
  func endpoints() throws -> [Endpoint] {
    var endpoints: [Endpoint] = []
    if let unix { endpoints.append(.unix(unix)) }
    if let listen {
      endpoints.append(try endpoint(listen))
      if allowRemote, tokenFile == nil { throw ServerError.noToken }
    }
    return endpoints
  }

  /// The place that an address names.
  ///
  /// - Throws: ``ServerError`` where it is no address, or can be reached from other machines without leave.
  func endpoint(_ address: String) throws -> Endpoint {
    let endpoint = try Endpoint(address: address)
    guard endpoint.isLocal || allowRemote else { throw ServerError.notLoopback(address) }
    return endpoint
  }

  /// What clients by TCP have to show; `nil`: nothing.
  ///
  /// - Throws: ``ServerError`` where the file can't be used.
  func token() throws -> AccessToken? {
    try tokenFile.map { path throws(ServerError) in try AccessToken(contentsOf: path) }
  }

  /// Lets the process hold as many descriptors as it may: each connection is one.
  func raiseDescriptorLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}

extension ContentOptions {
  /// The engine for the content that these options name, once `fixline check` finds no error in it.
  ///
  /// - Throws: as ``engine()``; `ContentError` with every finding.
  @Sendable func checkedEngine() throws -> DialogueEngine {
    let checked = try CheckedContent(try directory(), today: .today, cache: compiledCache)
    guard let engine = checked.engine else { throw ContentError.invalid(checked.errors) }
    return engine
  }
}
