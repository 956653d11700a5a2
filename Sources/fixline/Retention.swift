import ArgumentParser
import FoundationEssentials
import Logging
import ServiceLifecycle
import SessionLog

/// How long sessions are kept after their last message: a length of time, or `off`.
struct Retention: ExpressibleByArgument, CustomStringConvertible {
  /// `nil`: for ever.
  var span: TimeSpan?

  init(span: TimeSpan?) { self.span = span }

  init?(argument: String) {
    span = TimeSpan(argument: argument)
    if span == nil && argument != "off" { return nil }
  }

  var description: String { span?.description ?? "off" }
}

/// Deletes what has been kept for long enough: at the start and every hour.
struct RetentionService: Service, CustomStringConvertible {
  var description: String { "retention" }

  let log: SessionLog
  let span: TimeSpan
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      repeat { purge() } while (try? await Task.sleep(for: .seconds(3600))) != nil
    }
  }

  private func purge() {
    do {
      let count = try log.purge(before: Date().addingTimeInterval(-span.seconds))
      if count > 0 { logger.info("sessions deleted", metadata: ["count": "\(count)", "unused-for": "\(span)"]) }
    } catch {
      logger.warning("no sessions deleted", metadata: ["reason": "\(error)"])
    }
  }
}
