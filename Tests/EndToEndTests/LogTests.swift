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
}
