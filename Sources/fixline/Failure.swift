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
