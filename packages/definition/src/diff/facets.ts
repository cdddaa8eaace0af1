/** What a step of any kind may say, key by key. What has no words of its own is told as it is written. */
import type { Level } from '../divisions.ts';
import type { Period, TaskStep } from '../types.ts';
import type { Changes } from './changes.ts';
import type { Words } from './difference.ts';
import { equal } from './equal.ts';
import { basisName, formName, lessTime, type Pair, type Side, targetName, tell } from './pair.ts';
import { condition, endName, nothing, period, periods, same, settingName, value, who } from './say.ts';
import { deadlineOf, isPlain, type Plain, targetKeysOf } from './targets.ts';
import type { DifferenceCode } from './words.ts';

/** Compares what both versions say of a step, but for what people may choose and what it brings about. */
export function compareFacets(pair: Pair): void {
  for (const compare of facets) compare(pair);
  compareTargets(pair);
  compareSettings(pair);
}

/** Who acts in a step; nobody where it goes on by itself. */
export function actorOf(changes: Changes, side: Side, { role, level }: Plain): Words {
  if (typeof role !== 'string') return { zh: '系统', en: 'by itself' };
  return who(changes[side], role, level as Level | undefined);
}

/** What a step of any kind may have and what is told in words of its own. */
const facets: ((pair: Pair) => void)[] = [
  compareActor,
  compareSigners,
  compareSeparation,
  compareDeadline,
  compareForm,
  compareCondition,
  compareRounds,
  compareBasis,
  comparePeriod,
  compareJoin,
  compareEnd,
];

function compareActor(pair: Pair): void {
  const { changes, before, after } = pair;
  if (before.role === after.role && before.level === after.level) return;
  // A role that is now held elsewhere takes its steps along, and is told as such.
  const held = (side: Side, role: unknown) => changes[side].definition.roles?.[String(role)]?.level;
  const follows = before.level === held('before', before.role) && after.level === held('after', after.role);
  if (before.role === after.role && follows) return;
  tell(pair, 'diff/step-role', before.role === after.role ? 'level' : 'role', {
    before: actorOf(changes, 'before', before),
    after: actorOf(changes, 'after', after),
  });
}

function compareSigners(pair: Pair): void {
  const before = Number(pair.before.by ?? 1);
  const after = Number(pair.after.by ?? 1);
  if (before === after) return;
  const code = after > before ? 'diff/step-signers-more' : 'diff/step-signers-fewer';
  tell(pair, code, 'by', { before, after, beforeCount: officers(before), afterCount: officers(after) });
}

const officers = (count: number): string => {
  const words = ['', 'one officer', 'two', 'three', 'four', 'five'];
  return words[count] ?? String(count);
};

function compareSeparation(pair: Pair): void {
  const { changes, id, at, title } = pair;
  const before = (pair.before['separate-from'] ?? []) as string[];
  const after = (pair.after['separate-from'] ?? []) as string[];
  const name = (other: string) => {
    const step = changes.steps.after.get(other)?.step ?? changes.steps.before.get(other)?.step;
    return changes.title(step?.title ?? other);
  };
  const report = (code: DifferenceCode, others: string[], pointer: string) => {
    for (const other of others) {
      changes.addInStep(code, id, {
        id,
        before,
        after,
        at: pointer,
        params: { step: title, other: name(other) },
      });
    }
  };
  report(
    'diff/step-separated',
    after.filter((one) => !before.includes(one)),
    `${at}/separate-from`,
  );
  report(
    'diff/step-not-separated',
    before.filter((one) => !after.includes(one)),
    at,
  );
}

