import Foundation
import TestSupport
import Testing

@Suite("fixline check and fixline import")
struct ContentTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.url.appending(path: name).path }

  private func replace(_ old: String, with new: String, in file: String) throws {
    let text = try String(contentsOfFile: path(file), encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new).write(toFile: path(file), atomically: true, encoding: .utf8)
  }

  @Test("Nothing is found in the content that comes along")
  func flawless() throws {
    let result = try Binary().run("check", Repository.intents.path, "--today", "2026-11-25")
    #expect(result.output.wholeMatch(of: /nothing found in \d+ intents\n/) != nil, "\(result.output)")
    #expect(result.status == 0)
  }

  @Test("A planted mistake is found with its line; a stale date alone is a warning")
  func planted() throws {
    try FileManager.default.copyItem(at: Repository.intents, to: folder.url.appending(path: "Intents"))
    let stale = try Binary().run("check", path("Intents"), "--today", "2028-01-01")
    #expect(
      stale.output.contains("password-reset/article.yaml:8: warning: ‘checked: 2026-11-23’ is more than a year ago"))
    #expect(stale.status == 0)
    try replace("asks: [role]", with: "asks: [rolle]", in: "Intents/password-reset/blade-missing.yaml")
    let broken = try Binary().run("check", path("Intents"), "--today", "2026-11-25")
    #expect(broken.output.contains("blade-missing.yaml:10: error: unknown slot ‘rolle’; did you mean ‘role’?"))
    #expect(broken.status == 1)
    let json = try Binary().run("check", path("Intents"), "--today", "2026-11-25", "--format", "json")
    #expect(json.output.contains("\"rule\" : \"unknown-name\""))
    let used = try Binary().run("match", "--intents", path("Intents"), input: "hello\n")
    #expect(used.status == 65)
  }

  @Test("The sample articles import as docs/importing.md says")
  func imported() throws {
    let samples = Repository.root.appending(path: "docs/sample-articles").path
    let arguments = [
      "import", "--language", "en=\(samples)/en", "--language", "sv=\(samples)/sv", "--into", path("out"),
    ]
    let first = try Binary().run(arguments, input: Data())
    let guide = try String(contentsOf: Repository.root.appending(path: "docs/importing.md"), encoding: .utf8)
    #expect(guide.contains(first.output))
    #expect(try Binary().run("check", path("out")).output == "nothing found in 3 intents\n")
    let again = try Binary().run(arguments + ["--strict"], input: Data())
    #expect(again.output.contains("0 new, 0 updated, 2 unchanged"))
    #expect(again.status == 1)
  }
}
