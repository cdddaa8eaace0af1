/** Steps under new ids: everything that names a step follows, so that only what really differs is told. */
import type { Programme } from '../types.ts';
import { isPlain, type Plain, targetKeysOf } from './targets.ts';

/** New ids by old ones. */
export type Renames = ReadonlyMap<string, string>;

/** The programme with its steps under new ids. Pointers into it stay what they were. */
export function renamed(programme: Programme, renames: Renames): Programme {
  if (renames.size === 0) return programme;
  const to = (id: unknown): unknown => (typeof id === 'string' ? (renames.get(id) ?? id) : id);
  const definition = programme.definition as unknown as Plain;
  return inTexts(
    {
      ...programme,
      definition: {
        ...definition,
        start: to(definition.start),
        ...(Array.isArray(definition.starts) ? { starts: definition.starts.map(to) } : {}),
        steps: steps(definition.steps, to),
        ...(isPlain(definition.clocks)
          ? { clocks: eachOf(definition.clocks, (clock) => clockOf(clock, to)) }
          : {}),
        ...(isPlain(definition.operations)
          ? {
              operations: eachOf(definition.operations, (rule) => ({
                ...rule,
                ...('to' in rule ? { to: to(rule.to) } : {}),
              })),
            }
          : {}),
      },
    },
    renames,
  ) as Programme;
}

type To = (id: unknown) => unknown;

const eachOf = (map: Plain, change: (value: Plain) => Plain): Plain =>
  Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, isPlain(value) ? change(value) : value]),
  );

function steps(list: unknown, to: To): unknown {
  return Array.isArray(list) ? list.map((step) => (isPlain(step) ? stepOf(step, to) : step)) : list;
}

function stepOf(step: Plain, to: To): Plain {
  const changed: Plain = { ...step, id: to(step.id) };
  for (const key of targetKeysOf(step as { kind: 'task' })) if (key in step) changed[key] = to(step[key]);
  for (const key of ['outcomes', 'events']) {
    const ways = step[key];
    if (isPlain(ways)) changed[key] = eachOf(ways, (way) => ({ ...way, to: to(way.to) }));
  }
  if (isPlain(step.within)) changed.within = overdueOf(step.within, to);
  if (isPlain(step.ballots) && isPlain(step.ballots.within)) {
    changed.ballots = { ...step.ballots, within: overdueOf(step.ballots.within, to) };
  }
  if (Array.isArray(step['separate-from'])) changed['separate-from'] = step['separate-from'].map(to);
  if (step.kind === 'each') changed.steps = steps(step.steps, to);
  if (isPlain(step.branches)) {
    changed.branches = eachOf(step.branches, (branch) => ({ ...branch, steps: steps(branch.steps, to) }));
  }
  return changed;
}

const overdueOf = (within: Plain, to: To): Plain =>
  'on-overdue' in within ? { ...within, 'on-overdue': to(within['on-overdue']) } : within;

function clockOf(clock: Plain, to: To): Plain {
  const event = (type: unknown): unknown => {
    const dot = String(type).indexOf('.');
    return dot < 0 ? type : `${String(to(String(type).slice(0, dot)))}${String(type).slice(dot)}`;
  };
  const changed: Plain = { ...clock };
  for (const key of ['starts', 'stops']) if (Array.isArray(clock[key])) changed[key] = clock[key].map(event);
  if (Array.isArray(clock['pauses-in'])) changed['pauses-in'] = clock['pauses-in'].map(to);
  return changed;
}

/** Expressions name steps behind these words: `checks.assess.result`, `case.rounds.opinion`. */
const before = '\\b(?:checks|answers|tallies|selected|items|case\\.rounds|case\\.outcomes)\\.';

function inTexts(value: unknown, renames: Renames): unknown {
  const ids = [...renames.keys()].map((id) => id.replaceAll(/[^\w-]/g, '\\$&'));
  const named = new RegExp(`(${before})(${ids.join('|')})(?![\\w-])`, 'g');
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      return part.replaceAll(named, (_, words: string, id: string) => `${words}${renames.get(id) ?? id}`);
    }
    if (Array.isArray(part)) return part.map(walk);
    return isPlain(part)
      ? Object.fromEntries(Object.entries(part).map(([key, one]) => [key, walk(one)]))
      : part;
  };
  return walk(value);
}
