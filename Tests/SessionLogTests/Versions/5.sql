-- A log as version 5 of its tables had it. Not to be changed: files like it lie on people's disks.
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
INSERT INTO grdb_migrations VALUES ('2 views');
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
INSERT INTO grdb_migrations VALUES ('3 search');
CREATE VIRTUAL TABLE turn_search USING fts5(
  text, content = 'turn', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE progress (
  task TEXT PRIMARY KEY,
  turn INTEGER NOT NULL
) STRICT;
INSERT INTO progress VALUES ('search', 0);
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
INSERT INTO turn_search(rowid, text) SELECT id, text FROM turn;
UPDATE progress SET turn = 3 WHERE task = 'search';
INSERT INTO grdb_migrations VALUES ('4 intents of sessions');
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
INSERT INTO grdb_migrations VALUES ('5 open sessions');
CREATE INDEX session_open ON session(closed) WHERE closed = 0;
