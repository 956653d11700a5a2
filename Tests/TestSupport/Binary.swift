public import Foundation

/// The real program, run as its user would: in a fresh folder with a home of its own.
public struct Binary: Sendable {
  /// The folder that it runs in; its log, cache and home lie there.
  public let folder: URL
  /// The program, as it was built with the tests.
  public static let path: URL = Repository.root.appending(path: ".build/debug/fixline")

  /// Makes a fresh folder; what is compiled from the content is shared by all.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fixline-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// What a run gave.
  public struct Result: Sendable {
    /// What it wrote to stdout.
    public var output: String
    /// What it wrote to stderr.
    public var errors: String
    /// Its exit status.
    public var status: Int32
  }

  /// Runs the program with these arguments and this input.
  public func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(Self.path, arguments, input: Data(input.utf8))
  }

  /// Runs the program with input that needs not be text.
  public func run(_ arguments: [String], input: Data) throws -> Result { try run(Self.path, arguments, input: input) }

  /// Runs a shell command in which `fixline` is the program.
  public func shell(_ command: String) throws -> Result {
    try run(URL(filePath: "/bin/sh"), ["-c", command], input: Data())
  }

  private func run(_ program: URL, _ arguments: [String], input: Data) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "HOME": folder.path, "PATH": Self.path.deletingLastPathComponent().path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "FIXLINE_INTENTS": Repository.intents.path,
      "FIXLINE_CACHE": Repository.root.appending(path: ".build/test-cache").path,
    ]
    let (stdin, stdout, stderr) = (
      folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "err")
    )
    try input.write(to: stdin)
    for file in [stdout, stderr] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: stdout)
    process.standardError = try FileHandle(forWritingTo: stderr)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: stdout), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: stderr), as: UTF8.self), status: process.terminationStatus)
  }
}
