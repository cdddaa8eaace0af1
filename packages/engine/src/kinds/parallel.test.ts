import type { ExpandedStep, Join } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people } from '../fixtures/relief.ts';
import { Office, small, task } from '../fixtures/small.ts';
import { activeSteps } from '../index.ts';

const branches = (join: Join, more: object = {}): ExpandedStep =>
  ({
    id: 'together',
    kind: 'parallel',
    title: 'together',
    join,
    branches: Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [
        id,
        {
          title: id,
          steps: [task(id, join === 'veto' ? { agree: 'done', object: 'veto' } : { agree: 'done' })],
        },
      ]),
    ),
    next: 'after',
    ...more,
  }) as ExpandedStep;

const at = (join: Join, ...done: string[]) => {
  const more = join === 'veto' ? { 'on-veto': 'denied' } : {};
  const office = new Office(small([branches(join, more), task('after', { ok: 'approved' })])).open();
  for (const what of done) office.do(what, people.clerk);
  return activeSteps(office.programme, office.of()).concat(office.of().decided?.outcome ?? []);
};

describe('branches are joined', () => {
  it.each<[Join, string[], string[]]>([
    ['all', ['a.agree', 'b.agree'], ['c']],
    ['all', ['a.agree', 'b.agree', 'c.agree'], ['after']],
    ['any', [], ['a', 'b', 'c']],
    ['any', ['b.agree'], ['after']],
    [{ 'at-least': 2 }, ['c.agree'], ['a', 'b']],
    [{ 'at-least': 2 }, ['c.agree', 'a.agree'], ['after']],
    ['veto', ['a.agree', 'b.agree'], ['c']],
    ['veto', ['a.agree', 'b.agree', 'c.agree'], ['after']],
    ['veto', ['a.agree', 'c.object'], ['denied']],
  ])('%j after %j: at %j', (join, done, steps) => {
    expect(at(join, ...done)).toEqual(steps);
  });

  it('branches that are no longer waited for are closed', () => {
    const office = new Office(small([branches('any'), task('after', { ok: 'approved' })])).open();
    office.do('a.agree', people.clerk);
    expect(office.of().steps.b?.leftAt).toBeDefined();
    expect(office.try('b.agree', people.clerk)).toBe('step/not-active');
  });

  it('a second time around nothing is left of the first', () => {
    const again = task('after', { ok: 'approved', again: 'together' });
    const office = new Office(small([branches({ 'at-least': 2 }), again])).open();
    office.do('a.agree', people.clerk).do('b.agree', people.clerk).do('after.again', people.clerk);
    office.do('a.agree', people.clerk);
    expect(activeSteps(office.programme, office.of())).toEqual(['b', 'c']);
  });
});
