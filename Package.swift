// swift-tools-version: 6.1
import PackageDescription

/// One target per room, so that the compiler keeps the arrows pointing one way; `docs/architecture.md` says why each
/// stands where it does.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Learning from thousands of examples takes a second in optimised code and minutes in other, so the rooms that do it
/// are optimised in every build.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the library and, beside it, its tests.
func room(
  _ name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
  isOptimized: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources,
    swiftSettings: settings + (isOptimized ? optimized : []))
}

func tests(of name: String, uses dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
  name: "fixline",
  products: [.executable(name: "fixline", targets: ["fixline"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Understanding and conversation: pure, no I/O but for reading the content.
    room("TextAnalysis", isOptimized: true),
    room("Redaction", resources: [.embedInCode("Learned/passwords.weights")]),
    room(
      "Knowledge", uses: ["TextAnalysis", yams],
      resources: [.embedInCode("Conversation/words.yaml"), .embedInCode("Conversation/replies.yaml")]),
    room(
      "Matching", uses: ["TextAnalysis", "Knowledge"],
      resources: [
        .embedInCode("Retrieval/synonyms.txt"), .embedInCode("Retrieval/everyday.txt"),
        .embedInCode("Retrieval/products.txt"), .embedInCode("Asking/asking.txt"),
      ],
      isOptimized: true),
    room("Dialogue", uses: ["TextAnalysis", "Knowledge", "Matching", "Redaction"]),

    // The log, and one turn of one session.
    room("SessionLog", uses: ["Redaction", grdb]),
    room("Helpdesk", uses: ["TextAnalysis", "Redaction", "Knowledge", "Matching", "Dialogue", "SessionLog"]),

    // The edges.
    room(
      "Channels",
      uses: [
        "TextAnalysis", "Knowledge", "Matching", "Dialogue", "SessionLog", "Helpdesk", "CLineEditor", logging, nioCore,
        nioPosix, nioHTTP1, lifecycle, unixSignals,
      ]),
    room(
      "Transcripts",
      uses: ["TextAnalysis", "Redaction", "Knowledge", "Matching", "Dialogue", "SessionLog", "Helpdesk"]),
    room(
      "ArticleImport", uses: ["TextAnalysis", "Knowledge", "CCommonMark", yams],
      resources: [.embedInCode("Labels/labels.yaml")], isOptimized: true),
    .executableTarget(
      name: "fixline",
      dependencies: [
        "TextAnalysis", "Redaction", "Knowledge", "Matching", "Dialogue", "SessionLog", "Helpdesk", "Channels",
        "Transcripts", "ArticleImport", argumentParser, logging, lifecycle, unixSignals,
      ],
      swiftSettings: settings),

    // Makes what the redaction knows of passwords; not part of the program.
    .executableTarget(name: "learn-passwords", dependencies: ["Redaction"], swiftSettings: settings),

    // C libraries of the system.
    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
    .systemLibrary(name: "CCommonMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "TextAnalysis"),
    tests(of: "Redaction", exclude: ["Lists"]),
    tests(of: "Knowledge"),
    tests(of: "Matching", uses: ["TextAnalysis", "Knowledge", "ArticleImport"], exclude: ["Sets", "Articles"]),
    tests(
      of: "Dialogue", uses: ["TextAnalysis", "Redaction", "Knowledge", "Matching", "Transcripts"],
      exclude: ["Sets", "Conversations"]),
    tests(of: "SessionLog", exclude: ["Versions"]),
    tests(of: "Helpdesk"),
    tests(of: "Channels"),
    tests(of: "Transcripts"),
    tests(of: "ArticleImport"),
    .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "fixline"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
