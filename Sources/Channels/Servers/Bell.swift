import Glibc

/// Wakes a thread that waits in poll(2) for something else.
final class Bell: Sendable {
  /// Can be read from once the bell has rung; it is never read, so that it rings on.
  let descriptor: Int32
  private let rope: Int32

  /// - Throws: ``ServerError/noDescriptors``.
  init() throws(ServerError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .noDescriptors }
    descriptor = ends[0]
    rope = ends[1]
  }

  deinit {
    close(descriptor)
    close(rope)
  }

  /// Rings from now on.
  func ring() { _ = write(rope, [1], 1) }
}
