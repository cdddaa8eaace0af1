/**
 * Writing decisions inside the database: one call for each, so that a commit costs one way there and back. What refuses a
 * commit is raised with the state `AF001`: the code as message, its parameters as detail, what was recorded as hint.
 */
export const commits = `
CREATE FUNCTION refuse(code text, params json, replay json DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'AF001', MESSAGE = code, DETAIL = params::text, HINT = coalesce(replay::text, '');
END $$;

-- Others who write about the same thing wait until this transaction ends.
CREATE FUNCTION hold(what text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended(what, 0))
$$;

CREATE FUNCTION write_case(c json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  state json := c -> 'state';
  expected integer := (c ->> 'expected')::integer;
  found integer;
BEGIN
  SELECT version INTO found FROM cases WHERE id = c ->> 'caseId' FOR UPDATE;
  IF coalesce(found, 0) <> expected THEN
    PERFORM refuse('store/conflict', json_build_object('case', c ->> 'caseId', 'expected', expected, 'found', coalesce(found, 0)));
  END IF;
  IF expected > 0 THEN
    UPDATE cases SET
      definition = state ->> 'definition',
      procedure = state ->> 'procedure',
      status = state ->> 'status',
      outcome = state -> 'decided' ->> 'outcome',
      updated = state ->> 'updated',
      next_due = c ->> 'nextDue',
      version = (state ->> 'version')::integer,
      snapshot = state
    WHERE id = c ->> 'caseId';
    RETURN;
  END IF;
  BEGIN
    INSERT INTO cases (id, number, programme, division, applicant, applicant_kind, applicant_name, parent, parent_step,
      item, opened, definition, procedure, status, outcome, updated, next_due, version, snapshot)
    VALUES (c ->> 'caseId', state ->> 'number', state ->> 'programme', state ->> 'division', state -> 'applicant' ->> 'id',
      state -> 'applicant' ->> 'kind', state -> 'applicant' ->> 'name', state -> 'parent' ->> 'case',
      state -> 'parent' ->> 'step', (state -> 'parent' ->> 'index')::integer, state ->> 'opened', state ->> 'definition',
      state ->> 'procedure', state ->> 'status', state -> 'decided' ->> 'outcome', state ->> 'updated', c ->> 'nextDue',
      (state ->> 'version')::integer, state);
  EXCEPTION WHEN unique_violation THEN
    -- Somebody has opened it meanwhile; another case with its number is another matter.
    SELECT version INTO found FROM cases WHERE id = c ->> 'caseId';
    IF found IS NULL THEN RAISE; END IF;
    PERFORM refuse('store/conflict', json_build_object('case', c ->> 'caseId', 'expected', 0, 'found', found));
  END;
END $$;

CREATE FUNCTION write_record(c json, event json, change json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before records;
  merged json;
  into_state text;
  next integer;
BEGIN
  PERFORM hold('record ' || (change ->> 'type') || ' ' || (change ->> 'key'));
  SELECT * INTO before FROM records WHERE type = change ->> 'type' AND key = change ->> 'key';
  IF before.type IS NOT NULL AND coalesce((change ->> 'once')::boolean, false) THEN
    PERFORM refuse('record/exists', json_build_object('type', before.type, 'key', before.key, 'created', before.created));
  END IF;
  into_state := coalesce(change ->> 'state', before.state, c -> 'firstStates' ->> (change ->> 'type'), '');
  merged := change -> 'data';
  next := coalesce(before.version, 0) + 1;
  IF before.type IS NULL THEN
    INSERT INTO records (type, key, state, data, valid_to, version, created, division)
    VALUES (change ->> 'type', change ->> 'key', into_state, merged, change ->> 'validTo', 1, event ->> 'at',
      c -> 'state' ->> 'division');
  ELSE
    SELECT json_object_agg(name, value ORDER BY place) INTO merged FROM (
      SELECT old.key AS name, coalesce(change -> 'data' -> old.key, old.value) AS value, row_number() OVER () AS place
      FROM json_each(before.data) AS old
      UNION ALL
      SELECT fresh.key, fresh.value, 1000000 + row_number() OVER ()
      FROM json_each(change -> 'data') AS fresh WHERE before.data -> fresh.key IS NULL) AS both_of_them;
    UPDATE records SET state = into_state, data = coalesce(merged, '{}'),
      valid_to = coalesce(change ->> 'validTo', valid_to), version = next
    WHERE type = before.type AND key = before.key;
  END IF;
  INSERT INTO record_changes (type, key, version, at, case_id, seq, state, data)
  VALUES (change ->> 'type', change ->> 'key', next, event ->> 'at', c ->> 'caseId', (event ->> 'seq')::integer, into_state,
    change -> 'data');
END $$;

CREATE FUNCTION write_event(c json, event json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  run json := event -> 'detail' -> 'open' -> 'schedule';
  change json;
  made integer;
BEGIN
  INSERT INTO events (case_id, seq, type, at, event)
  VALUES (c ->> 'caseId', (event ->> 'seq')::integer, event ->> 'type', event ->> 'at', event);
  IF json_typeof(event -> 'detail' -> 'records') = 'array' THEN
    FOR change IN SELECT value FROM json_array_elements(event -> 'detail' -> 'records') LOOP
      PERFORM write_record(c, event, change);
    END LOOP;
  END IF;
  IF run IS NOT NULL AND json_typeof(run) = 'object' THEN
    INSERT INTO schedule_runs (programme, schedule, record, due, late, case_id)
    VALUES (c -> 'state' ->> 'programme', run ->> 'id', coalesce(run ->> 'record', ''), run ->> 'due',
      CASE WHEN (run ->> 'late')::boolean THEN 1 ELSE 0 END, c ->> 'caseId')
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    IF made = 0 THEN
      PERFORM refuse('store/run-made', json_build_object('schedule', run ->> 'id', 'due', run ->> 'due'));
    END IF;
  END IF;
END $$;

-- What is derived from the snapshot is written anew: it is little, and nothing old can stay behind.
CREATE FUNCTION write_derived(c json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  this text := c ->> 'caseId';
  state json := c -> 'state';
BEGIN
  DELETE FROM case_steps WHERE case_id = this;
  DELETE FROM tasks WHERE case_id = this;
  DELETE FROM task_people WHERE case_id = this;
  DELETE FROM timers WHERE case_id = this;
  DELETE FROM notices WHERE case_id = this;
  DELETE FROM copies WHERE case_id = this;
  INSERT INTO case_steps (case_id, step) SELECT this, value FROM json_array_elements_text(c -> 'steps');
  INSERT INTO tasks (case_id, step, role, delegable_role, case_division, applicant, due, since, task)
    SELECT this, value ->> 'step', value ->> 'role', value -> 'delegable' ->> 'role', state ->> 'division',
      state -> 'applicant' ->> 'id', coalesce(value ->> 'due', '9999-12-31'), value ->> 'since', value
    FROM json_array_elements(c -> 'tasks');
  INSERT INTO task_people (person, case_id, step)
    SELECT DISTINCT person, this, step FROM (
      SELECT value ->> 'assignee' AS person, value ->> 'step' AS step FROM json_array_elements(c -> 'tasks')
      UNION ALL
      SELECT added.value, task.value ->> 'step' FROM json_array_elements(c -> 'tasks') AS task,
        json_array_elements_text(coalesce(task.value -> 'added', '[]')) AS added) AS named
    WHERE person IS NOT NULL;
  INSERT INTO timers (case_id, id, due, timer)
    SELECT this, value ->> 'id', value ->> 'due', value FROM json_array_elements(c -> 'timers');
  INSERT INTO notices (case_id, n, programme, division, starts, ends, notice)
    SELECT this, place - 1, state ->> 'programme', state ->> 'division', value ->> 'from',
      coalesce(value ->> 'to', '9999-12-31'), value
    FROM json_array_elements(state -> 'notices') WITH ORDINALITY AS notice (value, place);
  INSERT INTO copies (case_id, n, person, at, by)
    SELECT this, place - 1, value ->> 'to', value ->> 'at', value -> 'by'
    FROM json_array_elements(coalesce(state -> 'copies', '[]')) WITH ORDINALITY AS copy (value, place);
END $$;

-- What the system brings in from another case keeps the name that it has there.
CREATE FUNCTION write_files(c json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  file json;
BEGIN
  FOR file IN SELECT value FROM json_array_elements(coalesce(c -> 'files', '[]')) LOOP
    INSERT INTO case_files (case_id, n, sha256, uploader)
    SELECT c ->> 'caseId', 1 + (SELECT count(*) FROM case_files WHERE case_id = c ->> 'caseId'), file ->> 'sha256', coalesce(
      (SELECT by FROM uploads WHERE sha256 = file ->> 'sha256' AND by = file ->> 'by'),
      (SELECT uploader FROM case_files WHERE sha256 = file ->> 'sha256' AND case_id = c -> 'state' -> 'parent' ->> 'case'),
      (SELECT by FROM uploads WHERE sha256 = file ->> 'sha256' ORDER BY at LIMIT 1))
    ON CONFLICT (case_id, sha256) DO NOTHING;
  END LOOP;
END $$;

CREATE FUNCTION write_commit(c json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  asked json := c -> 'idempotency';
  known idempotency;
  part json;
  settled integer;
BEGIN
  IF asked IS NOT NULL AND json_typeof(asked) = 'object' THEN
    PERFORM hold('key ' || (asked ->> 'actor') || ' ' || (asked ->> 'key'));
    SELECT * INTO known FROM idempotency WHERE actor = asked ->> 'actor' AND key = asked ->> 'key';
    IF known.actor IS NOT NULL AND known.fingerprint <> asked ->> 'fingerprint' THEN
      PERFORM refuse('store/duplicate-key', json_build_object('key', known.key));
    ELSIF known.actor IS NOT NULL THEN
      PERFORM refuse('store/duplicate', json_build_object('key', known.key),
        json_build_object('caseId', known.case_id, 'version', known.version, 'at', known.at));
    END IF;
  END IF;
  PERFORM hold('case ' || (c ->> 'caseId'));
  IF c ->> 'receives' IS NOT NULL
    AND EXISTS (SELECT 1 FROM received WHERE case_id = c ->> 'caseId' AND message = c ->> 'receives') THEN
    PERFORM refuse('store/received', json_build_object('case', c ->> 'caseId', 'message', c ->> 'receives'));
  END IF;
  PERFORM write_case(c);
  FOR part IN SELECT value FROM json_array_elements(c -> 'events') LOOP
    PERFORM write_event(c, part);
  END LOOP;
  PERFORM write_derived(c);
  PERFORM write_files(c);
  FOR part IN SELECT value FROM json_array_elements(c -> 'outbox') LOOP
    -- Messages to one case keep the order of their commits.
    IF part ->> 'target' IS NOT NULL THEN PERFORM hold('to ' || (part ->> 'target')); END IF;
    INSERT INTO outbox (id, case_id, kind, step, connector, target, payload, due)
    VALUES (part ->> 'id', c ->> 'caseId', part ->> 'kind', part ->> 'step', part ->> 'connector', part ->> 'target',
      part -> 'payload', part ->> 'due');
  END LOOP;
  IF c ->> 'receives' IS NOT NULL THEN
    INSERT INTO received (case_id, message) VALUES (c ->> 'caseId', c ->> 'receives');
  END IF;
  IF c ->> 'settles' IS NOT NULL THEN
    UPDATE outbox SET status = 'answered', owner = NULL, leased_until = NULL
    WHERE id = c ->> 'settles' AND status = 'open';
    GET DIAGNOSTICS settled = ROW_COUNT;
    IF settled = 0 THEN PERFORM refuse('store/settled', json_build_object('id', c ->> 'settles')); END IF;
  END IF;
  IF asked IS NOT NULL AND json_typeof(asked) = 'object' THEN
    INSERT INTO idempotency (actor, key, fingerprint, case_id, version, at)
    VALUES (asked ->> 'actor', asked ->> 'key', asked ->> 'fingerprint', c ->> 'caseId', (asked ->> 'version')::integer,
      asked ->> 'at');
  END IF;
  -- Told when the transaction has ended well. Who wrote it knows.
  PERFORM pg_notify('aidflow ' || current_schema(), json_build_object('caseId', c ->> 'caseId',
    'version', (c -> 'state' ->> 'version')::integer, 'sends', json_array_length(c -> 'outbox') > 0,
    'by', current_setting('aidflow.server', true))::text);
END $$;

-- Several decisions in one transaction, each answered on its own: a refused one takes nothing with it.
CREATE FUNCTION write_commits(all_of_them json) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  c json;
  answers json[] := '{}';
  code text;
  params text;
  replay text;
BEGIN
  FOR c IN SELECT value FROM json_array_elements(all_of_them) LOOP
    BEGIN
      PERFORM write_commit(c);
      answers := answers || '{"ok":true}'::json;
    EXCEPTION
      WHEN SQLSTATE 'AF001' THEN
        GET STACKED DIAGNOSTICS code = MESSAGE_TEXT, params = PG_EXCEPTION_DETAIL, replay = PG_EXCEPTION_HINT;
        answers := answers || json_build_object('code', code, 'params', params::json,
          'replay', nullif(replay, '')::json);
      WHEN deadlock_detected OR serialization_failure OR lock_not_available THEN
        -- The whole is tried again.
        RAISE;
      WHEN OTHERS THEN
        answers := answers || json_build_object('code', 'store/failed', 'params', json_build_object('reason', SQLERRM));
    END;
  END LOOP;
  RETURN array_to_json(answers);
END $$;
`;
