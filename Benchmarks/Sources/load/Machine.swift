import Foundation

/// What else goes on on the machine, without which no figure means anything.
struct Machine {
  /// The processor time that everything together has used, in seconds.
  static var processorTime: Double {
    let statistics = (try? String(contentsOfFile: "/proc/stat", encoding: .utf8)) ?? ""
    // user nice system idle iowait irq softirq steal, in ticks.
    let ticks = statistics.prefix { $0 != "\n" }.split(separator: " ").dropFirst().compactMap { Double($0) }
    guard ticks.count > 7 else { return 0 }
    return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// How long the disk takes to keep 4 KB more of a file in a folder: median and longest of a hundred times, in ms.
  static func syncTime(in folder: URL) -> (median: Double, longest: Double) {
    let path = folder.appending(path: "sync").path
    let file = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
    defer {
      close(file)
      unlink(path)
    }
    let page = [UInt8](repeating: 1, count: 4096)
    let times = (0..<100).map { _ in
      let start = now()
      _ = write(file, page, page.count)
      fdatasync(file)
      return Double(now() - start) / 1e6
    }.sorted()
    return (times[times.count / 2], times[times.count - 1])
  }
}
