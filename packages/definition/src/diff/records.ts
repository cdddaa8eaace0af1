/** Kinds of long-lived register entries and the states that they have. */
import { pointerKey } from '../schema-walk.ts';
import type { RecordKind } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import { both, equal } from './equal.ts';
import { settingName, value } from './say.ts';
import type { Plain } from './targets.ts';

export function compareRecords(changes: Changes): void {
  for (const [id, before, after] of both(
    changes.before.definition.records,
    changes.after.definition.records,
  )) {
    // Keys have an order here: the first state is that of a new record.
    if (equal(before, after) && first(before) === first(after)) continue;
    const users = changes.usersOf((json) => json.includes(`"type":${JSON.stringify(id)}`));
    const at = `/definition/records${pointerKey(id)}`;
    const found: Found = { id, before, after, at, concerns: changes.around(users) };
    if (before === undefined && after !== undefined) {
      changes.add('diff/record-added', { ...found, params: { after: changes.title(after.title) } });
    } else if (before !== undefined && after === undefined) {
      changes.add('diff/record-removed', { ...found, params: { before: changes.oldTitle(before.title) } });
    } else if (before !== undefined && after !== undefined) compareRecord(changes, found, before, after);
  }
}

const first = (kind: RecordKind | undefined): string => Object.keys(kind?.states ?? {})[0] ?? '';

function compareRecord(changes: Changes, found: Found, before: RecordKind, after: RecordKind): void {
  const record = changes.title(after.title);
  if (before.title !== after.title) {
    const params = { before: changes.oldTitle(before.title), after: record };
    changes.add('diff/record-title', { ...found, at: `${found.at}/title`, params });
  }
  for (const [state, old, now] of both(before.states, after.states)) {
    if (equal(old, now)) continue;
    const part: Found = { ...found, id: `${found.id}/${state}`, before: old, after: now };
    const at = `${found.at}/states${pointerKey(state)}`;
    if (old === undefined && now !== undefined) {
      changes.add('diff/record-state-added', {
        ...part,
        at,
        params: { record, after: changes.title(now.title) },
      });
    } else if (old !== undefined && now === undefined) {
      const params = { record, before: changes.oldTitle(old.title) };
      changes.add('diff/record-state-removed', { ...part, params });
    } else if (old !== undefined && now !== undefined) {
      if (old.title !== now.title) {
        const params = { before: changes.oldTitle(old.title), after: changes.title(now.title) };
        changes.add('diff/record-title', { ...part, at: `${at}/title`, params });
      }
      if (old.closed !== now.closed) {
        const words = now.closed
          ? { zh: '现在表示不再有效', en: 'now means that it is no longer in force' }
          : { zh: '不再表示失效', en: 'no longer means that it is out of force' };
        const params = { record, state: changes.title(now.title), now: words };
        changes.add('diff/record-state-closed', { ...part, at, params });
      }
    }
  }
  compareFirst(changes, found, before, after);
  const { title: _, states: __, ...old } = before as unknown as Plain;
  const { title: ___, states: ____, ...now } = after as unknown as Plain;
  for (const [key, one, other] of both(old, now)) {
    if (equal(one, other)) continue;
    const params = { record, setting: settingName(key), before: value(one), after: value(other) };
    changes.add('diff/record-setting', {
      ...found,
      before: one,
      after: other,
      at: `${found.at}/${key}`,
      params,
    });
  }
}

/** The first state is that of a new record; the order of the others means nothing. */
function compareFirst(changes: Changes, found: Found, before: RecordKind, after: RecordKind): void {
  const [old, now] = [first(before), first(after)];
  if (old === now) return;
  changes.add('diff/record-first', {
    ...found,
    before: old,
    after: now,
    at: `${found.at}/states${pointerKey(now)}`,
    params: {
      record: changes.title(after.title),
      before: changes.oldTitle(before.states[old]?.title ?? old),
      after: changes.title(after.states[now]?.title ?? now),
    },
  });
}
