/** The ways that people may choose: outcomes of a task, events of a wait; and the branches of a parallel step. */

import type { Level } from '../divisions.ts';
import { pointerKey } from '../schema-walk.ts';
import type { Requirement } from '../types.ts';
import type { Words } from './difference.ts';
import { both, equal } from './equal.ts';
import { formName, type Pair, type Side, targetName, titleIn } from './pair.ts';
import { endName, quoted, settingName, value, who } from './say.ts';
import { isPlain, type Plain } from './targets.ts';
import type { DifferenceCode } from './words.ts';

export const compareOutcomes = (pair: Pair): void => compareWays(pair, 'outcomes');
export const compareEvents = (pair: Pair): void => compareWays(pair, 'events');

function compareWays(pair: Pair, key: 'outcomes' | 'events'): void {
  const { changes, id, at, title } = pair;
  const ways = both(pair.before[key] as Record<string, Plain>, pair.after[key] as Record<string, Plain>);
  for (const [outcome, before, after] of ways) {
    const way = `${id}.${outcome}`;
    if (before === undefined && after !== undefined) {
      changes.addInStep('diff/outcome-added', id, {
        id: way,
        after,
        at: `${at}/${key}${pointerKey(outcome)}`,
        params: {
          step: title,
          after: changes.title(String(after.title)),
          to: targetName(changes, 'after', after.to),
        },
      });
    } else if (before !== undefined && after === undefined) {
      changes.addInStep('diff/outcome-removed', id, {
        id: way,
        before,
        at,
        params: { step: title, before: changes.oldTitle(String(before.title)) },
      });
    } else if (before !== undefined && after !== undefined) {
      compareWay({ pair, way, at: `${at}/${key}${pointerKey(outcome)}`, before, after });
    }
  }
}

interface WayPair {
  pair: Pair;
  /** `STEP.OUTCOME`. */
  way: string;
  at: string;
  before: Plain;
  after: Plain;
}

function tell(
  { pair, way, at, before, after }: WayPair,
  code: DifferenceCode,
  key: string,
  params: Record<string, Words | string>,
  severity?: 'stricter' | 'easier',
): void {
  const { changes, id, title } = pair;
  changes.addInStep(code, id, {
    id: way,
    before: before[key],
    after: after[key],
    at: key in after ? `${at}/${key}` : at,
    params: { step: title, outcome: changes.title(String(after.title)), ...params },
    severity,
  });
}

function compareWay(one: WayPair): void {
  const { pair, before, after } = one;
  const { changes } = pair;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (equal(before[key], after[key])) continue;
    switch (key) {
      case 'title':
        tell(one, 'diff/outcome-title', key, {
          before: changes.oldTitle(String(before.title)),
          after: changes.title(String(after.title)),
        });
        break;
      case 'to':
        tell(one, 'diff/outcome-target', key, {
          before: targetName(changes, 'before', before.to),
          after: targetName(changes, 'after', after.to),
        });
        break;
      case 'form':
        tell(one, 'diff/outcome-form', key, {
          before: formName(changes, 'before', before.form),
          after: formName(changes, 'after', after.form),
        });
        break;
      case 'reasons':
        tell(
          one,
          'diff/outcome-reasons',
          key,
          { before: reasonsName(before.reasons), after: reasonsName(after.reasons) },
          after.reasons === 'required' ? 'stricter' : before.reasons === 'required' ? 'easier' : undefined,
        );
        break;
      case 'guard':
        compareGuard(one);
        break;
      case 'refused':
        // With the condition itself the words that explain it are told.
        if (equal(before.guard, after.guard)) {
          tell(one, 'diff/outcome-text', key, {
            before: changes.oldTitle(String(before.refused ?? '')),
            after: changes.title(String(after.refused ?? '')),
          });
        }
        break;
      case 'requires':
        compareRequirements(one);
        break;
      case 'decides':
        tell(one, 'diff/outcome-decides', key, {
          before: endName(before.decides),
          after: endName(after.decides),
        });
        break;
      case 'single':
        tell(
          one,
          'diff/outcome-single',
          key,
          {
            after: after.single
              ? { zh: '现在一人即可提出', en: 'can now be chosen by one person alone' }
              : { zh: '不能再由一人提出', en: 'can no longer be chosen by one person alone' },
          },
          after.single ? 'easier' : 'stricter',
        );
        break;
      case 'role':
        tell(one, 'diff/outcome-role', key, {
          before: raisedBy(changes, 'before', before),
          after: raisedBy(changes, 'after', after),
        });
        break;
      default:
        tell(one, 'diff/outcome-setting', key, {
          setting: settingName(key),
          before: value(before[key]),
          after: value(after[key]),
        });
    }
  }
}

const raisedBy = (changes: Pair['changes'], side: Side, { role, level }: Plain): Words =>
  role === undefined
    ? { zh: '任何人', en: 'anyone' }
    : who(changes[side], String(role), level as Level | undefined);

