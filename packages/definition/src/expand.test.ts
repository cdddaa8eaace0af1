import { describe, expect, it } from 'vitest';
import { expand } from './expand.ts';
import type { ProgrammeSource, SourceStep } from './types.ts';

const programme = (...steps: SourceStep[]): ProgrammeSource => ({
  aidflow: 1,
  programme: 'x',
  version: '1',
  title: '事项',
  language: 'zh',
  timezone: 'Asia/Shanghai',
  'valid-from': '2026-01-01',
  roles: { clerk: { title: '受理岗', level: 'township' }, auditor: { title: '监督岗', level: 'county' } },
  forms: { objection: { title: '异议', schema: 'objection.schema.json' } },
  start: steps[0]?.id ?? '',
  steps,
});

const notice: SourceStep = {
  id: 'notice',
  title: '公示',
  kind: 'notice',
  basis: 'law',
  when: 'case.complaints = 0',
  for: { days: 7, unit: 'calendar-day' },
  items: [{ label: '申请人', value: 'application.name' }],
  verify: { role: 'clerk', form: 'finding', outcomes: { again: { title: '重新公示', to: 'notice' } } },
  next: 'ask',
};

const supplement: SourceStep = {
  id: 'ask',
  title: '补正',
  kind: 'supplement',
  within: { days: 10, unit: 'working-day' },
  rounds: { max: 1, refused: '只能一次' },
  form: 'papers',
  letter: 'missing',
  'back-to': 'notice',
  lapsed: 'lapsed',
};

const oversight: SourceStep = {
  id: 'oversight',
  title: '抽查',
  kind: 'oversight-sample',
  share: '0.3',
  always: 'case.complaints > 0',
  when: 'case.delegated',
  role: 'auditor',
  form: 'oversight',
  next: 'end',
  'correct-to': 'notice',
};

const end: SourceStep = { id: 'end', title: '结束', kind: 'end', outcome: 'approved' };

describe('expand', () => {
  it('writes a notice out as publishing, waiting and verifying', () => {
    expect(expand(programme(notice, end)).steps.slice(0, 3)).toEqual([
      {
        id: 'notice-publish',
        title: '公示',
        kind: 'effect',
        basis: 'law',
        when: 'case.complaints = 0',
        otherwise: 'ask',
        effects: [
          {
            publish: {
              items: [{ label: '申请人', value: 'application.name' }],
              for: { days: 7, unit: 'calendar-day' },
            },
          },
        ],
        next: 'notice',
      },
      {
        id: 'notice',
        title: '公示',
        kind: 'wait',
        basis: 'law',
        for: { days: 7, unit: 'calendar-day' },
        events: { object: { title: '提出异议', to: 'notice-verify', role: 'anyone', form: 'objection' } },
        next: 'ask',
      },
      {
        id: 'notice-verify',
        title: '公示',
        kind: 'task',
        basis: 'law',
        level: 'township',
        role: 'clerk',
        form: 'finding',
        // Back to the notice is back to publishing it.
        outcomes: { again: { title: '重新公示', to: 'notice-publish' } },
      },
    ]);
  });

  it('asks for reasons where a programme has no form for objections', () => {
    const { forms: _, ...without } = programme(notice, end);
    expect(expand(without).steps[1]).toMatchObject({
      events: { object: { title: '提出异议', to: 'notice-verify', role: 'anyone', reasons: 'required' } },
    });
  });

  it('writes a supplement out as a letter and a task of the applicant', () => {
    const steps = expand(programme(notice, supplement, end)).steps;
    expect(steps.slice(3, 5)).toEqual([
      {
        id: 'ask-notice',
        title: '补正',
        kind: 'effect',
        rounds: { max: 1, refused: '只能一次' },
        effects: [{ letter: 'missing' }],
        next: 'ask',
      },
      {
        id: 'ask',
        title: '补正',
        kind: 'task',
        role: 'applicant',
        form: 'papers',
        within: { days: 10, unit: 'working-day', 'on-overdue': 'lapsed' },
        outcomes: { supply: { title: '提交补充材料', to: 'notice-publish' } },
      },
    ]);
    // Targets that name the supplement lead to its letter.
    expect(steps[1]).toMatchObject({ id: 'notice', next: 'ask-notice' });
    expect(steps[0]).toMatchObject({ otherwise: 'ask-notice' });
  });

  it('writes a supplement without a letter as the task alone, which counts the rounds', () => {
    const { letter: _, ...silent } = supplement;
    const steps = expand(programme(silent as SourceStep, end)).steps;
    expect(steps.map(({ id }) => id)).toEqual(['ask', 'end']);
    expect(steps[0]).toMatchObject({ kind: 'task', rounds: { max: 1 } });
  });

  it('writes oversight out as a draw, a review and a correction', () => {
    expect(expand(programme(oversight, end)).steps.slice(0, 3)).toEqual([
      {
        id: 'oversight',
        title: '抽查',
        kind: 'draw',
        when: 'case.delegated',
        otherwise: 'end',
        share: '0.3',
        always: 'case.complaints > 0',
        chosen: 'oversight-review',
        rest: 'end',
      },
      {
        id: 'oversight-review',
        title: '抽查',
        kind: 'task',
        level: 'county',
        role: 'auditor',
        form: 'oversight',
        outcomes: {
          uphold: { title: '维持', to: 'end' },
          correct: { title: '纠正', to: 'oversight-correct', reasons: 'required', reopens: true },
        },
      },
      {
        id: 'oversight-correct',
        title: '抽查',
        kind: 'effect',
        effects: [{ 'end-award': true }],
        next: 'notice',
      },
    ]);
  });

  it('expands inside branches and rewrites targets from there, start included', () => {
    const parallel: SourceStep = {
      id: 'both',
      title: '并行',
      kind: 'parallel',
      join: 'all',
      branches: { one: { title: '一', steps: [{ ...supplement, 'back-to': 'done' }] } },
      next: 'notice',
    };
    const definition = expand({ ...programme(notice, parallel, end), start: 'notice' });
    expect(definition.start).toBe('notice-publish');
    expect(definition.steps[3]).toMatchObject({
      branches: {
        one: { steps: [{ id: 'ask-notice' }, { id: 'ask', outcomes: { supply: { to: 'done' } } }] },
      },
      next: 'notice-publish',
    });
  });

  it('leaves its source alone and gives the same bytes again', () => {
    const source = programme(notice, supplement, oversight, end);
    const before = structuredClone(source);
    const first = JSON.stringify(expand(source));
    expect(source).toEqual(before);
    expect(JSON.stringify(expand(source))).toBe(first);
  });

  it('has words in English, too', () => {
    expect(expand({ ...programme(notice, end), language: 'en' }).steps[1]).toMatchObject({
      events: { object: { title: 'Object' } },
    });
  });
});
