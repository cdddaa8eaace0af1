/** Cases and the registers beside them. */
export const cases = `
CREATE TABLE definitions (
  hash      TEXT PRIMARY KEY,
  programme TEXT NOT NULL,
  version   TEXT NOT NULL,
  title     TEXT NOT NULL,
  published TEXT NOT NULL,
  bundle    TEXT NOT NULL CHECK (json_valid(bundle))
) STRICT;

CREATE TABLE cases (
  id             TEXT PRIMARY KEY,
  number         TEXT NOT NULL UNIQUE,
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
  snapshot       TEXT NOT NULL CHECK (json_valid(snapshot))
) STRICT;
CREATE INDEX cases_by_opening ON cases (opened, id);
CREATE INDEX cases_by_division ON cases (division, opened);
CREATE INDEX cases_by_applicant ON cases (applicant, opened);

CREATE TABLE case_steps (
  case_id TEXT NOT NULL REFERENCES cases (id),
  step    TEXT NOT NULL,
  PRIMARY KEY (case_id, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_steps_by_step ON case_steps (step, case_id);

CREATE TABLE events (
  case_id TEXT NOT NULL REFERENCES cases (id),
  seq     INTEGER NOT NULL CHECK (seq > 0),
  type    TEXT NOT NULL,
  at      TEXT NOT NULL,
  event   TEXT NOT NULL CHECK (json_valid(event)),
  PRIMARY KEY (case_id, seq)
) STRICT;
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
  BEGIN SELECT RAISE (ABORT, 'events are never removed'); END;

CREATE TABLE tasks (
  case_id        TEXT NOT NULL REFERENCES cases (id),
  step           TEXT NOT NULL,
  role           TEXT NOT NULL,
  delegable_role TEXT,
  case_division  TEXT NOT NULL,
  applicant      TEXT NOT NULL,
  due            TEXT NOT NULL,
  since          TEXT NOT NULL,
  task           TEXT NOT NULL CHECK (json_valid(task)),
  PRIMARY KEY (case_id, step)
) STRICT;
CREATE INDEX tasks_by_role ON tasks (role, case_division);
CREATE INDEX tasks_by_delegable_role ON tasks (delegable_role, case_division);
CREATE INDEX tasks_by_applicant ON tasks (applicant, role);

CREATE TABLE timers (
  case_id TEXT NOT NULL REFERENCES cases (id),
  id      TEXT NOT NULL,
  due     TEXT NOT NULL,
  timer   TEXT NOT NULL CHECK (json_valid(timer)),
  PRIMARY KEY (case_id, id)
) STRICT;
CREATE INDEX timers_by_due ON timers (due, case_id, id);

CREATE TABLE notices (
  case_id   TEXT NOT NULL REFERENCES cases (id),
  n         INTEGER NOT NULL,
  programme TEXT NOT NULL,
  division  TEXT NOT NULL,
  starts    TEXT NOT NULL,
  ends      TEXT NOT NULL,
  notice    TEXT NOT NULL CHECK (json_valid(notice)),
  PRIMARY KEY (case_id, n)
) STRICT;
CREATE INDEX notices_by_start ON notices (starts, case_id, n);

CREATE TABLE outbox (
  id           TEXT PRIMARY KEY,
  case_id      TEXT NOT NULL REFERENCES cases (id),
  step         TEXT NOT NULL,
  connector    TEXT NOT NULL,
  payload      TEXT NOT NULL CHECK (json_valid(payload)),
  due          TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  status       TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'dropped')),
  owner        TEXT,
  leased_until TEXT,
  error        TEXT
) STRICT;
CREATE INDEX outbox_open ON outbox (due) WHERE status = 'open';

CREATE TABLE idempotency (
  actor       TEXT NOT NULL,
  key         TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  case_id     TEXT NOT NULL REFERENCES cases (id),
  version     INTEGER NOT NULL,
  at          TEXT NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX idempotency_by_time ON idempotency (at);

CREATE TABLE files (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size   INTEGER NOT NULL,
  type   TEXT NOT NULL
) STRICT;

CREATE TABLE uploads (
  sha256 TEXT NOT NULL REFERENCES files (sha256),
  by     TEXT NOT NULL,
  name   TEXT NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (sha256, by)
) STRICT;

CREATE TABLE case_files (
  case_id TEXT NOT NULL REFERENCES cases (id),
  n       INTEGER NOT NULL,
  sha256  TEXT NOT NULL REFERENCES files (sha256),
  PRIMARY KEY (case_id, sha256)
) STRICT;
CREATE INDEX case_files_by_file ON case_files (sha256);

CREATE TABLE delegations (
  id       TEXT PRIMARY KEY,
  value    TEXT NOT NULL CHECK (json_valid(value)),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL CHECK (json_valid(added_by)),
  ended_at TEXT,
  ended_by TEXT CHECK (ended_by IS NULL OR json_valid(ended_by)),
  until    TEXT
) STRICT;

CREATE TABLE stand_ins (
  id       TEXT PRIMARY KEY,
  value    TEXT NOT NULL CHECK (json_valid(value)),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL CHECK (json_valid(added_by)),
  ended_at TEXT,
  ended_by TEXT CHECK (ended_by IS NULL OR json_valid(ended_by)),
  until    TEXT
) STRICT;

CREATE TABLE audit (
  n       INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  by      TEXT NOT NULL CHECK (json_valid(by)),
  action  TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE sequences (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  id      TEXT PRIMARY KEY,
  person  TEXT NOT NULL,
  expires TEXT NOT NULL
) STRICT;
`;
