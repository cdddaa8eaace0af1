/**
 * Cases that belong to others or opened by themselves, messages between cases, records, who is named in a task or gets a
 * copy, the documents of authority. `cases` and `outbox` are made anew: a number is unique only among cases that belong to
 * no other, and an outbox item may be a message. References to them go by name and hold.
 */
export const linkedCases = `
CREATE TABLE cases_next (
  id             TEXT PRIMARY KEY,
  number         TEXT NOT NULL,
  programme      TEXT NOT NULL,
  definition     TEXT NOT NULL REFERENCES definitions (hash),
  division       TEXT NOT NULL,
  applicant      TEXT NOT NULL,
  applicant_kind TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('active', 'ended')),
  outcome        TEXT,
  opened         TEXT NOT NULL,
  updated        TEXT NOT NULL,
  next_due       TEXT,
  version        INTEGER NOT NULL CHECK (version > 0),
  snapshot       TEXT NOT NULL CHECK (json_valid(snapshot)),
  procedure      TEXT,
  parent         TEXT,
  parent_step    TEXT,
  item           INTEGER
) STRICT;
INSERT INTO cases_next SELECT id, number, programme, definition, division, applicant, applicant_kind, applicant_name,
  status, outcome, opened, updated, next_due, version, snapshot, NULL, NULL, NULL, NULL FROM cases;
DROP TABLE cases;
ALTER TABLE cases_next RENAME TO cases;
CREATE UNIQUE INDEX cases_by_number ON cases (number) WHERE parent IS NULL;
CREATE INDEX cases_by_opening ON cases (opened, id);
CREATE INDEX cases_by_division ON cases (division, opened);
CREATE INDEX cases_by_applicant ON cases (applicant, opened);
CREATE INDEX cases_by_parent ON cases (parent, parent_step, item) WHERE parent IS NOT NULL;

CREATE TABLE outbox_next (
  n            INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  case_id      TEXT NOT NULL REFERENCES cases (id),
  kind         TEXT NOT NULL CHECK (kind IN ('request', 'message')),
  step         TEXT,
  connector    TEXT,
  target       TEXT,
  payload      TEXT NOT NULL CHECK (json_valid(payload)),
  due          TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  status       TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'dropped')),
  owner        TEXT,
  leased_until TEXT,
  error        TEXT,
  CHECK (CASE kind WHEN 'request' THEN step IS NOT NULL AND connector IS NOT NULL ELSE target IS NOT NULL END)
) STRICT;
INSERT INTO outbox_next (id, case_id, kind, step, connector, payload, due, attempts, status, owner, leased_until, error)
  SELECT id, case_id, 'request', step, connector, payload, due, attempts, status, owner, leased_until, error
  FROM outbox ORDER BY rowid;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
CREATE INDEX outbox_open ON outbox (due) WHERE status = 'open';
CREATE INDEX outbox_by_target ON outbox (target, n) WHERE status = 'open' AND target IS NOT NULL;

CREATE TABLE received (
  case_id TEXT NOT NULL REFERENCES cases (id),
  message TEXT NOT NULL,
  PRIMARY KEY (case_id, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE records (
  type     TEXT NOT NULL,
  key      TEXT NOT NULL,
  state    TEXT NOT NULL,
  data     TEXT NOT NULL CHECK (json_valid(data)),
  valid_to TEXT,
  created  TEXT NOT NULL,
  division TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (type, key)
) STRICT;
CREATE INDEX records_by_state ON records (type, state, key);
CREATE INDEX records_by_division ON records (type, division, key);

CREATE TABLE record_changes (
  type    TEXT NOT NULL,
  key     TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  at      TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  seq     INTEGER NOT NULL,
  state   TEXT NOT NULL,
  data    TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (type, key, version),
  FOREIGN KEY (type, key) REFERENCES records (type, key)
) STRICT;
CREATE TRIGGER record_changes_are_not_changed BEFORE UPDATE ON record_changes
  BEGIN SELECT RAISE (ABORT, 'what a record was is never changed'); END;
CREATE TRIGGER record_changes_are_not_removed BEFORE DELETE ON record_changes
  BEGIN SELECT RAISE (ABORT, 'what a record was is never removed'); END;

CREATE TABLE schedule_runs (
  programme TEXT NOT NULL,
  schedule  TEXT NOT NULL,
  record    TEXT NOT NULL,
  due       TEXT NOT NULL,
  late      INTEGER NOT NULL CHECK (late IN (0, 1)),
  case_id   TEXT NOT NULL REFERENCES cases (id),
  PRIMARY KEY (programme, schedule, record, due)
) STRICT;
CREATE INDEX schedule_runs_by_due ON schedule_runs (programme, due);

CREATE TABLE task_people (
  person  TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  step    TEXT NOT NULL,
  PRIMARY KEY (person, case_id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_people_by_case ON task_people (case_id);

CREATE TABLE copies (
  case_id TEXT NOT NULL REFERENCES cases (id),
  n       INTEGER NOT NULL,
  person  TEXT NOT NULL,
  at      TEXT NOT NULL,
  by      TEXT NOT NULL CHECK (json_valid(by)),
  PRIMARY KEY (case_id, n)
) STRICT;
CREATE INDEX copies_by_person ON copies (person, at);

ALTER TABLE delegations ADD COLUMN added_document TEXT;
ALTER TABLE delegations ADD COLUMN ended_document TEXT;
ALTER TABLE stand_ins ADD COLUMN added_document TEXT;
ALTER TABLE stand_ins ADD COLUMN ended_document TEXT;
`;
