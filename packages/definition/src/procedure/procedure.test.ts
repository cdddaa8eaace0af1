/** Walking through a procedure: where steps lie, where they lead, what they raise. */
import { describe, expect, it } from 'vitest';
import { sweep } from '../fixtures/sweep.ts';
import { parse } from '../parse.ts';
import type { ExpandedStep, SourceStep } from '../types.ts';
import { eventsOf } from './events.ts';
import { expandedWays, flatSteps } from './flat.ts';
import { placedSteps, withInner } from './steps.ts';
import { waysOf, withTargets } from './ways.ts';

const end = (id: string): ExpandedStep => ({ id, title: id, kind: 'end', outcome: 'denied' });
const task = (id: string, to: string, within?: { 'on-overdue': string }): ExpandedStep => ({
  id,
  title: id,
  kind: 'task',
  role: 'clerk',
  ...(within && { within: { days: 1, unit: 'working-day', ...within } }),
  outcomes: { ok: { title: 'ok', to } },
});
const parallel = (id: string, next: string, ...steps: ExpandedStep[]): ExpandedStep => ({
  id,
  title: id,
  kind: 'parallel',
  join: 'veto',
  branches: { a: { title: 'a', steps } },
  next,
  'on-veto': 'no',
});
const each = (id: string, next: string, ...steps: ExpandedStep[]): ExpandedStep => ({
  id,
  title: id,
  kind: 'each',
  items: '[]',
  join: 'all',
  steps,
  next,
});

const steps = [
  task('start', 'outer'),
  parallel('outer', 'list', parallel('inner', 'done', task('one', 'done'), task('two', 'veto'))),
  each('list', 'yes', parallel('both', 'fine', task('item', 'done')), end('fine')),
  end('yes'),
  end('no'),
];

describe('the places of steps', () => {
  it('are those in the file, and say in which procedure and which branches a step lies', () => {
    const places = placedSteps(steps as SourceStep[]).map(({ step, ...place }) => [step.id, place]);
    expect(Object.fromEntries(places)).toMatchObject({
      start: { pointer: '/steps/0', each: undefined, branches: [], join: undefined },
      inner: { pointer: '/steps/1/branches/a/steps/0', branches: ['outer/a'], join: 'veto' },
      two: { pointer: '/steps/1/branches/a/steps/0/branches/a/steps/1', branches: ['outer/a', 'inner/a'] },
      // The cases of items are in no branch of the case that opens them.
      item: { pointer: '/steps/2/steps/0/branches/a/steps/0', each: 'list', branches: ['both/a'] },
      fine: { pointer: '/steps/2/steps/1', each: 'list', branches: [] },
    });
  });

  it('are the same after expansion', () => {
    expect(
      flatSteps(steps).map(({ step, ...place }) => [step.id, place.each, place.parallel, place.branch]),
    ).toEqual([
      ['start', undefined, undefined, undefined],
      ['outer', undefined, undefined, undefined],
      ['inner', undefined, 'outer', 'a'],
      ['one', undefined, 'inner', 'a'],
      ['two', undefined, 'inner', 'a'],
      ['list', undefined, undefined, undefined],
      ['both', 'list', undefined, undefined],
      ['item', 'list', 'both', 'a'],
      ['fine', 'list', undefined, undefined],
      ['yes', undefined, undefined, undefined],
      ['no', undefined, undefined, undefined],
    ]);
  });
});

describe('the ways of steps', () => {
  it('lead out of branches to where the outermost that is done goes on, and never into the cases of items', () => {
    expect(Object.fromEntries(expandedWays(flatSteps(steps)))).toEqual({
      start: ['outer'],
      outer: ['inner'],
      inner: ['one'],
      one: ['list'],
      two: ['no'],
      list: ['yes'],
      both: ['item'],
      item: ['fine'],
      fine: [],
      yes: [],
      no: [],
    });
  });

  it('are taken by the time only where there is one, and by skipping only where there is a condition', () => {
    const wait = {
      id: 'w',
      title: 'w',
      kind: 'wait',
      next: 'late',
      events: { told: { title: 't', to: 'yes' } },
    } as const;
    const waysFrom = (step: ExpandedStep) =>
      expandedWays([{ step, parallel: undefined, branch: undefined, each: undefined }]).get('w');
    expect(waysFrom(wait)).toEqual(['yes']);
    expect(waysFrom({ ...wait, until: 'today' })).toEqual(['yes', 'late']);
    expect(waysFrom({ ...wait, when: 'true' })).toEqual(['yes', 'late']);
    expect(waysFrom({ ...wait, when: 'true', otherwise: 'no' })).toEqual(['yes', 'no']);
    expect(waysFrom({ ...wait, otherwise: 'no' })).toEqual(['yes']);
  });

  it('are named by the events by which they are taken', () => {
    expect(waysOf(task('t', 'yes', { 'on-overdue': 'no' }))).toEqual([
      { target: 'yes', key: '/outcomes/ok/to', event: 'ok' },
      { target: 'no', key: '/within/on-overdue', event: 'elapsed' },
    ]);
    expect(waysOf(steps[1] as SourceStep)).toEqual([
      { target: 'list', key: '/next' },
      { target: 'no', key: '/on-veto' },
    ]);
  });

  it('are changed in a copy', () => {
    const before = structuredClone(steps[2]);
    expect(withTargets(steps[2] as SourceStep, (target, key) => target + key)).toMatchObject({
      next: 'yes/next',
    });
    expect(withInner(steps[2] as SourceStep, () => [])).toMatchObject({ steps: [] });
    expect(steps[2]).toEqual(before);
  });
});

describe('the events of steps', () => {
  const parsed = parse(sweep);
  const all = new Map(
    flatSteps(parsed.ok ? parsed.programme.definition.steps : []).map(({ step }) => [step.id, step] as const),
  );
  const events = (id: string) =>
    eventsOf(all.get(id) as ExpandedStep).map((event) => event.slice(id.length + 1));

  it('are those by which their ways are taken, and those that leave them open', () => {
    expect(events('plan')).toEqual(['begin', 'begun']);
    expect(events('facilities')).toEqual(['pass', 'fail', 'unknown', 'ask']);
    expect(events('sample')).toEqual(['selected', 'empty']);
    expect(events('visits')).toEqual(['opened', 'returned', 'retry', 'done', 'elapsed']);
    expect(events('decide')).toEqual(['record', 'passed', 'failed', 'no-quorum']);
    expect(events('settle')).toEqual(['told', 'reply', 'elapsed']);
    expect(events('opinions')).toEqual([]);
  });

  it('hold every event by which a way is taken', () => {
    for (const step of all.values()) {
      const raised = eventsOf(step);
      for (const { event } of waysOf(step))
        if (event !== undefined) expect(raised).toContain(`${step.id}.${event}`);
    }
  });
});
