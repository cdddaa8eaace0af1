/** Votes, lists, items, joins, records, schedules, operations and shorthands of a programme: whatever is wrong is named. */
import { describe, expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { sweep } from '../fixtures/sweep.ts';
import { type Files, parse } from '../parse.ts';
import type { Problem } from '../problems.ts';

const problemsOf = (files: Files): Problem[] => {
  const result = parse(files);
  return result.ok ? result.warnings : result.problems;
};

interface Wrong {
  what: string;
  change: [from: string, to: string];
  code: string;
  /** A text in the line that the problem must name; what is written in place of the old text when left out. */
  here?: string;
  pointer?: string;
  hint?: string;
  variant?: string;
}

const P = 'programme.yaml';
const V = '/steps/3';

const flow: Wrong[] = [
  {
    what: 'a step of items as a target from outside',
    change: ['next: opinions', 'next: book'],
    code: 'definition/unknown-target',
    pointer: `${V}/next`,
    variant: 'item',
  },
  {
    what: 'a step outside as a target from items',
    change: ['to: safe, guard', 'to: over, guard'],
    code: 'definition/unknown-target',
    pointer: `${V}/steps/0/outcomes/safe/to`,
    variant: 'outside',
  },
  {
    what: 'a step outside that a shorthand within items is given',
    change: ['next: safe\n', 'next: decide\n'],
    code: 'definition/unknown-target',
    pointer: `${V}/steps/1/with/next`,
    variant: 'outside',
  },
  {
    what: 'done among the steps of items',
    change: ['to: safe, guard', 'to: done, guard'],
    code: 'definition/unknown-target',
    variant: 'done',
  },
  {
    what: 'a veto outside of a branch',
    change: ['next: opinions', 'next: veto'],
    code: 'definition/unknown-target',
    variant: 'done',
  },
  {
    what: 'a veto in branches that nobody joins by it',
    change: ['join: veto', 'join: all'],
    code: 'definition/unknown-target',
    here: 'to: veto',
    pointer: '/steps/4/branches/fire/steps/0/outcomes/oppose/to',
    variant: 'veto',
  },
  {
    what: 'a join by veto without a way for it',
    change: ['    on-veto: plan\n', ''],
    code: 'definition/join',
    here: 'join: veto',
    pointer: '/steps/4/join',
    variant: 'no-way',
  },
  {
    what: 'a way for a veto without a join by it',
    change: ['join: veto', 'join: any'],
    code: 'definition/join',
    here: 'on-veto:',
    pointer: '/steps/4/on-veto',
    variant: 'no-veto',
  },
  {
    what: 'more branches than there are',
    change: ['join: veto', 'join: { at-least: 3 }'],
    code: 'definition/join',
    pointer: '/steps/4/join/at-least',
  },
  {
    what: 'items joined by veto',
    change: ['join: all', 'join: veto'],
    code: 'definition/join',
    here: 'join: veto',
    pointer: `${V}/join`,
    variant: 'each',
  },
  {
    what: 'an end of a branch that belongs to items',
    change: ['to: safe, guard', 'to: veto, guard'],
    code: 'definition/unknown-target',
    variant: 'done',
  },
  {
    what: 'items without a way to an end',
    change: [
      '      - { id: unsafe, title: 移交处罚, kind: end, outcome: referred }',
      '      - { id: unsafe, title: 移交处罚, kind: effect, effects: [{ letter: order }], next: unsafe }',
    ],
    code: 'definition/no-way-out',
    here: 'id: unsafe',
    pointer: `${V}/steps/4`,
  },
  {
    what: 'a step that no item comes to',
    change: ['{ title: 有隐患, to: rectify }', '{ title: 有隐患, to: safe }'],
    code: 'definition/unreachable-step',
    here: 'id: book',
    pointer: `${V}/steps/2`,
  },
  {
    what: 'a step that comes after a wait for events alone',
    change: ['    until: today\n', ''],
    code: 'definition/unreachable-step',
    here: 'id: late',
    pointer: '/steps/8',
  },
  {
    what: 'a vote that is skipped to nowhere',
    change: ['kind: vote\n', 'kind: vote\n    when: "true"\n'],
    code: 'definition/no-otherwise',
    here: 'when: "true"',
    pointer: '/steps/5/when',
  },
  {
    what: 'an unknown way of a vote',
    change: ['no-quorum: plan', 'no-quorum: paln'],
    code: 'definition/unknown-target',
    pointer: '/steps/5/no-quorum',
    hint: '"plan"',
  },
  {
    what: 'an unknown way of an empty list',
    change: ['empty: none', 'empty: nobody'],
    code: 'definition/unknown-target',
    pointer: '/steps/2/empty',
  },
  {
    what: 'a way of a shorthand’s own that leads nowhere',
    change: ['to: $next, guard', 'to: nxet, guard'],
    code: 'definition/unknown-target',
    pointer: '/shorthands/two-signatures/steps/1/outcomes/agree/to',
  },
  {
    what: 'items as the beginning',
    change: ['start: plan', 'start: visit'],
    code: 'definition/start',
    pointer: '/start',
  },
  {
    what: 'a further beginning that is no task',
    change: ['start: plan', 'start: plan\nstarts: [publish]'],
    code: 'definition/start',
    here: 'starts: [publish]',
    pointer: '/starts/0',
  },
  {
    what: 'a schedule that begins elsewhere',
    change: ['title: 年度排查,', 'title: 年度排查, start: visits,'],
    code: 'definition/unknown-step',
    pointer: '/schedules/0/start',
  },
  {
    what: 'a task that approves by nobody',
    change: [
      '- { id: none, title: 无可检查机构, kind: end, outcome: not-ours }',
      '- { id: none, title: 通过, kind: end, outcome: approved }',
    ],
    code: 'definition/silent-approval',
    here: 'on-overdue: none',
    pointer: '/steps/0/within/on-overdue',
  },
  ...['open', 'return', 'ask', 'reply', 'copy', 'self', 'veto', 'reopen', 'constructor', 'cancel'].map(
    (name): Wrong => ({
      what: `a step called ${name}`,
      change: ['- { id: none,', `- { id: ${name},`],
      code: 'definition/reserved-name',
      pointer: '/steps/9/id',
    }),
  ),
  {
    what: 'an id that a shorthand makes too long',
    change: ['id: market\n', `id: ${'market'.repeat(10)}\n`],
    code: 'definition/bad-name',
    here: '      - id: first',
    pointer: '/shorthands/two-signatures/steps/0/id',
  },
];

/** What a change needs that the sound programme lacks. */
const prepared: Partial<Record<string, [from: string, to: string]>> = {
  'a step that comes after a wait for events alone': [
    '    next: over\n  - { id: over,',
    '    next: late\n  - { id: late, title: 逾期, kind: end, outcome: lapsed }\n  - { id: over,',
  ],
  'a task that approves by nobody': [
    '    form: plan\n',
    '    form: plan\n    within: { days: 5, unit: working-day, on-overdue: none }\n',
  ],
};

const references: Wrong[] = [
  {
    what: 'an unknown role of a vote',
    change: ['role: board', 'role: baord'],
    code: 'definition/unknown-role',
    pointer: '/steps/5/role',
    hint: '"board"',
  },
  {
    what: 'an unknown form of a vote',
    change: ['form: minutes', 'form: minute'],
    code: 'definition/unknown-form',
    pointer: '/steps/5/form',
    hint: '"minutes"',
  },
  {
    what: 'another case as whoever does a task',
    change: ['role: board', 'role: case'],
    code: 'definition/unknown-role',
    pointer: '/steps/5/role',
  },
  {
    what: 'an unknown kind of record',
    change: ['type: facility,', 'type: facilty,'],
    code: 'definition/unknown-record',
    pointer: `${V}/steps/2/effects/0/record/type`,
    hint: '"facility"',
  },
  {
    what: 'an unknown state of a record',
    change: ['state: rectifying }', 'state: rectifing }'],
    code: 'definition/unknown-state',
    pointer: `${V}/steps/2/effects/0/record/state`,
    hint: '"rectifying"',
  },
  {
    what: 'an unknown kind of record of a schedule',
    change: ['for-each: facility', 'for-each: organisation'],
    code: 'definition/unknown-record',
    pointer: '/schedules/1/for-each',
  },
  {
    what: 'an event that a step here does not wait for',
    change: ['event: settle.told', 'event: settle.reply'],
    code: 'definition/sent-event',
    pointer: '/steps/6/effects/0/send/event',
    hint: 'settle.told',
  },
  {
    what: 'an event of a step that is none here',
    change: ['event: settle.told', 'event: setle.told'],
    code: 'definition/foreign-event',
    pointer: '/steps/6/effects/0/send/event',
    hint: '"settle.told"',
  },
  {
    what: 'an unknown role that may operate',
    change: ['roles: [inspector, applicant]', 'roles: [inspecter, applicant]'],
    code: 'definition/unknown-role',
    pointer: '/operations/ask/roles/0',
  },
  {
    what: 'an unknown clock that stands meanwhile',
    change: ['pauses: [handling]', 'pauses: [handlng]'],
    code: 'definition/unknown-clock',
    pointer: '/operations/ask/pauses/0',
    hint: '"handling"',
  },
  {
    what: 'a clock that no operation stops so',
    change: ['withdraw: { forbid: true,', 'withdraw: { pauses: [handling], forbid: true,'],
    code: 'definition/operation',
    pointer: '/operations/withdraw/pauses',
  },
  {
    what: 'an operation that leads to an unknown step',
    change: ['return: { to: plan }', 'return: { to: pln }'],
    code: 'definition/unknown-step',
    pointer: '/operations/return/to',
    hint: '"plan"',
  },
  {
    what: 'an operation that leads to no task',
    change: ['return: { to: plan }', 'return: { to: publish }'],
    code: 'definition/operation',
    pointer: '/operations/return/to',
    variant: 'task',
  },
  {
    what: 'an operation that leads into the case of an item',
    change: ['return: { to: plan }', 'return: { to: visit }'],
    code: 'definition/operation',
    pointer: '/operations/return/to',
    variant: 'task',
  },
  {
    what: 'a case that is reopened in a branch',
    change: ['return: { to: plan }', 'reopen: { to: fire }'],
    code: 'definition/operation',
    pointer: '/operations/reopen/to',
    variant: 'task',
  },
  {
    what: 'the built-in connector declared',
    change: ['clocks:', 'connectors:\n  records: { title: 台账, timeout: 1, retries: 0 }\nclocks:'],
    code: 'definition/reserved-name',
    here: '  records: { title: 台账',
    pointer: '/connectors/records',
  },
  {
    what: 'records of no kind',
    change: ['type: \'"facility"\', ', ''],
    code: 'definition/missing-key',
    here: 'request:',
    pointer: '/steps/1/request/type',
  },
  {
    what: 'a question that the records do not know',
    change: ["where: '{ state", "were: '{ state"],
    code: 'definition/unknown-key',
    pointer: '/steps/1/request/were',
    hint: '"where"',
  },
  {
    what: 'a shorthand called as one of the library',
    change: ['shorthands:\n', 'shorthands:\n  refer: { title: 移送, steps: [{ id: x }] }\n'],
    code: 'definition/reserved-name',
    here: '  refer:',
    pointer: '/shorthands/refer',
  },
  {
    what: 'a parameter called title',
    change: ['parameters: { role: null,', 'parameters: { title: x, role: null,'],
    code: 'definition/reserved-name',
    pointer: '/shorthands/two-signatures/parameters/title',
  },
  {
    what: 'two schedules with one id',
    change: ['- id: anniversary', '- id: yearly'],
    code: 'definition/duplicate-id',
    pointer: '/schedules/1/id',
  },
  {
    what: 'a schedule with two calendars',
    change: ['yearly: { month: 3, day: 1 },', 'yearly: { month: 3, day: 1 }, monthly: { day: 1 },'],
    code: 'definition/which',
    pointer: '/schedules/0/monthly',
  },
  {
    what: 'days that count from nothing',
    change: ['yearly: { month: 3, day: 1 },', 'every: { days: 9, unit: calendar-day },'],
    code: 'definition/missing-key',
    pointer: '/schedules/0/since',
  },
  {
    what: 'a sample of no size',
    change: ['    share: plan.share\n    minimum: "1"\n', ''],
    code: 'definition/select-method',
    here: 'method: sample',
    pointer: '/steps/2/method',
    hint: 'share, count, minimum',
  },
  {
    what: 'a quota of a sample',
    change: ['minimum: "1"', 'quota: "1"'],
    code: 'definition/select-method',
    pointer: '/steps/2/quota',
    variant: 'idle',
  },
  {
    what: 'a vote by totals and by ballots',
    change: ['    quorum:', '    ballots: { role: board, electorate: "9" }\n    quorum:'],
    code: 'definition/which',
    here: 'ballots:',
    pointer: '/steps/5/ballots',
  },
  {
    what: 'a ballot that nobody can come too late for',
    change: [
      'totals: { electorate: minutes.members, present: minutes.present, yes: minutes.yes, no: minutes.no }',
      'ballots: { role: board, electorate: "9", within: { days: 3, unit: working-day, on-overdue: plan } }',
    ],
    code: 'definition/unknown-key',
    pointer: '/steps/5/ballots/within/on-overdue',
  },
];

const shapes: Wrong[] = [
  {
    what: 'a way to join that is none',
    change: ['join: veto', 'join: most'],
    code: 'definition/unknown-value',
    pointer: '/steps/4/join',
    hint: 'all, any, veto',
  },
  {
    what: 'a misspelt number of branches',
    change: ['join: veto', 'join: { atleast: 2 }'],
    code: 'definition/unknown-key',
    pointer: '/steps/4/join/atleast',
    hint: '"at-least"',
  },
  {
    what: 'days that are a list',
    change: ['limit: { days: parameters.sweepDays,', 'limit: { days: [1],'],
    code: 'definition/wrong-type',
    pointer: '/clocks/handling/limit/days',
    hint: 'a whole number, a text',
  },
  {
    what: 'no day at all',
    change: ['limit: { days: parameters.sweepDays,', 'limit: { days: 0,'],
    code: 'definition/value',
    pointer: '/clocks/handling/limit/days',
    hint: 'from 1 to 3660',
  },
  {
    what: 'a vote without a count',
    change: [
      '    totals: { electorate: minutes.members, present: minutes.present, yes: minutes.yes, no: minutes.no }\n',
      '',
    ],
    code: 'definition/which',
    here: '- id: decide',
    pointer: '/steps/5',
  },
  {
    what: 'items from a list and from enrolment',
    change: [
      '    items: selected.sample.chosen\n',
      '    items: selected.sample.chosen\n    enrol: { title: 上报, role: anyone, form: plan, until: today }\n',
    ],
    code: 'definition/which',
    pointer: `${V}/items`,
  },
];

const expressions: Wrong[] = [
  {
    what: 'the member of a list outside of it',
    change: ['share: plan.share\n', 'share: each.share\n'],
    code: 'definition/unknown-name',
    pointer: '/steps/2/share',
  },
  {
    what: 'a misspelt member of a list',
    change: ['where: each.state', 'where: eech.state'],
    code: 'definition/unknown-name',
    pointer: '/steps/2/where',
    hint: '"each"',
  },
  {
    what: 'a count outside of its vote',
    change: ['that: plan.share > 0', 'that: present > 0'],
    code: 'definition/unknown-name',
    pointer: '/steps/0/outcomes/begin/requires/0/that',
  },
  {
    what: 'a misspelt count',
    change: ['pass: yes > present / 2', 'pass: yes > presnt / 2'],
    code: 'definition/unknown-name',
    pointer: '/steps/5/pass',
    hint: '"present"',
  },
  {
    what: 'an unknown field of totals',
    change: ['yes: minutes.yes,', 'yes: minutes.yess,'],
    code: 'definition/unknown-field',
    pointer: '/steps/5/totals/yes',
    hint: '"yes"',
  },
  {
    what: 'the opener of an item outside of it',
    change: ['that: plan.share > 0', 'that: parent.number > 0'],
    code: 'definition/unknown-name',
    pointer: '/steps/0/outcomes/begin/requires/0/that',
  },
  {
    what: 'items of a step that has none',
    change: ['in items.visits', 'in items.sample'],
    code: 'definition/unknown-step',
    pointer: '/steps/6/effects/0/send/to',
    hint: 'visits',
  },
  {
    what: 'a list that no step chooses',
    change: ['items: selected.sample.chosen', 'items: selected.smaple.chosen'],
    code: 'definition/unknown-step',
    pointer: `${V}/items`,
    hint: '"sample"',
  },
  {
    what: 'a part that a selection does not have',
    change: ['items: selected.sample.chosen', 'items: selected.sample.choosen'],
    code: 'definition/unknown-name',
    pointer: `${V}/items`,
    hint: '"chosen"',
  },
  {
    what: 'a vote that is none',
    change: ['tallies.decide.passed', 'tallies.decied.passed'],
    code: 'definition/unknown-step',
    pointer: '/steps/6/effects/0/send/data/passed',
  },
  {
    what: 'an outcome of a step that is none',
    change: ['case.outcomes.${self}-first', 'case.outcomes.${self}-frist'],
    code: 'definition/unknown-name',
    pointer: '/shorthands/two-signatures/steps/1/outcomes/agree/guard',
  },
  {
    what: 'an unknown parameter of a period',
    change: [
      'days: parameters.sweepDays, unit: calendar-day }\n    starts',
      'days: parameters.sweepday, unit: calendar-day }\n    starts',
    ],
    code: 'definition/unknown-parameter',
    here: 'limit:',
    pointer: '/clocks/handling/limit/days',
  },
  {
    what: 'days that are read from nothing',
    change: [
      'within: { days: parameters.sweepDays, unit: calendar-day, on',
      'within: { days: sweepDays, unit: calendar-day, on',
    ],
    code: 'definition/unknown-name',
    here: 'days: sweepDays',
    pointer: `${V}/within/days`,
  },
  {
    what: 'the case that a schedule has not opened yet',
    change: ['where: record.state', 'where: case.state'],
    code: 'definition/unknown-name',
    pointer: '/schedules/1/where',
    hint: 'record',
  },
  {
    what: 'a form of the case that a schedule has not opened yet',
    change: ['where: record.state', 'where: plan.state'],
    code: 'definition/unknown-name',
    pointer: '/schedules/1/where',
  },
  {
    what: 'a key of a record that cannot be read',
    change: ['key: item.key,', 'key: item.,'],
    code: 'definition/feel',
    pointer: `${V}/steps/2/effects/0/record/key`,
  },
  {
    what: 'a clock read by a requirement',
    change: ['that: plan.share > 0', 'that: now() > plan.share'],
    code: 'definition/feel-clock',
    pointer: '/steps/0/outcomes/begin/requires/0/that',
  },
  {
    what: 'what an item gives back of no form',
    change: ['hazards: finding.hazards }\n    next', 'hazards: finding.hazrds }\n    next'],
    code: 'definition/unknown-field',
    here: 'returns:',
    pointer: `${V}/returns/hazards`,
  },
  {
    what: 'a day to wait for of no name',
    change: ['until: today', 'until: tody'],
    code: 'definition/unknown-name',
    pointer: '/steps/7/until',
    hint: '"today"',
  },
  {
    what: 'a form called as a list of items',
    change: ['  plan: { title', '  items: { title'],
    code: 'definition/reserved-name',
    pointer: '/forms/items',
  },
];

const with_ = (files: Files, [from, to]: [string, string]): Files => changed(P, from, to, files);

describe('a programme with every kind of step', () => {
  it('reads without a word', () => {
    expect(problemsOf(sweep)).toEqual([]);
  });

  it.each([...flow, ...references, ...shapes, ...expressions])(
    'names $what: $code',
    ({ what, change, code, here = change[1].trim(), pointer, hint, variant }) => {
      const before = prepared[what] === undefined ? sweep : with_(sweep, prepared[what]);
      const files = with_(before, change);
      const found = problemsOf(files);
      const one = found.find(
        (problem) => problem.code === code && (pointer === undefined || problem.pointer === pointer),
      );
      expect(
        one,
        JSON.stringify(
          found.map((each) => [each.code, each.pointer, each.detail]),
          null,
          1,
        ),
      ).toBeDefined();
      const line =
        (files[P] ?? '').split('\n').findIndex((text) => text.includes(here.split('\n')[0] ?? '')) + 1;
      expect(one?.line).toBe(line);
      if (hint !== undefined) expect(one?.hint).toContain(hint);
      if (variant !== undefined) expect(one?.params?.variant).toBe(variant);
    },
  );

  it('tells what is wrong in a shorthand once, however often it is used', () => {
    const twice = with_(sweep, [
      '          - id: fire\n            title: 消防意见\n            kind: task\n            role: inspector\n            outcomes:\n              agree: { title: 同意, to: done }\n              oppose: { title: 否决, to: veto, reasons: required }\n',
      '          - { id: fire, title: 消防意见, kind: use, of: two-signatures, with: { role: inspector, next: done } }\n',
    ]);
    const found = problemsOf(with_(twice, ['form: $form', 'form: nothing']));
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['definition/unknown-form', '/shorthands/two-signatures/steps/0/form'],
    ]);
  });
});

