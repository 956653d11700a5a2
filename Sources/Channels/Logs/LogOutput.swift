import Dialogue
import FoundationEssentials
public import Logging
import Synchronization

/// Where the server's own log goes: stderr, a line an event, never a word that a person wrote.
public struct LogOutput: LogHandler {
  /// How a line looks.
  public enum Format: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case json
    /// For people.
    case text
  }

  /// How much is logged, by all loggers alike: it can be changed while the server runs.
  public static var level: Logger.Level {
    get { currentLevel.withLock { $0 } }
    set { currentLevel.withLock { $0 = newValue } }
  }

  private static let currentLevel = Mutex(Logger.Level.info)

  private let label: String
  private let format: Format
  private let output: ByteOutput
  /// What every line of this logger says.
  public var metadata: Logger.Metadata = [:]

  /// Makes the output of a logger.
  ///
  /// - Parameters:
  ///   - label: the logger's name.
  ///   - format: how a line looks.
  ///   - output: where it goes.
  public init(label: String, format: Format, output: ByteOutput = .standardError) {
    self.label = label
    self.format = format
    self.output = output
  }

  /// ``level``, which is the same for all loggers.
  public var logLevel: Logger.Level {
    get { Self.level }
    set { Self.level = newValue }
  }

  /// A value that every line of this logger says.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a line. Where stderr can't be written to, there is nobody to tell.
  public func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
    switch format {
    case .json: try? output.write(json(event, values))
    case .text: try? output.write(text(event, values))
    }
  }

  private func json(_ event: LogEvent, _ values: [(key: String, value: Logger.MetadataValue)]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("time", Date().formatted(Self.time))
      $0.member("level", event.level.rawValue)
      $0.member("message", event.message.description)
      for (key, value) in values { $0.member(named: key, value.description) }
    }
    writer.newline()
    return writer.bytes
  }

  private func text(_ event: LogEvent, _ values: [(key: String, value: Logger.MetadataValue)]) -> String {
    let time = Date().formatted(Self.time)
    let rest = values.map { " \($0.key)=\($0.value)" }.joined()
    return "\(time) \(event.level.rawValue): \(event.message)\(rest)\n"
  }

  private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

extension Logger {
  /// A logger that says nothing.
  static let silent = Logger(label: "fixline") { _ in SwiftLogNoOpLogHandler() }
}