function compareDeadline(pair: Pair): void {
  const { changes, id, at, title } = pair;
  const before = deadlineOf(pair.before);
  const after = deadlineOf(pair.after);
  const someone = actorOf(changes, 'after', pair.after);
  const place = pair.after.within === undefined ? `${at}/ballots/within` : `${at}/within`;
  const found = { id, before, after, at: after === undefined ? at : place };
  if (before === undefined || after === undefined) {
    if (before === after) return;
    const code = after === undefined ? 'diff/step-deadline-removed' : 'diff/step-deadline-added';
    changes.addInStep(code, id, {
      ...found,
      params: {
        step: title,
        who: someone,
        before: before === undefined ? nothing : period(before as unknown as Period),
        after: after === undefined ? nothing : period(after as unknown as Period),
      },
    });
  } else if (before.days !== after.days || before.unit !== after.unit) {
    const [one, other] = [before as unknown as Period, after as unknown as Period];
    const params = { step: title, who: someone, ...periods(one, other) };
    changes.addInStep('diff/step-deadline', id, { ...found, params, severity: lessTime(one, other) });
  }
  if (before?.['on-overdue'] === after?.['on-overdue']) return;
  const leads = (side: Side, target: unknown): Words =>
    target === undefined
      ? { zh: '仅计为超期', en: 'it only counts as overdue' }
      : goesTo(changes, side, target);
  changes.addInStep('diff/step-overdue', id, {
    ...found,
    params: {
      step: title,
      before: leads('before', before?.['on-overdue']),
      after: leads('after', after?.['on-overdue']),
    },
  });
}

const goesTo = (changes: Changes, side: Side, target: unknown): Words => {
  const name = targetName(changes, side, target);
  return { zh: `转到“${name.zh}”`, en: `it goes to "${name.en}"` };
};

function compareForm(pair: Pair): void {
  if (pair.before.form === pair.after.form) return;
  const { changes, before, after } = pair;
  tell(pair, 'diff/step-form', 'form', {
    before: formName(changes, 'before', before.form),
    after: formName(changes, 'after', after.form),
  });
}

function compareCondition(pair: Pair): void {
  const { before, after } = pair;
  if (before.when !== after.when) {
    const always = (feel: unknown): Words =>
      feel === undefined ? { zh: '一律办理', en: 'always' } : suffixed(condition(feel), '办理');
    tell(pair, 'diff/step-when', 'when', { before: always(before.when), after: always(after.when) });
  }
}

const suffixed = ({ zh, en }: Words, suffix: string): Words => ({ zh: `${zh}${suffix}`, en });

function compareRounds(pair: Pair): void {
  const before = pair.before.rounds as TaskStep['rounds'];
  const after = pair.after.rounds as TaskStep['rounds'];
  if (before?.max !== after?.max) {
    const times = (max: number | undefined): Words =>
      max === undefined
        ? { zh: '不限次数', en: 'any number of times' }
        : { zh: `${max}次`, en: max === 1 ? 'once' : `${max} times` };
    const more = (after?.max ?? Number.POSITIVE_INFINITY) > (before?.max ?? Number.POSITIVE_INFINITY);
    const params = { before: times(before?.max), after: times(after?.max) };
    tell(pair, 'diff/step-rounds', 'rounds', params, more ? 'easier' : 'stricter');
  } else if (before?.refused !== after?.refused) {
    const { changes } = pair;
    const params = {
      before: changes.oldTitle(before?.refused ?? ''),
      after: changes.title(after?.refused ?? ''),
    };
    tell(pair, 'diff/step-text', 'rounds', params);
  }
}

function compareBasis(pair: Pair): void {
  if (pair.before.basis === pair.after.basis) return;
  const { changes } = pair;
  tell(pair, 'diff/step-basis', 'basis', {
    before: basisName(changes, 'before', pair.before.basis),
    after: basisName(changes, 'after', pair.after.basis),
  });
}

/** How long a wait lasts; in a public notice that is its period. */
function comparePeriod(pair: Pair): void {
  const { before, after, changes, id } = pair;
  if (after.kind !== 'wait' || equal(before.for, after.for)) return;
  if (before.for === undefined || after.for === undefined) return;
  const params = periods(before.for as Period, after.for as Period);
  const notice = changes.shorthandOf(id)?.kind === 'notice';
  tell(pair, notice ? 'diff/notice-period' : 'diff/wait-period', 'for', params);
}

