public import FoundationEssentials
public import TextAnalysis

/// What can be set about a helpdesk.
public struct HelpdeskOptions: Sendable {
  /// How long a session may be idle before its next message starts afresh, in seconds: 12 h.
  public var idle: TimeInterval = 12 * 3600
  /// The language to answer in while nothing else decides; `nil`: English.
  public var language: Language?
  /// How many conversations are held in memory beside the log at least (at most twice as many).
  public var held = 1024
  /// Told how many turns a commit held and how long it took, for metrics.
  public var onCommit: (@Sendable (_ turns: Int, _ duration: Duration) -> Void)?

  /// The defaults.
  public init() {}
}
