import GRDB

/// Why the log can't be used, in one sentence that says what to do. Never carries anything that a person wrote.
public enum LogError: Error, Equatable, CustomStringConvertible {
  /// There is no file where a log was to be read.
  case missing(path: String)
  /// The file can't be opened or made.
  case cannotOpen(path: String)
  /// The file is something else than a log.
  case notALog(path: String)
  /// The file was written by a newer Fixline.
  case newer(path: String)
  /// The file's content is damaged.
  case damaged(path: String)
  /// The disk, or the space that the log may take of it, is full.
  case full(path: String)
  /// The file or its folder can't be written to.
  case readOnly(path: String)
  /// Another process has held the file for longer than the busy time-out.
  case locked(path: String)
  /// Anything else, with SQLite's extended result code.
  case failed(path: String, code: Int)

  /// One sentence: what is wrong and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no log at \(path): name another file with --log, or start a conversation to make one"
    case .cannotOpen(let path):
      "the log \(path) cannot be opened: check that its folder exists and that you may write there"
    case .notALog(let path):
      "\(path) is not a log of Fixline: name another file with --log"
    case .newer(let path):
      "the log \(path) was written by a newer Fixline: update this one, or name another file with --log"
    case .damaged(let path):
      "the log \(path) is damaged: restore a copy, or move it away and a new one is begun"
    case .full(let path):
      "there is no room to write the log \(path): free some space on its disk and try again"
    case .readOnly(let path):
      "the log \(path) is read-only: make the file and its folder writable and try again"
    case .locked(let path):
      "the log \(path) has been locked by another process for too long: end that process or try again"
    case .failed(let path, let code):
      "the log \(path) failed with SQLite code \(code): check its disk, and how large a file may be, and try again"
    }
  }

  /// Says what an error of SQLite means for the log at a path.
  init(_ error: DatabaseError, path: String) {
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .full(path: path)
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path)
      case .SQLITE_NOTADB: .notALog(path: path)
      case .SQLITE_CANTOPEN: .cannotOpen(path: path)
      default: .failed(path: path, code: Int(error.extendedResultCode.rawValue))
      }
  }
}
