public import Foundation

/// Where tests find the files of the repository and, beside it, the shared data that is never committed.
public enum Repository {
  /// The repository's top folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The bot's own content.
  public static let intents = root.appending(path: "Intents")
  /// Public corpora and articles, `nil` where this machine doesn't have them.
  public static var shared: URL? {
    let folder = root.appending(path: "../shared").standardized
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}
