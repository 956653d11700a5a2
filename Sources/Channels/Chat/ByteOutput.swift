import Glibc

/// An open file descriptor that whole texts are written to with write(2): nothing is held back in a buffer, so a reader
/// at the other end of a pipe has each text when ``write(_:)-(String)`` returns.
public struct ByteOutput: Sendable {
  /// The file descriptor.
  public let descriptor: Int32

  /// Writes to this file descriptor.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// What a program has to say as its result.
  public static let standard = ByteOutput(descriptor: STDOUT_FILENO)
  /// What a program has to say beside its result.
  public static let standardError = ByteOutput(descriptor: STDERR_FILENO)

  /// Writes all of a text.
  ///
  /// - Throws: ``OutputClosed`` where nobody reads any more or the descriptor doesn't take it.
  public func write(_ text: String) throws(OutputClosed) { try write(Array(text.utf8)) }

  /// Writes all of these bytes; the error is as for text.
  public func write(_ bytes: [UInt8]) throws(OutputClosed) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw OutputClosed()
      }
    }
  }

  /// Makes a reader that goes away an error of ``write(_:)-(String)`` instead of the end of the process.
  /// The same goes for a file, such as the log, that may not grow any more.
  public static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }
}

/// The reader of an output has gone: there is nobody to write to.
public struct OutputClosed: Error {}
