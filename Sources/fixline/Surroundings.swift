import FoundationEssentials

/// What the process finds around itself: environment variables, folders, its own place.
enum Surroundings {
  /// An environment variable; `nil` where it is not set or empty, which XDG treats alike.
  static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Fixline's folder under one of the XDG base directories.
  ///
  /// - Parameters:
  ///   - name: the variable that names the base directory; a relative path in it is ignored, as the specification says.
  ///   - path: where the base directory is in the home folder otherwise.
  /// - Returns: `nil` where there is no home folder either.
  static func xdgFolder(_ name: String, orInHome path: String) -> String? {
    if let base = variable(name), base.hasPrefix("/") { return base + "/fixline" }
    return variable("HOME").map { "\($0)/\(path)/fixline" }
  }

  /// The places where content is looked for when none is named, best first.
  static var contentFolders: [String] {
    ["Intents"] + [package.map { $0 + "/Intents" }, sharedData].compactMap(\.self)
  }

  /// Whether there is a folder at this path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The running program's file, links followed.
  private static let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")

  /// The package that the program was built in, while it is run from there.
  private static var package: String? {
    var folder = URL(filePath: executable ?? "/").deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.path + "/Package.swift") { return folder.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// `share/fixline` beside the `bin` that the program is installed in.
  private static var sharedData: String? {
    executable.map { URL(filePath: $0).deletingLastPathComponent().deletingLastPathComponent().path + "/share/fixline" }
  }
}
