public import FoundationEssentials
import Glibc
import TextAnalysis

/// Files compiled from content, so that starting again takes milliseconds: safe to delete at any time.
///
/// A file's name has to hold a hash of all that it was made from. What can't be read or is damaged is made anew, what
/// can't be written is kept in memory only: the cache never makes anything fail.
public struct CompiledCache: Sendable {
  /// The folder; `nil`: nothing is kept.
  public let directory: URL?

  /// Keeps nothing.
  public static let none = CompiledCache(directory: nil)

  /// Makes a cache in this folder, which is made on the first write.
  public init(directory: URL?) { self.directory = directory }

  /// The bytes of the file of this name, mapped into memory; `nil` where there are none, or others than were stored.
  public func data(named name: String) -> Data? {
    guard let file = directory?.appending(path: name), let size = Self.soundSize(of: file),
      let stored = try? Data(contentsOf: file, options: .alwaysMapped), stored.count >= size
    else { return nil }
    return stored.prefix(size)
  }

  /// Whether there is a file of this name, whatever is in it.
  public func has(_ name: String) -> Bool {
    directory.map { access($0.appending(path: name).path, R_OK) == 0 } ?? false
  }

  /// How many bytes were stored in a file; `nil` where they are others now.
  ///
  /// Read piece by piece rather than where they are mapped: of a large index, only what is used comes into memory.
  private static func soundSize(of file: URL) -> Int? {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END)) - MemoryLayout<UInt64>.size
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: Checksum.step) { piece in
      var sum = Checksum(count: size)
      var left = size
      while left > 0 {
        let bytes = UnsafeMutableRawBufferPointer(rebasing: piece[..<min(left, piece.count)])
        guard fill(bytes, from: descriptor) else { return nil }
        sum.add(UnsafeRawBufferPointer(bytes))
        left -= bytes.count
      }
      var stored: UInt64 = 0
      let isRead = withUnsafeMutableBytes(of: &stored) { fill($0, from: descriptor) }
      return isRead && UInt64(littleEndian: stored) == sum.value ? size : nil
    }
  }

  private static let pieceSize = 1 << 17

  /// Reads as many bytes as there is room for; false where the file has fewer.
  private static func fill(_ room: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Bool {
    var filled = 0
    while filled < room.count {
      let count = read(descriptor, room.baseAddress?.advanced(by: filled), room.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      filled += count
    }
    return true
  }

  /// Keeps bytes under this name, with their checksum behind them; written to the side first, so that a reader never
  /// sees half a file.
  public func store(_ data: Data, named name: String) {
    guard let directory else { return }
    try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    var stored = data
    withUnsafeBytes(of: data.withUnsafeBytes(Checksum.of).littleEndian) { stored.append(contentsOf: $0) }
    try? stored.write(to: directory.appending(path: name), options: .atomic)
  }
}
