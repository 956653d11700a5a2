import FoundationEssentials
public import Logging
public import ServiceLifecycle
import UnixSignals

/// Reads the content anew on SIGHUP and, where that is asked for, whenever a file of it has changed. SIGHUP also brings
/// the log's level back to what it was at the start.
public struct ContentWatcher: Service, CustomStringConvertible {
  /// The service's name in the server's own log.
  public var description: String { "content" }

  private let exchange: Exchange
  private let folder: String?
  private let logger: Logger
  private let signals: UnixSignalsSequence
  private let level = LogOutput.level
  /// The folder's files as they were when the content in use was read.
  private let stamp: [String: Date]

  /// Makes a watcher; from then on SIGHUP no longer ends the process.
  ///
  /// - Parameters:
  ///   - exchange: where content is in use.
  ///   - folder: the content folder to look at every second; `nil`: only SIGHUP counts.
  ///   - logger: told of new content, and of what is wrong with it.
  public init(_ exchange: Exchange, folder: String?, logger: Logger) async {
    self.exchange = exchange
    self.folder = folder
    self.logger = logger
    stamp = folder.map(Self.stamp) ?? [:]
    signals = await UnixSignalsSequence(trapping: .sighup)
  }

  /// Watches until the service is asked to stop.
  public func run() async {
    await cancelWhenGracefulShutdown {
      await withTaskGroup { group in
        group.addTask { await reloadOnSignal() }
        if let folder { group.addTask { await reloadOnChange(in: folder) } }
      }
    }
  }

  private func reloadOnSignal() async {
    for await _ in signals {
      // Back to what the command line said, whatever a request has changed since.
      LogOutput.level = level
      reload()
    }
  }

  private func reloadOnChange(in folder: String) async {
    var seen = stamp
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      let stamp = Self.stamp(of: folder)
      if stamp != seen { reload() }
      seen = stamp
    }
  }

  private func reload() {
    do {
      try exchange.reload()
      logger.notice("content reloaded")
    } catch {
      logger.error("content not reloaded", metadata: ["reason": "\(error)"])
    }
  }

  /// When each file of a folder was last changed.
  private static func stamp(of folder: String) -> [String: Date] {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    var stamp: [String: Date] = [:]
    for file in files where file.hasSuffix(".yaml") {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
      stamp[file] = attributes?[.modificationDate] as? Date
    }
    return stamp
  }
}
