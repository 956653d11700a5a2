public import Foundation

/// The real program, run as a user runs it: in a fresh folder with a home of its own, so that no run sees another's log,
/// cache or settings.
public final class Program: Sendable {
  /// Where it runs; its home is the folder `home` in it.
  public let folder: URL
  private let environment: [String: String]

  /// Makes a fresh folder to run in.
  ///
  /// - Parameter environment: variables to set beside `PATH`, `HOME` and the content's place.
  public init(environment: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fixline-\(UUID().uuidString)")
    let home = folder.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let basics = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.path,
      "FIXLINE_INTENTS": Repository.intents.path,
      // What is compiled from the content is the same for all, and takes a debug build seconds to make.
      "FIXLINE_CACHE": Repository.root.appending(path: ".build/test-cache").path,
    ]
    self.environment = basics.merging(environment) { $1 }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program that this build made.
  public static let executable =
    Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "fixline")
    ?? Repository.root.appending(path: ".build/debug/fixline")

  /// What a run gave.
  public struct Result: Sendable {
    /// All of stdout.
    public var output: String
    /// All of stderr.
    public var errors: String
    /// The exit status; 124 where the program had to be killed.
    public var status: Int32
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: what stands after `fixline`.
  ///   - input: what comes on stdin.
  ///   - limit: seconds after which a program that has not ended is killed.
  public func run(_ arguments: String..., input: String = "", limit: Double = 600) throws -> Result {
    try run(Self.executable, arguments, input: Data(input.utf8), limit: limit)
  }

  /// As ``run(_:input:limit:)``, with bytes that need not be UTF-8 on stdin.
  public func run(_ arguments: String..., bytes: [UInt8], limit: Double = 600) throws -> Result {
    try run(Self.executable, arguments, input: Data(bytes), limit: limit)
  }

  /// Runs a command of the shell in which `fixline` is the program, and `$FIXLINE` its path.
  public func shell(_ command: String, limit: Double = 600) throws -> Result {
    let script = "export FIXLINE='\(Self.executable.path)'; fixline() { \"$FIXLINE\" \"$@\"; }\n\(command)"
    return try run(URL(filePath: "/bin/bash"), ["-c", script], input: Data(), limit: limit)
  }

  private func run(_ program: URL, _ arguments: [String], input: Data, limit: Double) throws -> Result {
    // Files rather than pipes: nothing has to be read while the program runs.
    let files = ["in", "out", "err"].map { folder.appending(path: "\(UUID().uuidString).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }

    let process = Process()
    // Kills what the program has started, too.
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["--kill-after=5", String(limit), program.path] + arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      status: process.terminationStatus)
  }
}
