import Foundation
import TestSupport
import Testing

@Suite("The log, under processes that share it and disks that fail")
struct LogTests {
  /// Runs a script of bash in which `$FIXLINE` is the program.
  private func run(_ script: String) throws -> (output: String, errors: String) {
    let result = try Program().shell(script)
    return (result.output, result.errors)
  }

  @Test("Many processes that open a new log at once all get it, and lose nothing")
  func opening() throws {
    let result = try run(
      """
      for round in 1 2 3; do
        for number in $(seq 12); do
          echo hello | fixline chat --log new/$round/log.sqlite --session s$number >/dev/null || echo "failed $?" &
        done
        wait
        sqlite3 new/$round/log.sqlite 'SELECT count(*), count(DISTINCT session) FROM turns; PRAGMA integrity_check'
        ls new/$round
      done
      """)
    #expect(result.errors == "")
    #expect(result.output == String(repeating: "12|12\nok\nlog.sqlite\n", count: 3))
  }

  @Test("Several servers on one log at once lose nothing, also where they serve the same session")
  func sharing() throws {
    let result = try run(
      """
      for server in 1 2 3 4; do
        for number in $(seq 100); do
          echo '{"jsonrpc":"2.0","id":'$number',"method":"message","params":{"session":"s'$((number % 7))'",' \\
            '"message_id":"'$server-$number'","text":"hello"}}'
        done | fixline serve --log log.sqlite --in-flight 8 | grep -c '"result"' &
      done
      wait
      sqlite3 log.sqlite 'SELECT count(*) FROM turns' \\
        'SELECT count(*) FROM (SELECT max(turn) - count(*) AS gap FROM turns GROUP BY session) WHERE gap <> 0'
      """)
    #expect(result.errors == "")
    #expect(result.output == "100\n100\n100\n100\n400\n0\n")
  }

  @Test("A log that can't grow any more fails the turn alone: coded, to be tried again, nothing half written")
  func noRoom() throws {
    let result = try run(
      """
      ( ulimit -f 400
        for number in $(seq 300); do
          echo '{"jsonrpc":"2.0","id":'$number',"method":"message","params":{"session":"anna","text":"button grey"}}'
        done | fixline serve --log log.sqlite --in-flight 4 --log-level critical > replies; echo "status $?" )
      grep -v '"code":-32005.*"retry":true' replies | grep -c '"result"' > answered
      grep -q -- '"code":-32005.*"retry":true' replies && echo "some failed"
      sqlite3 log.sqlite 'SELECT count(*) FROM turns' | diff - answered && echo "what was answered is there"
      sqlite3 log.sqlite 'SELECT count(*) FROM turn WHERE id NOT IN (SELECT turn FROM reply)' \\
        'SELECT turns - (SELECT count(*) FROM turns) FROM sessions'
      """)
    #expect(result.errors == "")
    #expect(result.output == "status 0\nsome failed\nwhat was answered is there\n0\n0\n")
  }

  @Test(
    "What is no usable log is said in one sentence, with status 74",
    arguments: [
      ("INSERT INTO grdb_migrations VALUES ('99 to come')", "newer Fixline"),
      ("PRAGMA application_id = 7", "not a log"),
    ])
  func unusable(change: String, says: String) throws {
    let result = try run(
      """
      echo hello | fixline chat --log log.sqlite > /dev/null
      sqlite3 log.sqlite "\(change)"
      for command in chat serve report "sessions list"; do
        fixline $command --log log.sqlite < /dev/null; echo "status $?"
      done
      """)
    #expect(result.output == String(repeating: "status 74\n", count: 4))
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 4 && lines.allSatisfy { $0.contains(says) })
  }

  @Test("Damage is found when the log is opened or read, and said in one sentence")
  func damaged() throws {
    let result = try run(
      """
      echo hello | fixline chat --log log.sqlite > /dev/null
      yes | head -c 60000 | dd of=log.sqlite bs=4096 seek=1 conv=notrunc 2> /dev/null
      echo hello | fixline chat --log log.sqlite; echo "status $?"
      """)
    #expect(result.output == "status 74\n")
    #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains("damaged"))
  }

  @Test("Each example query of docs/log.md finds something in a log that has all there is to find")
  func documentedQueries() throws {
    let text = try String(contentsOf: Repository.root.appending(path: "docs/log.md"), encoding: .utf8)
    let queries = text.matches(of: #/```sql\n([^`]+)```/#).map { String($0.output.1) }
    #expect(queries.count >= 8)
    let program = try Program()
    _ = try program.shell(
      #"""
      printf 'button greyed out\n2\nan ordinary user\nno\nmy cat is ill\n' | fixline chat --log log.sqlite --session anna
      printf 'knappen är grå\n' | fixline chat --log log.sqlite --session bo
      """#)
    for query in queries {
      try Data(query.utf8).write(to: program.folder.appending(path: "query.sql"))
      let result = try program.shell("sqlite3 -readonly log.sqlite < query.sql")
      #expect(result.errors == "" && result.status == 0 && !result.output.isEmpty, "\(query)")
    }
  }

  @Test(
    "A log replayed on its own content changes nothing; on other content, the turns that change are shown with both")
  func replay() throws {
    let result = try run(
      #"""
      printf 'button greyed out\n2\nan ordinary user\nno\nmy password is hunter2\n' |
        fixline chat --log log.sqlite --session anna > /dev/null
      printf 'knappen är grå\nvet inte\nbladet saknas\nhybrid\n' | fixline chat --log log.sqlite > /dev/null
      fixline replay --log log.sqlite --since 1d; echo "status $?"
      cp -r "$FIXLINE_INTENTS" New
      sed -i s/role-suffices/role-is-enough/ New/password-reset/button-greyed-out.yaml
      fixline replay --log log.sqlite --since 1d --against New | grep -v '^anna'; echo "status ${PIPESTATUS[0]}"
      fixline replay --log log.sqlite --since 0s --against New; echo "status $?"
      """#)
    #expect(result.errors == "")
    #expect(
      result.output == """
        0 of 9 turns in 2 conversations would change
        status 0
        > an ordinary user
        - intent button-greyed-out · question helped · fix role-suffices
        + intent button-greyed-out · question helped · fix role-is-enough
        1 of 9 turns in 2 conversations would change
        status 1
        0 of 0 turns in 0 conversations would change
        status 0

        """)
  }

  @Test("The page of a report needs nothing from elsewhere, and shows what people wrote as text")
  func page() throws {
    let program = try Program()
    let result = try program.shell(
      """
      echo '<script src="x">my cat</script> is ill' | fixline chat --log log.sqlite > /dev/null
      fixline report --log log.sqlite --html report.html
      """)
    #expect(result.output == "report.html\n" && result.errors == "")
    let page = try String(contentsOf: program.folder.appending(path: "report.html"), encoding: .utf8)
    #expect(page.contains("&lt;script src=&quot;x&quot;&gt;my cat&lt;/script&gt; is ill"))
    #expect(page.contains("prefers-color-scheme: dark") && page.contains("width=device-width"))
    for outside in ["<script", "<link", "href=", "url(", "@import", "http"] { #expect(!page.contains(outside)) }
  }
}
