import { describe, expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { type Files, parse } from '../parse.ts';
import type { EachStep, Programme } from '../types.ts';
import { checkStepMap, type StepMap, suggestStepMap } from './step-map.ts';

function programme(files: Files): Programme {
  const parsed = parse(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.programme;
}

const before = programme(heating);
const renamedText = (heating['programme.yaml'] ?? '')
  .replaceAll(/(to|id|pass|fail|unknown): decide/g, '$1: ruling')
  .replaceAll('[decide.', '[ruling.')
  .replaceAll('decide.deny', 'ruling.deny');
const renamed = programme({ ...heating, 'programme.yaml': renamedText });
const edited = (change: (copy: Programme) => void): Programme => {
  const copy = structuredClone(before);
  change(copy);
  return copy;
};
const codes = (after: Programme, map: StepMap = { steps: {} }, from = before) =>
  checkStepMap(from, after, map).map(({ code, severity }) => (severity ? `${code} (${severity})` : code));

describe('a suggestion', () => {
  it('keeps what has the same id and kind, and guesses the rest', () => {
    const { steps } = suggestStepMap(before, renamed);
    expect(steps).toMatchObject({ apply: 'apply', assess: 'assess', decide: 'ruling', papers: 'papers' });
    expect(checkStepMap(before, renamed, { steps })).toEqual([]);
  });

  it('leads nowhere where nothing is alike', () => {
    const after = edited((copy) => {
      copy.definition.steps = copy.definition.steps.filter(({ id }) => id !== 'lapsed');
      const wait = copy.definition.steps.find(({ id }) => id === 'assess');
      Object.assign(wait ?? {}, { kind: 'effect', effects: [], next: 'decide' });
    });
    expect(suggestStepMap(before, after).steps).toMatchObject({
      lapsed: null,
      assess: null,
      decide: 'decide',
    });
  });
});

describe('a map is checked', () => {
  it('and says nothing when all is well', () => {
    expect(codes(before)).toEqual([]);
    expect(codes(renamed, { steps: { decide: 'ruling' } })).toEqual([]);
  });

  it('for steps that it does not speak of', () => {
    expect(codes(renamed)).toEqual(['migrate/step-gone']);
    // To say that nobody moves from there is an answer.
    expect(codes(renamed, { steps: { decide: null } })).toEqual([]);
  });

  it('for steps that there are not', () => {
    expect(codes(before, { steps: { nowhere: 'decide', papers: 'nowhere' } })).toEqual([
      'migrate/unknown-step',
      'migrate/unknown-step',
    ]);
    const [from, to] = checkStepMap(before, before, { steps: { nowhere: 'decide', papers: 'nowhere' } });
    expect([from?.pointer, to?.pointer]).toEqual(['/steps/nowhere', '/steps/papers']);
    expect(to?.detail).toContain('leads from "papers" to "nowhere"');
  });

  it('for kinds', () => {
    const [found] = checkStepMap(before, before, { steps: { decide: 'assess' } });
    expect(found).toMatchObject({
      code: 'migrate/kind-differs',
      detail: 'Step "decide" is a task and "assess" is a check: a case cannot stand in both alike.',
    });
  });

  it('for clocks: dropped ones warn, unknown ones cannot be started', () => {
    const after = edited((copy) => {
      delete copy.definition.clocks;
    });
    expect(codes(after)).toEqual(['migrate/clock-gone (warning)']);
    expect(codes(before, { steps: {}, startClocks: ['nothing'] })).toEqual(['migrate/unknown-clock']);
  });

  it('for branches', () => {
    expect(codes(before, { steps: {}, branches: { 'inquiry/visit': 'done' } })).toEqual([
      'migrate/unknown-branch',
    ]);
  });

  const withEach = (id: string) =>
    edited((copy) => {
      const step: EachStep = {
        id,
        title: '逐户',
        kind: 'each',
        items: '[]',
        steps: [{ id: 'measured', title: '已测', kind: 'end', outcome: 'approved' }],
        join: 'all',
        next: 'decide',
      };
      copy.definition.steps.push(step);
    });

  it('for cases of items, which return to a step by its name', () => {
    const map = { steps: { rooms: 'homes' } };
    expect(codes(withEach('homes'), map, withEach('rooms'))).toEqual(['migrate/children-open (warning)']);
    const moving = { steps: ['rooms'], clocks: [], data: {}, rounds: {} };
    const check = (children: string[]) =>
      checkStepMap(withEach('rooms'), withEach('homes'), map, { ...moving, children }).map(
        ({ code, severity }) => [code, severity],
      );
    expect(check(['rooms'])).toEqual([['migrate/children-open', undefined]]);
    expect(check([])).toEqual([]);
  });
});

describe('for one case', () => {
  const moving = {
    steps: ['decide'],
    clocks: [],
    data: { application: { name: '张三', rooms: 2 } },
    children: [],
    rounds: {},
  };
  const after = programme(
    changed(
      'application.schema.json',
      '"required": ["name", "rooms"]',
      '"required": ["name", "rooms", "code"]',
    ),
  );
  const application = Object.assign(() => false, {
    errors: [
      {
        instancePath: '',
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'code' },
      },
    ],
  });

  it('only its own steps matter', () => {
    expect(checkStepMap(before, renamed, { steps: {} }, { ...moving, steps: ['papers'] })).toEqual([]);
    expect(checkStepMap(before, renamed, { steps: {} }, moving).map(({ code }) => code)).toEqual([
      'migrate/step-gone',
    ]);
  });

  it('its data are looked at by the later version, with places', () => {
    const [found] = checkStepMap(before, after, { steps: {} }, moving, { application });
    expect(found).toMatchObject({
      code: 'migrate/form-invalid',
      pointer: '/data/application/code',
      params: { form: '申请表', pointers: ['/data/application/code'] },
    });
  });

  it('but not where the form asks for the same as before, or where nothing that may come needs it', () => {
    expect(checkStepMap(before, before, { steps: {} }, moving, { application })).toEqual([]);
    // From where the letter goes out, which names the applicant, it is needed; at the end it is not.
    const at = (step: string) =>
      checkStepMap(before, after, { steps: {} }, { ...moving, steps: [step] }, { application }).map(
        ({ code }) => code,
      );
    expect(at('inform')).toEqual(['migrate/form-invalid']);
    expect(at('denied')).toEqual([]);
  });

  it('rounds count', () => {
    const fewer = edited((copy) => {
      const step = copy.definition.steps.find(({ id }) => id === 'decide');
      Object.assign(step ?? {}, { rounds: { max: 2, refused: '只能决定两次' } });
    });
    const check = (rounds: number) =>
      checkStepMap(before, fewer, { steps: {} }, { ...moving, rounds: { decide: rounds } }).map(
        ({ code }) => code,
      );
    expect(check(2)).toEqual([]);
    expect(check(3)).toEqual(['migrate/rounds']);
  });
});
