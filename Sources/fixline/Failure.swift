import Channels
import Knowledge
import SessionLog

/// Why a command could not do its work: one sentence for stderr and the status to exit with.
struct Failure: Error, CustomStringConvertible {
  /// What sort of trouble it is.
  let status: Status
  /// What is wrong and what to do about it, in one sentence.
  let description: String

  init(_ status: Status, _ description: String) {
    self.status = status
    self.description = description
  }

  /// What an error of the rooms comes to at the command line; `nil` for one of the command line's own.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ContentError: self.init(.content, error.description)
    case let error as LogError: self.init(.log, error.description)
    case let error as ServerError: self.init(.usage, error.description)
    default: return nil
    }
  }

  /// The exit statuses beside 0: a contract with scripts (numbers from sysexits.h).
  enum Status: Int32 {
    /// The work was done and found something: a failed transcript, an error in the content.
    case findings = 1
    /// The command line is wrong.
    case usage = 64
    /// The content can't be used.
    case content = 65
    /// The session log can't be used.
    case log = 74
  }
}
