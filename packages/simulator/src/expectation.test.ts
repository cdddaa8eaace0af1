import { describe, expect, it } from 'vitest';
import { compare } from './expectation.ts';
import type { Expectation } from './scenario.ts';
import type { Standing } from './standing.ts';

const standing: Standing = {
  now: '2026-03-09T09:00:00+08:00',
  step: ['economy', 'visit'],
  within: ['inquiry'],
  status: 'active',
  outcome: null,
  award: { amount: 45_600, starts: '2026-05' },
  letters: ['receipt', 'approval'],
  clocks: { handling: { state: 'running', due: '2026-04-14', left: 25, started: '2026-03-02' } },
  notices: 1,
  registered: 0,
  tasks: [
    { step: 'visit', role: 'investigator', division: '620821100' },
    { step: 'visit', role: 'helper', division: '620821100201' },
  ],
  checks: { economy: { result: 'pass', reason: 'clean', vehicles: 0 } },
  authority: { basis: 'delegation', role: 'leader', division: '620821100', document: 'x' },
};

const may: Record<string, string[]> = {
  clerk: ['withdraw', 'complain'],
  investigator: ['visit.done', 'visit.refused', 'complain', 'extend.handling'],
};

const paths = (expected: Expectation) =>
  compare(expected, standing, (actor) => may[actor] ?? []).map(({ path }) => path);

describe('what holds', () => {
  it.each<Expectation>([
    { step: 'inquiry' },
    { step: ['visit', 'economy'] },
    { step: ['inquiry', 'visit'] },
    { outcome: null },
    { status: 'active' },
    { award: { amount: 45_600 } },
    { letters: ['receipt', 'approval'] },
    { letters: { set: ['approval', 'receipt'] } },
    { clocks: { handling: { due: '2026-04-14', state: 'running' }, appeal: null } },
    { notices: 1, registered: 0 },
    { tasks: [{ role: 'helper' }, { step: 'visit', role: 'investigator' }] },
    { offered: { clerk: [] } },
    { offered: { investigator: ['visit.refused', 'visit.done'] } },
    { offered: { investigator: ['visit.refused', 'visit.done', 'extend.handling'] } },
    { checks: { economy: { result: 'pass', vehicles: 0 } } },
    { authority: { basis: 'delegation', document: 'x' } },
  ])('%j', (expected) => expect(paths(expected)).toEqual([]));
});

describe('what does not hold is named', () => {
  it.each<[Expectation, string[]]>([
    [{ step: 'visit' }, ['step']],
    [{ step: ['visit', 'economy', 'accept'] }, ['step']],
    [{ outcome: 'approved', status: 'ended' }, ['outcome', 'status']],
    [{ award: null }, ['award']],
    [{ award: { amount: 1, starts: '2026-05' } }, ['award.amount']],
    [{ letters: ['approval', 'receipt'] }, ['letters']],
    [{ letters: ['receipt'] }, ['letters']],
    [{ letters: { set: ['receipt', 'receipt'] } }, ['letters']],
    [{ letters: { set: [] } }, ['letters']],
    [
      { clocks: { handling: { due: '2026-04-13', left: 24 } } },
      ['clocks.handling.due', 'clocks.handling.left'],
    ],
    [{ clocks: { handling: null } }, ['clocks.handling']],
    [{ clocks: { appeal: { state: 'running' } } }, ['clocks.appeal']],
    [{ notices: 0, registered: 2 }, ['notices', 'registered']],
    [{ tasks: [{ step: 'visit' }] }, ['tasks']],
    [{ tasks: [{ role: 'helper' }, { role: 'helper' }] }, ['tasks']],
    [{ offered: { clerk: ['accept.accept'] } }, ['offered.clerk']],
    [{ offered: { investigator: ['visit.done'] } }, ['offered.investigator']],
    [{ offered: { investigator: ['visit.done', 'visit.refused', 'withdraw'] } }, ['offered.investigator']],
    [
      { checks: { economy: { result: 'fail' }, papers: { result: 'pass' } } },
      ['checks.economy.result', 'checks.papers'],
    ],
    [{ authority: { basis: 'own-role' } }, ['authority.basis']],
  ])('%j', (expected, differing) => expect(paths(expected)).toEqual(differing));
});
