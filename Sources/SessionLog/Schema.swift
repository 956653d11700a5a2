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
}
