-- A log as version 1 of its tables had it. Not to be changed: files like it lie on people's disks.
PRAGMA application_id = 1180191822;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES ('1 sessions and turns');
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
INSERT INTO content VALUES (1, 'test');
INSERT INTO session(id, name, started, used, first, turn, language, outcome, closed, guarded, state) VALUES
  (1, 'anna', 1764000000000, 1764000060000, 1, 2, 'en', 'handed-over', 0, 0, '{"language":"en"}'),
  (2, 'bo', 1764000100000, 1764000100000, 1, 1, 'sv', 'open', 0, 0, '{"language":"sv"}');
INSERT INTO turn(id, session, number, message, at, text, language, intent, score, decision, question, facts, fix,
  outcome, candidates, content, latency) VALUES
  (1, 1, 1, 'm1', 1764000000000, 'button greyed out', 'en', 'button-greyed-out', 1.0, 'answer', 'helped',
    '{"role":"user-admin"}', 'role-suffices', 'open', '["button-greyed-out"]', 1, 50),
  (2, 1, 2, 'm2', 1764000060000, 'no', 'en', NULL, NULL, 'feedback', NULL, '{}', NULL, 'handed-over', '[]', 1, 40),
  (3, 2, 1, NULL, 1764000100000, 'skrivaren är trasig', 'sv', NULL, NULL, 'none', NULL, '{}', NULL, 'open', '["reset-other"]', 1, 60);
INSERT INTO reply VALUES
  (1, '{"language":"en","replies":[{"kind":"fix","text":"first","fix":"role-suffices"}],"state":{"awaiting":"helped"}}'),
  (2, '{"language":"en","replies":[{"kind":"handoff","text":"second"}],"state":{}}'),
  (3, '{"language":"sv","replies":[{"kind":"fallback","text":"tredje"}],"state":{}}');
