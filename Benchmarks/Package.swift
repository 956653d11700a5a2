// swift-tools-version: 6.1
import PackageDescription

/// What measures Fixline from outside: `make load` says how it is run.
let package = Package(
  name: "benchmarks",
  targets: [
    .executableTarget(
      name: "load", dependencies: ["CEpoll"], swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
    // What the C library of Swift leaves out.
    .systemLibrary(name: "CEpoll"),
  ],
  swiftLanguageModes: [.v6]
)
