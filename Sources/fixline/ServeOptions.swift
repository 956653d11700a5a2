import ArgumentParser
import Channels
import Glibc

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

  /// Where to listen; empty: on stdin and stdout.
  ///
  /// - Throws: ``ServerError`` where an address is none, or can be reached from other machines without leave.
  func endpoints() throws -> [Endpoint] {
    var endpoints: [Endpoint] = []
    if let unix { endpoints.append(.unix(unix)) }
    if let listen {
      let endpoint = try Endpoint(address: listen)
      if !endpoint.isLocal {
        guard allowRemote else { throw ServerError.notLoopback(listen) }
        guard tokenFile != nil else { throw ServerError.noToken }
      }
      endpoints.append(endpoint)
    }
    return endpoints
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
