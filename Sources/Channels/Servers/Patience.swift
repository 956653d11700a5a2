public import NIOCore

/// How long a connection is waited for.
public struct Patience: Sendable {
  /// For the rest of a line, for a reply to be read, for the token: 30 s.
  public var forClient = TimeAmount.seconds(30)
  /// For anything at all: an hour. A client that is silent for longer sends a `ping` now and then.
  public var forSilence = TimeAmount.hours(1)
  /// How often it is looked at.
  var step = TimeAmount.seconds(5)

  /// The defaults.
  public init() {}
}
