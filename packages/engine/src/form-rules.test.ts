/** The server checks the rules between answers that a layout has: the form in a browser may not have been asked. */
import { expect, it } from 'vitest';
import { people, relief, VILLAGE, worldAt } from './fixtures/relief.ts';
import { decide } from './index.ts';

const programme = relief(({ forms }) => {
  forms.application = {
    title: '申请',
    schema: {},
    layout: {
      must: [{ that: 'members > 0', at: ['/members'], say: '请至少填写一名家庭成员' }],
      sections: [{ id: 's', title: '家庭', fields: ['income', 'members'] }],
    },
  };
});

const applyWith = (members: number) => {
  const open = { id: 'case-1', number: '1', division: VILLAGE };
  const command = { do: 'apply', actor: people.applicant, data: { income: 0, members }, open };
  return decide(programme, undefined, command, worldAt('2026-03-02'));
};

it('refuses data that breaks one, at the field and in the words of the layout', () => {
  expect(applyWith(1).ok).toBe(true);
  expect(applyWith(0)).toMatchObject({
    ok: false,
    problems: [
      { code: 'form/rule', pointer: '/data/members', detail: '请至少填写一名家庭成员', status: 422 },
    ],
  });
});
