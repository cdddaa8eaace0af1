/** Statutory clocks: how long they run, from what to what, and when they stand. */
import { pointerKey } from '../schema-walk.ts';
import type { ClockDefinition } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import type { Concerns, Words } from './difference.ts';
import { both, equal } from './equal.ts';
import { lessTime, type Side, targetName, titleIn } from './pair.ts';
import { list, nothing, period, periods, quoted, settingName, value } from './say.ts';
import type { Plain } from './targets.ts';

export function compareClocks(changes: Changes): void {
  for (const [id, before, after] of both(changes.before.definition.clocks, changes.after.definition.clocks)) {
    if (!equal(before, after)) compareClock(changes, id, before, after);
  }
}

function compareClock(changes: Changes, id: string, before?: ClockDefinition, after?: ClockDefinition): void {
  const at = `/definition/clocks${pointerKey(id)}`;
  const found: Found = { id, before, after, at, concerns: concernsOf(changes, id, before ?? after) };
  if (before === undefined && after !== undefined) {
    const params = { clock: changes.title(after.title), after: period(after.limit) };
    changes.add('diff/clock-added', { ...found, params });
    return;
  }
  if (before !== undefined && after === undefined) {
    const params = { clock: changes.oldTitle(before.title), before: period(before.limit) };
    changes.add('diff/clock-removed', { ...found, params });
    return;
  }
  if (before === undefined || after === undefined) return;
  const clock = changes.title(after.title);
  const part = <K extends keyof ClockDefinition>(key: K): Found => ({
    ...found,
    before: before[key],
    after: after[key],
    at: after[key] === undefined ? at : `${at}/${key}`,
  });
  if (!equal(before.limit, after.limit)) {
    const params = { clock, ...periods(before.limit, after.limit) };
    changes.add('diff/clock-limit', {
      ...part('limit'),
      params,
      severity: lessTime(before.limit, after.limit),
    });
  }
  compareExtension(changes, part('extension'), clock, before, after);
  for (const [key, code] of [
    ['starts', 'diff/clock-starts'],
    ['stops', 'diff/clock-stops'],
  ] as const) {
    if (equal(sorted(before[key]), sorted(after[key]))) continue;
    const params = {
      clock,
      before: list(before[key].map((event) => eventName(changes, 'before', event))),
      after: list(after[key].map((event) => eventName(changes, 'after', event))),
    };
    changes.add(code, { ...part(key), params });
  }
  if (!equal(sorted(before['pauses-in']), sorted(after['pauses-in']))) {
    const names = (side: Side, steps: readonly string[] = []) =>
      list(steps.map((step) => quoted(targetName(changes, side, step))));
    const params = {
      clock,
      before: names('before', before['pauses-in']),
      after: names('after', after['pauses-in']),
    };
    changes.add('diff/clock-pauses', { ...part('pauses-in'), params });
  }
  for (const [key, old, now] of both(before as unknown as Plain, after as unknown as Plain)) {
    if (told.has(key) || equal(old, now)) continue;
    const params = { clock, setting: settingName(key), before: value(old), after: value(now) };
    changes.add('diff/clock-setting', { ...part(key as keyof ClockDefinition), params });
  }
  if (before.title !== after.title || before.basis !== after.basis) {
    changes.add('diff/clock-text', { ...found, params: { clock } });
  }
}

/** Keys with words of their own. */
const told = new Set(['title', 'basis', 'limit', 'extension', 'starts', 'stops', 'pauses-in']);

/** In which order events are listed means nothing. */
const sorted = (list: readonly string[] = []): string[] => [...list].sort();

function compareExtension(
  changes: Changes,
  found: Found,
  clock: Words,
  { extension: before }: ClockDefinition,
  { extension: after }: ClockDefinition,
): void {
  if (equal(before, after)) return;
  if (before && after) {
    const params = { clock, ...periods(before, after) };
    changes.add('diff/clock-extension', { ...found, params, severity: lessTime(before, after) });
  } else if (after) {
    changes.add('diff/clock-extension-added', { ...found, params: { clock, after: period(after) } });
  } else {
    const params = { clock, before: before ? period(before) : nothing };
    changes.add('diff/clock-extension-removed', { ...found, params });
  }
}

/** Cases in which it runs, and those that stand before what starts it. */
function concernsOf(changes: Changes, id: string, clock: ClockDefinition | undefined): Concerns {
  const starting = (clock?.starts ?? []).map((event) => event.slice(0, event.indexOf('.')));
  const { steps = [], ahead = [] } = changes.around(starting);
  const before = [...new Set([...steps, ...ahead])];
  return { clocks: [id], ...(before.length > 0 ? { ahead: before } : {}) };
}

/** `“受理审查”的“受理”`, `"Acceptance": "Accept"`. */
function eventName(changes: Changes, side: Side, event: string): Words {
  const dot = event.indexOf('.');
  const outcome = event.slice(dot + 1);
  const step = changes.steps[side].get(event.slice(0, dot))?.step;
  const ways = step?.kind === 'task' ? step.outcomes : step?.kind === 'wait' ? step.events : undefined;
  const where = titleIn(changes, side, step?.title ?? event.slice(0, dot));
  const what = endings[outcome] ?? titleIn(changes, side, ways?.[outcome]?.title ?? outcome);
  return { zh: `“${where.zh}”的“${what.zh}”`, en: `"${where.en}": "${what.en}"` };
}

/** Events that no definition names. */
const endings: Record<string, Words> = {
  elapsed: { zh: '期满', en: 'time is over' },
  done: { zh: '完成', en: 'done' },
  pass: { zh: '通过', en: 'passes' },
  fail: { zh: '不通过', en: 'fails' },
  unknown: { zh: '无法判断', en: 'cannot be told' },
};
