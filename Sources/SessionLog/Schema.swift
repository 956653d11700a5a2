import GRDB

/// The tables, as they came to be. A migration that has been released is never changed: a new one is added.
enum Schema {
  /// Marks the file as a log of Fixline (`PRAGMA application_id`): the letters FXLN.
  static let applicationID: Int32 = 0x4658_4C4E

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 sessions and turns") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: sessionsAndTurns)
    }
    migrator.registerMigration("2 views") { db in try db.execute(sql: views) }
    migrator.registerMigration("3 search") { db in try db.execute(sql: search) }
    migrator.registerMigration("4 intents of sessions") { db in try db.execute(sql: intentsOfSessions) }
    migrator.registerMigration("5 open sessions") { db in try db.execute(sql: openSessions) }
    migrator.registerMigration("6 no guard") { db in try db.execute(sql: noGuard) }
    return migrator
  }

  /// A row of `session` is one conversation, from its start to its end: a channel's session that was idle for long,
  /// was reset or ended goes on in a new row of the same name. What is read for every message stands first; `state` is
  /// long and stands last. What the bot said is kept apart from `turn`, so that counting turns reads little.
  private static let sessionsAndTurns = """
    CREATE TABLE content (
      id INTEGER PRIMARY KEY,
      version TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      started INTEGER NOT NULL,
      used INTEGER NOT NULL,
      first INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      language TEXT NOT NULL,
      outcome TEXT NOT NULL,
      closed INTEGER NOT NULL,
      guarded INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX session_name ON session(name);

    CREATE TABLE turn (
      id INTEGER PRIMARY KEY,
      session INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      message TEXT,
      at INTEGER NOT NULL,
      text TEXT NOT NULL,
      choice TEXT,
      language TEXT NOT NULL,
      intent TEXT,
      score REAL,
      decision TEXT NOT NULL,
      question TEXT,
      facts TEXT NOT NULL,
      fix TEXT,
      outcome TEXT NOT NULL,
      candidates TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES content(id),
      latency INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX turn_message ON turn(session, message);

    CREATE TABLE reply (
      turn INTEGER PRIMARY KEY REFERENCES turn(id) ON DELETE CASCADE,
      result TEXT NOT NULL
    ) STRICT;
    """

  /// What other tools query: names and columns stay as they are, whatever becomes of the tables (`docs/log.md`).
  private static let views = """
    CREATE VIEW sessions AS
      SELECT id AS conversation, name AS session,
        strftime('%Y-%m-%dT%H:%M:%fZ', started / 1000.0, 'unixepoch') AS started,
        strftime('%Y-%m-%dT%H:%M:%fZ', used / 1000.0, 'unixepoch') AS used,
        turn - first + 1 AS turns, language, outcome, closed
      FROM session;

    CREATE VIEW turns AS
      SELECT turn.id AS id, session.name AS session, turn.session AS conversation, turn.number AS turn,
        turn.message AS message_id, strftime('%Y-%m-%dT%H:%M:%fZ', turn.at / 1000.0, 'unixepoch') AS at,
        turn.text AS text, turn.choice AS choice, turn.language AS language, turn.intent AS intent,
        turn.score AS score, turn.decision AS decision, turn.question AS question, turn.facts AS facts,
        turn.fix AS fix, turn.outcome AS outcome, turn.candidates AS candidates, content.version AS content,
        turn.latency AS latency_us
      FROM turn JOIN session ON session.id = turn.session JOIN content ON content.id = turn.content;

    CREATE VIEW replies AS
      SELECT reply.turn AS turn_id, said.key + 1 AS place, json_extract(said.value, '$.kind') AS kind,
        json_extract(said.value, '$.text') AS text, json_extract(said.value, '$.intent') AS intent,
        json_extract(said.value, '$.fix') AS fix, json_extract(said.value, '$.question') AS question
      FROM reply, json_each(reply.result, '$.replies') AS said;

    CREATE VIEW unanswered AS
      SELECT turn.id AS id, turn.at AS at_ms, turn.text AS text, turn.language AS language,
        json_extract(turn.candidates, '$[0]') AS nearest, 'fell back' AS why
      FROM turn WHERE turn.decision = 'none' AND turn.fix IS NULL AND turn.text <> ''
      UNION ALL
      SELECT asked.id, asked.at, asked.text, asked.language, asked.intent, 'did not help'
      FROM turn AS said JOIN turn AS asked ON asked.id = (
        SELECT max(id) FROM turn WHERE session = said.session AND id < said.id AND decision IN ('answer', 'ask'))
      WHERE said.decision = 'feedback' AND said.outcome <> 'resolved';
    """

  /// The words of `turn.text`. Turns are added some thousands at a time: one by one they would cost as much as the
  /// turn itself. `progress` says up to which turn that is done.
  private static let search = """
    CREATE VIRTUAL TABLE turn_search USING fts5(
      text, content = 'turn', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE progress (
      task TEXT PRIMARY KEY,
      turn INTEGER NOT NULL
    ) STRICT;
    INSERT INTO progress VALUES ('search', 0);
    """

  /// What a conversation was about last, so that a report need not look through its turns.
  private static let intentsOfSessions = """
    ALTER TABLE session ADD COLUMN intent TEXT;
    UPDATE session SET intent = (
      SELECT intent FROM turn WHERE turn.session = session.id AND intent IS NOT NULL ORDER BY id DESC LIMIT 1);
    DROP VIEW sessions;
    CREATE VIEW sessions AS
      SELECT id AS conversation, name AS session,
        strftime('%Y-%m-%dT%H:%M:%fZ', started / 1000.0, 'unixepoch') AS started,
        strftime('%Y-%m-%dT%H:%M:%fZ', used / 1000.0, 'unixepoch') AS used,
        turn - first + 1 AS turns, language, outcome, closed, intent
      FROM session;
    """

  /// Counts the open sessions without reading the closed ones.
  private static let openSessions = "CREATE INDEX session_open ON session(closed) WHERE closed = 0;"

  /// Said that secrets had been spoken of; since then every message is read as if they had.
  private static let noGuard = "ALTER TABLE session DROP COLUMN guarded;"
}
