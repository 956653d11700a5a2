import FoundationEssentials

/// What a client from another machine shows to be let in: a secret that was handed to it beforehand.
public struct AccessToken: Sendable {
  private let bytes: [UInt8]

  /// The fewest bytes that are taken for a secret.
  static let minimumLength = 16

  /// Reads the token from a file that only its owner can read; white space around it is ignored.
  ///
  /// - Throws: ``ServerError/badToken(path:)``.
  public init(contentsOf path: String) throws(ServerError) {
    guard
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let mode = attributes[.posixPermissions] as? Int, mode & 0o077 == 0,
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { throw .badToken(path: path) }
    bytes = Array(
      text.utf8.trimmingPrefix(while: Self.isSpace).reversed().trimmingPrefix(while: Self.isSpace).reversed())
    guard bytes.count >= Self.minimumLength else { throw .badToken(path: path) }
  }

  /// Whether this is what a client has shown. Takes as long for a wrong guess as for a right one, so that the time
  /// doesn't tell how much of a guess was right.
  func matches(_ shown: String) -> Bool {
    let shown = Array(shown.utf8)
    var difference = shown.count ^ bytes.count
    for index in bytes.indices {
      difference |= Int(bytes[index] ^ (shown.isEmpty ? 0 : shown[index % shown.count]))
    }
    return difference == 0
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Says nothing: libraries log values as they find them.
  public var description: String { "a token" }
  /// Says nothing, as ``description``.
  public var debugDescription: String { description }
  /// Shows nothing, as ``description``.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Lets a connection's requests through once it has shown the token, if there is one.
struct Admission {
  private let token: AccessToken?
  /// True once requests are let through.
  private(set) var isGranted: Bool

  init(_ token: AccessToken?) {
    self.token = token
    isGranted = token == nil
  }

  /// The request, or its refusal where the connection's first request doesn't show the token.
  mutating func check(_ request: Request) -> Request {
    guard let token, !isGranted else { return request }
    if case .initialize(let shown?) = request.call, token.matches(shown) {
      isGranted = true
      return request
    }
    // Whoever speaks another version of the protocol learns that first.
    if case .refused(let error) = request.call, error.code == .unsupportedProtocol { return request }
    var refused = request
    refused.call = .refused(
      ProtocolError(.notAuthorised, "the first request has to be initialize with the right params.token"))
    refused.id = refused.id ?? .null
    return refused
  }
}