function compareJoin(pair: Pair): void {
  if (equal(pair.before.join, pair.after.join)) return;
  const join = { before: joinName(pair.before.join), after: joinName(pair.after.join) };
  tell(pair, 'diff/join', 'join', join);
}

function joinName(join: unknown): Words {
  if (isPlain(join)) return { zh: `${join['at-least']}项完成`, en: `${join['at-least']} are done` };
  if (join === 'any') return { zh: '任一项完成', en: 'any is done' };
  if (join === 'veto') return { zh: '全部完成或者有一项否决', en: 'all are done or one vetoes' };
  return { zh: '全部完成', en: 'all are done' };
}

function compareEnd(pair: Pair): void {
  const { before, after } = pair;
  if (after.kind !== 'end' || before.outcome === after.outcome) return;
  tell(pair, 'diff/end-outcome', 'outcome', {
    before: endName(before.outcome),
    after: endName(after.outcome),
  });
}

/** On which way a target is reached. */
const wayNames: Record<string, Words> = {
  otherwise: { zh: '跳过时', en: 'when it is skipped' },
  pass: { zh: '通过的', en: 'on a pass' },
  fail: { zh: '不通过的', en: 'on a fail' },
  unknown: { zh: '无法判断的', en: 'when that cannot be told' },
  next: { zh: '完成后', en: 'when it is done' },
  'on-veto': { zh: '被否决的', en: 'on a veto' },
  chosen: { zh: '抽中的', en: 'when it is drawn' },
  rest: { zh: '未抽中的', en: 'when it is not drawn' },
  empty: { zh: '无人入选的', en: 'when nothing is selected' },
  passed: { zh: '表决通过的', en: 'when the vote is carried' },
  failed: { zh: '表决未通过的', en: 'when the vote is lost' },
  'no-quorum': { zh: '不足法定人数的', en: 'without a quorum' },
};

function compareTargets(pair: Pair): void {
  const { changes, before, after } = pair;
  for (const key of targetKeysOf(after as { kind: 'task' })) {
    if (before[key] === after[key] || leadsAlike(pair, key)) continue;
    tell(pair, 'diff/step-target', key, {
      way: wayNames[key] ?? same(key),
      before: targetName(changes, 'before', before[key]),
      after: targetName(changes, 'after', after[key]),
    });
  }
}

/** A skipped step goes on with `next`, written or not; and without a condition nothing is skipped. */
function leadsAlike({ before, after }: Pair, key: string): boolean {
  if (key !== 'otherwise') return false;
  if (before.when === undefined || after.when === undefined) return true;
  return (before.otherwise ?? before.next) === (after.otherwise ?? after.next);
}

/** Keys that are told above, or that are compared step by step. */
const told = new Set([
  ...['id', 'title', 'kind', 'role', 'level', 'by', 'separate-from', 'within', 'form', 'when', 'otherwise'],
  ...['rounds', 'basis', 'join', 'outcome', 'outcomes', 'branches', 'effects', 'delegable', 'steps'],
]);

/** What has no words of its own: the key with what stands there. */
function compareSettings(pair: Pair): void {
  const { before, after } = pair;
  const targets = targetKeysOf(after as { kind: 'task' });
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (told.has(key) || targets.includes(key)) continue;
    if (key === 'events' || (key === 'for' && before.for !== undefined && after.for !== undefined)) continue;
    const [one, other] = [withoutDeadline(key, before[key]), withoutDeadline(key, after[key])];
    if (equal(one, other)) continue;
    const params = {
      setting: settingName(key),
      before: spoken(key, before[key]),
      after: spoken(key, after[key]),
    };
    tell(pair, 'diff/step-setting', key, params, key === 'officers' ? 'authority' : undefined);
  }
}

/** The deadline of ballots is told as that of the step. */
const withoutDeadline = (key: string, json: unknown): unknown =>
  key === 'ballots' && isPlain(json) ? { ...json, within: undefined } : json;

const spoken = (key: string, json: unknown): Words =>
  key === 'for' && isPlain(json) ? period(json as unknown as Period) : value(json);
