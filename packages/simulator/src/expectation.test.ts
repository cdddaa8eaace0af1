import type { RecordEntry } from '@aidflow/engine';
import { describe, expect, it } from 'vitest';
import { compare, type View } from './expectation.ts';
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
  selected: { draw: { chosen: [{ id: 'O1', risk: 'high' }, 'O2'], reserve: ['O3'], rest: [] } },
  tally: {
    assembly: {
      electorate: 612,
      present: 306,
      yes: 300,
      no: 6,
      abstain: 0,
      invalid: 0,
      quorum: false,
      passed: false,
    },
    panel: null,
  },
  authority: { basis: 'delegation', role: 'leader', division: '620821100', document: 'x' },
};

const may: Record<string, string[]> = {
  clerk: ['withdraw', 'complain'],
  investigator: ['visit.done', 'visit.refused', 'complain', 'extend.handling'],
};

const house: RecordEntry = {
  type: 'house',
  key: 'H1',
  state: 'unsafe',
  data: { looked: '2026-03-01', rooms: 3 },
  created: '2026-01-05',
  division: '620821100201',
  history: [{ at: '2026-01-05', case: 'case-1', state: 'unsafe', data: {} }],
};

const world: Omit<View, 'standing' | 'other'> = {
  offered: (actor) => may[actor] ?? [],
  record: (name) => (name === 'house/H1' ? house : undefined),
  scheduled: 2,
};
const ended: View = {
  ...world,
  standing: { ...standing, step: ['repaired'], within: [], status: 'ended', outcome: 'approved' },
  other: () => undefined,
};
const view: View = {
  ...world,
  standing,
  other: (name) => (name === 'hazards/1' ? ended : undefined),
};

const paths = (expected: Expectation) => compare(expected, view).map(({ path }) => path);

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
    { selected: { draw: [{ id: 'O1' }, 'O2'] } },
    { selected: { draw: { chosen: 2, reserve: 1, rest: 0 } } },
    { tally: { assembly: { present: 306, quorum: false }, panel: null } },
    { cases: { 'hazards/1': { step: 'repaired', outcome: 'approved' }, 'hazards/2': null } },
    {
      records: {
        'house/H1': {
          state: 'unsafe',
          data: { rooms: 3 },
          created: '2026-01-05',
          'valid-to': null,
          changes: 1,
        },
        'house/H2': null,
      },
    },
    { scheduled: 2 },
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
    [{ selected: { draw: ['O2', 'O1'] } }, ['selected.draw.0', 'selected.draw.1']],
    [{ selected: { draw: [] } }, ['selected.draw']],
    [{ selected: { draw: { chosen: 3 }, other: [] } }, ['selected.draw.chosen', 'selected.other']],
    [{ tally: { assembly: { passed: true }, panel: { yes: 1 } } }, ['tally.assembly.passed', 'tally.panel']],
    [{ cases: { 'hazards/1': { outcome: 'denied' } } }, ['cases.hazards/1.outcome']],
    [{ cases: { 'hazards/1': null, 'hazards/2': {} } }, ['cases.hazards/1', 'cases.hazards/2']],
    [
      { records: { 'house/H1': { state: 'sound', data: { rooms: 4 }, changes: 2 } } },
      ['records.house/H1.state', 'records.house/H1.data.rooms', 'records.house/H1.changes'],
    ],
    [
      { records: { 'house/H1': null, 'house/H2': { state: 'sound' } } },
      ['records.house/H1', 'records.house/H2'],
    ],
    [{ scheduled: 1 }, ['scheduled']],
  ])('%j', (expected, differing) => expect(paths(expected)).toEqual(differing));
});