function reasonsName(reasons: unknown): Words {
  if (reasons === 'required') return { zh: '须写明理由', en: 'required' };
  if (reasons === 'optional') return { zh: '可以写明理由', en: 'optional' };
  return { zh: '不写理由', en: 'not asked for' };
}

function compareGuard(one: WayPair): void {
  const { before, after } = one;
  const words = (way: Plain, side: Side) => explained(one.pair, side, way.guard, way.refused);
  if (before.guard === undefined) {
    tell(one, 'diff/outcome-condition-added', 'guard', { after: words(after, 'after') });
  } else if (after.guard === undefined) {
    tell(one, 'diff/outcome-condition-removed', 'guard', { before: words(before, 'before') });
  } else {
    tell(one, 'diff/outcome-condition', 'guard', {
      before: String(before.guard),
      after: String(after.guard),
    });
  }
}

/** A condition in the words of its refusal, where it has any. */
function explained({ changes }: Pair, side: Side, feel: unknown, refused: unknown): Words {
  if (typeof refused !== 'string') return quoted({ zh: String(feel), en: String(feel) });
  const { zh, en } = titleIn(changes, side, refused);
  return { zh: `${zh}（${String(feel)}）`, en: `${en} (${String(feel)})` };
}

function compareRequirements(one: WayPair): void {
  const before = (one.before.requires ?? []) as Requirement[];
  const after = (one.after.requires ?? []) as Requirement[];
  for (const requirement of after) {
    const old = before.find(({ that }) => that === requirement.that);
    if (!old) {
      tell(one, 'diff/outcome-condition-added', 'requires', {
        after: explained(one.pair, 'after', requirement.that, requirement.refused),
      });
    } else if (old.refused !== requirement.refused) {
      tell(one, 'diff/outcome-text', 'requires', {
        before: one.pair.changes.oldTitle(old.refused),
        after: one.pair.changes.title(requirement.refused),
      });
    } else if (old.reason !== requirement.reason) {
      tell(one, 'diff/outcome-setting', 'requires', {
        setting: settingName('reason'),
        before: value(old.reason),
        after: value(requirement.reason),
      });
    }
  }
  for (const requirement of before) {
    if (after.some(({ that }) => that === requirement.that)) continue;
    tell(one, 'diff/outcome-condition-removed', 'requires', {
      before: explained(one.pair, 'before', requirement.that, requirement.refused),
    });
  }
  const kept = (list: Requirement[], other: Requirement[]) =>
    list.map(({ that }) => that).filter((that) => other.some((requirement) => requirement.that === that));
  const [was, is] = [kept(before, after), kept(after, before)];
  if (!equal(was, is)) {
    const setting = { zh: '条件的先后', en: 'order of conditions' };
    tell(one, 'diff/outcome-setting', 'requires', { setting, before: value(was), after: value(is) });
  }
}

/** Branches that came and went, and the step that begins each. */
export function compareBranches(pair: Pair): void {
  const { changes, id, at, title } = pair;
  type Branch = { title: string; steps: { id: string }[] };
  const branches = both(
    pair.before.branches as Record<string, Branch>,
    pair.after.branches as Record<string, Branch>,
  );
  for (const [branch, before, after] of branches) {
    const place = `${at}/branches${pointerKey(branch)}`;
    const found = { id: `${id}/${branch}`, before: before?.title, after: after?.title };
    if (before === undefined && after !== undefined) {
      const params = { step: title, after: changes.title(after.title) };
      changes.addInStep('diff/branch-added', id, { ...found, at: place, params });
    } else if (before !== undefined && after === undefined) {
      const params = { step: title, before: changes.oldTitle(before.title) };
      changes.addInStep('diff/branch-removed', id, { ...found, at, params });
    } else if (before !== undefined && after !== undefined) {
      if (before.title !== after.title) {
        const params = {
          step: title,
          before: changes.oldTitle(before.title),
          after: changes.title(after.title),
        };
        changes.addInStep('diff/branch-title', id, { ...found, at: `${place}/title`, params });
      }
      compareStart(pair, changes.title(after.title), before.steps, after.steps, place);
    }
  }
  if (isPlain(pair.before) && pair.after.kind === 'each') {
    const lists = [pair.before.steps, pair.after.steps] as { id: string }[][];
    compareStart(pair, title, lists[0] ?? [], lists[1] ?? [], at);
  }
}

function compareStart(
  { changes, id }: Pair,
  branch: Words,
  before: readonly { id: string }[],
  after: readonly { id: string }[],
  at: string,
): void {
  const [old, now] = [before[0]?.id, after[0]?.id];
  if (old === now) return;
  changes.addInStep('diff/branch-start', id, {
    id,
    before: old,
    after: now,
    at: `${at}/steps/0`,
    params: {
      branch,
      before: targetName(changes, 'before', old),
      after: targetName(changes, 'after', now),
    },
  });
}