describe('texts', () => {
  it('of votes, items, records, operations, schedules and shorthands need their translation', () => {
    const found = problemsOf({ ...sweep, 'locales/en.json': '{}' });
    const texts = found
      .filter(({ code }) => code === 'definition/locale-missing')
      .map(({ params }) => params?.text);
    for (const text of [
      '集体决定',
      '逐一检查',
      '运营',
      '排查不能撤回',
      '年度排查',
      '抽查比例须大于零',
      '实到人数多于应到人数',
      '部门会商',
      '已告知',
    ]) {
      expect(texts).toContain(text);
    }
    // What a shorthand puts together is what people read; the template itself nobody reads.
    expect(texts).toContain('市场监管意见（一）');
    expect(texts).not.toContain('${title}（一）');
    expect(texts).not.toContain('双人核签');
    // Expressions are no texts, whatever they are called.
    expect(texts).not.toContain('item.name');
    expect(found.find(({ params }) => params?.text === '第一人未同意')).toMatchObject({
      pointer: '/shorthands/two-signatures/steps/1/outcomes/agree/refused',
    });
  });

  it('of rules between answers and of who signs on paper do, too', () => {
    const layout = 'application.layout.yaml';
    const more =
      "must: [{ that: 'rooms > 0', at: [rooms], say: 至少要有一间 }]\nprint: { signatures: [申请住户] }\n";
    const files = { ...heating, [layout]: more + heating[layout], 'locales/en.json': '{}' };
    const texts = problemsOf(files).map(({ params }) => params?.text);
    expect(texts).toEqual(expect.arrayContaining(['至少要有一间', '申请住户']));
  });

  it('of enrolment do, too', () => {
    const enrol = with_(sweep, [
      '    items: selected.sample.chosen\n',
      '    enrol: { title: 自查上报, role: anyone, form: plan, until: today, requires: [{ that: plan.share > 0, refused: 须填比例 }] }\n',
    ]);
    const texts = problemsOf({ ...enrol, 'locales/en.json': '{}' }).map(({ params }) => params?.text);
    expect(texts).toEqual(expect.arrayContaining(['自查上报', '须填比例']));
  });
});

it('a programme without any of it is expanded to the same as ever', () => {
  const parsed = parse(heating);
  expect(parsed.ok && parsed.programme.definition.steps.map(({ id }) => id)).toEqual([
    'apply',
    'assess',
    'decide',
    'papers-notice',
    'papers',
    'inform',
    'approved',
    'denied',
    'lapsed',
  ]);
});
