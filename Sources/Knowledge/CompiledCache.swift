public import FoundationEssentials
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
    guard let directory,
      let stored = try? Data(contentsOf: directory.appending(path: name), options: .alwaysMapped)
    else { return nil }
    let size = stored.count - MemoryLayout<UInt64>.size
    guard size >= 0 else { return nil }
    let isSound = stored.withUnsafeBytes { bytes in
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: size, as: UInt64.self))
        == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
    }
    return isSound ? stored.prefix(size) : nil
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
