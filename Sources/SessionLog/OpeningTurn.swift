import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// A process's turn at opening the logs of a folder, kept by a lock on the folder (`flock`): it leaves no file behind,
/// works where nothing can be written, and is gone with the process.
///
/// Where no lock is to be had, on some network file systems or because another process keeps it for too long, the
/// opening goes on without: SQLite's own locks still guard what is in the file.
struct OpeningTurn {
  private let folder: Int32

  /// Waits for the turn, at most so many seconds.
  init(for path: String, waitingAtMost limit: TimeInterval) {
    folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    let deadline = ContinuousClock.now + .seconds(limit)
    while flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR,
      ContinuousClock.now < deadline
    {
      usleep(2000)
    }
  }

  /// Lets the next one in.
  func end() {
    if folder >= 0 { close(folder) }
  }
}
