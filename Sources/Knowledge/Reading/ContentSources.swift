import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The YAML files of a content folder, listed with what tells whether they changed.
struct ContentSources {
  let directory: URL
  /// The files in the order of their paths.
  let files: [File]
  /// Whether the last change lies so far back that another one would get another time: the clocks of file systems tick
  /// every few milliseconds.
  let isSettled: Bool

  /// A file as the file system sees it.
  struct File {
    /// The path inside the folder, with `/` between its parts.
    var path: String
    /// Size, inode, and the times of the last change of content and of anything, in nanoseconds.
    var stamp: [Int64]
  }

  /// Lists the files of a folder and of all folders in it; hidden ones are left out.
  ///
  /// - Throws: ``ContentError/noFolder(_:)``.
  init(_ directory: URL) throws {
    self.directory = directory
    var files: [File] = []
    let tick: Int64 = 100_000_000
    let past = Int64(Date().timeIntervalSince1970 * 1e9) - tick
    guard Self.list(directory.path, under: "", into: &files) else { throw ContentError.noFolder(directory.path) }
    self.files = files.sorted { $0.path < $1.path }
    isSettled = files.allSatisfy { ($0.stamp.last ?? 0) < past }
  }

  /// The bytes of a file; empty where it can't be read any more.
  func contents(of file: File) -> Data {
    (try? Data(contentsOf: directory.appending(path: file.path))) ?? Data()
  }

  /// The name of the folder itself.
  var name: String { directory.standardizedFileURL.lastPathComponent }

  /// A hash over the paths and contents of all files and over the program's own words: the content version.
  var version: String {
    var hash = ContentHash()
    hash.add(EmbeddedConversation.hash)
    for file in files {
      hash.add(file.path.utf8)
      hash.add(contents(of: file))
    }
    return hash.text
  }

  /// A hash over paths and stamps: while it stays, so do the files, but for changes within the clock's last tick.
  var fingerprint: UInt64 {
    var hash = ContentHash()
    for file in files {
      hash.add(file.path.utf8)
      for number in file.stamp { hash.add(UInt64(bitPattern: number)) }
    }
    return hash.value
  }

  /// Adds the files of a folder; false where it can't be opened. By the system's own calls: thousands of files are
  /// listed at every start.
  private static func list(_ folder: String, under prefix: String, into files: inout [File]) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard fstatat(dirfd(stream), name, &status, 0) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        _ = list("\(folder)/\(name)", under: "\(prefix)\(name)/", into: &files)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        files.append(File(path: prefix + name, stamp: status.stamp))
      }
    }
    return true
  }
}

extension stat {
  fileprivate var stamp: [Int64] {
    #if canImport(Darwin)
      let content = st_mtimespec, any = st_ctimespec
    #else
      let content = st_mtim, any = st_ctim
    #endif
    return [Int64(st_size), Int64(bitPattern: UInt64(st_ino)), content.nanoseconds, any.nanoseconds]
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}
