/**
 * The tables, as in the SQLite store. Texts compare byte by byte, whatever the language of the database: codes and
 * instants are ordered so. `json` keeps a text as it was written, which hashes rest on.
 */
export const tables = `
CREATE DOMAIN plain AS text COLLATE "C";

CREATE TABLE definitions (
  n         bigint GENERATED ALWAYS AS IDENTITY,
  hash      plain PRIMARY KEY,
  programme plain NOT NULL,
  version   plain NOT NULL,
  title     plain NOT NULL,
  published plain NOT NULL,
  bundle    text NOT NULL CHECK (bundle::json IS NOT NULL)
);

CREATE TABLE cases (
  id             plain PRIMARY KEY,
  number         plain NOT NULL,
  programme      plain NOT NULL,
  definition     plain NOT NULL REFERENCES definitions (hash),
  division       plain NOT NULL,
  applicant      plain NOT NULL,
  applicant_kind plain NOT NULL,
  applicant_name plain NOT NULL,
  status         plain NOT NULL CHECK (status IN ('active', 'ended')),
  outcome        plain,
  opened         plain NOT NULL,
  updated        plain NOT NULL,
  next_due       plain,
  version        integer NOT NULL CHECK (version > 0),
  snapshot       json NOT NULL,
  procedure      plain,
  parent         plain,
  parent_step    plain,
  item           integer
);
CREATE UNIQUE INDEX cases_by_number ON cases (number) WHERE parent IS NULL;
CREATE INDEX cases_by_opening ON cases (opened, id);
CREATE INDEX cases_by_division ON cases (division, opened);
CREATE INDEX cases_by_applicant ON cases (applicant, opened);
CREATE INDEX cases_by_parent ON cases (parent, parent_step, item) WHERE parent IS NOT NULL;

CREATE TABLE case_steps (
  case_id plain NOT NULL REFERENCES cases (id),
  step    plain NOT NULL,
  PRIMARY KEY (case_id, step)
);
CREATE INDEX case_steps_by_step ON case_steps (step, case_id);

CREATE TABLE events (
  case_id plain NOT NULL REFERENCES cases (id),
  seq     integer NOT NULL CHECK (seq > 0),
  type    plain NOT NULL,
  at      plain NOT NULL,
  event   json NOT NULL,
  PRIMARY KEY (case_id, seq)
);

CREATE TABLE tasks (
  case_id        plain NOT NULL REFERENCES cases (id),
  step           plain NOT NULL,
  role           plain NOT NULL,
  delegable_role plain,
  case_division  plain NOT NULL,
  applicant      plain NOT NULL,
  due            plain NOT NULL,
  since          plain NOT NULL,
  task           json NOT NULL,
  PRIMARY KEY (case_id, step)
);
CREATE INDEX tasks_by_role ON tasks (role, case_division);
CREATE INDEX tasks_by_delegable_role ON tasks (delegable_role, case_division);
CREATE INDEX tasks_by_applicant ON tasks (applicant, role);

CREATE TABLE task_people (
  person  plain NOT NULL,
  case_id plain NOT NULL REFERENCES cases (id),
  step    plain NOT NULL,
  PRIMARY KEY (person, case_id, step)
);
CREATE INDEX task_people_by_case ON task_people (case_id);

CREATE TABLE timers (
  case_id plain NOT NULL REFERENCES cases (id),
  id      plain NOT NULL,
  due     plain NOT NULL,
  timer   json NOT NULL,
  PRIMARY KEY (case_id, id)
);
CREATE INDEX timers_by_due ON timers (due, case_id, id);

CREATE TABLE notices (
  case_id   plain NOT NULL REFERENCES cases (id),
  n         integer NOT NULL,
  programme plain NOT NULL,
  division  plain NOT NULL,
  starts    plain NOT NULL,
  ends      plain NOT NULL,
  notice    json NOT NULL,
  PRIMARY KEY (case_id, n)
);
CREATE INDEX notices_by_start ON notices (starts, case_id, n);

CREATE TABLE copies (
  case_id plain NOT NULL REFERENCES cases (id),
  n       integer NOT NULL,
  person  plain NOT NULL,
  at      plain NOT NULL,
  by      json NOT NULL,
  PRIMARY KEY (case_id, n)
);
CREATE INDEX copies_by_person ON copies (person, at);

CREATE TABLE outbox (
  n            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id           plain NOT NULL UNIQUE,
  case_id      plain NOT NULL REFERENCES cases (id),
  kind         plain NOT NULL CHECK (kind IN ('request', 'message')),
  step         plain,
  connector    plain,
  target       plain,
  payload      json NOT NULL,
  due          plain NOT NULL,
  attempts     integer NOT NULL DEFAULT 0,
  status       plain NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'dropped')),
  owner        plain,
  leased_until plain,
  error        plain,
  CHECK (CASE kind WHEN 'request' THEN step IS NOT NULL AND connector IS NOT NULL ELSE target IS NOT NULL END)
);
CREATE INDEX outbox_open ON outbox (due) WHERE status = 'open';
CREATE INDEX outbox_by_target ON outbox (target, n) WHERE status = 'open' AND target IS NOT NULL;

CREATE TABLE received (
  case_id plain NOT NULL REFERENCES cases (id),
  message plain NOT NULL,
  PRIMARY KEY (case_id, message)
);

CREATE TABLE records (
  type     plain NOT NULL,
  key      plain NOT NULL,
  state    plain NOT NULL,
  data     json NOT NULL,
  valid_to plain,
  created  plain NOT NULL,
  division plain NOT NULL,
  version  integer NOT NULL CHECK (version > 0),
  PRIMARY KEY (type, key)
);
CREATE INDEX records_by_state ON records (type, state, key);
CREATE INDEX records_by_division ON records (type, division, key);

CREATE TABLE record_changes (
  type    plain NOT NULL,
  key     plain NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  at      plain NOT NULL,
  case_id plain NOT NULL REFERENCES cases (id),
  seq     integer NOT NULL,
  state   plain NOT NULL,
  data    json NOT NULL,
  PRIMARY KEY (type, key, version),
  FOREIGN KEY (type, key) REFERENCES records (type, key)
);

CREATE TABLE schedule_runs (
  programme plain NOT NULL,
  schedule  plain NOT NULL,
  record    plain NOT NULL,
  due       plain NOT NULL,
  late      integer NOT NULL CHECK (late IN (0, 1)),
  case_id   plain NOT NULL REFERENCES cases (id),
  PRIMARY KEY (programme, schedule, record, due)
);
CREATE INDEX schedule_runs_by_due ON schedule_runs (programme, due);

CREATE TABLE idempotency (
  actor       plain NOT NULL,
  key         plain NOT NULL,
  fingerprint plain NOT NULL,
  case_id     plain NOT NULL REFERENCES cases (id),
  version     integer NOT NULL,
  at          plain NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_by_time ON idempotency (at);

CREATE TABLE files (
  sha256 plain PRIMARY KEY CHECK (length(sha256) = 64),
  size   bigint NOT NULL,
  type   plain NOT NULL
);

CREATE TABLE uploads (
  sha256 plain NOT NULL REFERENCES files (sha256),
  by     plain NOT NULL,
  name   plain NOT NULL,
  at     plain NOT NULL,
  PRIMARY KEY (sha256, by)
);

CREATE TABLE case_files (
  case_id  plain NOT NULL REFERENCES cases (id),
  n        integer NOT NULL,
  sha256   plain NOT NULL REFERENCES files (sha256),
  uploader plain,
  PRIMARY KEY (case_id, sha256)
);
CREATE INDEX case_files_by_file ON case_files (sha256);

CREATE TABLE delegations (
  id             plain PRIMARY KEY,
  value          json NOT NULL,
  added_at       plain NOT NULL,
  added_by       json NOT NULL,
  added_document plain,
  ended_at       plain,
  ended_by       json,
  ended_document plain,
  until          plain
);

CREATE TABLE stand_ins (LIKE delegations INCLUDING ALL);

CREATE TABLE audit (
  n       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      plain NOT NULL,
  by      json NOT NULL,
  action  plain NOT NULL,
  subject plain NOT NULL
);

CREATE TABLE settings (
  key   plain PRIMARY KEY,
  value plain NOT NULL
);

CREATE TABLE sequences (
  name plain PRIMARY KEY,
  next integer NOT NULL
);

CREATE TABLE sessions (
  id      plain PRIMARY KEY,
  person  plain NOT NULL,
  expires plain NOT NULL
);

CREATE FUNCTION refuse_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_changes();
CREATE TRIGGER record_changes_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON record_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_changes();
`;
