#!/bin/sh
# Fills a new log with a million turns of 100,000 sessions, to measure `report` and `sessions search` on:
#   scripts/million-turns.sh FIXLINE LOG [TURNS]
set -eu
fixline=$1 log=$2 turns=${3:-1000000}
"$fixline" sessions list --log "$log" >/dev/null
sqlite3 "$log" <<SQL
PRAGMA synchronous = OFF;
BEGIN;
INSERT INTO content VALUES (1, 'generated');
INSERT INTO session(id, name, started, used, first, turn, language, outcome, closed, guarded, state)
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < $turns / 10)
SELECT i, 'generated:' || i, 1750000000000 + i * 80000, 1750000000000 + i * 80000 + 60000, 1, 10,
  iif(i % 3, 'sv', 'en'), CASE i % 4 WHEN 0 THEN 'resolved' WHEN 1 THEN 'handed-over' WHEN 2 THEN 'abandoned' ELSE 'open' END,
  0, 0, '{"language":"sv","facts":{}}' FROM n;
INSERT INTO turn(session, number, message, at, text, language, intent, score, decision, question, facts, fix, outcome,
  candidates, content, latency)
WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < $turns - 1)
SELECT i / 10 + 1, i % 10 + 1, 'm' || i, 1750000000000 + i * 8000,
  CASE i % 5 WHEN 0 THEN 'knappen är grå' WHEN 1 THEN 'user still can''t sign in' WHEN 2 THEN 'skrivaren ' || (i % 997) || ' fungerar inte'
    WHEN 3 THEN 'jag är användaradministratör' ELSE 'no, that did not help' END,
  iif(i / 10 % 3, 'sv', 'en'), CASE i % 3 WHEN 0 THEN 'button-greyed-out' WHEN 1 THEN 'onprem-user-cannot-sign-in' END, 0.9,
  CASE i % 5 WHEN 0 THEN 'answer' WHEN 1 THEN 'answer' WHEN 2 THEN 'none' WHEN 3 THEN 'reply' ELSE 'feedback' END,
  CASE i % 4 WHEN 0 THEN 'role' WHEN 1 THEN 'helped' END, '{"role":"user-admin"}', iif(i % 5 = 3, 'role-suffices', NULL),
  'open', '["button-greyed-out","blade-missing"]', 1, 40 + i * 7919 % 400 FROM n;
INSERT INTO reply(turn, result)
SELECT id, '{"language":"sv","replies":[{"kind":"notice","text":"' || hex(zeroblob(300)) || '"}],"state":{}}' FROM turn;
COMMIT;
SQL
